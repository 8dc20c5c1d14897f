"""What the rows of a roster mean for this house: people, organisations, seats, appointments.

Each row is carried out by the ordinary operations, so that whatever they refuse is found here too.
"""

from collections import Counter
from datetime import date, timedelta

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.groups.models import SEAT_ROLE_NAMES, Appointment, Body, Seat, appointments_of
from lipnet.groups.operations.seats import add_seat, appoint
from lipnet.groups.roster.rows import AN_ADDRESS, LONGEST, Found, RosterRow
from lipnet.people import operations as people
from lipnet.people.models import SECTOR_NAMES, Organisation, Person

FIELDS = {"from_on": "from", "to_on": "through", "person": "name", "exception": "name",
          "role": "role"}  # fmt: skip
OTHER_ROLES = {"presidence": "chair", "president": "chair", "presidente": "chair",
               "copresidence": "co_chair", "cochair": "co_chair",
               "vicepresidence": "vice_chair", "vicechair": "vice_chair",
               "presidencesortante": "past_chair", "pastchair": "past_chair",
               "secretariat": "secretary", "secretaire": "secretary"}  # fmt: skip


class Bringing:
    """Goes through the rows in order; counts what became new and collects what was noticed."""

    def __init__(self, by):
        self.by, self.new, self.found = by, Counter(), []

    def bring(self, rows: list[RosterRow]) -> "Bringing":
        for row in rows:
            person = self._person(row)
            if person and row["group"]:
                self._sit(row, person)
        return self

    def _person(self, row: RosterRow) -> Person | None:
        if wrong := _why_not(row):
            return self._find(row, wrong[0], "error", wrong[1])
        organisation = self._organisation(row)
        known = Person.by_address(row["email"]) or _of_this_name(row, organisation)
        if known:
            self.new["known"] += 1
            return known
        given = {"language": self._language(row), "organisation": organisation}
        made = people.add_person(row["name"], email=row["email"] or None, **given, by=self.by)
        if row["phone"] or row["position"]:
            self._describe(made, row)
        self.new["people"] += 1
        return made

    def _describe(self, person: Person, row: RosterRow) -> None:
        entry = {"phone": row["phone"], "position": row["position"]}
        given = {name: getattr(person, name) for name in ("name", "email", "language")}
        people.change_person(
            person, **given, organisation=person.organisation, entry=entry, by=self.by
        )

    def _organisation(self, row: RosterRow) -> Organisation | None:
        if not row["organisation"]:
            return None
        known = _by_name(Organisation.present(), row["organisation"])
        if known:
            return known
        self.new["organisations"] += 1
        name = _worded(row["organisation"])
        return people.add_organisation(name, sector=self._sector(row), by=self.by)

    def _sit(self, row: RosterRow, person: Person) -> None:
        body = _by_name(Body.standing(), row["group"])
        if body is None:
            text = _("%(text)s is no group here: the person is taken, without a seat.",
                     text=row["group"])  # fmt: skip
            return self._find(row, "group", "warning", text)
        today = clock.today()
        if any(sits.seat.body_id == body.id for sits in appointments_of(person, today)):
            self.new["sitting"] += 1
            return None
        days = self._days(row, body)
        return self._appoint(row, body, person, days) if days else None

    def _appoint(self, row: RosterRow, body: Body, person: Person, days: tuple[date, date]) -> None:
        seat = _seat_named(body, row["seat"])
        try:
            appointment = {"role": self._role(row), "from_on": days[0], "to_on": days[1]}
            if seat is None:
                seat = self._new_seat(row, body)
            appoint(seat, person, **appointment, by=self.by)
            self.new["appointments"] += 1
        except Refusal as refusal:
            self._find(row, FIELDS.get(refusal.field, "seat"), "warning", str(refusal.reason))

    def _new_seat(self, row: RosterRow, body: Body) -> Seat:
        label = row["seat"] if not row["seat"].isdigit() else ""
        self.new["seats"] += 1
        return add_seat(
            body,
            label=_worded((label or row["organisation"] or _("Member"))[:120]),
            sector=self._sector(row),
            by=self.by,
        )

    def _days(self, row: RosterRow, body: Body) -> tuple[date, date] | None:
        days = [_day(row[column]) for column in ("from", "through")]
        for column, day in zip(("from", "through"), days, strict=True):
            if day is None and row[column]:
                text = _("%(text)s is no day. Write it as 2026-04-01.", text=row[column])
                return self._find(row, column, "warning", text)
        begins = days[0] or clock.today()
        terms = body.terms_in_force
        years = terms.term_years if terms else 2
        usual = begins.replace(year=begins.year + years, day=min(begins.day, 28))
        return begins, days[1] or usual - timedelta(days=1)

    def _language(self, row: RosterRow) -> str:
        tag = languages.guess(row["language"]) if row["language"] else "en"
        if tag is None:
            text = _("The language %(text)s is not known; English is taken.", text=row["language"])
            self._find(row, "language", "warning", text)
        return tag or "en"

    def _sector(self, row: RosterRow) -> str:
        if not row["sector"]:
            known = _by_name(Organisation.present(), row["organisation"])
            return known.sector if known else "other"
        code = _code(row["sector"], SECTOR_NAMES)
        if code is None:
            text = _("%(text)s is no sector here; Other is taken.", text=row["sector"])
            self._find(row, "sector", "warning", text)
        return code or "other"

    def _role(self, row: RosterRow) -> str:
        code = _code(row["role"], SEAT_ROLE_NAMES) if row["role"] else "member"
        bare = folded(row["role"]).replace("-", "").replace(" ", "")
        code = code or OTHER_ROLES.get(bare)
        if code is None:
            text = _("%(text)s is no role here; Member is taken.", text=row["role"])
            self._find(row, "role", "notice", text)
        return code or "member"

    def _find(self, row: RosterRow, column: str, severity: str, wrong: str) -> None:
        found = Found(row.cell(column), severity, wrong)
        if found not in self.found:
            self.found.append(found)


