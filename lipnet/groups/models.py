"""Bodies, their seats, who sits in them and by which rules."""

from datetime import date, timedelta

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, TextsField
from lipnet.core.i18n import lazy
from lipnet.people.models import SECTORS, Organisation, Person

KIND_NAMES = {
    "council": lazy("Partnership council"),
    "steering": lazy("Steering committee"),
    "executive": lazy("Executive committee"),
    "working_group": lazy("Working group"),
    "ad_hoc": lazy("Group for one task"),
}
KINDS = tuple(KIND_NAMES)

SEAT_ROLE_NAMES = {
    "member": lazy("Member"),
    "chair": lazy("Chair"),
    "co_chair": lazy("Co-chair"),
    "vice_chair": lazy("Vice-chair"),
    "past_chair": lazy("Past chair"),
    "secretary": lazy("Secretary"),
}
ROLES = tuple(SEAT_ROLE_NAMES)
PRESIDING = ("chair", "co_chair", "vice_chair")

QUORUM_KINDS = ("fixed", "share")
DECISION_RULES = ("consensus_then_majority", "majority")
CONFIGURATIONS = ("municipality", "agency", "partnership")


def one_of(column: str, values: tuple[str, ...], name: str) -> peewee.Check:
    """A CHECK that `column` holds one of `values`."""
    return peewee.Check("{} IN ({})".format(column, ", ".join(f"'{v}'" for v in values)), name=name)


class Body(Base):
    """A council, committee or working group."""

    kind = peewee.TextField()
    name = TextsField()
    slug = peewee.TextField(unique=True)
    purpose = TextsField(default=dict)
    parent = peewee.ForeignKeyField("self", null=True, backref="children")
    adopts_minutes = peewee.BooleanField()
    founded_on = peewee.DateField()
    dissolved_on = peewee.DateField(null=True)

    class Meta:
        table_name = "body"
        constraints = [one_of("kind", KINDS, "body_kind")]

    @classmethod
    def by_slug(cls, slug: str) -> "Body | None":
        return cls.get_or_none(cls.slug == slug)

    @classmethod
    def standing(cls) -> list["Body"]:
        """The bodies that exist today: the council first, then by kind, oldest first."""
        bodies = cls.select().where(cls.dissolved_on.is_null()).order_by(cls.id)
        return sorted(bodies, key=lambda body: KINDS.index(body.kind))

    @classmethod
    def dissolved(cls) -> list["Body"]:
        """The bodies that are no more, the latest first."""
        rows = cls.select().where(cls.dissolved_on.is_null(False))
        return list(rows.order_by(cls.dissolved_on.desc(), cls.id.desc()))

    def seats_on(self, day: date) -> list["Seat"]:
        """The seats the body had on `day`, by number."""
        still_there = Seat.removed_on.is_null() | (Seat.removed_on > day)
        seats = list(self.seats.where(still_there).order_by(Seat.number))
        for seat in seats:
            seat.body = self
        return seats

    @property
    def terms_in_force(self) -> "TermsOfReference | None":
        """The terms of reference by which the body works today."""
        return terms_on(self, clock.today())

    @property
    def terms_to_come(self) -> "TermsOfReference | None":
        """The latest version that was adopted and begins on a later day."""
        to_come = self.terms.where(TermsOfReference.in_force_from > clock.today())
        return to_come.order_by(TermsOfReference.version.desc()).first()

    @property
    def terms_drafted(self) -> "TermsOfReference | None":
        """The draft that waits to be put in force."""
        return self.terms.where(TermsOfReference.in_force_from.is_null()).first()


class Seat(Base):
    """A place in a body, whoever holds it."""

    body = peewee.ForeignKeyField(Body, backref="seats")
    number = peewee.IntegerField()
    label = TextsField()
    sector = peewee.TextField()
    voting = peewee.BooleanField(default=True)
    ex_officio = peewee.BooleanField(default=False)
    francophone = peewee.BooleanField(default=False)
    lived_experience = peewee.BooleanField(default=False)
    youth = peewee.BooleanField(default=False)
    removed_on = peewee.DateField(null=True)

    class Meta:
        table_name = "seat"
        indexes = ((("body", "number"), True),)
        constraints = [
            peewee.Check("number > 0", name="seat_number"),
            one_of("sector", SECTORS, "seat_sector"),
        ]


class Appointment(Base):
    """That a person holds a seat from a day to a day."""

    seat = peewee.ForeignKeyField(Seat, backref="appointments")
    person = peewee.ForeignKeyField(Person, backref="appointments")
    role = peewee.TextField(default="member")
    from_on = peewee.DateField()
    to_on = peewee.DateField()
    ended_on = peewee.DateField(null=True)
    ended_reason = peewee.TextField(default="")
    term_number = peewee.IntegerField(default=1)

    class Meta:
        table_name = "appointment"
        constraints = [
            one_of("role", ROLES, "appointment_role"),
            peewee.Check("from_on <= to_on", name="appointment_days"),
            peewee.Check("term_number > 0", name="appointment_term"),
        ]

    @property
    def free_from(self) -> date:
        """The first day on which the seat is not held by this appointment any more."""
        return self.ended_on or self.to_on + timedelta(days=1)

    @property
    def last_day(self) -> date:
        """The last day on which the person sits, also where the term was ended early."""
        return self.free_from - timedelta(days=1)

    def in_effect(self, day: date) -> bool:
        return self.from_on <= day < self.free_from


