"""What the pages show of an action beside its words: only columns that the plan uses."""

from datetime import date
from typing import NamedTuple

from lipnet.core.i18n import format_number, gettext, join_list
from lipnet.core.multilingual import plain
from lipnet.people.models import Organisation
from lipnet.plans.acting.models import (
    KIND_NAMES,
    LIKELIHOOD_NAMES,
    ActionParticulars,
    Quarter,
    partners_of,
    quarters_of,
)
from lipnet.plans.acting.notes import NoteParticulars
from lipnet.plans.models import ActionPlan, PlanAction, ProgressNote


class Further(NamedTuple):
    """What is said of one action, and how far it came: number so far, people reached."""

    particulars: ActionParticulars
    partners: list[Organisation]
    quarters: list[Quarter]
    so_far: int | None
    people: int | None


def planned_starts(actions: list[PlanAction]) -> dict[int, date | None]:
    """The planned first day of each action by its id; one query for any number of them."""
    ids = [action.id for action in actions]
    rows = ActionParticulars.select(ActionParticulars.action, ActionParticulars.starts_on)
    return dict(rows.where(ActionParticulars.action.in_(ids)).tuples())


def further_of(actions: list[PlanAction], plan: ActionPlan) -> dict[int, Further]:
    """Of a plan's actions, by id; three queries for any number of them."""
    ids = [action.id for action in actions]
    said = ActionParticulars.select().where(ActionParticulars.action.in_(ids))
    rows = {row.action_id: row for row in said}
    partners, counts = partners_of(actions), counts_of(ids)
    return {
        action.id: Further(
            row := rows.get(action.id) or ActionParticulars(action=action),
            partners.get(action.id, []),
            quarters_of(action, row, plan.fiscal_year),
            *counts.get(action.id, (None, None)),
        )
        for action in actions
    }


def counts_of(action_ids: list[int]) -> dict[int, tuple[int | None, int | None]]:
    """(the number there is so far, people reached) by action: of so far the last note that says
    it, of people the sum; notes that were corrected do not count."""
    corrected = NoteParticulars.select(NoteParticulars.corrects).where(
        NoteParticulars.corrects.is_null(False)
    )
    rows = (
        NoteParticulars.select(NoteParticulars, ProgressNote)
        .join(ProgressNote, on=NoteParticulars.note)
        .where(ProgressNote.action.in_(action_ids), ProgressNote.id.not_in(corrected))
        .order_by(ProgressNote.on, ProgressNote.id)
    )
    found: dict[int, tuple[int | None, int | None]] = {}
    for row in rows:
        so_far, people = found.get(row.note.action_id, (None, None))
        so_far = so_far if row.so_far is None else row.so_far
        people = people if row.people is None else (people or 0) + row.people
        found[row.note.action_id] = (so_far, people)
    return found


def facts_of(further: Further, columns: tuple[str, ...]) -> list[tuple]:
    """(name, value) of each of the `columns`, in the order of the columns."""
    facts = {
        "kind": (gettext("Kind of action"), KIND_NAMES.get(further.particulars.kind, "")),
        "partners": (gettext("Partners"), _names(further.partners)),
        "when": (gettext("Quarters"), quarters_told(further.quarters)),
        "target": (gettext("Number so far"), _of(further.so_far, further.particulars.target)),
        "people": (gettext("People reached"), _of(further.people,
                                                  further.particulars.people_wanted)),
        "risks": (gettext("Risks"), _risk(further.particulars)),
        "code": (gettext("Funder's activity code"), further.particulars.code),
        "again": (gettext("Comes back every year"), _yes(further.particulars.again)),
    }  # fmt: skip
    return [facts[name] for name in columns if name in facts]


def quarters_told(quarters: list[Quarter]) -> str:
    """Which quarters, the first beginning in April."""
    if not quarters:
        return ""
    first, last = quarters[0].number, quarters[-1].number
    if first == last:
        return gettext("Quarter %(number)s", number=first)
    return gettext("Quarters %(first)s to %(last)s", first=first, last=last)


def _names(organisations: list[Organisation]) -> str:
    return join_list([plain(row.name) for row in organisations]) if organisations else ""


def _of(number: int | None, wanted: int | None) -> str:
    if wanted is None:
        return "" if number is None else format_number(number)
    if number is None:
        return gettext("None told yet, %(wanted)s wanted", wanted=format_number(wanted))
    return gettext(
        "%(number)s of %(wanted)s", number=format_number(number), wanted=format_number(wanted)
    )


def _risk(said: ActionParticulars) -> str:
    if not said.likelihood or not said.risks:
        return plain(said.risks)
    return gettext(
        "%(risk)s (likelihood: %(likelihood)s)",
        risk=plain(said.risks),
        likelihood=LIKELIHOOD_NAMES[said.likelihood],
    )


def _yes(true: bool) -> str:
    return gettext("Yes") if true else ""
