"""What the rows of a roster mean for this house: people, organisations, seats, appointments.

Each row is carried out by the ordinary operations, so that whatever they refuse is found here too.
"""

from collections import Counter
from datetime import date, timedelta

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.groups.hats.models import THEIR_OWN
from lipnet.groups.models import SEAT_ROLE_NAMES, Appointment, Body, Seat, appointments_of
from lipnet.groups.operations.seats import add_seat, appoint
from lipnet.groups.roster.known import Known, differing, seat_named
from lipnet.groups.roster.rows import AN_ADDRESS, LONGEST, Found, RosterRow
from lipnet.people import operations as people
from lipnet.people.models import SECTOR_NAMES, DirectoryEntry, Organisation, Person

FIELDS = {"from_on": "from", "to_on": "through", "person": "name", "exception": "name",
          "role": "role"}  # fmt: skip
OTHER_ROLES = {"presidence": "chair", "president": "chair", "presidente": "chair",
               "copresidence": "co_chair", "cochair": "co_chair",
               "vicepresidence": "vice_chair", "vicechair": "vice_chair",
               "presidencesortante": "past_chair", "pastchair": "past_chair",
               "secretariat": "secretary", "secretaire": "secretary"}  # fmt: skip
A_DAY = "2026-04-01"  # in the sentence; marked so that it is not turned around in Arabic


class Bringing:
    """Goes through the rows in order; counts what became new and collects what was noticed.

    `anew`: what the sheet says otherwise of people who are known is taken from the sheet.
    """

    def __init__(self, by, *, anew: bool = False):
        self.by, self.anew = by, anew
        self.new, self.found, self.known = Counter(), [], Known()
        self.codes: dict[tuple, str | None] = {}

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
        known = self.known.person_of(row, organisation)
        if known:
            return self._meet(row, known, organisation)
        if self.known.of_this_name(row):
            text = _("Somebody of this name is here already. Look whether it is the same person.")
            self._find(row, "name", "warning", text)
        given = {"language": self._language(row), "organisation": organisation}
        made = people.add_person(row["name"], email=row["email"] or None, **given, by=self.by)
        if row["phone"] or row["position"]:
            self._describe(made, row)
        self.new["people"] += 1
        return self.known.add_person(made)

    def _meet(self, row: RosterRow, known: Person, organisation: Organisation | None) -> Person:
        """Somebody who is here already: each cell that says something else is told of."""
        self.new["known"] += 1
        if not known.is_active:
            text = _("%(name)s has left the partnership.", name=known.name)
            self._find(row, "email", "warning", text)
            return known
        others = differing(row, known, organisation)
        for column, here in others.items():
            text = (
                _("Here it says: %(text)s", text=here)
                if here
                else _("Nothing is written here yet.")
            )
            self._find(row, column, "notice", text)
        if others:
            self.new["differing"] += 1
        if others and self.anew:
            self._describe(known, row, organisation if "organisation" in others else None)
        return known

    def _describe(
        self, person: Person, row: RosterRow, organisation: Organisation | None = None
    ) -> None:
        """What the sheet says of the person; where it is silent, all stays."""
        kept = DirectoryEntry.of(person)
        entry = {name: row[name] or getattr(kept, name) for name in ("phone", "position")}
        people.change_person(
            person,
            name=row["name"],
            email=person.email,
            language=person.language,
            organisation=organisation or person.organisation,
            entry=entry,
            by=self.by,
        )

    def _organisation(self, row: RosterRow) -> Organisation | None:
        if not row["organisation"]:
            return None
        if known := self.known.organisations.get(folded(row["organisation"])):
            return known
        self.new["organisations"] += 1
        name, sector = _worded(row["organisation"]), self._sector(row)
        return self.known.add(people.add_organisation(name, sector=sector, by=self.by))

    def _sit(self, row: RosterRow, person: Person) -> None:
        body = self.known.bodies.get(folded(row["group"]))
        if body is None:
            text = _("%(text)s is no group here: the person is taken, without a seat.",
                     text=row["group"])  # fmt: skip
            return self._find(row, "group", "warning", text)
        sits = [s for s in appointments_of(person, clock.today()) if s.seat.body_id == body.id]
        if sits:
            return self._sits_already(row, sits[0])
        days = self._days(row, body)
        return self._appoint(row, body, person, days) if days else None

    def _sits_already(self, row: RosterRow, sits: Appointment) -> None:
        """Nothing changes; it is told where the sheet says another seat."""
        self.new["sitting"] += 1
        named = seat_named(sits.seat.body, row["seat"])
        if row["seat"] and (named is None or named.label != sits.seat.label):
            text = _("Sits in this group already, in seat %(number)s. That stays.",
                     number=sits.seat.number)  # fmt: skip
            self._find(row, "seat", "notice", text)

    def _appoint(self, row: RosterRow, body: Body, person: Person, days: tuple[date, date]) -> None:
        seat, organisation = seat_named(body, row["seat"]), self._organisation(row)
        try:
            appointment = {"role": self._role(row), "from_on": days[0], "to_on": days[1]}
            appointment["organisation"] = organisation or THEIR_OWN
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
                return self._find(
                    row, column, "warning", text.replace(A_DAY, f"\u2066{A_DAY}\u2069")
                )
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
            known = self.known.organisations.get(folded(row["organisation"]))
            return known.sector if known else "other"
        code = self._code(row["sector"], SECTOR_NAMES)
        if code is None:
            text = _("%(text)s is no sector here; Other is taken.", text=row["sector"])
            self._find(row, "sector", "warning", text)
        return code or "other"

    def _role(self, row: RosterRow) -> str:
        code = self._code(row["role"], SEAT_ROLE_NAMES) if row["role"] else "member"
        bare = folded(row["role"]).replace("-", "").replace(" ", "")
        code = code or OTHER_ROLES.get(bare)
        if code is None:
            text = _("%(text)s is no role here; Member is taken.", text=row["role"])
            self._find(row, "role", "notice", text)
        return code or "member"

    def _code(self, text: str, names: dict) -> str | None:
        """The code that is written here, by itself or by its name in any of our languages; looked
        up once for all rows that say the same."""
        if (text, *names) not in self.codes:
            called = {code: {code, *_called(name)} for code, name in names.items()}
            wanted = (code for code, known in called.items() if folded(text) in known)
            self.codes[text, *names] = next(wanted, None)
        return self.codes[text, *names]

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


def _worded(text: str) -> dict[str, str]:
    """Who works in French brings in French names."""
    return {"fr" if i18n.language().tag == "fr" else "en": text}


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None


def _called(name) -> set[str]:
    """A name in the language spoken and in those of the partnership's content."""
    called = {folded(str(name))}
    for tag in content_languages():
        with i18n.speaking(tag):
            called.add(folded(str(name)))
    return called
