"""The groups say yes to what they lead; later one day is moved, with a reason."""

from datetime import timedelta

from lipnet.demo.texts import both
from lipnet.plans.adopting import operations as adopting
from lipnet.plans.models import PlanAction

REMARKS = {
    "homes": (
        "Yes, if the guide may be printed by the public library.",
        "Oui, si le guide peut être imprimé par la bibliothèque publique.",
    ),
    "work": ("Yes to all three.", "Oui aux trois."),
}


def ask_the_groups(scene) -> None:
    """Just before the meeting that adopts the plan of this year."""
    plan = scene.plans[scene.days.this_year]
    proposal = adopting.propose_plan(plan, by=scene.noor)
    for key, words in REMARKS.items():
        body = scene.bodies[key]
        adopting.ratify_part(proposal, body, remarks=both(*words), by=scene.chair_of(body))


def move_a_day(scene) -> None:
    """The directory comes two months later."""
    action = PlanAction.get_by_id(scene.actions["directory"].id)
    adopting.amend_action(
        action,
        priority=action.priority,
        text=action.text,
        output=action.output,
        due=action.due + timedelta(days=60),
        reason=both(
            "The services asked for time to check their own entries.",
            "Les services ont demandé du temps pour vérifier leurs propres fiches.",
        ),
        by=scene.noor,
    )
