"""An e-mail address that waits to be confirmed, and an organisation that is to be put right."""

from datetime import datetime, timedelta

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField
from lipnet.people.models import Person

LASTS = timedelta(days=2)
KEPT = timedelta(days=7)  # until the letter to the former address has surely been written


class AddressChange(Base):
    """That a person asked to be reached elsewhere; nothing changes until it is confirmed."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="+", on_delete="CASCADE")
    email = peewee.TextField()
    was = peewee.TextField()
    asked_at = MomentField()
    confirmed_at = MomentField(null=True)

    class Meta:
        table_name = "address_change"
        constraints = [peewee.Check("email <> '' AND was <> ''", name="address_change_both")]

    @classmethod
    def waiting_of(cls, person: Person) -> "AddressChange | None":
        """What the person asked for and may still confirm."""
        row = cls.get_or_none((cls.person == person) & cls.confirmed_at.is_null())
        return row if row and clock.now() <= row.until else None

    @classmethod
    def over(cls) -> "list[AddressChange]":
        """Those that wait for nothing any more: their addresses are to be erased."""
        now = clock.now()
        late = cls.confirmed_at.is_null() & (cls.asked_at < now - LASTS)
        return list(cls.select().where(late | (cls.confirmed_at < now - KEPT)))

    @property
    def until(self) -> datetime:
        return self.asked_at + LASTS

    @property
    def holder(self) -> Person | None:
        """Whose address it is already, if it is somebody else's."""
        found = Person.by_address(self.email)
        return found if found and found.id != self.person_id else None


class OrganisationWish(Base):
    """That a person asked the coordinators to put their organisation right."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="+", on_delete="CASCADE")
    text = peewee.TextField()
    asked_at = MomentField()

    class Meta:
        table_name = "organisation_wish"
        constraints = [peewee.Check("text <> ''", name="organisation_wish_says")]

    @classmethod
    def of(cls, person: Person) -> "OrganisationWish | None":
        return cls.get_or_none(cls.person == person)