class TermsOfReference(Base):
    """One version of a body's rules; in force once adopted, and then unchanged."""

    body = peewee.ForeignKeyField(Body, backref="terms")
    version = peewee.IntegerField()
    sections = peewee.JSONField()
    quorum_kind = peewee.TextField()
    quorum_value = peewee.IntegerField()
    decision_rule = peewee.TextField()
    term_years = peewee.IntegerField()
    notice_days = peewee.IntegerField()
    review_on = peewee.DateField(null=True)
    in_force_from = peewee.DateField(null=True)

    class Meta:
        table_name = "terms_of_reference"
        indexes = ((("body", "version"), True),)
        constraints = [
            one_of("quorum_kind", QUORUM_KINDS, "terms_quorum_kind"),
            one_of("decision_rule", DECISION_RULES, "terms_decision_rule"),
            peewee.Check(
                "quorum_value > 0 AND (quorum_kind = 'fixed' OR quorum_value <= 100)",
                name="terms_quorum_value",
            ),
            peewee.Check("term_years > 0 AND notice_days >= 0", name="terms_lengths"),
        ]

    def holds_on(self, day: date) -> bool:
        """Whether it was put in force by then; the latest such version counts."""
        return self.in_force_from is not None and self.in_force_from <= day

    def quorum_among(self, filled: int) -> int:
        """How many voting members must be present when `filled` voting seats are filled.

        A share is rounded up to whole people: half of 9 is 5.
        """
        if self.quorum_kind == "fixed":
            return self.quorum_value
        return -(-filled * self.quorum_value // 100)


class HolderChoice(Base):
    """Who holds the contribution agreement, and why it was chosen so."""

    configuration = peewee.TextField()
    holder = peewee.ForeignKeyField(Organisation, null=True)
    reason = TextsField()
    on = peewee.DateField()

    class Meta:
        table_name = "holder_choice"
        constraints = [one_of("configuration", CONFIGURATIONS, "holder_choice_configuration")]

    @classmethod
    def latest(cls) -> "HolderChoice | None":
        return cls.select().order_by(cls.id.desc()).first()


def appointments_on(body: Body, day: date) -> list[Appointment]:
    """Who sat in `body` on `day`: appointments with seat and person loaded, by seat number."""
    rows = (
        Appointment.select(Appointment, Seat, Person)
        .join(Seat)
        .switch(Appointment)
        .join(Person)
        .where(
            (Seat.body == body)
            & (Seat.removed_on.is_null() | (Seat.removed_on > day))
            & (Appointment.from_on <= day)
            & (Appointment.to_on >= day)
            & (Appointment.ended_on.is_null() | (Appointment.ended_on > day))
        )
        .order_by(Seat.number)
    )
    return [_of_body(row, body) for row in rows]


def people_of(body: Body, day: date) -> list[Person]:
    """The persons seated in `body` on `day`, each once, sorted by name."""
    people = {row.person.id: row.person for row in appointments_on(body, day)}
    return sorted(people.values(), key=lambda person: (person.folded_name, person.id))


def vacant_seats(body: Body, day: date) -> list[Seat]:
    """The seats nobody holds on `day`, by number."""
    filled = {row.seat_id for row in appointments_on(body, day)}
    return [seat for seat in body.seats_on(day) if seat.id not in filled]


def filled_voting_seats(body: Body, day: date) -> list[Seat]:
    """The voting seats somebody holds on `day`, by number."""
    return [row.seat for row in appointments_on(body, day) if row.seat.voting]


def quorum_of(body: Body, day: date) -> int | None:
    """How many voting members a meeting on `day` needs; None while no rule is in force."""
    terms = terms_on(body, day)
    return terms.quorum_among(len(filled_voting_seats(body, day))) if terms else None


def terms_on(body: Body, day: date) -> TermsOfReference | None:
    """The terms of reference in force on `day`."""
    in_force = body.terms.where(TermsOfReference.in_force_from <= day)
    return in_force.order_by(TermsOfReference.version.desc()).first()


def appointments_of(person: Person, day: date) -> list[Appointment]:
    """Where `person` sits on `day`, with seat and body loaded."""
    rows = (
        Appointment.select(Appointment, Seat, Body)
        .join(Seat)
        .join(Body)
        .where(
            (Appointment.person == person)
            & (Seat.removed_on.is_null() | (Seat.removed_on > day))
            & (Appointment.from_on <= day)
            & (Appointment.to_on >= day)
            & (Appointment.ended_on.is_null() | (Appointment.ended_on > day))
        )
        .order_by(Body.id, Seat.number)
    )
    return list(rows)


def earlier_appointments_of(person: Person, day: date) -> list[Appointment]:
    """Where `person` sat before `day` and sits no more, the latest first."""
    rows = (
        Appointment.select(Appointment, Seat, Body)
        .join(Seat)
        .join(Body)
        .where((Appointment.person == person) & (Appointment.from_on < day))
        .order_by(Appointment.from_on.desc(), Appointment.id.desc())
    )
    return [row for row in rows if row.free_from <= day]


def followed(appointment: Appointment) -> bool:
    """Whether somebody is already appointed to the seat for the time after this appointment."""
    later = Appointment.from_on >= appointment.free_from
    return Appointment.select().where((Appointment.seat == appointment.seat) & later).exists()


def _of_body(row: Appointment, body: Body) -> Appointment:
    row.seat.body = body  # so that nobody asks for it again
    return row
