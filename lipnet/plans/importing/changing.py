"""What a row of a sheet says otherwise than the action that stands in the plan."""

from lipnet.plans.acting.models import ActionParticulars
from lipnet.plans.importing.places import is_called
from lipnet.plans.importing.understanding import Proposal
from lipnet.plans.strategies.models import Objective


def changes_of(
    proposal: Proposal,
    said: ActionParticulars,
    partners: list[str],
    within: Objective | None = None,
) -> list[str]:
    """What of a known action a row says otherwise; a blank cell changes nothing."""
    action = proposal.known
    found = [
        name
        for name in ("text", "output")
        if {**getattr(action, name), **getattr(proposal, name)} != getattr(action, name)
    ]
    if proposal.due and proposal.due != action.due:
        found.append("due")
    if proposal.priority and proposal.priority != f"p{action.priority_id}":
        found.append("priority")
    if proposal.objective and not _stands_in(proposal.objective, within):
        found.append("objective")
    for lead, key in proposal.leads.items():
        if key != f"{lead.removeprefix('lead_')}-{getattr(action, f'{lead}_id')}":
            found.append(lead)
    found += [n for n, value in proposal.particulars.items() if _other(getattr(said, n), value)]
    if proposal.says_partners and set(proposal.partners) != set(partners):
        found.append("partners")
    return found


def _stands_in(said: dict, objective: Objective | None) -> bool:
    return objective is not None and is_called(objective.title, tuple(said.items()))


def _other(before, value) -> bool:
    return {**before, **value} != before if isinstance(value, dict) else before != value
