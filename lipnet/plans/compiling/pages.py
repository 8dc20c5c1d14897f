"""The desk of a plan: its sources, and what is done with them."""

from flask import redirect, render_template, url_for

from lipnet.core.i18n import format_month
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.groups.models import Body
from lipnet.meetings import operations as meetings
from lipnet.meetings.access import meeting_to_run
from lipnet.plans import access, sources
from lipnet.plans.access import Can
from lipnet.plans.compiling import desk, forms, operations
from lipnet.plans.compiling.asked import asked_sources, asked_span, months_offered, span_kept
from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.compiling.wording import texts_of
from lipnet.plans.manage import bp
from lipnet.plans.models import ActionPlan, PlanAction


@bp.route("/<int:fiscal_year>/sources")
@requires(Can.MANAGE)
def compile_plan(fiscal_year):
    """What bodies decided and surveys showed in a span of months and no plan holds yet."""
    plan = access.plan_of(fiscal_year)
    span = asked_span(plan)
    waiting, named = sources.looked_at(span, me())
    laid = desk.laid_out(plan, waiting)
    return render_template(
        "plans/sources.html",
        plan=plan,
        span=span,
        kept=span_kept(),
        months=[(month, format_month(month)) for month in months_offered(plan, span)],
        bodies=list(Body.standing()),
        laid=laid,
        waiting=desk.counted(laid),
        named=named,
        chosen=desk.chosen_on(plan, me()),
        may_open=desk.earlier_plan(plan) is not None and not plan.is_adopted,
    )


@bp.route("/<int:fiscal_year>/sources/joining", methods=["GET", "POST"])
@requires(Can.MANAGE)
def join_sources(fiscal_year):
    plan, behind = access.plan_of(fiscal_year), asked_sources()
    form = forms.JoinForm(data={"action": _likest(plan, behind)}).offer(plan)
    if form.carry_out(
        lambda: operations.join_action(
            PlanAction.get_by_id(form.action.data),
            _records(behind),
            sentence=form.sentence.data or {},
            by=me(),
        )
    ):
        notice(_("The action rests on it now."))
        return _back_to_desk(plan)
    return _act_page(plan, form, behind, heading=_("Join an action"), submit=_("Join them"))


@bp.route("/<int:fiscal_year>/sources/progress", methods=["GET", "POST"])
@requires(Can.MANAGE)
def note_sources(fiscal_year):
    plan, behind = access.plan_of(fiscal_year), asked_sources()
    noted = {plan, ActionPlan.current() or plan}
    begun = {"action": _likest(plan, behind), "text": _words(behind), "status": "on_track"}
    form = forms.NoteForm(data=begun).offer(sorted(noted, key=lambda each: each.fiscal_year))
    if form.carry_out(lambda: _note(plan, form, behind)):
        notice(_("It stands as progress on the action."))
        return _back_to_desk(plan)
    return _act_page(
        plan, form, behind, heading=_("Note it as progress"), submit=_("Keep the note")
    )


@bp.route("/<int:fiscal_year>/sources/setting-aside", methods=["GET", "POST"])
@requires(Can.MANAGE)
def set_sources_aside(fiscal_year):
    plan, behind = access.plan_of(fiscal_year), asked_sources()
    form = forms.AsideForm()
    if form.carry_out(
        lambda: operations.set_sources_aside(
            plan, _records(behind), reason=form.reason.data, by=me()
        )
    ):
        notice(_("It is set aside. It may be taken up again at any time."))
        return _back_to_desk(plan)
    return _act_page(plan, form, behind, heading=_("Set it aside"), submit=_("Set it aside"))


@bp.route("/<int:fiscal_year>/sources/agenda", methods=["GET", "POST"])
@requires(Can.MANAGE)
def revise_plan(fiscal_year):
    """What stands under no priority is talked about at a meeting."""
    plan, behind = access.plan_of(fiscal_year), asked_sources()
    form = forms.AgendaForm(data={"title": forms.title_for_revising()}).offer(me())
    if item := form.carry_out(lambda: _put_on_agenda(form, behind)):
        notice(_("It is on the agenda."))
        return redirect(url_for("meetings.item", item_id=item.id), 303)
    heading = _("On the agenda for revising the plan")
    return _act_page(plan, form, behind, heading=heading, submit=_("Put it on the agenda"))


@bp.route("/choices/<int:choice_id>/undoing", methods=["POST"])
@requires(Can.MANAGE)
def undo_choice(choice_id):
    choice = PlanChoice.get_or_none(PlanChoice.id == choice_id)
    if choice is None:
        raise NotFound
    first = choice.sources.first()
    plan = choice.plan
    try:
        operations.undo_choice(choice, by=me())
        notice(_("Taken back. It waits on the desk again."))
    except Refusal as no:
        notice(no.reason, "warning")
    return _back_to_desk(plan, f"{first.kind}-{first.record_id}" if first else "")


@bp.route("/<int:fiscal_year>/sources/putting-back", methods=["POST"])
@requires(Can.MANAGE)
def put_source_back(fiscal_year):
    """What minutes name an action for waits on the desk all the same."""
    return _one_source(fiscal_year, operations.put_back, _("It waits on the list again."))


@bp.route("/<int:fiscal_year>/sources/taking-off", methods=["POST"])
@requires(Can.MANAGE)
def take_source_off(fiscal_year):
    return _one_source(fiscal_year, operations.take_off, _("It counts as done again."))


def _one_source(fiscal_year: int, verb, done: str):
    plan, chosen = access.plan_of(fiscal_year), asked_sources()
    if len(chosen) != 1:
        raise NotFound
    try:
        verb(plan, chosen[0].record, by=me())
        notice(done)
    except Refusal as no:
        notice(no.reason, "warning")
    return _back_to_desk(plan, chosen[0].key.replace(":", "-"))


def _act_page(plan: ActionPlan, form, behind: list, **words):
    return render_template(
        "plans/compiling/act.html",
        plan=plan,
        form=form,
        behind=behind,
        back=url_for(".compile_plan", fiscal_year=plan.fiscal_year, **span_kept()),
        **words,
    )


def _back_to_desk(plan: ActionPlan, anchor: str = ""):
    kept = {**span_kept(), "_anchor": anchor or None}
    return redirect(url_for(".compile_plan", fiscal_year=plan.fiscal_year, **kept), 303)


def _records(behind: list[sources.Source]) -> list:
    return [source.record for source in behind]


def _likest(plan: ActionPlan, behind: list[sources.Source]) -> int | None:
    """The action that the first of the sources is likest to."""
    matcher, _priorities = desk.matcher_of(plan)
    for source in behind:
        found = matcher.suggest(texts_of(source.record))
        if found and found.place[1] is not None:
            return found.place[1].id
    return None


def _words(behind: list[sources.Source]) -> dict:
    said = texts_of(behind[0].record) if behind else {}
    return {tag: text for tag, text in said.items() if tag != "*"}


def _note(plan: ActionPlan, form: forms.NoteForm, behind: list[sources.Source]):
    action: PlanAction = PlanAction.get_by_id(form.action.data)
    return operations.note_sources(
        action,
        _records(behind),
        status=form.status.data,
        text=form.text.data or {},
        reason=form.reason.data or {},
        plan=plan,
        by=me(),
    )


def _put_on_agenda(form: forms.AgendaForm, behind: list[sources.Source]):
    if not behind:
        raise Refusal(_("Choose at least one source."))
    return meetings.put_on_agenda(
        meeting_to_run(form.meeting.data),
        form.title.data,
        because=_records(behind),
        by=me(),
    )
