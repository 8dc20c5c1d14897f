"""What the rows of a sheet would be in a plan; nothing is written here.

Who and what is not written out exactly is asked, with the likest as a first answer.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.plans.acting.totals import AMOUNTS
from lipnet.plans.importing.dates import Days, days_of
from lipnet.plans.importing.naming import Names
from lipnet.plans.importing.places import Place, Places, place_of
from lipnet.plans.importing.rows import ERROR, NOTICE, WARNING, Found, PlanRow
from lipnet.plans.importing.wording import amount_in, code_of, number_in, yes_or_no
from lipnet.plans.models import NEEDS_REASON, STATUS_NAMES, ActionPlan, PlanAction

LONGEST = {"action": 1000, "output": 2000, "unit": 100, "risks": 1000, "note": 2000, "reason": 1000}
LONGEST_CODE = 60
KINDS = {"lead": "", "lead_body": "body", "lead_organisation": "organisation",
         "lead_person": "person"}  # fmt: skip
PARTS = re.compile(r"\s*[;\n/]\s*")
SMALLER_PARTS = re.compile(r"\s*(?:,|&|\band\b|\bet\b)\s*")
NEW = "new"


class Asked(NamedTuple):
    """A name in a sheet that is nobody's exactly; `kind` as in KINDS."""

    name: str
    kind: str = ""


@dataclass
class Answers:
    """What somebody chose: priorities by place, leads by name; without an answer the first one."""

    places: dict[Place, str] = field(default_factory=dict)
    names: dict[Asked, str] = field(default_factory=dict)


@dataclass
class Proposal:
    """One action as it would be. `place` and who is in the lead are keys, for some are new:
    "p12", "n0" (a new priority under a new pillar), "body-3", "new:A name"."""

    row: PlanRow
    place: Place
    priority: str = ""
    objective: dict = field(default_factory=dict)
    text: dict = field(default_factory=dict)
    output: dict = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    partners: list[str] = field(default_factory=list)
    due: date | None = None
    particulars: dict = field(default_factory=dict)
    status: str = ""
    note: dict = field(default_factory=dict)
    reason: dict = field(default_factory=dict)
    money: dict = field(default_factory=dict)
    known: PlanAction | None = None

    @property
    def says_partners(self) -> bool:
        return "partners" in self.row.texts


