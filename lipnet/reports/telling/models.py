"""What was heard and done about a finding, in plain words, one text for each language."""

import peewee

from lipnet.core.db import Base
from lipnet.core.i18n import lazy
from lipnet.evidence.models import Finding
from lipnet.groups.models import one_of
from lipnet.people.models import Person

STATE_NAMES = {
    "machine": lazy("Translated by a program, read by nobody yet"),
    "human": lazy("Written by a person"),
    "reviewed": lazy("Read by a second person"),
}
STATES = tuple(STATE_NAMES)
LONGEST = 1_000


class PlainTelling(Base):
    """The text in one language; `state` says honestly who wrote or read it, `on` when."""

    finding = peewee.ForeignKeyField(Finding, backref="+", on_delete="CASCADE")
    language = peewee.TextField()
    text = peewee.TextField()
    state = peewee.TextField()
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "plain_telling"
        indexes = ((("finding", "language"), True),)
        constraints = [
            one_of("state", STATES, "plain_telling_state"),
            peewee.Check("text <> ''", name="plain_telling_text"),
        ]

    @classmethod
    def of(cls, findings, language: str) -> "dict[int, PlainTelling]":
        """finding id -> its text in `language`, where there is one."""
        ids = [finding.id for finding in findings]
        rows = cls.select().where(cls.finding.in_(ids), cls.language == language)
        return {row.finding_id: row for row in rows}
