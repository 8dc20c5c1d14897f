"""The seats themselves: which one a row means, what it says of it, and new ones."""

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.groups.alternates.models import resource_seats
from lipnet.groups.models import Appointment, Body, Seat
from lipnet.groups.operations.seats import PARTICULARS, add_seat, change_seat
from lipnet.groups.roster.codes import YES_OR_NO
from lipnet.groups.roster.noticing import Noticing
from lipnet.groups.roster.rows import MARKS, RosterRow
from lipnet.people.models import SECTOR_NAMES


class Places:
    """Finds and describes seats. A seat that is in several rows is compared with what stood here
    before any of them."""

    def __init__(self, notes: Noticing):
        self.notes = notes
        self.made: dict[tuple[int, str], Seat] = {}
        self.just_made: set[int] = set()
        self.before: dict[int, dict] = {}

    def named(self, body: Body, row: RosterRow) -> Seat | None:
        """The seat of this number or name that nobody holds; else any of them."""
        text = row["seat"] or row["seat_name"]
        if not text:
            return None
        if made := self.made.get((body.id, text)):
            return made
        today = clock.today()
        seats = [seat for seat in body.seats_on(today) if self._is_named(seat, text)]
        rows = Appointment.select().where(Appointment.seat.in_([seat.id for seat in seats]))
        held = {row.seat_id for row in rows if row.free_from > today}
        return next((seat for seat in seats if seat.id not in held), seats[0] if seats else None)

    def add(self, body: Body, row: RosterRow) -> Seat:
        """A seat that is not here yet; a number of the sheet means it in later rows, too."""
        self.notes.new["seats"] += 1
        said = self._said(row)
        said.setdefault("label", self._usual_label(row))
        said.setdefault("sector", self._usual_sector(row))
        seat = add_seat(body, **said, by=self.notes.by)
        if row["seat"].isdigit():
            self.made[body.id, row["seat"]] = seat
            self.just_made.add(seat.id)
        self.before[seat.id] = _particulars(seat)
        return seat

    def compare(self, row: RosterRow, seat: Seat) -> None:
        """Each cell that says something else of the seat is told of; where it is to be taken, it
        is."""
        before = self.before.setdefault(seat.id, _particulars(seat))
        said = self._said(row)
        if "label" in said:
            said["label"] = {**before["label"], **said["label"]}
        others = {name: value for name, value in said.items() if value != before[name]}
        if not others:
            return
        self.notes.new["otherwise"] += 1
        for name in others:
            self.notes.tell(row, COLUMN_OF_PARTICULAR.get(name, name), _shown(name, before[name]))
        if self.notes.anew:
            change_seat(seat, **{**_particulars(seat), **others}, by=self.notes.by)

    def _is_named(self, seat: Seat, text: str) -> bool:
        """A number means a seat that was here before; those just made have other numbers."""
        labels = {folded(label) for label in seat.label.values()}
        is_numbered = str(seat.number) == text and seat.id not in self.just_made
        return is_numbered or folded(text) in labels

    def _said(self, row: RosterRow) -> dict:
        """What the row says of its seat."""
        said: dict = {name: self.notes.answer(row, name) for name in ("voting", *MARKS)}
        said["sector"] = self.notes.sector(row, "seat_sector")
        said["label"] = self.notes.words(row, "seat_name") or None
        if said["resource"] and said["voting"]:
            said["voting"] = False
            text = _("Who only advises has no vote.")
            self.notes.find(row, "voting", "notice", text)
        return {name: value for name, value in said.items() if value is not None}

    def _usual_label(self, row: RosterRow) -> dict[str, str]:
        if row["seat"] and not row["seat"].isdigit():
            return {self.notes.spoken: row["seat"][:120]}
        if row["organisation"] and not self.notes.codes.is_nobody(row["organisation"]):
            return {t: text[:120] for t, text in self.notes.words(row, "organisation").items()}
        return {self.notes.spoken: _("Member")}

    def _usual_sector(self, row: RosterRow) -> str:
        """That of the row, or of the organisation it names."""
        if row["sector"]:
            return self.notes.sector(row, "sector") or "other"
        known = self.notes.known.organisations.get(folded(row["organisation"]))
        return known.sector if known else "other"


COLUMN_OF_PARTICULAR = {"label": "seat_name", "sector": "seat_sector"}


def _particulars(seat: Seat) -> dict:
    """What stands of a seat, whether it only advises as well."""
    found = {name: getattr(seat, name) for name in PARTICULARS}
    return {**found, "resource": bool(resource_seats([seat]))}


def _shown(name: str, value) -> str:
    if name == "label":
        return plain(value)
    return str(SECTOR_NAMES[value] if name == "sector" else YES_OR_NO["yes" if value else "no"])
