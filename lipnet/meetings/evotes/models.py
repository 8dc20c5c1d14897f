"""A motion put to the members between meetings, and what each of them answered."""

from datetime import datetime

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.files import StoredFile
from lipnet.groups.models import Body, one_of
from lipnet.meetings.models import Meeting, Motion
from lipnet.people.models import Person

CHOICES = ("in_favour", "against", "abstained")
RESULTS = ("carried", "defeated", "too_few")
REMINDERS = ("day", "hours", "none")


class EVote(Base):
    """Asked for, open until its hour, then closed for good; or withdrawn before, with a reason.

    The rule of the terms of reference is kept as it was when the vote was opened. `entered_in` is
    the meeting whose minutes hold it.
    """

    body = peewee.ForeignKeyField(Body, backref="evotes")
    text = TextsField()
    reasons = TextsField(default=dict)
    link = peewee.TextField(default="")
    mover = peewee.ForeignKeyField(Person, backref="+")
    seconder = peewee.ForeignKeyField(Person, backref="+")
    percent = peewee.IntegerField()
    rule = peewee.TextField()
    asked_by = peewee.ForeignKeyField(Person, backref="+")
    opened_at = MomentField()
    closes_at = MomentField(index=True)
    closed_at = MomentField(null=True)
    result = peewee.TextField(null=True)
    withdrawn_at = MomentField(null=True)
    withdrawn_reason = peewee.TextField(default="")
    motion = peewee.ForeignKeyField(Motion, null=True, unique=True, backref="evotes")
    entered_in = peewee.ForeignKeyField(
        Meeting, null=True, backref="evotes_entered", on_delete="SET NULL"
    )

    class Meta:
        table_name = "evote"
        constraints = [
            one_of("result", RESULTS, "evote_result"),
            peewee.Check("mover_id <> seconder_id", name="evote_two_people"),
            peewee.Check("percent BETWEEN 1 AND 100", name="evote_percent"),
            peewee.Check("(closed_at IS NULL) = (result IS NULL)", name="evote_closed"),
            peewee.Check(
                "(withdrawn_at IS NULL) = (withdrawn_reason = '')", name="evote_withdrawn"
            ),
            peewee.Check("closed_at IS NULL OR withdrawn_at IS NULL", name="evote_one_end"),
            peewee.Check(
                "(motion_id IS NOT NULL) = (result IS NOT NULL AND result <> 'too_few')",
                name="evote_motion",
            ),
        ]

    @property
    def is_over(self) -> bool:
        """Closed or withdrawn: nothing about it changes any more."""
        return self.closed_at is not None or self.withdrawn_at is not None

    @property
    def takes_votes(self) -> bool:
        return not self.is_over and clock.now() < self.closes_at

    @property
    def closes_locally(self) -> datetime:
        """The closing hour where the partnership is."""
        return self.closes_at.astimezone(clock.local_zone())

    @property
    def closed_locally(self) -> datetime:
        return self.closed_at.astimezone(clock.local_zone())


class EVoter(Base):
    """A member with a vote when it was opened, who may stand in, and what was answered."""

    evote = peewee.ForeignKeyField(EVote, backref="voters", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+")
    alternate = peewee.ForeignKeyField(Person, null=True, backref="+")
    choice = peewee.TextField(null=True)
    cast_by = peewee.ForeignKeyField(Person, null=True, backref="+")
    cast_at = MomentField(null=True)
    remind = peewee.TextField(default="day")
    reminded_at = MomentField(null=True)

    class Meta:
        table_name = "evoter"
        indexes = ((("evote", "person"), True),)
        constraints = [
            one_of("choice", CHOICES, "evoter_choice"),
            one_of("remind", REMINDERS, "evoter_remind"),
            peewee.Check("alternate_id <> person_id", name="evoter_not_own_alternate"),
            peewee.Check(
                "(choice IS NULL) = (cast_by_id IS NULL) AND (choice IS NULL) = (cast_at IS NULL)",
                name="evoter_whole_answer",
            ),
            peewee.Check(
                "cast_by_id = person_id OR cast_by_id = alternate_id", name="evoter_who_answered"
            ),
        ]

    @property
    def is_by_alternate(self) -> bool:
        return self.cast_by_id is not None and self.cast_by_id != self.person_id


class EVotePaper(Base):
    """A file that members read before they vote; it stays with the vote as it was asked."""

    evote = peewee.ForeignKeyField(EVote, backref="papers", on_delete="CASCADE")
    file = peewee.ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
    file_name = peewee.TextField()

    class Meta:
        table_name = "evote_paper"
        constraints = [peewee.Check("file_name <> ''", name="evote_paper_file_name")]


def papers_of(evote: EVote) -> list[EVotePaper]:
    """In the order in which they were brought."""
    return list(evote.papers.order_by(EVotePaper.id))


def open_evotes() -> list[EVote]:
    """Neither closed nor withdrawn, the soonest to close first."""
    unfinished = EVote.closed_at.is_null() & EVote.withdrawn_at.is_null()
    return list(EVote.select().where(unfinished).order_by(EVote.closes_at, EVote.id))


def voters_of(evote: EVote) -> list[EVoter]:
    """By name, with the people loaded."""
    alternate, caster = Person.alias(), Person.alias()
    outer = peewee.JOIN.LEFT_OUTER
    rows = (
        EVoter.select(EVoter, Person, alternate, caster)
        .join_from(EVoter, Person, on=EVoter.person)
        .join_from(EVoter, alternate, outer, on=EVoter.alternate)
        .join_from(EVoter, caster, outer, on=EVoter.cast_by)
        .where(EVoter.evote == evote)
    )
    return sorted(rows, key=lambda row: (row.person.folded_name, row.person_id))
