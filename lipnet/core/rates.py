"""Rate limits in the database, right across processes."""

from datetime import timedelta

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, db
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal

WINDOW = timedelta(minutes=15)


class Attempts(Base):
    """How often something was tried in one quarter of an hour; `key` is a keyed hash."""

    key = peewee.TextField()
    window = MomentField()
    count = peewee.IntegerField()

    class Meta:
        table_name = "attempts"
        primary_key = peewee.CompositeKey("key", "window")


class TooMany(Refusal):
    """Tried too often: 429."""


def count(key: str, limit: int) -> None:
    """Count one attempt under `key`; raises TooMany beyond `limit` in the quarter of an hour."""
    window = _window()
    with db.atomic():
        Attempts.insert(key=key, window=window, count=1).on_conflict(
            conflict_target=[Attempts.key, Attempts.window],
            update={Attempts.count: Attempts.count + 1},
        ).execute()
        tried = Attempts.get((Attempts.key == key) & (Attempts.window == window)).count
    if tried > limit:
        raise TooMany(lazy("That was tried too often. Please wait a quarter of an hour."))


def forget(key: str) -> None:
    """The attempts under `key` do not count any more (a success)."""
    Attempts.delete().where(Attempts.key == key).execute()


def forget_old() -> int:
    return Attempts.delete().where(Attempts.window < clock.now() - timedelta(days=1)).execute()


def _window():
    moment = clock.now()
    return moment.replace(minute=moment.minute // 15 * 15, second=0)
