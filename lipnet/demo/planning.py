"""Putting actions into a plan and noting how they go."""

from datetime import date
from typing import NamedTuple

from lipnet.demo.texts import both
from lipnet.plans import operations as plans


class Planned(NamedTuple):
    """One action: where it stands, what is to be done, what will be there, who leads, until when.

    `lead` is the key of a body or an organisation; `because` names decisions and findings.
    """

    priority: str
    words: tuple[str, str]
    output: tuple[str, str]
    lead: str
    due: tuple[int, int]
    because: tuple[str, ...] = ()


class Noted(NamedTuple):
    """One progress note: on which day, of which action, how it stood, and why."""

    day: date
    action: str
    status: str
    words: tuple[str, str] | None = None
    reason: tuple[str, str] | None = None


def start(scene, fiscal_year: int, actions: dict[str, Planned]) -> None:
    plan = plans.start_plan(
        scene.strategy,
        fiscal_year,
        both(
            "Action plan {first}–{last}",
            "Plan d'action {first}–{last}",
            first=str(fiscal_year),
            last=str(fiscal_year + 1),
        ),
        by=scene.noor,
    )
    scene.plans[fiscal_year] = plan
    for key, planned in actions.items():
        put(scene, plan, key, planned)


def put(scene, plan, key: str, planned: Planned, motion=None) -> None:
    scene.actions[key] = plans.plan_action(
        plan,
        scene.priorities[planned.priority],
        both(*planned.words),
        because=[scene.reason(name) for name in planned.because],
        motion=motion,
        due=due(plan, planned.due),
        output=both(*planned.output),
        by=scene.noor,
        **_lead(scene, planned.lead),
    )


def due(plan, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    return date(plan.fiscal_year if month >= 4 else plan.fiscal_year + 1, month, day)


def note(scene, noted: Noted) -> None:
    """A working group's progress is noted by its chair, the rest by the coordinator."""
    action = scene.actions[noted.action]
    plans.note_progress(
        action,
        status=noted.status,
        text=both(*noted.words) if noted.words else {},
        reason=both(*noted.reason) if noted.reason else {},
        by=scene.chair_of(action.lead_body) or scene.noor,
    )


def _lead(scene, key: str) -> dict:
    if key in scene.bodies:
        return {"lead_body": scene.bodies[key]}
    return {"lead_organisation": scene.organisations[key]}
