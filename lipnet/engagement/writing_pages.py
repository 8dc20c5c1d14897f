"""Writing in the log: an engagement, what was heard, files beside it."""

from flask import redirect, render_template, request, url_for

from lipnet.core.brought import file_brought
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.engagement import access, operations
from lipnet.engagement.access import Can
from lipnet.engagement.forms import AttachForm, EngagementForm, HeardForm, as_written
from lipnet.engagement.from_meeting import begun_from
from lipnet.engagement.manage import bp
from lipnet.engagement.models import Engagement


@bp.route("/new", methods=["GET", "POST"])
@requires(Can.LOG)
def new():
    meeting = access.meeting_held(number_asked("meeting"))
    form = EngagementForm(data=begun_from(meeting) if meeting else _begun()).offer()
    made = form.carry_out(
        lambda: operations.log_engagement(**form.chosen(), meeting=meeting, by=me())
    )
    if made:
        notice(_("It stands in the log. Add what was heard."))
        return redirect(url_for(".show", engagement_id=made.id), 303)
    return render_template("engagement/new.html", form=form, meeting=meeting)


@bp.route("/<int:engagement_id>/edit", methods=["GET", "POST"])
@requires(Can.LOG)
def edit(engagement_id: int):
    found = access.engagement_of(engagement_id)
    form = EngagementForm(data=as_written(found)).offer()
    if form.carry_out(lambda: operations.change_engagement(found, **form.chosen(), by=me())):
        notice(_("The entry is changed."))
        return redirect(url_for(".show", engagement_id=found.id), 303)
    return render_template("engagement/edit.html", form=form, engagement=found)


@bp.route("/<int:engagement_id>/removal", methods=["GET", "POST"])
@requires(Can.LOG)
def remove(engagement_id: int):
    found = access.engagement_of(engagement_id)
    if request.method == "GET":
        return render_template("engagement/remove.html", engagement=found)
    operations.remove_engagement(found, by=me())
    notice(_("The entry is removed."))
    return redirect(url_for(".index", year=found.fiscal_year), 303)


@bp.route("/<int:engagement_id>/heard/new", methods=["GET", "POST"])
@requires(Can.LOG)
def hear(engagement_id: int):
    found = access.engagement_of(engagement_id)
    form = HeardForm().offer()
    if form.carry_out(lambda: _hear(found, form)):
        notice(_("What was heard is written down."))
        return redirect(_heard_on(found), 303)
    return render_template("engagement/hear.html", form=form, engagement=found)


@bp.post("/heard/<int:heard_id>/finding")
@requires(Can.LOG)
def find_from(heard_id: int):
    heard = access.heard_of(heard_id)
    finding = operations.find_from(heard, by=me())
    notice(_("It is a finding now. Meetings can decide on it, and the plan can rest on it."))
    return redirect(url_for("evidence.show", number=finding.id), 303)


@bp.post("/heard/<int:heard_id>/removal")
@requires(Can.LOG)
def take_back_heard(heard_id: int):
    heard = access.heard_of(heard_id)
    operations.take_back_heard(heard, by=me())
    notice(_("It is removed."))
    return redirect(_heard_on(heard.engagement), 303)


@bp.route("/<int:engagement_id>/files/new", methods=["GET", "POST"])
@requires(Can.LOG)
def attach(engagement_id: int):
    found = access.engagement_of(engagement_id)
    form = AttachForm()
    if form.carry_out(lambda: _attach(found, form)):
        notice(_("The file is kept."))
        return redirect(url_for(".show", engagement_id=found.id), 303)
    return render_template("engagement/attach.html", form=form, engagement=found)


@bp.post("/files/<int:file_id>/removal")
@requires(Can.LOG)
def remove_file(file_id: int):
    kept = access.file_of(file_id)
    operations.remove_file(kept, by=me())
    notice(_("The file is removed."))
    return redirect(url_for(".show", engagement_id=kept.engagement_id), 303)


def _begun() -> dict:
    """What the map asks for: an engagement in a language that nobody was met in."""
    return {"languages": [tag] if (tag := request.args.get("language")) else []}


def _hear(engagement: Engagement, form: HeardForm):
    return operations.hear(
        engagement,
        text=form.text.data,
        language=form.language.data,
        translation=form.translation.data or {},
        by=me(),
    )


def _attach(engagement: Engagement, form: AttachForm):
    chosen = form.file.data
    brought = file_brought(chosen.filename, chosen.read())
    return operations.keep_file(engagement, brought, what=form.what.data, by=me())


def _heard_on(engagement: Engagement) -> str:
    return url_for(".show", engagement_id=engagement.id, _anchor="heard")
