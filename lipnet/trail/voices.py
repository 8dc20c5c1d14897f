"""Whose voice stands behind each priority of a plan: an empty cell means that nobody was asked.

What the actions under a priority rest on is walked once for the whole plan; what is known of it
(who was met, who sat there, in which languages people answered) is read once for each question.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import peewee

from lipnet import tally
from lipnet.core import thread
from lipnet.core.permissions import asked_once
from lipnet.core.thread import Ref
from lipnet.engagement.models import Engagement, Reached
from lipnet.engagement.telling import Counts, counts_of, told_counts
from lipnet.groups.models import Appointment, Seat
from lipnet.meetings.models import Attendance
from lipnet.plans.models import ActionPlan, Pillar, PlanAction, Priority
from lipnet.plans.strategies.models import Objective, objectives_of
from lipnet.surveys.counting.limits import BEFORE_IT_IS_SHOWN
from lipnet.surveys.counting.models import Release, ReleasedTable
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.operations import threshold
from lipnet.trail.walking import earlier, earlier_end, later_end, records

DECIDED = ("decision", "motion")
ENOUGH = BEFORE_IT_IS_SHOWN * 10  # the strictest a survey may be: see ResultsLimit
FLAGS = ("lived_experience", "francophone", "youth")


@dataclass
class Cell:
    """What stands behind a priority from one voice. Numbers of people and answers are those that
    may be told, added up.

    is_few     some counts of those who were met are too small to be told
    is_unsaid  people were asked in a survey, and how many answered in this language is not told
    """

    findings: int = 0
    decisions: int = 0
    taken_on: int = 0
    engagements: int = 0
    answers: int = 0
    people: int = 0
    is_few: bool = False
    is_unsaid: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.findings or self.decisions or self.taken_on or self.engagements) and not (
            self.answers or self.is_few
        )


@dataclass
class Met:
    """One engagement: in which languages it was held, whom it reached, what of that is told."""

    languages: set[str]
    counts: Counts
    told: Counts


@dataclass
class Heard:
    """Everything behind the actions of a plan, and what is known of it."""

    records: dict[Ref, peewee.Model]
    below: dict[Ref, set[Ref]]
    met: dict[Ref, Met] = field(default_factory=dict)
    answered: dict[int, dict[str, int]] = field(default_factory=dict)
    present: dict[int, set[str]] = field(default_factory=dict)

    def behind(self, starts: Iterable[Ref]) -> set[Ref]:
        edge, met = list(starts), set()
        while edge:
            for step in self.below.get(edge.pop(), ()):
                if step not in met:
                    met.add(step)
                    edge.append(step)
        return met


Place = tuple[Priority | Objective, list[Ref]]
"""A priority, or after it a part of it, with its actions of the plan."""


def heard_in(plan: ActionPlan, person) -> tuple[list[Place], Heard]:
    """Each place of the plan's strategy; what is behind them, as
    far as `person` may see it. The number of queries does not grow with any of these."""
    rows = _priorities(plan)
    steps = earlier(ref for _, actions in rows for ref in actions)
    below: dict[Ref, set[Ref]] = defaultdict(set)
    for link in steps.links:
        below[later_end(link)].add(earlier_end(link))
    kinds = thread.kinds()
    with asked_once():
        seen = {
            ref: record
            for ref, record in records(steps.depth).items()
            if ref.kind in kinds and kinds[ref.kind].may_see(person, record)
        }
    heard = Heard(seen, below)
    heard.met, heard.answered, heard.present = _met(seen), _answered(seen), _present(seen)
    return rows, heard


def _priorities(plan: ActionPlan) -> list[Place]:
    found = (
        Priority.select(Priority, Pillar).join(Pillar).where(Pillar.strategy == plan.strategy_id)
    )
    order = (Pillar.position, Pillar.id, Priority.position, Priority.id)
    actions, parts = defaultdict(list), defaultdict(list)
    own = list(plan.actions.order_by(PlanAction.number))
    within = objectives_of(own)
    for action in own:
        actions[action.priority_id].append(action)
    for one in Objective.of(plan.strategy):
        theirs = [each for each in actions[one.priority_id] if within.get(each.id) == one]
        parts[one.priority_id].append((one, [thread.ref(each) for each in theirs]))
    return [
        place
        for priority in found.order_by(*order)
        for place in (
            (priority, [thread.ref(each) for each in actions[priority.id]]),
            *parts[priority.id],
        )
    ]


def _met(seen: dict[Ref, peewee.Model]) -> dict[Ref, Met]:
    engagements = {row.id: row for row in seen.values() if isinstance(row, Engagement)}
    rows: dict[int, list[Reached]] = {key: [] for key in engagements}
    for row in Reached.select().where(Reached.engagement.in_(list(engagements))):
        rows[row.engagement_id].append(row)
    smallest = threshold()
    return {
        thread.ref(one): Met(
            set(one.languages),
            counts := counts_of(rows[key]),
            told_counts(one.people, counts, smallest),
        )
        for key, one in engagements.items()
    }


def _answered(seen: dict[Ref, peewee.Model]) -> dict[int, dict[str, int]]:
    """survey -> language -> about how many answered in it: only what readers see of the survey."""
    ids = {int(ref.id) for ref in seen if ref.kind == "survey"}
    ids |= {row.survey_id for ref, row in seen.items() if ref.kind == "finding" and row.survey_id}
    tables = ReleasedTable.select(ReleasedTable, SurveyVersion).join(SurveyVersion)
    tables = tables.where(
        SurveyVersion.survey.in_(ids),
        ReleasedTable.filter == "",
        ReleasedTable.question == tally.LANGUAGE,
    )
    answered: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    people: dict[int, int] = defaultdict(int)
    for table in tables:
        people[table.version.survey_id] += table.document["n"] or 0
        for tag, count in table.document["values"].items():
            answered[table.version.survey_id][tag] += count
    over = _over(ids)
    return {key: told for key, told in answered.items() if key in over or people[key] >= ENOUGH}


def _over(surveys: set[int]) -> set[int]:
    """Those to which no answer will be added; before, a small survey is told nothing of."""
    rows = Release.select(Release, SurveyVersion).join(SurveyVersion)
    last: dict[int, list[bool]] = defaultdict(list)
    for row in rows.where(SurveyVersion.survey.in_(surveys)):
        last[row.version.survey_id].append(row.last)
    return {key for key, each in last.items() if all(each)}


def _present(seen: dict[Ref, peewee.Model]) -> dict[int, set[str]]:
    """meeting -> which of the seats for a voice were filled by somebody who was there."""
    meetings = {
        row.meeting.id: row.meeting for row in seen.values() if getattr(row, "meeting", None)
    }
    there = Attendance.select(Attendance.meeting, Attendance.person).where(
        Attendance.meeting.in_(list(meetings)), Attendance.status == "present"
    )
    sat = _seated({meeting.body_id for meeting in meetings.values()})
    present: dict[int, set[str]] = defaultdict(set)
    for row in there:
        meeting = meetings[row.meeting_id]
        for appointment in sat.get((meeting.body_id, row.person_id), ()):
            if appointment.in_effect(meeting.on):
                present[meeting.id] |= {f for f in FLAGS if getattr(appointment.seat, f)}
    return present


def _seated(bodies: set[int]) -> dict[tuple[int, int], list[Appointment]]:
    rows = Appointment.select(Appointment, Seat).join(Seat).where(Seat.body.in_(bodies))
    flagged = Seat.lived_experience | Seat.francophone | Seat.youth
    sat: dict[tuple[int, int], list[Appointment]] = defaultdict(list)
    for row in rows.where(flagged):
        sat[row.seat.body_id, row.person_id].append(row)
    return sat


Reaches = Callable[[Met], tuple[bool, int | None]]
"""Whether an engagement reached a voice, and how many of it (None: too few to be told)."""


def cell_of(
    refs: set[Ref], heard: Heard, *, reaches: Reaches | None, tag: str = "", flag: str = "",
    body: int | None = None,
) -> Cell:  # fmt: skip
    """What stands in `refs` from one voice: told by whom engagements reached, by the language `tag`
    of answers, by who sat in a seat for it (`flag`), by which `body` decided."""
    cell, counted = Cell(), set()
    for ref in refs & set(heard.met):
        is_reached, people = reaches(heard.met[ref]) if reaches else (False, None)
        if is_reached:
            counted.add(ref)
            cell.engagements += 1
            cell.people += people or 0
            cell.is_few = cell.is_few or people is None
    surveys = _surveys(refs, heard)
    told = {survey: heard.answered.get(survey, {}).get(tag, 0) for survey in surveys if tag}
    cell.answers = sum(told.values())
    cell.is_unsaid = bool(told) and not cell.answers
    for ref in refs & set(heard.records):
        record = heard.records[ref]
        if ref.kind == "finding":
            heard_there = heard.behind([ref]) & counted
            cell.findings += bool(told.get(record.survey_id) or heard_there)
        elif ref.kind in (*DECIDED, "action_item"):
            _count_decided(cell, ref, record, refs, heard, flag, body)
    return cell


def _count_decided(cell: Cell, ref: Ref, record: Any, refs, heard: Heard, flag: str, body) -> None:
    """A motion that a decision of them carries is counted with it."""
    meeting = record.meeting
    where = meeting.body_id if meeting else record.between_body_id
    is_theirs = where == body if body else bool(meeting and flag in heard.present[meeting.id])
    if not is_theirs:
        return
    if ref.kind == "action_item":
        cell.taken_on += 1
    elif ref.kind == "decision" or not _is_decided(ref, refs, heard):
        cell.decisions += 1


def _is_decided(motion: Ref, refs: set[Ref], heard: Heard) -> bool:
    return any(other.kind == "decision" and motion in heard.below.get(other, ()) for other in refs)


def _surveys(refs: set[Ref], heard: Heard) -> set[int]:
    found = {int(ref.id) for ref in refs if ref.kind == "survey" and ref in heard.records}
    return found | {
        heard.records[ref].survey_id for ref in refs & set(heard.records) if ref.kind == "finding"
    } - {None}
