"""The views of a plan; each has an address that can be kept and printed."""

from flask import redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import day_asked, number_asked
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans import access, operations
from lipnet.plans.access import Can
from lipnet.plans.indicators.waiting import readings_of
from lipnet.plans.manage import bp
from lipnet.plans.models import STATUSES
from lipnet.plans.viewing import by_lead as leading
from lipnet.plans.viewing import lately, left_out, mine, noting, seeking, timeline
from lipnet.plans.viewing.forms import MoveForm
from lipnet.plans.viewing.quarters import quarters_of
from lipnet.plans.viewing.rows import Whole, whole_plan

PER_PAGE = 50


@bp.route("/<int:fiscal_year>/by-lead")
@requires(Can.READ)
def plan_by_lead(fiscal_year):
    whole = _whole(fiscal_year)
    return render_template(
        "plans/viewing/by_lead.html",
        plan=whole.plan,
        sections=leading.by_lead(whole),
        nobody=leading.led_by_nobody(whole),
    )


@bp.route("/<int:fiscal_year>/timeline")
@requires(Can.READ)
def plan_timeline(fiscal_year):
    whole, sought = _whole(fiscal_year), seeking.sought_in(request.args)
    return render_template(
        "plans/viewing/timeline.html",
        plan=whole.plan,
        sheets=timeline.sheets_of(whole.only(seeking.found(whole, sought))),
        today=timeline.today_in(fiscal_year),
        **_seeking(whole, sought, fiscal_year),
    )


@bp.route("/<int:fiscal_year>/board")
@requires(Can.READ)
def plan_board(fiscal_year):
    whole, sought = _whole(fiscal_year), seeking.sought_in(request.args)
    rows = seeking.found(whole, sought)
    return render_template(
        "plans/viewing/board.html",
        plan=whole.plan,
        columns=[(code, [row for row in rows if row.status == code]) for code in STATUSES],
        may_note=noting.may_note_each(me()),
        **_seeking(whole, sought, fiscal_year),
    )


@bp.route("/<int:fiscal_year>/board/<int:number>", methods=["GET", "POST"])
@requires(Can.READ)
def move_card(fiscal_year, number):
    """A card is moved by noting how the action stands."""
    action = access.card_to_move(fiscal_year, number, me())
    form = MoveForm(data={"status": action.status}).offer()
    if form.carry_out(
        lambda: operations.note_progress(
            action,
            status=form.status.data,
            text=form.text.data or {},
            reason=form.reason.data or {},
            by=me(),
        )
    ):
        notice(_("The card is moved, and your note is kept."))
        board = url_for("plans.plan_board", fiscal_year=fiscal_year)
        return redirect(f"{board}#action-{number}", 303)
    return render_template("plans/viewing/move.html", plan=action.plan, action=action, form=form)


@bp.route("/<int:fiscal_year>/table")
@requires(Can.READ)
def plan_table(fiscal_year):
    whole, sought = _whole(fiscal_year), seeking.sought_in(request.args)
    return render_template(
        "plans/viewing/table.html",
        plan=whole.plan,
        rows=seeking.found(whole, sought),
        **_seeking(whole, sought, fiscal_year),
    )


@bp.route("/<int:fiscal_year>/changed")
@requires(Can.READ)
def plan_changed(fiscal_year):
    """Since ?since=2026-03-12; without it, since the last meeting of the council."""
    whole, council = _whole(fiscal_year), lately.last_council()
    since = day_asked("since") or (council.on if council else whole.plan.started_at.date())
    return render_template(
        "plans/viewing/changed.html",
        plan=whole.plan,
        council=council,
        lately=lately.lately(whole, since),
    )


@bp.route("/<int:fiscal_year>/mine")
@requires(Can.READ)
def plan_mine(fiscal_year):
    whole = _whole(fiscal_year)
    return render_template(
        "plans/viewing/mine.html",
        plan=whole.plan,
        mine=mine.mine_of(whole, me()),
        readings=readings_of(me()),
        may_note=noting.may_note_each(me()),
    )


@bp.route("/<int:fiscal_year>/left-out")
@requires(Can.READ)
def plan_left_out(fiscal_year):
    """What the year decided and learned that stands in no plan yet."""
    plan, refs = access.plan_of(fiscal_year), left_out.left_out(fiscal_year)
    pages = max(1, -(-len(refs) // PER_PAGE))
    here = min(max(number_asked("page") or 1, 1), pages)
    shown = left_out.records_of(refs[(here - 1) * PER_PAGE : here * PER_PAGE])
    return render_template(
        "plans/viewing/left_out.html",
        plan=plan,
        count=len(refs),
        shown=[(kind, record) for kind, record in shown if kind.may_see(me(), record)],
        here=here,
        pages=pages,
    )


def _whole(fiscal_year: int) -> Whole:
    return whole_plan(access.plan_of(fiscal_year))


def _seeking(whole: Whole, sought: seeking.Sought, fiscal_year: int) -> dict:
    """What the form of filters is drawn from."""
    return {
        "sought": sought,
        "choices": seeking.choices(whole),
        "quarters": quarters_of(fiscal_year),
        "total": len(whole.rows),
    }
