"""Meetings and all that is written down in them."""

from datetime import date

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.groups.models import Appointment, Body, TermsOfReference, one_of
from lipnet.people.models import Person

PURPOSES = ("information", "discussion", "decision", "consent")
STATUSES = ("present", "regrets", "absent", "guest", "staff")
RESULTS = ("carried", "consensus", "defeated", "tabled", "withdrawn")
CARRIED = ("carried", "consensus")


class Meeting(Base):
    """A meeting of a body: called, held, minuted."""

    body = peewee.ForeignKeyField(Body, backref="meetings")
    on = peewee.DateField(index=True)
    starts_at = peewee.TextField()
    place = peewee.TextField(default="")
    link = peewee.TextField(default="")
    languages = peewee.JSONField()
    called_at = MomentField()
    called_off_at = MomentField(null=True)
    held_at = MomentField(null=True)

    class Meta:
        table_name = "meeting"
        constraints = [
            peewee.Check("length(starts_at) = 5", name="meeting_starts_at"),
            peewee.Check(
                "called_off_at IS NULL OR held_at IS NULL", name="meeting_held_or_called_off"
            ),
        ]

    @property
    def is_called_off(self) -> bool:
        return self.called_off_at is not None

    @property
    def is_upcoming(self) -> bool:
        return self.on >= clock.today() and not self.is_called_off

    @property
    def minutes(self) -> "Minutes | None":
        return Minutes.get_or_none(Minutes.meeting == self)

    @property
    def adoption(self) -> "MinutesAdoption | None":
        return MinutesAdoption.select().join(Minutes).where(Minutes.meeting == self).first()

    @property
    def circulation(self) -> "MinutesCirculation | None":
        """The circulation in force: the latest one, unless it was taken back."""
        rows = MinutesCirculation.select().join(Minutes).where(Minutes.meeting == self)
        in_force = rows.where(MinutesCirculation.taken_back_at.is_null())
        return in_force.order_by(MinutesCirculation.id.desc()).first()

    @property
    def minutes_state(self) -> str:
        """draft, circulated or adopted."""
        if self.adoption:
            return "adopted"
        return "circulated" if self.circulation else "draft"

    def agenda(self) -> "list[AgendaItem]":
        return list(self.items.order_by(AgendaItem.position, AgendaItem.id))


class AgendaItem(Base):
    """One item of an agenda, and the notes taken under it."""

    meeting = peewee.ForeignKeyField(Meeting, backref="items", on_delete="CASCADE")
    position = peewee.IntegerField()
    title = TextsField()
    purpose = peewee.TextField()
    presenter = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    minutes_planned = peewee.IntegerField(null=True)
    notes = TextsField(default=dict)

    class Meta:
        table_name = "agenda_item"
        constraints = [
            one_of("purpose", PURPOSES, "agenda_item_purpose"),
            peewee.Check("minutes_planned > 0", name="agenda_item_minutes_planned"),
        ]


class Attendance(Base):
    """That somebody was there, or was not: a person we know, or a guest by name."""

    meeting = peewee.ForeignKeyField(Meeting, backref="attendances", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, null=True, backref="+")
    name = peewee.TextField(default="")
    status = peewee.TextField()
    alternate_for = peewee.ForeignKeyField(Person, null=True, backref="+")

    class Meta:
        table_name = "attendance"
        indexes = ((("meeting", "person"), True), (("meeting", "alternate_for"), True))
        constraints = [
            one_of("status", STATUSES, "attendance_status"),
            peewee.Check("(person_id IS NULL) = (name <> '')", name="attendance_person_or_name"),
            peewee.Check(
                "alternate_for_id IS NULL OR status = 'present'", name="attendance_alternate"
            ),
            peewee.Check("alternate_for_id <> person_id", name="attendance_not_own_alternate"),
        ]

    @property
    def shown_name(self) -> str:
        return self.person.name if self.person else self.name


