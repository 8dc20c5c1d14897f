"""The action plan as a document to take away: a table of actions under each priority."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lipnet.core.i18n import format_day, gettext, join_list, lazy
from lipnet.core.multilingual import plain
from lipnet.core.papers import ltr, said, titled, told
from lipnet.plans.models import STATUS_NAMES, ActionPlan, Pillar, PlanAction, Priority, years
from lipnet.press import Block, Document, Heading, Paragraph, Run, Runs, Table


class Standing(NamedTuple):
    """An action, its status, and (name, value) of the further columns that say something."""

    action: PlanAction
    status: str
    further: Sequence[tuple] = ()


Groups = Iterable[tuple[Pillar, Iterable[tuple[Priority, Sequence[Standing]]]]]
WIDTHS = (30, 25, 17, 15, 13)


def plan_paper(plan: ActionPlan, groups: Groups, today: date) -> Document:
    """In the language being spoken."""
    blocks: list[Block] = []
    for pillar, priorities in groups:
        blocks.append(Heading(1, told(pillar.title)))
        blocks += [_table(priority, actions) for priority, actions in priorities]
    if not blocks:
        blocks.append(Paragraph(said(gettext("No action stands in this plan yet"))))
    title = gettext("Action plan %(years)s", years=years(plan.fiscal_year))
    lede = [Paragraph(told(plan.strategy.title)), Paragraph(_as_it_stands(plan, today), "quiet")]
    return titled(title, blocks, lede)


def _as_it_stands(plan: ActionPlan, today: date) -> Runs:
    on = Run(" " + gettext("As it stands on %(day)s.", day=format_day(today)))
    if not (adoption := plan.adoption):
        return (*said(gettext("Not adopted yet.")), on)
    day, number = (Run(format_day(adoption.on)),), ltr(adoption.motion.number)
    adopted = lazy("Adopted on %(day)s by motion %(number)s.")
    return (*said(adopted, day=day, number=number), on)


def _table(priority: Priority, actions: Sequence[Standing]) -> Table:
    head = [
        gettext("Action"),
        gettext("When it is done there is"),
        gettext("Lead"),
        gettext("Due"),
        gettext("Status"),
    ]
    rows = [_row(*standing) for standing in actions]
    return Table([said(label) for label in head], rows, told(priority.title), WIDTHS)


def _row(action: PlanAction, status: str, further: Sequence[tuple]) -> list[Runs]:
    lines = [Run("\n" + gettext("%(name)s: %(value)s", name=n, value=v)) for n, v in further]
    return [
        (*ltr(action.number), Run(". "), *told(action.text), *lines),
        told(action.output),
        (Run(_leads(action)),),
        (Run(format_day(action.due, "medium") if action.due else ""),),
        said(STATUS_NAMES[status]),
    ]


def _leads(action: PlanAction) -> str:
    leads = (action.lead_body, action.lead_organisation, action.lead_person)
    return join_list(plain(lead.name) for lead in leads if lead)
