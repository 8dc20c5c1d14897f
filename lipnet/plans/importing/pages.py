"""A plan comes in from a spreadsheet: the file, its columns, what would happen, and the act."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list, lazy, ngettext
from lipnet.core.pages import notice
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.rehearsing import rehearsed
from lipnet.core.web import me, requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.importing import forms, operations
from lipnet.plans.importing.bringing import CHANGED, LEFT_OUT, MADE, SAME, Bringing
from lipnet.plans.importing.columns import compared, guessed
from lipnet.plans.importing.levels import under_each_other
from lipnet.plans.importing.models import PlanSheet, SheetHeadings, how_many, sheets_of
from lipnet.plans.importing.reading import Table, examples_of, headings_of, read_tables
from lipnet.plans.importing.rows import ERROR, NOTICE, WARNING, Found, PlanRow, rows_of
from lipnet.plans.importing.understanding import Answers, Proposal, Understanding
from lipnet.plans.models import STATUS_NAMES, ActionPlan
from lipnet.plans.operations import FROZEN
from lipnet.plans.strategies.models import Objective

bp = Blueprint("plan_sheet", __name__, url_prefix="/plans")
SEVERITIES = {
    ERROR: lazy("Left out"),
    WARNING: lazy("Please look"),
    NOTICE: lazy("For your information"),
}
FATES = {
    MADE: lazy("New"),
    CHANGED: lazy("Changes what stands there"),
    SAME: lazy("Stands there already"),
    LEFT_OUT: lazy("Left out"),
}


@bp.context_processor
def _words() -> dict:
    return {"status_names": STATUS_NAMES}


@dataclass(frozen=True)
class Look:
    """What would happen, and everything that was noticed."""

    understood: Understanding
    proposals: list[Proposal]
    rehearsed: Bringing
    found: list[Found]
    ticked: set[str]

    @property
    def possible(self) -> set[str]:
        """The rows that would become new actions if they were ticked."""
        return {key for key, fate in self.rehearsed.fate.items() if fate == MADE}

    def fate(self, key: str) -> str:
        fate = self.rehearsed.fate[key]
        return LEFT_OUT if fate == MADE and key not in self.ticked else fate

    def count(self, fate: str) -> int:
        return [self.fate(key) for key in self.rehearsed.fate].count(fate)

    def place_of(self, one: Proposal) -> dict | str:
        """The priority's words; of one that is made new, the sheet's."""
        if one.priority.startswith("p"):
            known = self.understood.places.priorities.get(int(one.priority[1:]))
            return known.title if known else ""
        if one.priority:
            return dict(one.place.priority or one.place.pillar)
        return one.known.priority.title if one.known else ""

    def leads_of(self, one: Proposal) -> str:
        names = self.understood.names
        keys = one.leads.values()
        return join_list([names.name(key) or key.partition(":")[2] for key in keys]) if keys else ""

    def grouped(self) -> list[tuple[str, str, list[str]]]:
        """(severity in words, sentence, its cells), what is left out first."""
        groups: dict[tuple[str, str], list[str]] = {}
        order = list(SEVERITIES)
        for each in sorted(self.found, key=lambda found: order.index(found.severity)):
            groups.setdefault((each.severity, each.wrong), []).append(each.cell)
        return [(SEVERITIES[s], wrong, cells) for (s, wrong), cells in groups.items()]


@bp.route("/<int:fiscal_year>/sheet", methods=["GET", "POST"])
@requires(Can.MANAGE)
def sheet(fiscal_year):
    plan = _open_plan(fiscal_year)
    form = forms.SheetForm()
    file = form.sheet
    if tables := form.carry_out(lambda: read_tables(file.data.read(), file.data.filename or "")):
        return _columns_page(plan, file.data.filename or "", tables)
    sheets = sheets_of(plan)
    return render_template(
        "plans/importing/sheet.html", plan=plan, form=form, sheets=sheets, counts=how_many(sheets)
    )


@bp.post("/<int:fiscal_year>/sheet/columns")
@requires(Can.MANAGE)
def columns(fiscal_year):
    """What each column is, said or changed; then what would happen."""
    plan = _open_plan(fiscal_year)
    name, tables = _carried()
    if request.form.get("step") == "change":
        return _columns_page(plan, name, tables, forms.CarryingForm().mapping())
    form = forms.columns_form(tables, {})
    if form.carry_out(lambda: _keep(tables, forms.chosen_columns(form, tables))):
        mapping = forms.chosen_columns(form, tables)
        look = looked_at(plan, tables, mapping, me())
        return _look_page(plan, name, tables, mapping, look)
    return _columns_page(plan, name, tables, form=form), 422


@bp.post("/<int:fiscal_year>/sheet/bringing")
@requires(Can.MANAGE)
def bring(fiscal_year):
    """Look once more with the answers given, or bring in the rows that are ticked."""
    plan = _open_plan(fiscal_year)
    name, tables = _carried()
    mapping = forms.CarryingForm().mapping()
    form, answers = _answered(plan, tables, mapping)
    ticked = set(form.rows.data or [])
    look = looked_at(plan, tables, mapping, me(), answers, ticked)
    if new := look.possible - form.rows_offered():
        look = replace(look, ticked=ticked | new)
    if new or request.form.get("step") != "bring":
        return _look_page(plan, name, tables, mapping, look, answers)
    brought = form.carry_out(
        lambda: operations.bring_sheet(
            plan, look.understood, look.proposals, name=name, ticked=ticked,
            with_money=may(me(), Can.SEE_MONEY), by=me(),
        )
    )  # fmt: skip
    if not brought:
        return _look_page(plan, name, tables, mapping, look, answers, form.form_errors), 422
    count = len(brought.actions)
    notice(ngettext("One action came from the sheet.", "%(num)s actions came from the sheet.",
                    count))  # fmt: skip
    return redirect(url_for("plans.plan", fiscal_year=fiscal_year), 303)


@bp.post("/<int:fiscal_year>/sheet/<int:sheet_id>/undoing")
@requires(Can.MANAGE)
def undo(fiscal_year, sheet_id):
    plan = access.plan_of(fiscal_year)
    brought = PlanSheet.get_or_none(PlanSheet.id == sheet_id, PlanSheet.plan == plan)
    if brought is None:
        raise NotFound
    operations.undo_sheet(brought, by=me())
    notice(_("The sheet is taken out again."))
    return redirect(url_for(".sheet", fiscal_year=fiscal_year), 303)


def looked_at(
    plan: ActionPlan,
    tables: list[Table],
    mapping: dict[str, str],
    by,
    answers: Answers | None = None,
    ticked: set[str] | None = None,
) -> Look:
    """What bringing these rows would do: done, and taken back. New ones are all tried, known ones
    changed only if they are `ticked`."""
    rows, found = rows_meant(tables, mapping)
    understood = Understanding(plan, answers)
    proposals = understood.understand(rows)
    new = {one.row.key for one in proposals if one.known is None}
    done = rehearsed(lambda: Bringing(understood, by).bring(proposals, new | (ticked or set())))
    noticed = [*found, *understood.found, *done.found]
    look = Look(understood, proposals, done, noticed, ticked or set())
    return look if ticked is not None else replace(look, ticked=look.possible)


def rows_meant(tables: list[Table], mapping: dict[str, str]) -> tuple[list[PlanRow], list[Found]]:
    rows, found = rows_of(tables, mapping)
    actions, more = under_each_other(rows, three=Objective.are_used())
    return actions, [*found, *more]


def _open_plan(fiscal_year: int) -> ActionPlan:
    plan = access.plan_of(fiscal_year)
    if plan.is_adopted:
        raise Refusal(FROZEN)
    return plan


def _carried() -> tuple[str, list[Table]]:
    name, tables = forms.CarryingForm().tables()
    if not tables:
        raise Refusal(_("The sheet was lost on the way. Choose the file once more."))
    return name, tables


def _keep(tables: list[Table], chosen: dict[str, str]) -> bool:
    """Refused without a column of actions; what was changed is remembered for such a sheet."""
    if not any(column.startswith("action.") for column in chosen.values()):
        raise Refusal(_("Say which column tells what will be done: the action."))
    if chosen != _first_mapping(tables):
        operations.keep_headings(_key_of(tables), chosen, by=me())
    return True


def _first_mapping(tables: list[Table]) -> dict[str, str]:
    """As somebody said it last of the same headings; else as it seems."""
    kept = SheetHeadings.get_or_none(SheetHeadings.headings == _key_of(tables))
    found = kept.columns if kept else guessed(headings_of(tables))
    return {heading: column for heading, column in found.items() if column}


def _key_of(tables: list[Table]) -> str:
    return "\n".join(sorted(compared(heading) for heading in headings_of(tables)))


def _columns_page(plan, name, tables, mapping=None, form=None):
    form = form or forms.columns_form(tables, {})
    if mapping is None and not form.errors:
        mapping = _first_mapping(tables)
    for at, heading in enumerate(headings_of(tables)):
        if not form.errors:
            form[f"column_{at}"].data = mapping.get(heading, "")
    form.carry(name, tables)
    shown = [
        (form[f"column_{at}"], examples_of(tables, heading))
        for at, heading in enumerate(headings_of(tables))
    ]
    return render_template("plans/importing/columns.html", plan=plan, form=form, shown=shown)


def _answered(plan: ActionPlan, tables, mapping) -> tuple[forms.CarryingForm, Answers]:
    """The form as it was sent, and its answers; the questions are the same as were asked."""
    understood = Understanding(plan)
    understood.understand(rows_meant(tables, mapping)[0])
    form = forms.looking_form(understood, [])()
    return form, forms.answers_of(form, understood)


def _look_page(plan, name, tables, mapping, look: Look, answers=None, errors: Iterable[str] = ()):
    form = forms.looking_form(look.understood, [])(formdata=None)
    asked = look.understood.asked_places | look.understood.asked_names
    given = answers.places | answers.names if answers else {}
    for question, first in asked.items():
        form[forms.field_of(question)].data = given.get(question, first)
    form.form_errors = list(errors)
    form.carry(name, tables, mapping)
    form.offered.data = "\n".join(sorted(look.possible))
    return render_template(
        "plans/importing/look.html",
        plan=plan,
        form=form,
        look=look,
        fates=FATES,
        places=[form[forms.field_of(each)] for each in look.understood.asked_places],
        names=[form[forms.field_of(each)] for each in look.understood.asked_names],
        untaken=[h for h in headings_of(tables) if h not in mapping],
    )
