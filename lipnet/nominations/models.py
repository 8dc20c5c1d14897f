"""Calls for nominations, who was nominated, and who was acclaimed to which seat."""

from datetime import date, datetime, timedelta

import peewee

from lipnet.core import clock, links
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.groups.models import Appointment, Body, Seat, one_of
from lipnet.nominations.closing import last_second
from lipnet.nominations.seating import first_free_day
from lipnet.nominations.settling import has_ended
from lipnet.nominations.statements import KEPT_AS, LONGEST_STATEMENT
from lipnet.nominations.ways import WAYS
from lipnet.people.models import Person

LINK_PURPOSE = "nomination"
STATE_NAMES = {
    "waiting": lazy("Waiting for consent"),
    "seconding": lazy("Waiting for seconders"),
    "accepted": lazy("Accepted"),
    "eligible": lazy("Accepted, may stand"),
    "returned": lazy("Returned for correction"),
    "not_eligible": lazy("May not stand"),
    "declined": lazy("Declined"),
    "withdrawn": lazy("Withdrawn"),
    "appointed": lazy("Appointed"),
    "not_selected": lazy("Not selected"),
}


class Call(Base):
    """An invitation to nominate people for vacant seats of one body."""

    body = peewee.ForeignKeyField(Body, backref="calls")
    title = TextsField()
    text = TextsField(default=dict)
    opens_on = peewee.DateField()
    closes_on = peewee.DateField()
    opened_at = MomentField(null=True)
    closed_at = MomentField(null=True)

    class Meta:
        table_name = "call"
        constraints = [
            peewee.Check("opens_on <= closes_on", name="call_days"),
            peewee.Check("closed_at IS NULL OR opened_at IS NOT NULL", name="call_opened_first"),
        ]

    @property
    def is_draft(self) -> bool:
        return self.opened_at is None

    @property
    def is_open(self) -> bool:
        """Whether somebody may be nominated now."""
        return not self.is_draft and self.closed_at is None and clock.now() <= self.last_moment

    @property
    def is_closed(self) -> bool:
        return not self.is_draft and not self.is_open

    @property
    def last_moment(self) -> datetime:
        """The last second that is in time: the end of the last day, unless the call says more."""
        own = self.own_further.first()
        return last_second(self.closes_on, *((own.closes_at, own.zone) if own else ()))

    @property
    def checks_eligibility(self) -> bool:
        """Whether only who was found eligible is a candidate."""
        return any(own.checks_eligibility for own in self.own_further)

    @property
    def ended_on(self) -> date:
        """The last day it was open, which is earlier than `closes_on` if closed by hand."""
        if self.closed_at is None:
            return self.closes_on
        return min(self.closes_on, self.closed_at.astimezone(clock.local_zone()).date())

    @property
    def rules(self) -> "CallRules":
        """How the call works; one without any of its own works by the usual ones."""
        return self.__dict__.get("_rules") or self.own_rules.first() or CallRules(call=self)

    @property
    def opens_itself_on(self) -> date | None:
        """The day a draft opens by itself; None if it is opened by hand."""
        days = self.rules.opens_days_before
        if days is None or not self.is_draft:
            return None
        return first_free_day(self.body, self.seats) - timedelta(days=days)

    @property
    def acclamation(self) -> "Acclamation | None":
        return self.acclamations.first()

    @property
    def is_decided(self) -> bool:
        """Whether all its seats are; contests are decided one by one (ballots/contests.py)."""
        if "_is_decided" in self.__dict__:  # gathering.py
            return self.__dict__["_is_decided"]
        return self.acclamations.exists() and all(row.decided_on for row in self.contests)

    @property
    def is_over(self) -> bool:
        """Decided, or closed with nobody left who stands or could still answer."""
        return self.is_decided or (self.is_closed and not self.candidates and not self.awaited)

    @property
    def wanted(self) -> list["CallSeat"]:
        """The seats of the call with what is looked for, by number."""
        rows = CallSeat.select(CallSeat, Seat).join(Seat).where(CallSeat.call == self)
        return list(rows.order_by(Seat.number))

    @property
    def seats(self) -> list[Seat]:
        return [row.seat for row in self.wanted]

    @property
    def everybody(self) -> list["Nomination"]:
        """Every nomination of the call, nominees loaded, sorted by name."""
        if "_everybody" in self.__dict__:  # gathering.py
            return self.__dict__["_everybody"]
        rows = Nomination.select(Nomination, Person).join(
            Person, on=Nomination.nominee, attr="nominee"
        )
        return sorted(
            rows.where(Nomination.call == self), key=lambda row: (row.nominee.folded_name, row.id)
        )

    @property
    def candidates(self) -> list["Nomination"]:
        """Who accepted, is seconded and found eligible as asked, and still stands, by name."""
        alone = not self.rules.seconders  # then nobody's seconders are looked for
        complete = [row for row in self.everybody if row.stands and (alone or row.is_seconded)]
        checks = self.checks_eligibility
        return [row for row in complete if not checks or row.found == "eligible"]

    @property
    def awaited(self) -> list["Nomination"]:
        """Who has not answered, or not been seconded, and still can, sorted by name."""
        return [row for row in self.everybody if row.may_still_be_completed]

    @classmethod
    def newest_first(cls) -> list["Call"]:
        return list(cls.select(cls, Body).join(Body).order_by(cls.opens_on.desc(), cls.id.desc()))