class Motion(Base):
    """A motion, numbered through the calendar year of the whole partnership."""

    meeting = peewee.ForeignKeyField(Meeting, null=True, backref="motions")
    between_body = peewee.ForeignKeyField(Body, null=True, backref="+")
    between_on = peewee.DateField(null=True)
    agenda_item = peewee.ForeignKeyField(AgendaItem, null=True, backref="motions")
    number = peewee.TextField(unique=True)
    at = peewee.TextField(default="")  # "HH:MM", if it was noted
    text = TextsField()
    mover = peewee.ForeignKeyField(Person, null=True, backref="+")
    seconder = peewee.ForeignKeyField(Person, null=True, backref="+")
    result = peewee.TextField()
    in_favour = peewee.IntegerField(null=True)
    against = peewee.IntegerField(null=True)
    abstained = peewee.IntegerField(null=True)

    class Meta:
        table_name = "motion"
        constraints = [
            one_of("result", RESULTS, "motion_result"),
            peewee.Check("mover_id <> seconder_id", name="motion_two_people"),
            peewee.Check(
                "result = 'consensus' OR (mover_id IS NOT NULL AND seconder_id IS NOT NULL)",
                name="motion_moved_and_seconded",
            ),
            peewee.Check(
                "in_favour >= 0 AND against >= 0 AND abstained >= 0", name="motion_counts"
            ),
            peewee.Check(
                "(meeting_id IS NULL) = (between_body_id IS NOT NULL) "
                "AND (meeting_id IS NULL) = (between_on IS NOT NULL)",
                name="motion_meeting_or_between",
            ),
            peewee.Check("length(at) IN (0, 5)", name="motion_at"),
        ]

    @property
    def is_between_meetings(self) -> bool:
        return self.meeting_id is None

    @property
    def body(self) -> Body:
        return self.between_body if self.is_between_meetings else self.meeting.body

    @property
    def on(self) -> date:
        return self.between_on if self.is_between_meetings else self.meeting.on

    @property
    def counts(self) -> dict[str, int | None]:
        return {name: getattr(self, name) for name in ("in_favour", "against", "abstained")}

    @property
    def is_carried(self) -> bool:
        return self.result in CARRIED


class Decision(Base):
    """What the meeting decided, with or without a motion."""

    meeting = peewee.ForeignKeyField(Meeting, backref="decisions")
    agenda_item = peewee.ForeignKeyField(AgendaItem, null=True, backref="decisions")
    text = TextsField()
    motion = peewee.ForeignKeyField(Motion, null=True, backref="decisions")

    class Meta:
        table_name = "decision"


class Minutes(Base):
    """The minutes of a meeting; what stands in them is the meeting's own records."""

    meeting = peewee.ForeignKeyField(Meeting, unique=True, on_delete="CASCADE")
    notes = TextsField(default=dict)

    class Meta:
        table_name = "minutes"


class MinutesCirculation(Base):
    """That the minutes went round; taken back if they had to be put right first."""

    minutes = peewee.ForeignKeyField(Minutes, backref="circulations", on_delete="CASCADE")
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+")
    taken_back_at = MomentField(null=True)

    class Meta:
        table_name = "minutes_circulation"


class MinutesAdoption(Base):
    """That the minutes are closed for good, and the document they are from then on."""

    minutes = peewee.ForeignKeyField(Minutes, unique=True)
    motion = peewee.ForeignKeyField(Motion, null=True, backref="minutes_adopted")
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+")
    frozen = peewee.JSONField()

    class Meta:
        table_name = "minutes_adoption"


class MinutesCorrection(Base):
    """What adopted minutes should have said; the minutes themselves stay as they are."""

    adoption = peewee.ForeignKeyField(MinutesAdoption, backref="corrections")
    text = TextsField()
    motion = peewee.ForeignKeyField(Motion, null=True)
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+")

    class Meta:
        table_name = "minutes_correction"


class TermsAdoption(Base):
    """That a motion put terms of reference in force."""

    terms = peewee.ForeignKeyField(TermsOfReference, unique=True)
    motion = peewee.ForeignKeyField(Motion, backref="terms_adopted")

    class Meta:
        table_name = "terms_adoption"


class AppointmentRatification(Base):
    """That a motion ratified an appointment."""

    appointment = peewee.ForeignKeyField(Appointment, unique=True)
    motion = peewee.ForeignKeyField(Motion, backref="appointments_ratified")

    class Meta:
        table_name = "appointment_ratification"


def minutes_in_circulation() -> list[Minutes]:
    """The minutes that went round and are not adopted yet."""
    sent = MinutesCirculation.select().where(MinutesCirculation.taken_back_at.is_null())
    return list(
        Minutes.select()
        .where(Minutes.id.in_(sent.select(MinutesCirculation.minutes)))
        .where(Minutes.id.not_in(MinutesAdoption.select(MinutesAdoption.minutes)))
    )
