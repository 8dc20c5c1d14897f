"""What the rows of a roster mean for this house: people, organisations, groups, seats, terms.

Each row is carried out by the ordinary operations, so that whatever they refuse is found here too.
"""

from lipnet import languages
from lipnet.core.i18n import gettext as _
from lipnet.core.text import folded
from lipnet.groups.roster.grouping import Grouping
from lipnet.groups.roster.known import differing
from lipnet.groups.roster.noticing import Noticing
from lipnet.groups.roster.rows import AN_ADDRESS, LONGEST, RosterRow
from lipnet.groups.roster.seating import Seating
from lipnet.people import operations as people
from lipnet.people.models import DirectoryEntry, Organisation, Person


class Bringing:
    """Goes through the rows in order; counts what became new and collects what was noticed.

    `anew`: what the sheet says otherwise of what is known is taken from the sheet.
    """

    def __init__(self, by, *, anew: bool = False):
        self.by, self.anew = by, anew

    def bring(self, rows: list[RosterRow]) -> "Bringing":
        self.notes = Noticing(rows, self.by, anew=self.anew)
        self.seating = Seating(self.notes, self._organisation)
        sound = [row for row in rows if not self._refused(row)]
        Grouping(self.notes).bring([row for row in sound if row.is_group])
        self.seating.lay(sound)
        for row in sound:
            self._bring(row)
        self.seating.name_alternates()
        return self

    @property
    def new(self):
        return self.notes.new

    @property
    def found(self):
        return self.notes.found

    def _bring(self, row: RosterRow) -> None:
        if row.is_empty_seat:
            self.seating.keep(row)
        elif not row.is_group:
            person = self._person(row)
            if person and row["group"]:
                self.seating.sit(row, person)

    def _refused(self, row: RosterRow) -> bool:
        """Whether the row cannot be taken at all, and why."""
        wrong = _why_not(row)
        if wrong:
            self.notes.find(row, wrong[0], "error", wrong[1])
        return wrong is not None

    def _person(self, row: RosterRow) -> Person | None:
        known = self.notes.known
        organisation = self._organisation(row)
        if met := known.person_of(row, organisation):
            return self._meet(row, met, organisation)
        if known.of_this_name(row):
            text = _("Somebody of this name is here already. Look whether it is the same person.")
            self.notes.find(row, "name", "warning", text)
        given = {"language": self._language(row), "organisation": organisation}
        made = people.add_person(row["name"], email=row["email"] or None, **given, by=self.by)
        if row["phone"] or row["position"]:
            self._describe(made, row)
        self.new["people"] += 1
        return known.add_person(made)

    def _meet(self, row: RosterRow, known: Person, organisation: Organisation | None) -> Person:
        """Somebody who is here already: each cell that says something else is told of."""
        self.new["known"] += 1
        if not known.is_active:
            text = _("%(name)s has left the partnership.", name=known.name)
            self.notes.find(row, "email", "warning", text)
            return known
        others = differing(row, known, organisation)
        for column, here in others.items():
            self.notes.tell(row, column, here)
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
        written = self.notes.words(row, "organisation")
        if not written or self.notes.codes.is_nobody(row["organisation"]):
            return None
        known = self.notes.known.organisations
        for name in written.values():
            if found := known.get(folded(name)):
                return found
        self.new["organisations"] += 1
        sector = self.notes.sector(row, "sector") or "other"
        made = people.add_organisation(written, sector=sector, by=self.by)
        return self.notes.known.add(made)

    def _language(self, row: RosterRow) -> str:
        tag = languages.guess(row["language"]) if row["language"] else "en"
        if tag is None:
            text = _("The language %(text)s is not known; English is taken.", text=row["language"])
            self.notes.find(row, "language", "warning", text)
        return tag or "en"


def _why_not(row: RosterRow) -> tuple[str, str] | None:
    """The column and the reason for which a row cannot be taken at all."""
    if not (row["name"] or row.is_empty_seat or row.is_group):
        return "name", _("The name is missing.")
    if row["email"] and not AN_ADDRESS.fullmatch(row["email"]):
        return "email", _("%(text)s is no e-mail address.", text=row["email"])
    for column, longest in LONGEST.items():
        if any(len(text) > longest for text in row.words(column, "en").values()):
            return column, _("This is longer than %(count)s characters.", count=longest)
    return None
