"""Letters to the chairs of the groups before which a plan is laid, in their language."""

from collections.abc import Iterable

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.i18n import format_day, join_list
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.groups.models import Appointment, Body, Seat
from lipnet.people.models import Person
from lipnet.plans.adopting.models import PlanProposal, PlanRatification
from lipnet.plans.models import PlanAction

IN_THE_CHAIR = ("chair", "co_chair")


def proposed(event: Event, address: str) -> Iterable[Letter]:
    """One to each chair and co-chair, however many groups they chair. Nothing once the plan is
    adopted or proposed anew, nor for a part that was ratified before the letter could leave."""
    proposal = PlanProposal.get_or_none(PlanProposal.id == event.particulars.get("proposal", 0))
    if proposal is None or not proposal.waits:
        return
    for person, bodies in _asked(proposal):
        if person.email and person.is_active:
            yield letter(
                person.email,
                person.language,
                lambda bodies=bodies: _words(proposal, bodies, address.rstrip("/")),
            )


def _asked(proposal: PlanProposal) -> list[tuple[Person, list[Body]]]:
    """Who presides over a group that leads an action and has not ratified it; one query."""
    leading = PlanAction.select(PlanAction.lead_body).where(
        PlanAction.plan == proposal.plan_id, PlanAction.lead_body.is_null(False)
    )
    said = PlanRatification.select(PlanRatification.body).where(
        PlanRatification.proposal == proposal
    )
    rows = (
        Appointment.select(Appointment, Person, Seat, Body)
        .join(Person)
        .join_from(Appointment, Seat)
        .join(Body)
        .where(Appointment.role.in_(IN_THE_CHAIR), Body.id.in_(leading), Body.id.not_in(said))
        .order_by(Appointment.id)
    )
    today = clock.today()
    found: dict[int, tuple[Person, list[Body]]] = {}
    for row in rows:
        if row.in_effect(today):
            bodies = found.setdefault(row.person_id, (row.person, []))[1]
            bodies += [row.seat.body] if row.seat.body not in bodies else []
    return list(found.values())


def _words(proposal: PlanProposal, bodies: list[Body], address: str) -> tuple[str, str]:
    plan = proposal.plan
    here = f"{address}/plans/{plan.fiscal_year}"
    lines = [f"- {plain(body.name)}\n  {here}/ratification/{body.slug}" for body in bodies]
    places = {
        "years": plan.years,
        "groups": join_list(plain(body.name) for body in bodies),
        "lines": "\n".join(lines),
        "plan": here,
    }
    if proposal.until is None:
        return _("Please ratify your part of the plan %(years)s", **places), _asks(places)
    places["day"] = format_day(proposal.until)
    return (
        _("Please ratify your part of the plan %(years)s by %(day)s", **places),
        _(
            "The action plan %(years)s is laid before the groups that lead its actions. You chair "
            "one of them, or more: %(groups)s.\n\n"
            "Please read with your group what it leads, and say by %(day)s whether it stands "
            "behind it: by a motion of its meeting, or by your word. There is room for remarks:\n\n"
            "%(lines)s\n\n"
            "The whole plan: %(plan)s\n\n"
            "This is the only letter about it. Until you answer, it also stands on your first "
            "page.",
            **places,
        ),
    )


def _asks(places: dict[str, str]) -> str:
    return _(
        "The action plan %(years)s is laid before the groups that lead its actions. You chair "
        "one of them, or more: %(groups)s.\n\n"
        "Please read with your group what it leads, and say whether it stands behind it: by a "
        "motion of its meeting, or by your word. There is room for remarks:\n\n"
        "%(lines)s\n\n"
        "The whole plan: %(plan)s\n\n"
        "This is the only letter about it. Until you answer, it also stands on your first page.",
        **places,
    )
