"""The pages of a series: set it up, look at its days, change it, end it."""

from datetime import time

from flask import redirect, render_template, url_for
from flask import request as asked

from lipnet.core import clock
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound, NotYours
from lipnet.core.web import may_change, me, requires
from lipnet.groups.models import Body
from lipnet.meetings import choices
from lipnet.meetings.access import Can, may_run, meeting_to_run
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import meeting_page, once_confirmed
from lipnet.meetings.series import operations
from lipnet.meetings.series.forms import KEPT, NewSeriesForm, SeriesForm, as_in_terms
from lipnet.meetings.series.models import MeetingSeries, is_planned
from lipnet.meetings.series.words import rule_words

LOOKED_AT = 12


@bp.context_processor
def _words_of_series() -> dict:
    return {"is_planned": is_planned, "rule_words": rule_words}


@bp.route("/series/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_series():
    body = Body.by_slug(asked.args.get("body", ""))
    form = NewSeriesForm(
        body=body.id if body else None, languages=content_languages(), week=1, weekday=0,
        from_on=clock.today(), call_days=as_in_terms(body),
    ).offer()  # fmt: skip
    form.body.offer(choices.bodies(me()), _("Choose"))
    if made := _carried_out(form, lambda: _set_up(form)):
        notice(_("The series is set up, and its first meetings are planned."))
        return redirect(_page(made), 303)
    back = (_("All meetings"), url_for("meetings.index"))
    return _form_page(form, _("A series of meetings"), back, ("body",))


@bp.route("/series/<int:series_id>")
@requires(Can.SEE_MEETINGS)
def series(series_id: int):
    found = _to_see(series_id)
    coming = [row for row in found.planned() if row.meeting.on >= clock.today()]
    runs = may_run(me(), found.body) and found.is_running
    return render_template("meetings/series/show.html", series=found, coming=coming, runs=runs)


@bp.route("/series/<int:series_id>/change", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def change_series(series_id: int):
    found = _to_run(series_id)
    kept = {name: getattr(found, name) for name in (*KEPT, "place", "link", "languages")}
    form = SeriesForm(starts_at=time.fromisoformat(found.starts_at), **kept).offer()
    if _carried_out(form, lambda: operations.change_series(found, by=me(), **form.values)):
        notice(_("The series is changed."))
        return redirect(_page(found), 303)
    back = (_("Back to the series"), _page(found))
    return _form_page(form, _("Change the series"), back)


@bp.route("/series/<int:series_id>/end", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def end_series(series_id: int):
    found = _to_run(series_id)
    return once_confirmed(
        lambda: operations.end_series(found, by=me()),
        heading=_("End the series?"),
        text=_(
            "Meetings that are only planned are taken back. Those to which members were called, "
            "that were changed by hand or have an agenda stay."
        ),
        label=_("End it"),
        done=_("The series has ended."),
        back=_page(found),
    )


@bp.post("/series/<int:series_id>/plan")
@requires(Can.RUN_MEETINGS)
def plan_ahead(series_id: int):
    found = _to_run(series_id)
    made = operations.plan_ahead(found, by=me())
    notice(_("Meetings are planned.") if made else _("Everything is planned as far as it goes."))
    return redirect(_page(found), 303)


@bp.post("/<int:meeting_id>/call")
@requires(Can.RUN_MEETINGS)
def call_planned(meeting_id: int):
    found = meeting_to_run(meeting_id)
    operations.call_planned(found, by=me())
    notice(_("The meeting is called. Its members get a letter."))
    return redirect(meeting_page(found), 303)


def _carried_out(form: SeriesForm, verb):
    """Nothing is saved while the person only looks at the days."""
    return None if form.only_looks else form.carry_out(verb)


def _set_up(form: NewSeriesForm) -> MeetingSeries:
    body = Body.get_by_id(form.body.data)
    if not may_run(me(), body):
        raise NotYours
    return operations.set_up_series(body, by=me(), **form.values)


def _form_page(form: SeriesForm, heading: str, back, first=()) -> str:
    looked = form.only_looks and form.validate_on_submit()
    draft = form.as_series(None) if looked else None
    return render_template(
        "meetings/series/form.html",
        form=form,
        heading=heading,
        back=back,
        order=(*first, *KEPT[:4], "starts_at", "place", "link", "languages", *KEPT[4:]),
        draft=draft,
        days=draft.next_days(LOOKED_AT) if draft else [],
    )


def _to_see(series_id: int) -> MeetingSeries:
    found = MeetingSeries.get_or_none(MeetingSeries.id == series_id)
    if found is None:
        raise NotFound
    return found


def _to_run(series_id: int) -> MeetingSeries:
    found = _to_see(series_id)
    may_change(me(), Can.RUN_MEETINGS, body=found.body_id)
    return found


def _page(found: MeetingSeries) -> str:
    return url_for("meetings.series", series_id=found.id)
