"""A nomination begun and not sent: its writer's alone."""

from datetime import date, timedelta
from typing import NamedTuple

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField
from lipnet.groups.models import one_of
from lipnet.nominations.models import Call
from lipnet.people.models import Person

KINDS = ("nominate", "stand")
KEEP_DRAFTS = timedelta(days=60)


class NominationDraft(Base):
    """What was typed into a form, field by field as it was sent: {name: [values]}. It is not a
    nomination: nobody is asked, and nobody but `writer` reads it."""

    call = peewee.ForeignKeyField(Call, backref="nomination_drafts")
    writer = peewee.ForeignKeyField(Person, backref="nomination_drafts", on_delete="CASCADE")
    kind = peewee.TextField()
    content = peewee.JSONField()
    saved_at = MomentField()

    class Meta:
        table_name = "nomination_draft"
        constraints = [one_of("kind", KINDS, "nomination_draft_kind")]

    @property
    def saved_on(self) -> date:
        return self.saved_at.astimezone(clock.local_zone()).date()

    @property
    def about(self) -> str:
        """The name that was typed for somebody who is not in our list."""
        return next(iter(self.content.get("name", ())), "")

    @classmethod
    def of(cls, writer) -> "list[NominationDraft]":
        """What a person has begun, the latest saved first."""
        rows = cls.select(cls, Call).join(Call).where(cls.writer == writer)
        return list(rows.order_by(cls.saved_at.desc(), cls.id.desc()))


class Line(NamedTuple):
    """One field of a draft as it is read: its label and what was typed."""

    label: str
    text: str


def calls_with_old_drafts() -> list[Call]:
    """The calls closed so long ago that what was never sent in them is erased."""
    old = Call.closed_at < clock.now() - KEEP_DRAFTS
    return list(Call.select().join(NominationDraft).where(old).distinct())
