"""What became of a survey, as everybody may read it: heard, decided, done, not yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import peewee

from lipnet.core import thread
from lipnet.core.thread import Ref
from lipnet.evidence.models import Finding
from lipnet.meetings.models import ActionItem, Decision, Motion
from lipnet.plans.models import PlanAction
from lipnet.reports.models import ReportPublication
from lipnet.reports.openness import is_public, load
from lipnet.surveys.models import Survey

LATER = ("not_started", "at_risk", "delayed", "dropped", "carried_over")


@dataclass(frozen=True)
class Said:
    """One public sentence of the page: what, when, by whom; how it stands and why."""

    text: dict
    on: date | None = None
    body: dict | None = None
    status: str = ""
    note: dict = field(default_factory=dict)
    reason: dict = field(default_factory=dict)


@dataclass
class Heard:
    """One finding and what came of it. `hidden` says that more rests on it than may be shown."""

    finding: Finding
    decided: list[Said] = field(default_factory=list)
    did: list[Said] = field(default_factory=list)
    not_yet: list[Said] = field(default_factory=list)
    hidden: bool = False

    @property
    def done(self) -> list[Said]:
        return [said for said in self.did if said.status == "done"]

    @property
    def doing(self) -> list[Said]:
        return [said for said in self.did if said.status != "done"]

    @property
    def outcome(self) -> str:
        """done, under_way, later, decided, worked_on or nothing: the most that can be said."""
        if any(said.status == "done" for said in self.did):
            return "done"
        if self.did:
            return "under_way"
        if self.not_yet:
            return "later"
        if self.decided:
            return "decided"
        return "worked_on" if self.hidden else "nothing"


def what_became_of(survey: Survey) -> list[Heard]:
    """What everybody may know of the findings of `survey`, the oldest first."""
    return [_heard(finding) for finding in reversed(Finding.about(survey)) if _is_told(finding)]


def outcome_of(survey: Survey) -> str:
    """The state of the whole survey: open, unread, or the farthest outcome of its findings."""
    if not survey.is_closed:
        return "open"
    outcomes = {heard.outcome for heard in what_became_of(survey)}
    farthest = ("done", "under_way", "decided", "later", "worked_on", "nothing")
    return next((outcome for outcome in farthest if outcome in outcomes), "unread")


def reports_about(survey: Survey) -> list[int]:
    """The fiscal years of published reports in which something of this survey is told."""
    ids = {
        record.report_id
        for finding in Finding.about(survey)
        for record in _came_of(finding)
        if record._meta.table_name == "report_line"
    }
    published = ReportPublication.select().where(ReportPublication.report.in_(list(ids)))
    return sorted(publication.frozen["fiscal_year"] for publication in published)


def _is_told(finding: Finding) -> bool:
    return is_public(finding) or any(is_public(record) for record in _came_of(finding))


def _heard(finding: Finding) -> Heard:
    heard = Heard(finding)
    for record in _came_of(finding):
        heard.hidden = heard.hidden or not is_public(record)
        if is_public(record):
            _tell(heard, record)
    return heard


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
    (heard.not_yet if status in LATER else heard.did).append(said)


def _became_plan_action(item: ActionItem) -> bool:
    return any(isinstance(later, PlanAction) for later in _rests_on(item))


def _goes_on(action: PlanAction) -> bool:
    """Whether a later year's plan, open to everybody, carries it on: that one is told instead."""
    return any(is_public(later) for later in action.carried_to)


def _came_of(finding: Finding) -> Iterator[peewee.Model]:
    """What rests on a finding, and on those it corrects: people hear its latest wording."""
    return _rests_on(finding, *finding.earlier)


def _rests_on(*records: peewee.Model) -> Iterator[peewee.Model]:
    """Everything that rests on them, directly or through others, nearest first, once each."""
    edge = [thread.ref(record) for record in records]
    seen = set(edge)
    while edge:
        links = [link for here in edge for link in thread.led_to(here)]
        edge = list(dict.fromkeys(Ref(link.from_kind, link.from_id) for link in links))
        edge = [here for here in edge if here not in seen]
        seen.update(edge)
        yield from filter(None, map(load, edge))
