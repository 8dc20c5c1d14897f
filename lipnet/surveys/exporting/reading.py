"""The settled answers of one version as of one moment, one by one, however many there are.

A connection of its own reads them with one cursor, so that nobody who answers waits for it, and
nothing is kept in memory but the row at hand. They come in the order of their random keys, which
says nothing; the key itself and the phrase's hash are not read at all.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from lipnet.core.db import apart, is_sqlite
from lipnet.questionnaire.repeats import MOST_INSTANCES
from lipnet.surveys.models import SurveyVersion

AT_ONCE = 1_000  # rows that one fetch brings
COUNT = "SELECT count(*) FROM response WHERE version_id = {}"
ROWS = (
    "SELECT CAST(day AS text), language, mode, CAST(answers AS text) FROM response "
    "WHERE version_id = {} ORDER BY key"
)
MEMBERS = {
    True: "SELECT max(json_array_length(answers, {})) FROM response WHERE version_id = {}",
    False: (
        "SELECT max(CASE WHEN jsonb_typeof(answers -> {0}) = 'array' "
        "THEN jsonb_array_length(answers -> {0}) END) FROM response WHERE version_id = {0}"
    ),
}


class Answered(NamedTuple):
    """One settled response. answers: the document as it is stored."""

    day: str
    language: str
    mode: str
    answers: dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """What stood there when it was opened; `count` and `rows` are of the same moment."""

    connection: Any
    version_id: int

    def count(self) -> int:
        return self._value(COUNT.format(_mark()), self.version_id)

    def most_members(self, repeats: Iterable[str]) -> dict[str, int]:
        """repeat -> the most members that anybody told of."""
        return {name: min(self._members(name), MOST_INSTANCES) for name in repeats}

    def rows(self) -> Iterator[Answered]:
        with closing(self._cursor()) as cursor:
            cursor.execute(ROWS.format(_mark()), (self.version_id,))
            while found := cursor.fetchmany(AT_ONCE):
                for day, language, mode, answers in found:
                    yield Answered(day, language, mode, json.loads(answers))

    def _members(self, repeat: str) -> int:
        if is_sqlite():
            sql, values = MEMBERS[True].format("?", "?"), (f'$."{repeat}"', self.version_id)
        else:
            sql, values = MEMBERS[False].format("%s"), (repeat, repeat, self.version_id)
        return self._value(sql, *values) or 0

    def _value(self, sql: str, *values):
        with closing(self.connection.cursor()) as cursor:
            return cursor.execute(sql, values).fetchone()[0]

    def _cursor(self):
        """On PostgreSQL one of the server, or the driver would hold all rows at once."""
        return self.connection.cursor(*(() if is_sqlite() else ("exported",)))


@contextmanager
def snapshot_of(version: SurveyVersion):
    with apart() as connection:
        yield Snapshot(connection, version.id)


def _mark() -> str:
    return "?" if is_sqlite() else "%s"
