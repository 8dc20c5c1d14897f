"""Show a plan to everybody, take it back, say which sites may hold it."""

import re
from collections.abc import Iterable

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.plans.models import ActionPlan
from lipnet.reports.dashboard.models import FramingSite, ShownPlan

SHOWN = declare("reports.plan_shown", lazy("%(who)s showed the plan to everybody."))
TAKEN_BACK = declare(
    "reports.plan_taken_back", lazy("%(who)s took the public page of the plan back.")
)
SITES = declare(
    "reports.sites_named", lazy("%(who)s said which sites may show the plan on their own pages.")
)
ADDRESS = re.compile(r"(?:https://)?((?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d{1,5})?)(?:/\S*)?")
MOST_SITES = 20


@operation
def show_plan(plan: ActionPlan, *, with_notes: bool, by) -> ShownPlan:
    """Show an adopted plan to everybody, with or without the words of the progress notes.

    Doing it again changes only whether these are shown. Raises Refusal before the adoption.
    """
    if not plan.is_adopted:
        raise Refusal(lazy("The plan is not adopted yet. It can be shown once a motion adopts it."))
    shown, _ = ShownPlan.get_or_create(plan=plan, defaults={"on": clock.today(), "by": by.id})
    shown.with_notes = with_notes
    shown.save(only=[ShownPlan.with_notes])
    record(SHOWN, plan, by=by, fiscal_year=plan.fiscal_year, with_notes=with_notes)
    return shown


@operation
def take_plan_back(plan: ActionPlan, *, by) -> None:
    """From now on the public page is not found. Raises Refusal if it was not shown."""
    if not ShownPlan.delete().where(ShownPlan.plan == plan).execute():
        raise Refusal(lazy("This plan is not shown to everybody."))
    record(TAKEN_BACK, plan, by=by, fiscal_year=plan.fiscal_year)


@operation
def name_sites(addresses: Iterable[str], *, by) -> list[str]:
    """Which sites may hold the small page, all others may not -> as they are kept.

    Of an address only its host counts. Raises Refusal for what is none.
    """
    wanted = sorted({_origin(address) for address in addresses if address.strip()})
    if len(wanted) > MOST_SITES:
        raise Refusal(lazy("Please name at most twenty sites."), field="sites")
    FramingSite.delete().where(FramingSite.origin.not_in(wanted)).execute()
    for origin in set(wanted) - set(FramingSite.origins()):
        FramingSite.create(origin=origin, on=clock.today(), by=by.id)
    record(SITES, partnership(), by=by, sites=wanted)
    return wanted


def _origin(address: str) -> str:
    found = ADDRESS.fullmatch(address.strip().lower())
    if found is None:
        raise Refusal(
            lazy("Write each site on a line of its own, such as https://www.example.ca"),
            field="sites",
        )
    return f"https://{found[1]}"
