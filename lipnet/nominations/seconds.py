"""Who was asked to second a nomination: one person of each other organisation."""

import peewee

from lipnet.core import links
from lipnet.core.db import Base, MomentField
from lipnet.core.links import OneTimeLink
from lipnet.nominations.models import Nomination
from lipnet.people.models import Organisation, Person

SECOND_PURPOSE = "second"


class Second(Base):
    """That somebody of another organisation was asked to support a nomination, and the answer.

    `asked_as` is the name that was written for the person: who has no account reads that, and not
    whom we know behind the address. Empty where it was not kept yet.
    """

    nomination = peewee.ForeignKeyField(Nomination, backref="seconds")
    person = peewee.ForeignKeyField(Person, backref="seconds")
    organisation = peewee.ForeignKeyField(Organisation, backref="seconds")
    asked_as = peewee.TextField(default="")
    asked_at = MomentField()
    confirmed_at = MomentField(null=True)
    declined_at = MomentField(null=True)

    class Meta:
        table_name = "second"
        indexes = (
            (("nomination", "organisation"), True),
            (("nomination", "person"), True),
        )
        constraints = [
            peewee.Check("confirmed_at IS NULL OR declined_at IS NULL", name="second_one_answer")
        ]

    @property
    def is_waiting(self) -> bool:
        return not (self.confirmed_at or self.declined_at)

    @property
    def open_link(self) -> OneTimeLink | None:
        """The link by which the answer can still be given."""
        return links.open_of(SECOND_PURPOSE, self) if self.is_waiting else None
