"""The seats of a roster, who holds them and from when, and who comes instead."""

from datetime import date, timedelta

from lipnet.core import clock
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.groups.alternates.models import Alternate
from lipnet.groups.hats.models import THEIR_OWN, organisation_of
from lipnet.groups.models import SEAT_ROLE_NAMES, Appointment, Body, Seat
from lipnet.groups.operations.alternates import name_alternate
from lipnet.groups.operations.hats import sit_for
from lipnet.groups.operations.seat_roles import give_role
from lipnet.groups.operations.seats import appoint
from lipnet.groups.roster.noticing import Noticing, straight
from lipnet.groups.roster.places import Places
from lipnet.groups.roster.rows import RosterRow
from lipnet.people.models import Person

FIELDS = {"from_on": "from", "to_on": "through", "person": "name", "exception": "name",
          "role": "role", "on": "role"}  # fmt: skip
A_DAY = "2026-04-01"  # in the sentence; marked so that it is not turned around in Arabic


class Seating:
    """Takes the rows that name a group and somebody, or a seat nobody holds.

    `organisation_in` finds (or adds) the organisation that a row names.
    """

    def __init__(self, notes: Noticing, organisation_in):
        self.notes, self.organisation_in = notes, organisation_in
        self.places = Places(notes)
        self.with_alternate: list[tuple[RosterRow, Appointment]] = []

    def lay(self, rows: list[RosterRow]) -> None:
        """The numbered seats that are not here yet, in the order of their numbers."""
        numbered = [row for row in rows if row["group"] and row["seat"].isdecimal()]
        for row in sorted(numbered, key=lambda row: int(row["seat"])):
            body = self.notes.known.body_of(row)
            if body and self.places.named(body, row) is None:
                self.organisation_in(row)
                self.places.add(body, row)

    def keep(self, row: RosterRow) -> None:
        """A seat that nobody holds: made, or compared with the one that is here."""
        if body := self._body(row):
            if seat := self.places.named(body, row):
                self.notes.new["standing"] += 1
                self.places.compare(row, seat)
            else:
                self.places.add(body, row)

    def sit(self, row: RosterRow, person: Person) -> None:
        body = self._body(row)
        days = self._days(row, body) if body else None
        if not (body and days):
            return
        sits = _sitting(body, person, days, self.notes.days.read(row, "from") is not None)
        if sits:
            sits = self._sits_already(row, sits)
        else:
            sits = self._appoint(row, body, person, days)
        if sits and (row["alternate"] or row["alternate_email"]):
            self.with_alternate.append((row, sits))

    def name_alternates(self) -> None:
        """Last of all: by then everybody of the sheet is known."""
        for row, appointment in self.with_alternate:
            person = self._alternate(row)
            present = _alternate_of(appointment)
            if person is None or (present and present.person_id == person.id):
                continue
            if present:
                self._differs(row, "alternate", present.person.name)
            if self.notes.anew or not present:
                day = self.notes.days.read(row, "alternate_from") or clock.today()
                self._carry_out(row, "alternate", name_alternate, appointment, person, from_on=day)

    def _body(self, row: RosterRow) -> Body | None:
        body = self.notes.known.body_of(row)
        if body is None:
            text = (
                _("%(text)s is no group here: the seat is left out.", text=row["group"])
                if row.is_empty_seat
                else _(
                    "%(text)s is no group here: the person is taken, without a seat.",
                    text=row["group"],
                )
            )
            self.notes.find(row, "group", "warning", text)
        return body

    def _sits_already(self, row: RosterRow, sits: Appointment) -> Appointment:
        """The seat and the days stay; what else the sheet says otherwise is told, or taken."""
        self.notes.new["sitting"] += 1
        named = self.places.named(sits.seat.body, row)
        if (row["seat"] or row["seat_name"]) and (named is None or named.label != sits.seat.label):
            text = _("Sits in this group already, in seat %(number)s. That stays.",
                     number=sits.seat.number)  # fmt: skip
            self.notes.find(row, "seat", "notice", text)
            return sits
        self.places.compare(row, sits.seat)
        self._compare_days(row, sits)
        self._compare_hat(row, sits)
        return self._compare_role(row, sits) or sits

    def _compare_days(self, row: RosterRow, sits: Appointment) -> None:
        for column, here in (("from", sits.from_on), ("through", sits.last_day)):
            said = self.notes.days.read(row, column)
            if said is not None and said != here:
                stays = _("Here it says: %(text)s. That stays.", text=format_day(here))
                self.notes.find(row, column, "notice", stays)

    def _compare_role(self, row: RosterRow, sits: Appointment) -> Appointment | None:
        """With another role the term goes on as another record."""
        role = self._role(row) if row["role"] else sits.role
        if role == sits.role:
            return None
        self._differs(row, "role", str(SEAT_ROLE_NAMES[sits.role]))
        return self._carry_out(row, "role", give_role, sits, role) if self.notes.anew else None

    def _compare_hat(self, row: RosterRow, sits: Appointment) -> None:
        here = organisation_of(sits)
        said = self.organisation_in(row)
        if row["organisation"] and said != here:
            self._differs(row, "organisation", plain(here.name) if here else "")
            if self.notes.anew:
                self._carry_out(row, "organisation", sit_for, sits, said)

    def _appoint(
        self, row: RosterRow, body: Body, person: Person, days: tuple[date, date]
    ) -> Appointment | None:
        seat, said = self.places.named(body, row), self.organisation_in(row)
        if self.notes.codes.is_nobody(row["organisation"]):
            hat = None
        else:
            hat = said or THEIR_OWN
        if seat is None:
            seat = self.places.add(body, row)
        else:
            self.places.compare(row, seat)
        given = {"role": self._role(row), "from_on": days[0], "to_on": days[1]}
        term = int(row["term"]) if row["term"].isdecimal() and len(row["term"]) < 3 else 0
        made = self._carry_out(
            row, "seat", appoint, seat, person, **given, organisation=hat, term_number=term or None
        )
        if made:
            self.notes.new["appointments"] += 1
        return made

    def _carry_out(self, row: RosterRow, column: str, verb, *args, **given):
        """What the operation made; None, and a finding, if it refuses."""
        try:
            return verb(*args, **given, by=self.notes.by)
        except Refusal as refusal:
            where = FIELDS.get(refusal.field, column) if column == "seat" else column
            self.notes.find(row, where, "warning", str(refusal.reason))
            return None

    def _differs(self, row: RosterRow, column: str, here: str) -> None:
        self.notes.new["otherwise"] += 1
        self.notes.tell(row, column, here)

    def _alternate(self, row: RosterRow) -> Person | None:
        """Known by the address; without one, by a name that only one person has."""
        known = self.notes.known
        address, name = row["alternate_email"], row["alternate"]
        found = known.of_address(address) if address else known.of_name(name)
        if found is None:
            text = _("%(text)s is not known here. Bring this person in a row of their own.",
                     text=address or name)  # fmt: skip
            self.notes.find(row, "alternate_email" if address else "alternate", "warning", text)
        return found

    def _days(self, row: RosterRow, body: Body) -> tuple[date, date] | None:
        days = [self.notes.days.read(row, column) for column in ("from", "through")]
        for column, day in zip(("from", "through"), days, strict=True):
            if day is None and row[column]:
                return self._no_day(row, column)
        begins = days[0] or clock.today()
        terms = body.terms_in_force
        years = terms.term_years if terms else 2
        usual = begins.replace(year=begins.year + years, day=min(begins.day, 28))
        return begins, days[1] or usual - timedelta(days=1)

    def _no_day(self, row: RosterRow, column: str) -> None:
        if self.notes.days.is_ambiguous(row, column):
            text = _(
                "%(text)s could be two days: is the day or the month first? Write it as "
                "2026-04-01.",
                text=straight(row[column]),
            )
        else:
            text = _("%(text)s is no day. Write it as 2026-04-01.", text=row[column])
        self.notes.find(row, column, "warning", text.replace(A_DAY, straight(A_DAY)))

    def _role(self, row: RosterRow) -> str:
        code = self.notes.codes.role(row["role"]) if row["role"] else "member"
        if code is None:
            text = _("%(text)s is no role here; Member is taken.", text=row["role"])
            self.notes.find(row, "role", "notice", text)
        return code or "member"


def _sitting(body: Body, person: Person, days: tuple[date, date], said: bool) -> Appointment | None:
    """The term that the row means: the one at its days, or without days the present one."""
    own = (Seat.body == body) & (Appointment.person == person)
    rows = Appointment.select(Appointment, Seat).join(Seat).where(own)
    today = clock.today()
    rows = [row for row in rows.order_by(Appointment.from_on) if row.free_from > today]
    for row in rows:
        row.seat.body = body
    if said:
        rows = [row for row in rows if row.from_on <= days[1] and days[0] < row.free_from]
    return rows[0] if rows else None


def _alternate_of(appointment: Appointment) -> Alternate | None:
    """Who comes instead, today or from a later day."""
    rows = appointment.alternates.where(Alternate.ended_on.is_null())
    return rows.order_by(Alternate.id.desc()).first()
