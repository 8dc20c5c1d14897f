"""What is kept of who wants one letter a year: a sealed address, and nothing of an answer.

Neither table holds a moment, a number, a survey or a language that could be laid beside an answer.
"""

from datetime import date, timedelta

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, TextsField
from lipnet.people.models import Person
from lipnet.surveys.models import Unordered

CONFIRM_WITHIN = timedelta(days=14)
YEARS_KEPT = 3
LONGEST = 254
A_YEAR = timedelta(days=365)


class WaitingAddress(Unordered):
    """Left on a page and not looked at yet: `key` is a keyed hash of the address, by which two of
    the same are one; `sealed` the address with its language; `day` the day, without the hour."""

    key = peewee.TextField(primary_key=True)
    sealed = peewee.TextField()
    day = peewee.DateField()

    class Meta:
        table_name = "waiting_address"
        constraints = [peewee.Check("length(key) = 64", name="waiting_address_key_is_a_hash")]


class KeptAddress(Unordered):
    """Moved from the inbox in a shuffled batch; letters go there only once it is `confirmed`.

    `door` is a keyed hash of what stands in the addresses of its letters. `until` is the last day:
    of a confirmed one the same for everybody of a fiscal year.
    """

    key = peewee.TextField(primary_key=True)
    door = peewee.TextField(unique=True)
    sealed = peewee.TextField()
    confirmed = peewee.BooleanField(default=False)
    until = peewee.DateField()

    class Meta:
        table_name = "kept_address"
        constraints = [
            peewee.Check("length(key) = 64", name="kept_address_key_is_a_hash"),
            peewee.Check("length(door) = 64", name="kept_address_door_is_a_hash"),
        ]

    @classmethod
    def standing(cls) -> peewee.ModelSelect:
        return cls.select().where(cls.confirmed, cls.until >= clock.today())


class YearlyLetter(Base):
    """The letter about one year; `words` are the coordinator's own, in several languages.

    It is sent once; and since `sent_in` is unique, no other goes out in that calendar year.
    """

    fiscal_year = peewee.IntegerField(unique=True)
    words = TextsField()
    sent_on = peewee.DateField(null=True)
    sent_in = peewee.IntegerField(null=True, unique=True)
    sent_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "yearly_letter"
        constraints = [
            peewee.Check("(sent_on IS NULL) = (sent_in IS NULL)", name="yearly_letter_sent")
        ]

    @property
    def is_sent(self) -> bool:
        return self.sent_on is not None

    @classmethod
    def of_year(cls, fiscal_year: int) -> "YearlyLetter | None":
        return cls.get_or_none(cls.fiscal_year == fiscal_year)

    @classmethod
    def may_be_sent_from(cls) -> date | None:
        """The first day for another letter; None if none was sent yet."""
        last = cls.select(peewee.fn.max(cls.sent_on)).scalar()
        return last + A_YEAR if last else None


class DueLetter(Unordered):
    """A letter on its way to one address: the yearly one, or (None) the question whether to write.

    Events name it by its random key, so that the log of events holds nothing of an address.
    """

    key = peewee.TextField(primary_key=True)
    address = peewee.ForeignKeyField(KeptAddress, backref="due", on_delete="CASCADE")
    letter = peewee.ForeignKeyField(YearlyLetter, null=True, backref="+", on_delete="CASCADE")
    until = peewee.DateField()

    class Meta:
        table_name = "due_letter"
        constraints = [peewee.Check("length(key) = 64", name="due_letter_key_is_random")]


def last_day_of_kept() -> date:
    """The end of the fiscal year after so many whole ones."""
    return date(clock.fiscal_year(clock.today()) + YEARS_KEPT + 1, 3, 31)