def _why_not(row: RosterRow) -> tuple[str, str] | None:
    """The column and the reason for which a row cannot be taken at all."""
    if not row["name"]:
        return "name", _("The name is missing.")
    if row["email"] and not AN_ADDRESS.fullmatch(row["email"]):
        return "email", _("%(text)s is no e-mail address.", text=row["email"])
    for column, longest in LONGEST.items():
        if len(row[column]) > longest:
            return column, _("This is longer than %(count)s characters.", count=longest)
    return None


def _of_this_name(row: RosterRow, organisation: Organisation | None) -> Person | None:
    """Without an address, the same name in the same organisation is the same person."""
    if row["email"]:
        return None
    same = (Person.folded_name == folded(row["name"])) & Person.left_at.is_null()
    rows = list(Person.select().where(same))
    here = [p for p in rows if not organisation or p.organisation_id == organisation.id]
    return here[0] if len(here) == 1 else None


def _seat_named(body: Body, text: str) -> Seat | None:
    """The seat of this number or label that nobody holds; else any of them."""
    seats = [seat for seat in body.seats_on(clock.today()) if text and _is_named(seat, text)]
    held = {row.seat_id for seat in seats for row in seat.appointments if _runs(row)}
    return next((seat for seat in seats if seat.id not in held), seats[0] if seats else None)


def _runs(row: Appointment) -> bool:
    return row.free_from > clock.today()


def _is_named(seat: Seat, text: str) -> bool:
    labels = {folded(label) for label in seat.label.values()}
    return str(seat.number) == text or folded(text) in labels


def _by_name(records, text: str):
    """The record of this name in any of its languages."""
    wanted = folded(text)
    return next((r for r in records if wanted in {folded(n) for n in r.name.values()}), None)


def _worded(text: str) -> dict[str, str]:
    """Who works in French brings in French names."""
    return {"fr" if i18n.language().tag == "fr" else "en": text}


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None


def _code(text: str, names: dict) -> str | None:
    """The code that is written here, by itself or by its name in the language spoken."""
    wanted = folded(text)
    return next((c for c, name in names.items() if wanted in (c, folded(str(name)))), None)
