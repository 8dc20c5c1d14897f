"""Who reads the nominations of a call, what they noted, and whom they recommend."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.groups.models import Seat
from lipnet.nominations.endorsing import Endorsement
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.seconds import Second
from lipnet.people.models import Person

MARKS = (0, 1, 2, 3)


class Reviewer(Base):
    """That a person who does not stand reads the nominations of a call."""

    call = peewee.ForeignKeyField(Call, backref="reviewers")
    person = peewee.ForeignKeyField(Person, backref="reviews")
    named_at = MomentField()

    class Meta:
        table_name = "reviewer"
        indexes = ((("call", "person"), True),)

    def is_recused_from(self, nomination: Nomination) -> bool:
        return self.recusals.where(Recusal.nomination == nomination).exists()

    def reading_of(self, nomination: Nomination) -> "Reading | None":
        return self.readings.where(Reading.nomination == nomination).first()

    @property
    def still_to_read(self) -> list[Nomination]:
        """The candidates this person neither read nor stepped back from."""
        done = {row.nomination_id for row in (*self.readings, *self.recusals)}
        return [row for row in self.call.candidates if row.id not in done]


class Recusal(Base):
    """That a reviewer steps back from one nomination, and why."""

    reviewer = peewee.ForeignKeyField(Reviewer, backref="recusals")
    nomination = peewee.ForeignKeyField(Nomination, backref="recusals")
    reason = peewee.TextField()
    recused_at = MomentField()

    class Meta:
        table_name = "recusal"
        indexes = ((("reviewer", "nomination"), True),)
        constraints = [peewee.Check("reason <> ''", name="recusal_has_a_reason")]


class Reading(Base):
    """What a reviewer found: how well each seat of the call would suit, 0 to 3, and notes.

    `marks` and `notes` go by the id of the seat as text; `note` is on the whole. `first_marks` were
    given before the name was known, and stay; None if it was noted before they were kept.
    """

    reviewer = peewee.ForeignKeyField(Reviewer, backref="readings")
    nomination = peewee.ForeignKeyField(Nomination, backref="readings")
    marks = peewee.JSONField()
    notes = peewee.JSONField(default=dict)
    note = peewee.TextField(default="")
    read_at = MomentField()
    first_marks = peewee.JSONField(null=True)

    class Meta:
        table_name = "reading"
        indexes = ((("reviewer", "nomination"), True),)

    @property
    def changed_since(self) -> dict[str, int]:
        """The first marks that are others now, by the id of the seat as text."""
        first = self.first_marks or {}
        return {seat: mark for seat, mark in first.items() if mark != self.marks.get(seat)}


class Recommendation(Base):
    """Whom the committee recommends, and why; replaced until the call is decided."""

    call = peewee.ForeignKeyField(Call, unique=True, backref="recommendations")
    report = peewee.TextField()
    made_at = MomentField()
    by = peewee.ForeignKeyField(Person, backref="recommendations")

    class Meta:
        table_name = "recommendation"
        constraints = [peewee.Check("report <> ''", name="recommendation_has_a_report")]

    @property
    def seats(self) -> dict[Nomination, Seat]:
        return {row.nomination: row.seat for row in self.recommended}

    @property
    def by_seat(self) -> list[tuple[Seat, Nomination]]:
        """(seat, who is recommended for it), by the number of the seat."""
        pairs = [(seat, nomination) for nomination, seat in self.seats.items()]
        return sorted(pairs, key=lambda pair: pair[0].number)


class RecommendedSeat(Base):
    """Which seat a nomination is recommended for."""

    recommendation = peewee.ForeignKeyField(Recommendation, backref="recommended")
    nomination = peewee.ForeignKeyField(Nomination, unique=True, backref="recommended")
    seat = peewee.ForeignKeyField(Seat, backref="recommended")

    class Meta:
        table_name = "recommended_seat"
        indexes = ((("recommendation", "seat"), True),)


def reviewer_of(call: Call, person) -> Reviewer | None:
    """The place of `person` in the committee of `call`."""
    return call.reviewers.where(Reviewer.person == person).first() if person else None


def involved_in(call: Call) -> set[int]:
    """The ids of who stands, nominated, or was asked to support somebody: they know the names."""
    counting = [row for row in call.everybody if not (row.withdrawn_at or row.declined_at)]
    people = {row.nominee_id for row in counting} | {row.nominator_id for row in counting}
    for asked in (Second, Endorsement):
        people |= {row.person_id for row in asked.select().where(asked.nomination.in_(counting))}
    return people