class Understanding:
    def __init__(self, plan: ActionPlan, answers: Answers | None = None):
        self.plan, self.answers = plan, answers or Answers()
        self.names, self.places = Names(), Places(plan)
        self.found: list[Found] = []
        self.asked_places: dict[Place, str] = {}  # with the first answer
        self.asked_names: dict[Asked, str] = {}
        self.spoken = "fr" if i18n.language().tag == "fr" else "en"  # of names made new
        self._known = {str(action.number): action for action in plan.actions}

    def understand(self, rows: list[PlanRow]) -> list[Proposal]:
        proposals = (self._proposal(row) for row in rows)
        return [proposal for proposal in proposals if proposal is not None]

    def _proposal(self, row: PlanRow) -> Proposal | None:
        if self._is_too_long(row):
            return None
        place = place_of(row.words("priority"), row.words("pillar"))
        made = Proposal(row, place, self._priority(place), row.words("objective"))
        made.text = row.words("action")
        made.known = self._known.get(row["number"])
        made.output, made.note = row.words("output"), row.words("note")
        if not made.priority and made.known is None:
            text = _("It belongs to no priority yet, so it is left out. Choose one above.")
            self.find(row, "priority", ERROR, text)
        self._lead(row, made)
        self._time(row, made)
        self._particulars(row, made)
        self._status(row, made)
        self._money(row, made)
        return made

    def _is_too_long(self, row: PlanRow) -> bool:
        for column, longest in LONGEST.items():
            if any(len(text) > longest for text in row.words(column).values()):
                text = _("This is longer than %(count)s characters.", count=longest)
                self.find(row, column, ERROR, text)
                return True
        return False

    def _priority(self, place: Place) -> str:
        if known := self.places.exact(place):
            return f"p{known.id}"
        likest = self.places.likest(place) if place.is_named else None
        first = self.asked_places.setdefault(place, f"p{likest.id}" if likest else "")
        return self.answers.places.get(place, first)

    def _lead(self, row: PlanRow, made: Proposal) -> None:
        for column, kind in KINDS.items():
            for key in self._named(row, column, kind):
                self._put_lead(row, column, key, made)
        for key in self._named(row, "partners", ""):
            if _kind(key) == "organisation":
                made.partners.append(key)
            else:
                text = _("Partners are organisations; %(name)s is none.", name=self.names.name(key))
                self.find(row, "partners", WARNING, text)
        made.partners = list(dict.fromkeys(made.partners))

    def _put_lead(self, row: PlanRow, column: str, key: str, made: Proposal) -> None:
        lead = f"lead_{_kind(key)}"
        if lead not in made.leads:
            made.leads[lead] = key
        elif _kind(key) == "organisation" and made.leads[lead] != key:
            made.partners.append(key)
            text = _("An action has one organisation in the lead; %(name)s is a partner.",
                     name=self.names.name(key) or key.partition(":")[2])  # fmt: skip
            self.find(row, column, NOTICE, text)
        elif made.leads[lead] != key:
            text = _("An action has one of each in the lead; %(name)s is not taken.",
                     name=self.names.name(key))  # fmt: skip
            self.find(row, column, WARNING, text)

    def _named(self, row: PlanRow, column: str, kind: str) -> list[str]:
        """The keys of those named in a cell: the whole, or else its parts."""
        parts = self._parted(row[column], kind) if row[column] else []
        keys = {part: self._key(part, kind) for part in parts}
        for part, key in keys.items():
            self._tell_who(row, column, part, key)
        return [key for key in keys.values() if key]

    def _tell_who(self, row: PlanRow, column: str, part: str, key: str) -> None:
        if not key:
            text = _("%(name)s is nobody we know, so it is left empty. Choose above who is meant.",
                     name=part[:80])  # fmt: skip
            self.find(row, column, WARNING, text)
        elif (known := self.names.name(key)) and not self._is_exact(part, column):
            text = _("%(name)s is read as %(known)s.", name=part[:80], known=known)
            self.find(row, column, NOTICE, text)

    def _is_exact(self, part: str, column: str) -> bool:
        return self.names.meant(part, KINDS.get(column, "")).is_exact

    def _parted(self, text: str, kind: str) -> list[str]:
        if self.names.meant(text, kind).is_exact:
            return [text]
        parts: list[str] = []
        for part in filter(None, PARTS.split(text)):
            smaller = [each for each in SMALLER_PARTS.split(part) if each]
            whole = self.names.meant(part, kind).is_exact
            known = len(smaller) > 1 and any(self.names.meant(s, kind).is_exact for s in smaller)
            commas = part.count(",") > 1
            parts += smaller if not whole and (known or commas) else [part]
        return parts

    def _key(self, name: str, kind: str) -> str:
        meant = self.names.meant(name, kind)
        if meant.is_exact:
            return meant.key
        asked = Asked(" ".join(name.split()), kind)
        first = self.asked_names.setdefault(asked, meant.key)
        answer = self.answers.names.get(asked, first)
        return f"new:{asked.name}" if answer == NEW else answer

    def _time(self, row: PlanRow, made: Proposal) -> None:
        days: Days = days_of(row, self.plan.fiscal_year)
        self.found += days.found
        made.due = days.due
        if days.start is not None:
            made.particulars["starts_on"] = days.start

    def _particulars(self, row: PlanRow, made: Proposal) -> None:
        for what in ("kind", "likelihood"):
            if code := self._code(what, row):
                made.particulars[what] = code
        for column, name in (("target", "target"), ("people", "people_wanted")):
            self._number(row, column, name, made)
        for name in ("unit", "risks"):
            if words := row.words(name):
                made.particulars[name] = made.particulars.get(name, {}) | words
        if row["again"] and (yes := yes_or_no(row["again"])) is not None:
            made.particulars["again"] = yes
        if row["code"]:
            self._code_of_funder(row, made)

    def _code_of_funder(self, row: PlanRow, made: Proposal) -> None:
        if len(row["code"]) <= LONGEST_CODE:
            made.particulars["code"] = row["code"]
        else:
            text = _("This is longer than %(count)s characters.", count=LONGEST_CODE)
            self.find(row, "code", WARNING, text)

    def _code(self, what: str, row: PlanRow) -> str:
        code = code_of(what, row[what]) if row[what] else ""
        if code is None:
            text = _("%(text)s is no word we know for this, so it is left empty.", text=row[what])
            self.find(row, what, WARNING, text)
        return code or ""

    def _number(self, row: PlanRow, column: str, name: str, made: Proposal) -> None:
        if not row[column]:
            return None
        if (read := number_in(row[column])) is None:
            text = _("There is no number in %(text)s, so none is taken.", text=row[column][:80])
            return self.find(row, column, WARNING, text)
        made.particulars[name] = read[0]
        if column == "target" and read[1] and not row.words("unit"):
            tag = next(iter(made.text), "en")
            made.particulars["unit"] = {tag: read[1][: LONGEST["unit"]]}
        return None

    def _status(self, row: PlanRow, made: Proposal) -> None:
        made.status = self._code("status", row)
        made.reason = row.words("reason")
        if made.status in NEEDS_REASON and not made.reason:
            made.reason = made.note
        if made.status == "carried_over" or (made.status in NEEDS_REASON and not made.reason):
            name = str(STATUS_NAMES[made.status])
            text = (
                _("Carry the action over into the next year's plan.")
                if made.status == "carried_over"
                else _("%(status)s needs a reason, and none stands here: the status is not taken.",
                       status=name)
            )  # fmt: skip
            self.find(row, "status", WARNING, text)
            made.status = ""

    def _money(self, row: PlanRow, made: Proposal) -> None:
        for name in AMOUNTS:
            if not row[name]:
                continue
            hours = name.startswith("hours")
            read = (number_in(row[name]) or (None, ""))[0] if hours else amount_in(row[name])
            if read is None:
                text = _("%(text)s is no amount, so none is taken.", text=row[name][:80])
                self.find(row, name, WARNING, text)
            else:
                made.money[name] = read

    def find(self, row: PlanRow, column: str, severity: str, wrong: str) -> None:
        found = Found(row.cell(column), severity, wrong)
        if found not in self.found:
            self.found.append(found)


def _kind(key: str) -> str:
    return "organisation" if key.startswith("new:") else key.partition("-")[0]
