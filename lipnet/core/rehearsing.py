"""A sheet is looked at before it is brought in: the page carries its rows, and what bringing them
would do is done and taken back."""

import json
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from wtforms import HiddenField

from lipnet.core.db import db
from lipnet.core.forms import Form

Texts = dict[str, str]
Told = TypeVar("Told")


def rehearsed(act: Callable[[], Told]) -> Told:
    """What `act` tells of what it did; nothing of it stays."""
    with db.atomic() as everything:
        told = act()
        everything.rollback()
    return told


class CarriedRows(Form):
    """The rows that were looked at, carried by the page itself; checked once more."""

    rows = HiddenField()

    def carry(self, rows: Iterable[tuple[Texts, Texts]]) -> None:
        """(texts, the cells they came from) of each row, by column."""
        self.rows.data = json.dumps([{"texts": texts, "at": at} for texts, at in rows])

    def read(self, columns: Collection[str], most: int) -> list[tuple[Texts, Texts]]:
        """As they were carried, of these columns only; [] if the page was tampered with."""
        try:
            sent = json.loads(self.rows.data or "[]")[:most]
            return [(_only(columns, one["texts"]), _only(columns, one["at"])) for one in sent]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return []


def _only(columns: Collection[str], texts: Texts) -> Texts:
    return {column: str(text) for column, text in texts.items() if column in columns}
