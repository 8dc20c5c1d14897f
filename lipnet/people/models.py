"""Persons, organisations, roles and sign-ins."""

import hashlib

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.i18n import lazy
from lipnet.people.sectors import SECTOR_NAMES as SECTOR_NAMES
from lipnet.people.sectors import SECTORS

ROLE_NAMES = {
    "coordinator": lazy("Coordinator"),
    "chair": lazy("Chair"),
    "member": lazy("Member"),
    "translator": lazy("Translator"),
    "viewer": lazy("Viewer"),
    "steward": lazy("Data steward"),
}


def folded_address(email: str | None) -> str | None:
    """The form in which e-mail addresses are compared."""
    return email.strip().casefold() if email else None


class Organisation(Base):
    """An organisation at the table."""

    name = TextsField()
    folded_name = peewee.TextField(index=True)
    sector = peewee.TextField()
    website = peewee.TextField(default="")
    left_on = peewee.DateField(null=True)

    class Meta:
        table_name = "organisation"
        constraints = [
            peewee.Check(
                "sector IN ({})".format(", ".join(f"'{s}'" for s in SECTORS)),
                name="organisation_sector",
            )
        ]

    @classmethod
    def present(cls) -> list["Organisation"]:
        """The organisations at the table, sorted by name."""
        return sorted(
            cls.select().where(cls.left_on.is_null()), key=lambda row: (row.folded_name, row.id)
        )


class Person(Base):
    """A person we know: with or without a sign-in of their own."""

    name = peewee.TextField()
    folded_name = peewee.TextField(index=True)
    email = peewee.TextField(null=True)
    folded_email = peewee.TextField(null=True, unique=True)
    language = peewee.TextField(default="en")
    organisation = peewee.ForeignKeyField(
        Organisation, null=True, backref="people", on_delete="SET NULL"
    )
    password_hash = peewee.TextField(null=True)
    added_at = MomentField()
    left_at = MomentField(null=True)

    class Meta:
        table_name = "person"
        constraints = [
            peewee.Check("(email IS NULL) = (folded_email IS NULL)", name="person_email_folded_too")
        ]

    @classmethod
    def present(cls) -> list["Person"]:
        """The persons who have not left, sorted by name; organisations loaded."""
        rows = (
            cls.select(cls, Organisation)
            .join(Organisation, peewee.JOIN.LEFT_OUTER)
            .where(cls.left_at.is_null())
        )
        return sorted(rows, key=lambda person: (person.folded_name, person.id))

    @classmethod
    def by_address(cls, email: str | None) -> "Person | None":
        """The person with this e-mail address, however it is written."""
        address = folded_address(email)
        return cls.get_or_none(cls.folded_email == address) if address else None

    @property
    def is_active(self) -> bool:
        return self.left_at is None

    @property
    def may_sign_in(self) -> bool:
        """Whether there is a way in: an address, and a password or a role; and not left."""
        return self.is_active and bool(self.email) and bool(self.password_hash or self.roles)

    @property
    def roles(self) -> set[str]:
        """The partnership-wide roles this person holds; read once per loaded record."""
        if "_roles" not in self.__dict__:
            self.__dict__["_roles"] = {grant.role for grant in self.grants}
        return self.__dict__["_roles"]

    @classmethod
    def with_roles(cls, people: list["Person"]) -> list["Person"]:
        """The same persons, with the roles of all of them read at once."""
        held: dict[int, set[str]] = {person.id: set() for person in people}
        for grant in RoleGrant.select().where(RoleGrant.person.in_(list(held))):
            held[grant.person_id].add(grant.role)
        for person in people:
            person.__dict__["_roles"] = held[person.id]
        return people

    @property
    def roles_in_order(self) -> list[str]:
        """The same roles, as they are always listed."""
        return [role for role in ROLE_NAMES if role in self.roles]

    def forget_roles(self) -> None:
        """Read the roles anew next time: an operation has changed them."""
        self.__dict__.pop("_roles", None)


class RoleGrant(Base):
    """That a person holds a role in the whole partnership."""

    person = peewee.ForeignKeyField(Person, backref="grants", on_delete="CASCADE")
    role = peewee.TextField()
    granted_at = MomentField()

    class Meta:
        table_name = "role_grant"
        indexes = ((("person", "role"), True),)
        constraints = [
            peewee.Check(
                "role IN ({})".format(", ".join(f"'{role}'" for role in ROLE_NAMES)),
                name="role_grant_role",
            )
        ]


class SignIn(Base):
    """One signed-in browser; checked on every request, ended by deleting the row's right."""

    key_hash = peewee.TextField(unique=True)
    person = peewee.ForeignKeyField(Person, backref="sign_ins", on_delete="CASCADE")
    began_at = MomentField()
    seen_at = MomentField()
    ended_at = MomentField(null=True)

    class Meta:
        table_name = "sign_in"

    @classmethod
    def running_of(cls, person: Person) -> list["SignIn"]:
        """The person's sign-ins that were not ended, the latest used first."""
        running = (cls.person == person) & cls.ended_at.is_null()
        return list(cls.select().where(running).order_by(cls.seen_at.desc(), cls.id.desc()))


CHANNEL_NAMES = {
    "email": lazy("By e-mail"),
    "phone": lazy("By telephone"),
    "post": lazy("By post"),
}


class DirectoryEntry(Base):
    """What a person adds about themselves, and what of it members see: the postal address never."""

    person = peewee.ForeignKeyField(Person, unique=True, on_delete="CASCADE")
    phone = peewee.TextField(default="")
    position = peewee.TextField(default="")
    postal_address = peewee.TextField(default="")
    channel = peewee.TextField(default="email")
    shows_email = peewee.BooleanField(default=True)
    shows_phone = peewee.BooleanField(default=False)
    shows_position = peewee.BooleanField(default=True)

    class Meta:
        table_name = "directory_entry"
        constraints = [
            peewee.Check("channel IN ('email', 'phone', 'post')", name="directory_entry_channel"),
        ]

    @classmethod
    def of(cls, person: Person) -> "DirectoryEntry":
        """The person's entry; who wrote none shows the e-mail address, as ever."""
        return cls.get_or_none(cls.person == person) or cls(person=person)

    @classmethod
    def by_person(cls) -> "dict[int, DirectoryEntry]":
        return {row.person_id: row for row in cls.select()}


def token_hash(text: str) -> str:
    """How a token is kept; it is drawn from so many that nobody tries them out."""
    return hashlib.sha256(text.encode()).hexdigest()


class ApiToken(Base):
    """A key for a program of this person's: it reads what she may read, until its last day."""

    person = peewee.ForeignKeyField(Person, backref="tokens", on_delete="CASCADE")
    name = peewee.TextField()
    token_hash = peewee.TextField(unique=True)
    made_on = peewee.DateField()
    used_on = peewee.DateField(null=True)
    expires_on = peewee.DateField()
    revoked_on = peewee.DateField(null=True)

    class Meta:
        table_name = "api_token"
        constraints = [
            peewee.Check("length(token_hash) = 64", name="api_token_is_a_hash"),
            peewee.Check("name <> ''", name="api_token_has_a_name"),
            peewee.Check("expires_on > made_on", name="api_token_expires"),
        ]

    @property
    def works(self) -> bool:
        return self.revoked_on is None and clock.today() <= self.expires_on

    @classmethod
    def working_of(cls, person: Person) -> "list[ApiToken]":
        """The tokens that still open something, the newest first."""
        rows = cls.select().where((cls.person == person) & cls.revoked_on.is_null())
        return [token for token in rows.order_by(cls.id.desc()) if token.works]
