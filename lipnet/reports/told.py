"""What became of a survey, as everybody may read it: heard, decided, done, not yet."""

from dataclasses import dataclass, field
from datetime import date
from itertools import chain

import peewee

from lipnet.core import thread
from lipnet.evidence.models import Finding
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Decision, Motion
from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.models import PlanAction
from lipnet.reports.models import ReportPublication
from lipnet.reports.openness import is_public
from lipnet.reports.telling.set_aside import set_aside_of
from lipnet.reports.telling.walking import came_of, resting_on
from lipnet.surveys.models import Survey

LATER = ("not_started", "at_risk", "delayed", "carried_over")
OUTCOMES = ("done", "under_way", "decided", "later", "will_not", "worked_on", "nothing")


@dataclass(frozen=True)
class Said:
    """One public sentence of the page: what, when, by whom; how it stands and why.

    `left_out_of`: the fiscal year of the plan that does not have it.
    """

    text: dict
    on: date | None = None
    body: dict | None = None
    status: str = ""
    note: dict = field(default_factory=dict)
    reason: dict = field(default_factory=dict)
    left_out_of: int | None = None


@dataclass
class Heard:
    """One finding and what came of it. `hidden` says that more rests on it than may be shown."""

    finding: Finding
    decided: list[Said] = field(default_factory=list)
    did: list[Said] = field(default_factory=list)
    not_yet: list[Said] = field(default_factory=list)
    will_not: list[Said] = field(default_factory=list)
    hidden: bool = False

    @property
    def done(self) -> list[Said]:
        return [said for said in self.did if said.status == "done"]

    @property
    def doing(self) -> list[Said]:
        return [said for said in self.did if said.status != "done"]

    @property
    def outcome(self) -> str:
        """One of OUTCOMES: the most that can be said."""
        if any(said.status == "done" for said in self.did):
            return "done"
        if self.did:
            return "under_way"
        if self.not_yet:
            return "later"
        if self.will_not:
            return "will_not"
        if self.decided:
            return "decided"
        return "worked_on" if self.hidden else "nothing"


def what_became_of(survey: Survey) -> list[Heard]:
    """What everybody may know of the findings of `survey`, the oldest first."""
    return heard_of(list(reversed(Finding.about(survey))))


def heard_of(findings: list[Finding]) -> list[Heard]:
    """What everybody may know of these findings and of what rests on them, in their order."""
    led_to = came_of(findings)
    names = {thread.ref(each) for each in (*findings, *chain(*led_to.values()))}
    set_aside = set_aside_of(names)
    told = []
    for finding in findings:
        public = [record for record in led_to[finding.id] if is_public(record)]
        if public or is_public(finding):
            heard = Heard(finding, hidden=len(public) < len(led_to[finding.id]))
            _tell_all(heard, public, set_aside)
            told.append(heard)
    return told


def outcome_of(survey: Survey) -> str:
    """The state of the whole survey: open, unread, or the farthest outcome of its findings."""
    if not survey.is_closed:
        return "open"
    outcomes = {heard.outcome for heard in what_became_of(survey)}
    return next((outcome for outcome in OUTCOMES if outcome in outcomes), "unread")


def reports_about(survey: Survey) -> list[int]:
    """The fiscal years of published reports in which something of this survey is told."""
    records = chain(*came_of(Finding.about(survey)).values())
    ids = {record.report_id for record in records if record._meta.table_name == "report_line"}
    published = ReportPublication.select().where(ReportPublication.report.in_(list(ids)))
    return sorted(publication.frozen["fiscal_year"] for publication in published)


def _tell_all(heard: Heard, public: list[peewee.Model], set_aside: dict) -> None:
    for record in public:
        _tell(heard, record)
    planned = [record.plan.fiscal_year for record in public if isinstance(record, PlanAction)]
    for record in (heard.finding, *public):
        for choice in set_aside.get(thread.ref(record), ()):
            if not any(year >= choice.plan.fiscal_year for year in planned):
                _tell_set_aside(heard, record, choice)


def _tell_set_aside(heard: Heard, record: peewee.Model, choice: PlanChoice) -> None:
    """The finding's own words stand above; of what rests on it, its words say what is meant."""
    text = {} if isinstance(record, Finding) else getattr(record, "text", {})
    year = choice.plan.fiscal_year
    heard.will_not.append(Said(text, status="dropped", reason=choice.reason, left_out_of=year))


def _tell(heard: Heard, record: peewee.Model) -> None:
    if isinstance(record, Decision) or _decides(record):
        where = record if isinstance(record, Motion) else record.meeting
        heard.decided.append(Said(record.text, where.on, where.body.name))
    elif isinstance(record, ActionItem) and not _became_plan_action(record):
        _tell_item(heard, record)
    elif isinstance(record, PlanAction) and not _goes_on(record):
        _tell_action(heard, record)


def _decides(record: peewee.Model) -> bool:
    """Whether it is a carried motion that no decision repeats."""
    return isinstance(record, Motion) and record.is_carried and not record.decisions.exists()


def _tell_item(heard: Heard, item: ActionItem) -> None:
    body = item.meeting.body.name
    if item.done_on:
        heard.did.append(Said(item.text, item.done_on, body, "done"))
    else:
        heard.not_yet.append(Said(item.text, item.due, body, "taken_on"))


def _tell_action(heard: Heard, action: PlanAction) -> None:
    note = action.latest_note
    status = note.status if note else "not_started"
    said = Said(
        action.text,
        note.on if note else None,
        action.lead_body.name if action.lead_body else None,
        status,
        note.text if note else {},
        note.reason if note else {},
    )
    if status == "dropped":
        heard.will_not.append(said)
    else:
        (heard.not_yet if status in LATER else heard.did).append(said)


def _became_plan_action(item: ActionItem) -> bool:
    return any(name.kind == "plan_action" for name in resting_on(item))


def _goes_on(action: PlanAction) -> bool:
    """Whether a later year's plan, open to everybody, carries it on: that one is told instead."""
    return any(is_public(later) for later in action.carried_to)
