"""The inbox, where an answer is stored durably before its receipt is shown.

It is reached once for every answer of every survey, so these statements are not built by the ORM.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from lipnet.core.db import ask, ask_together, is_sqlite
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal

PUT = """
    INSERT INTO waiting_response (key, version_id, day, language, mode, answers, withdrawal_hash)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
FIND = """
    SELECT 'withdrawn', NULL FROM withdrawn WHERE key = ?
    UNION ALL SELECT 'waiting', withdrawal_hash FROM waiting_response WHERE key = ?
    UNION ALL SELECT 'settled', withdrawal_hash FROM response WHERE key = ?
"""
PUT_NEW = """
    INSERT INTO waiting_response (key, version_id, day, language, mode, answers, withdrawal_hash)
    SELECT ?, ?, ?, ?, ?, ?, ?
    WHERE NOT EXISTS (SELECT 1 FROM withdrawn WHERE key = ?)
    AND NOT EXISTS (SELECT 1 FROM response WHERE key = ?)
    AND NOT EXISTS (SELECT 1 FROM by_invitation WHERE survey_id = ?)
    ON CONFLICT DO NOTHING
"""
TAKE_OUT_SETTLED = """
    DELETE FROM waiting_response
    WHERE key = ? AND EXISTS (SELECT 1 FROM response WHERE key = ?)
"""
TAKE_OUT = "DELETE FROM waiting_response WHERE key = ?"


class Arrived(NamedTuple):
    """What is to be stored of an answer, in the order of the statement."""

    key: str
    version_id: int
    day: date
    language: str
    mode: str
    answers: Mapping[str, Any]
    withdrawal_hash: str | None


class Known(NamedTuple):
    """An answer that is there already; the hash only where a phrase was asked for."""

    withdrawal_hash: str | None


def find(key: str) -> Known | None:
    """Raises Refusal if it was withdrawn."""
    return _standing(_places_of(key))


def store_new(answer: Arrived, survey_id: int) -> bool:
    """Store an answer that is nowhere yet, of a survey that needs no link: one statement, and the
    transaction is that statement. False where nothing was stored, for whatever reason.

    SQLite has one writer at a time. On PostgreSQL the answer may be settled while the statement
    waits for its row, and only another statement sees that: it goes along.
    """
    values = (*_as_written(answer), answer.key, answer.key, survey_id)
    if is_sqlite():
        return ask(PUT_NEW, *values).rowcount == 1
    both = (PUT_NEW, TAKE_OUT_SETTLED)
    return ask_together(both, *values, answer.key, answer.key) == [1, 0]


def store_once(answer: Arrived) -> Known:
    """The insert comes before the second look: what was settled meanwhile is seen only then.

    A row that is there already is no error: PostgreSQL writes the statement of an error, answers
    and all, into its own log.
    """
    ask(PUT, *_as_written(answer))
    found = _places_of(answer.key)
    if "settled" in found:
        ask(TAKE_OUT, answer.key)
        return Known(found["settled"])
    return _standing(found) or _lost()


def _as_written(answer: Arrived) -> Arrived:
    written = json.dumps(answer.answers, separators=(",", ":"))
    return answer._replace(day=answer.day.isoformat(), answers=written)


def _standing(found: dict[str, str | None]) -> Known | None:
    if "withdrawn" in found:
        raise Refusal(lazy("These answers were sent before and then withdrawn; they stay away."))
    return next((Known(found[where]) for where in ("waiting", "settled") if where in found), None)


def _lost():
    raise RuntimeError("an answer could not be kept")


def _places_of(key: str) -> dict[str, str | None]:
    """Where an answer stands, and its withdrawal hash there."""
    return dict(ask(FIND, key, key, key).fetchall())
