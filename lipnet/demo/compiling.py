"""What was decided lately finds its place in the plan, or none yet."""

from lipnet.demo.texts import both
from lipnet.plans.compiling import operations as compiling


def choose(scene) -> None:
    """One decision is a further reason of an action, one item is set aside; the rest waits."""
    compiling.join_action(
        scene.actions["welcomes"],
        [scene.decisions["hosts"]],
        sentence=both(
            "The suppers work because somebody from the street is at the door.",
            "Les soupers réussissent parce qu'une personne de la rue accueille à la porte.",
        ),
        by=scene.noor,
    )
    compiling.set_sources_aside(
        scene.plans[scene.days.this_year],
        [scene.items["youth"]],
        reason=both(
            "The open call of the council does this already, until its last day.",
            "L'appel du conseil s'en charge déjà, jusqu'à son dernier jour.",
        ),
        by=scene.noor,
    )