class CallRules(Base):
    """How people are chosen, who may stand, and by when they may change their mind."""

    call = peewee.ForeignKeyField(Call, unique=True, backref="own_rules")
    way = peewee.TextField(default="acclamation")
    eligibility = TextsField(default=dict)
    withdraw_until = peewee.DateField(null=True)
    seconders = peewee.IntegerField(default=0)
    statement_limit = peewee.IntegerField(default=LONGEST_STATEMENT)
    opens_days_before = peewee.IntegerField(null=True)

    class Meta:
        table_name = "call_rules"
        constraints = [
            one_of("way", WAYS, "call_rules_way"),
            peewee.Check("seconders >= 0 AND seconders <= 5", name="call_rules_seconders"),
            peewee.Check(
                "statement_limit >= 200 AND statement_limit <= 5000", name="call_rules_statement"
            ),
            peewee.Check(
                "opens_days_before IS NULL OR opens_days_before > 0", name="call_rules_opens"
            ),
        ]


class CallSeat(Base):
    """A seat the call wants to fill, and what is looked for."""

    call = peewee.ForeignKeyField(Call, backref="call_seats")
    seat = peewee.ForeignKeyField(Seat, backref="call_seats")
    criteria = TextsField(default=dict)

    class Meta:
        table_name = "call_seat"
        indexes = ((("call", "seat"), True),)

    @property
    def is_settled(self) -> bool:
        """Whether it is known whom the call brought to this seat, or that it stays vacant."""
        return has_ended(self.call, self.contest_seats)


class Nomination(Base):
    """That somebody proposed a person, and what that person answered."""

    call = peewee.ForeignKeyField(Call, backref="nominations")
    nominee = peewee.ForeignKeyField(Person, backref="nominations")
    nominator = peewee.ForeignKeyField(Person, backref="nominations_made")
    seat = peewee.ForeignKeyField(Seat, null=True, backref="nominations")
    statement = TextsField(default=dict)
    interests = peewee.TextField(default="")
    skills = peewee.TextField(default="")
    lived = peewee.JSONField(default=list)
    organisation = peewee.TextField(default="")
    endorser = peewee.TextField(default="")
    conflict = peewee.TextField(default="")
    conflict_about = peewee.TextField(default="")
    accommodations = peewee.TextField(default="")
    published = peewee.JSONField(default=list)
    made_at = MomentField()
    accepted_at = MomentField(null=True)
    declined_at = MomentField(null=True)
    withdrawn_at = MomentField(null=True)
    forgotten_at = MomentField(null=True)

    class Meta:
        table_name = "nomination"
        indexes = ((("call", "nominee"), True),)
        constraints = [
            peewee.Check(
                "accepted_at IS NULL OR declined_at IS NULL", name="nomination_one_answer"
            ),
            *(peewee.Check(rule, name=name) for name, rule in KEPT_AS.items()),
        ]

    @property
    def made_on(self) -> date:
        return self.made_at.astimezone(clock.local_zone()).date()

    @property
    def is_waiting(self) -> bool:
        """Whether the nominee has not answered yet."""
        return not (self.accepted_at or self.declined_at or self.withdrawn_at)

    @property
    def stands(self) -> bool:
        return self.accepted_at is not None and self.withdrawn_at is None

    @property
    def is_seconded(self) -> bool:
        """Whether as many organisations support it as the call asks."""
        confirmed = [row for row in self.seconds if row.confirmed_at]
        return len(confirmed) >= self.call.rules.seconders

    @property
    def may_still_be_completed(self) -> bool:
        """Whether a link is out by which the nominee, or a seconder who is needed, can answer."""
        if self.is_waiting:
            return self.open_link is not None
        if not self.stands:
            return False
        asked = self.findings if self.is_seconded else self.seconds
        return any(row.open_link for row in asked)

    @property
    def found(self) -> str | None:
        """eligible, returned or not_eligible; None if nobody looked since it was written."""
        last = max(self.findings, key=lambda row: row.id, default=None)
        return last.finding if last and not last.corrected_at else None

    @property
    def is_own(self) -> bool:
        """Whether the nominee proposed themselves."""
        return self.nominee_id == self.nominator_id

    @property
    def appointment(self) -> Appointment | None:
        """The appointment it led to."""
        row = next(iter(self.acclaimed_seats), None)
        return row.appointment if row else None

    @property
    def is_settled(self) -> bool:
        return has_ended(self.call, self.contest_places)

    @property
    def state(self) -> str:
        """One of STATE_NAMES."""
        if self.withdrawn_at or self.declined_at:
            return "withdrawn" if self.withdrawn_at else "declined"
        if self.appointment:
            return "appointed"
        if self.is_settled:
            return "not_selected"
        if self.is_waiting:
            return "waiting"
        return self.found or ("accepted" if self.is_seconded else "seconding")

    @property
    def links(self):
        """Every one-time link made for it."""
        return links.made_for(LINK_PURPOSE, self.id)

    @property
    def open_link(self) -> OneTimeLink | None:
        """The link by which the nominee can still answer."""
        return links.open_of(LINK_PURPOSE, self)


class Acclamation(Base):
    """That those chosen in a call were appointed, named for the usual way."""

    call = peewee.ForeignKeyField(Call, unique=True, backref="acclamations")
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, backref="acclamations")

    class Meta:
        table_name = "acclamation"


class AcclaimedSeat(Base):
    """Which appointment a nomination led to."""

    acclamation = peewee.ForeignKeyField(Acclamation, backref="acclaimed_seats")
    nomination = peewee.ForeignKeyField(Nomination, unique=True, backref="acclaimed_seats")
    appointment = peewee.ForeignKeyField(Appointment, unique=True, backref="acclaimed_seats")

    class Meta:
        table_name = "acclaimed_seat"
