"""What the rows of a sheet mean for the log: each is written down by the ordinary operations, so
that whatever these refuse is found here too."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.engagement.models import KIND_NAMES, SIDES, Engagement, PopulationGroup, names_of
from lipnet.engagement.operations.hearing import hear
from lipnet.engagement.operations.logging import log_engagement
from lipnet.engagement.rows import Found, LogRow
from lipnet.groups.models import Body
from lipnet.people.models import Organisation

FIELDS = {"to_on": "until", "from_on": "date"}
OTHER_KINDS = {"workshop": "training", "atelier": "training", "formation": "training",
               "activite": "event", "evenement": "event", "sensibilisation": "outreach",
               "groupe de discussion": "focus_group"}  # fmt: skip


class Bringing:
    """Goes through the rows in order; counts what became new and collects what was noticed."""

    def __init__(self, by):
        self.by, self.new, self.found = by, Counter(), []
        self.keys = {side: _keys(side) for side in SIDES}
        self.kinds = _in_our_languages(lambda: KIND_NAMES) | OTHER_KINDS
        self.organisations = _by_any_name(Organisation.present())
        self.bodies = _by_any_name(Body.standing())

    def bring(self, rows: list[LogRow]) -> "Bringing":
        for row in rows:
            self._bring(row)
        return self

    def _bring(self, row: LogRow) -> None:
        title = {tag: row[name] for tag, name in (("en", "title"), ("fr", "title_fr")) if row[name]}
        day = self._day(row, "date")
        if day is None:
            return None
        if not title:
            column = "title" if "title" in row.at else "title_fr"
            return self._find(row, column, _("The title is missing."))
        if _is_known(day, title):
            self.new["known"] += 1
            return None
        given = self._given(row) | {"title": title, "from_on": day}
        try:
            engagement = log_engagement(**given, by=self.by)
            self.new["engagements"] += 1
        except Refusal as refusal:
            column = FIELDS.get(refusal.field, refusal.field) or "date"
            return self._find(row, column, str(refusal.reason))
        return self._hear(row, engagement)

    def _given(self, row: LogRow) -> dict:
        partners, others = self._partners(row)
        cost = self._number(row, "cost")
        return {
            "kind": self._kind(row),
            "to_on": self._day(row, "until") if row["until"] else None,
            "place": row["place"][:200],
            "body": self._named(row, "group", self.bodies),
            "organiser": self._named(row, "organiser", self.organisations),
            "partners": partners,
            "other_partners": others,
            "languages": self._held_in(row),
            "people": self._number(row, "people"),
            "hours": self._number(row, "hours"),
            "cents": None if cost is None else cost * 100,
            "reached": {side: self._counts(row, side) for side in SIDES},
        }

    def _hear(self, row: LogRow, engagement: Engagement) -> None:
        for line in filter(None, (text.strip() for text in row["heard"].splitlines())):
            tag = i18n.language().tag
            begins, _colon, rest = line.partition(":")
            if rest and len(begins) < 30 and (known := languages.guess(begins)):
                tag, line = known, rest
            try:
                hear(engagement, text=line, language=tag, by=self.by)
                self.new["heard"] += 1
            except Refusal as refusal:
                self._find(row, "heard", str(refusal.reason), "warning")

    def _day(self, row: LogRow, column: str) -> date | None:
        try:
            day = date.fromisoformat(row[column][:10])
        except ValueError:
            day = None
        if day and 1990 <= day.year <= 2200:
            return day
        wrong = _("%(text)s is no day. Write it as 2026-04-01.", text=row[column] or "–")
        return self._find(row, column, wrong, "error" if column == "date" else "warning")

    def _kind(self, row: LogRow) -> str:
        if not row["kind"]:
            return "event"
        kind = self.kinds.get(folded(row["kind"]))
        if kind is None:
            text = _("%(text)s is no kind of engagement here; Event is taken.", text=row["kind"])
            self._find(row, "kind", text, "warning")
        return kind or "event"

    def _number(self, row: LogRow, column: str) -> int | None:
        text = row[column].replace(" ", "").replace("\u00a0", "").replace("$", "")
        if not text:
            return None
        try:
            return max(0, round(float(text.replace(",", "."))))
        except (ValueError, OverflowError):
            wrong = _("%(text)s is no number; it is left out.", text=row[column])
            return self._find(row, column, wrong, "warning")

    def _named(self, row: LogRow, column: str, known: dict):
        if not row[column] or folded(row[column]) in known:
            return known.get(folded(row[column]))
        return self._find(
            row, column, _("%(text)s is not known here; it is left out.", text=row[column]),
            "warning",
        )  # fmt: skip

    def _partners(self, row: LogRow) -> tuple[list[Organisation], list[str]]:
        names = _split(row["partners"])
        known = [self.organisations[folded(n)] for n in names if folded(n) in self.organisations]
        return known, [name for name in names if folded(name) not in self.organisations]

    def _held_in(self, row: LogRow) -> list[str]:
        return [tag for text in _split(row["held_in"]) if (tag := languages.guess(text))]

    def _counts(self, row: LogRow, side: str) -> dict[str, int]:
        """ "Arabic: 12; French: 4" -> {"ar": 12, "fr": 4}."""
        counts: Counter = Counter()
        for part in _split(row[side]):
            name, _colon, number = part.rpartition(":")
            key = self.keys[side].get(folded(name))
            if key is None and side == "language":
                key = languages.guess(name)
            if key is None or not number.strip().isdecimal():
                text = _("%(text)s is not understood; write a name, a colon and a number.",
                         text=part)  # fmt: skip
                self._find(row, side, text, "warning")
            else:
                counts[key] += int(number)
        return dict(counts)

    def _find(self, row: LogRow, column: str, wrong: str, severity: str = "error") -> None:
        self.found.append(Found(row.cell(column), severity, wrong))


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\n", ";").split(";") if part.strip()]


def _is_known(day: date, title: dict[str, str]) -> bool:
    said = {folded(text) for text in title.values()}
    same_day = Engagement.select().where(Engagement.from_on == day)
    return any(said & {folded(text) for text in one.title.values()} for one in same_day)


def _by_any_name(records: Iterable) -> dict:
    return {folded(name): record for record in records for name in record.name.values()}


def _keys(side: str) -> dict[str, str]:
    """Every name of every key of a side, in any language of ours -> the key."""
    if side == "population":
        rows = PopulationGroup.select()
        named = {folded(name): row.code for row in rows for name in row.name.values()}
        return named | {row.code: row.code for row in rows}
    return _in_our_languages(lambda: names_of(side))


def _in_our_languages(names: Callable[[], dict]) -> dict[str, str]:
    found = {}
    for tag in dict.fromkeys(("en", "fr", i18n.language().tag)):
        with i18n.speaking(tag):
            found |= {folded(str(name)): key for key, name in names().items()}
    return found | {key: key for key in names()}
