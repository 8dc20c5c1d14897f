"""Every view of a plan of 400 actions, with ten years of history and without: how long the server
takes, and how much the history adds."""

import os
from datetime import date, timedelta

from lipnet.bench.clocked import median
from lipnet.bench.served import looker, signed_in
from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.thread import Because
from lipnet.groups import operations as groups
from lipnet.groups.models import Body
from lipnet.meetings.models import Decision, Meeting, Motion
from lipnet.people import operations as people
from lipnet.people.models import Organisation
from lipnet.plans.models import (
    ActionPlan,
    Pillar,
    PlanAction,
    PlanAdoption,
    Priority,
    ProgressNote,
    Strategy,
)
from tests import cast
from tests.bench.single import house

ACTIONS = int(os.environ.get("ACTIONS", "400"))
YEARS = int(os.environ.get("YEARS", "10"))
NOTES, DECISIONS, PRIORITIES = 6, 200, 20
STATUSES = ("on_track", "at_risk", "on_track", "on_track", "on_track", "done")
GOAL_MS = 100
VIEWS = {
    "by priority": "",
    "page for printing": "/print",
    "by lead": "/by-lead",
    "timeline": "/timeline",
    "board": "/board",
    "table": "/table",
    "table, filtered and sorted": "/table?q=newcomers&status=on_track&sort=due",
    "what changed": "/changed",
    "my actions": "/mine",
    "left out": "/left-out",
    "ratification": "/ratification",
    "as adopted": "/as-adopted",
    "changes since adoption": "/changes",
    "beside the year before": "/compared?with={former}-now",
}


def main() -> None:
    taken = {years: _taken(years) for years in (1, YEARS)}
    for name in VIEWS:
        alone, after = (taken[years].get(name) for years in (1, YEARS))
        ratio = f"{after.cpu / alone.cpu:5.2f} times" if alone else ""
        told = f"{after.wall * 1000:7.1f} ms   of the processor {after.cpu * 1000:7.1f} ms"
        late = "" if after.wall * 1000 <= GOAL_MS else f"   over {GOAL_MS} ms"
        print(f"{f'{ACTIONS} actions, {name}':40} {told}   {ratio}{late}", flush=True)


def _taken(years: int) -> dict:
    """Each view of this year's plan at the median, after `years` years of such plans."""
    with house() as app:
        alice, this_year = cast.alice(), clock.fiscal_year(clock.today())
        with db.atomic():
            fill(alice, range(this_year - years + 1, this_year + 1))
        client = signed_in(app, alice)
        found = {}
        for name, path in VIEWS.items():
            if "{former}" in path and years == 1:
                continue
            look = looker(client, f"/plans/{this_year}{path.format(former=this_year - 1)}")
            look()
            found[name] = median(look, 15)
        return found


def fill(by, years: range) -> None:
    """A strategy, its groups and organisations, and for each year a plan, adopted."""
    strategy = Strategy.create(title={"en": "All of it"}, from_year=years[0], to_year=years[-1] + 1)
    priorities = _priorities(strategy)
    bodies = [_body(by, number) for number in range(6)]
    added = [
        people.add_organisation({"en": f"Agency {n}"}, sector="health", by=by) for n in range(40)
    ]
    for year in years:
        _year(strategy, year, priorities, bodies, added)


def _priorities(strategy: Strategy) -> list[Priority]:
    pillars = [
        Pillar.create(strategy=strategy, position=number, title={"en": f"Pillar {number}"})
        for number in range(4)
    ]
    return [
        Priority.create(pillar=pillars[n % 4], position=n, title={"en": f"Priority {n}"})
        for n in range(PRIORITIES)
    ]


def _body(by, number: int) -> Body:
    return groups.establish_body(
        kind="council" if number == 0 else "working_group",
        name={"en": f"Group {number}", "fr": f"Groupe {number}"},
        adopts_minutes=False,
        founded_on=date(2000, 1, 1),
        by=by,
    )


def _year(
    strategy: Strategy,
    year: int,
    priorities: list[Priority],
    bodies: list[Body],
    organisations: list[Organisation],
) -> None:
    plan = ActionPlan.create(strategy=strategy, fiscal_year=year, title={}, started_at=clock.now())
    meeting = Meeting.create(
        body=bodies[0], on=date(year, 5, 1), starts_at="10:00", languages=["en"],
        called_at=clock.now(),
    )  # fmt: skip
    _decide(meeting)
    _act(plan, priorities, bodies, organisations)
    _rest(plan, meeting)
    motion = Motion.create(
        meeting=meeting, number=f"{year}-01", text={"en": "So be it."}, result="consensus"
    )
    PlanAdoption.create(plan=plan, motion=motion, on=meeting.on)


def _decide(meeting: Meeting) -> None:
    rows = [
        {"meeting": meeting, "text": {"en": f"Decision {n} about newcomers and the harbour"}}
        for n in range(DECISIONS)
    ]
    for begin in range(0, len(rows), 100):
        Decision.insert_many(rows[begin : begin + 100]).execute()


def _act(plan, priorities, bodies, organisations) -> None:
    first = (PlanAction.select().count()) + 1
    planned = date(plan.fiscal_year, 4, 1)
    rows = [
        {
            "plan": plan, "number": first + n, "priority": priorities[n % PRIORITIES],
            "text": {"en": f"Offer thing {n} to newcomers in every part of town",
                     "fr": f"Offrir la chose {n} aux personnes nouvellement arrivées"},
            "output": {"en": f"{n} evenings"}, "planned_on": planned,
            "due": planned + timedelta(days=n % 360),
            "lead_body": bodies[n % 6] if n % 3 else None,
            "lead_organisation": None if n % 3 else organisations[n % 40],
        }
        for n in range(ACTIONS)
    ]  # fmt: skip
    for begin in range(0, len(rows), 50):
        PlanAction.insert_many(rows[begin : begin + 50]).execute()
    _note(plan, planned)


def _note(plan: ActionPlan, planned: date) -> None:
    """Six notes on each action, one every fortnight."""
    rows = [
        {
            "action": action, "on": planned + timedelta(days=14 * number + 1),
            "status": STATUSES[number] if number < 5 or action.id % 3 == 0 else "on_track",
            "text": {"en": f"Note {number}: the rooms are found, and people come."}, "reason": {},
        }
        for action in plan.actions
        for number in range(NOTES)
    ]  # fmt: skip
    for begin in range(0, len(rows), 100):
        ProgressNote.insert_many(rows[begin : begin + 100]).execute()


def _rest(plan: ActionPlan, meeting: Meeting) -> None:
    """Each action rests on a decision of its year; half of the decisions stay without any."""
    decisions = [row.id for row in meeting.decisions][: DECISIONS // 2]
    rows = [
        {
            "from_kind": "plan_action", "from_id": str(action.id), "to_kind": "decision",
            "to_id": str(decisions[place % len(decisions)]), "sentence": {}, "on": meeting.on,
        }
        for place, action in enumerate(plan.actions)
    ]  # fmt: skip
    for begin in range(0, len(rows), 100):
        Because.insert_many(rows[begin : begin + 100]).execute()
