"""The pages on which old minutes are brought in, looked at and recorded."""

from flask import Response, redirect, render_template, request, url_for

from lipnet.core import clock
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.core.pages import notice
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound, NotYours, Refusal
from lipnet.core.web import me, requires
from lipnet.groups.models import Body
from lipnet.meetings import choices
from lipnet.meetings.access import Can, bodies_to_run, may_run, may_see_whole
from lipnet.meetings.bringing import forms, operations, words
from lipnet.meetings.bringing.checks import meeting_on
from lipnet.meetings.bringing.desk import day_of, desk_of
from lipnet.meetings.bringing.matching import Roster
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.bringing.reading import MOST_FILES, Read, read_all, read_pasted
from lipnet.meetings.bringing.recorder import NotRecorded
from lipnet.meetings.bringing.showing import count, next_open, pieces_of, rows_of
from lipnet.meetings.bringing.withdrawing import withdraw_minutes
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import once_confirmed

LARGEST = 64 * 1024 * 1024  # a folder of minutes at once; each file has a limit of its own


@bp.url_value_preprocessor
def _let_a_folder_in(endpoint, values) -> None:
    if endpoint == "meetings.bringing":
        request.max_content_length = LARGEST


@bp.route("/bringing", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def bringing():
    form = forms.BringForm()
    form.body.offer(choices.bodies(me()), _("Choose"))
    refused: list[tuple[str, str]] = []
    brought = form.carry_out(lambda: _bring(form, refused))
    if brought and not refused:
        return _went_well(brought)
    return render_template(
        "meetings/bringing/index.html",
        form=form,
        refused=refused,
        desks=[(each, count(each, "open")) for each in _desks()],
    )


@bp.route("/bringing/<int:brought_id>", methods=["GET", "POST"])
@requires(Can.SEE_MEETINGS)
def desk(brought_id: int):
    found = _brought(brought_id)
    if found.is_recorded:
        return _original_page(found)
    _run(found)
    wrong: dict[str, str] = {}
    if request.method == "POST" and (went_on := _press(found, request.form.get("act", ""), wrong)):
        return redirect(_at(found, went_on), 303)
    return render_template(
        "meetings/bringing/desk.html",
        brought=found,
        rows=rows_of(found, wrong),
        wrong=wrong,
        pieces=pieces_of(found),
        open=count(found, "open"),
        kept=count(found, "kept"),
        steps=len(found.desk["steps"]),
        words=words,
    )


@bp.route("/bringing/<int:brought_id>/proposals/<key>", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def old_proposal(brought_id: int, key: str):
    found = _open_desk(brought_id)
    asked = found.proposal(key)
    if asked is None:
        raise NotFound
    form = forms.form_for(asked, _roster(found), found.text)
    if form.carry_out(lambda: _change(found, asked, form)):
        return redirect(_at(found, next_open(_brought(found.id), key)), 303)
    return render_template(
        "meetings/bringing/proposal.html",
        brought=found,
        form=form,
        asked=asked,
        quote=found.text[asked["start"] : asked["end"]].strip(),
        kind=words.KIND_WORDS[asked["kind"]],
        back=_at(found, key),
    )


@bp.route("/bringing/<int:brought_id>/record", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def record_brought(brought_id: int):
    found = _open_desk(brought_id)
    wrong: dict[str, str] = {}
    form = Form()
    if meeting := form.carry_out(lambda: _record(found, wrong)):
        notice(_("The minutes are recorded. Look at them once more, then send them round."))
        return redirect(url_for("meetings.minutes", meeting_id=meeting.id), 303)
    return render_template(
        "meetings/bringing/record.html",
        brought=found,
        form=form,
        wrong=wrong,
        standing=meeting_on(found),
        day=day_of(found.proposal("meeting")["values"]["on"]),
        open=count(found, "open"),
        kept=_kept(found),
        words=words,
    )


@bp.route("/bringing/<int:brought_id>/removal", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def remove_desk(brought_id: int):
    found = _open_desk(brought_id)
    return once_confirmed(
        lambda: operations.remove_desk(found, by=me()),
        heading=_("Remove these old minutes?"),
        text=_("The file and everything that was read from it is erased. Nothing was recorded."),
        label=_("Remove them"),
        done=_("The old minutes are erased."),
        back=url_for("meetings.desk", brought_id=found.id),
        then=url_for("meetings.bringing"),
    )


@bp.route("/bringing/<int:brought_id>/withdrawal", methods=["GET", "POST"])
@requires(Can.WITHDRAW_OLD_MINUTES)
def withdraw_brought(brought_id: int):
    found = _brought(brought_id)
    if not found.is_recorded:
        raise NotFound
    return once_confirmed(
        lambda: withdraw_minutes(found, by=me()),
        heading=_("Take these old minutes out again?"),
        text=_(
            "The original is erased, and the motions, decisions and actions that were recorded "
            "from it. A meeting that was made for it is erased as well. This is possible only "
            "until the minutes are sent round."
        ),
        label=_("Take them out"),
        done=_("The old minutes are erased."),
        back=url_for("meetings.desk", brought_id=found.id),
        then=url_for("meetings.index"),
    )


@bp.route("/bringing/<int:brought_id>/original")
@requires(Can.SEE_MEETINGS)
def original(brought_id: int):
    """As it was brought: to be saved, never shown in a page."""
    found = _brought(brought_id)
    if not found.is_recorded:
        _run(found)
    response = Response(bytes(found.content), mimetype=found.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=found.name)
    response.headers["Cache-Control"] = "no-store"
    return response


def _bring(form: forms.BringForm, refused: list) -> list[BroughtMinutes]:
    body = Body.get_by_id(form.body.data)
    if not may_run(me(), body):
        raise NotYours
    pasted = (form.text.data or "").strip()
    if len(form.sent) > MOST_FILES:
        raise Refusal(_("At most %(most)s files at once.", most=MOST_FILES), field="files")
    if not form.sent and not pasted:
        raise Refusal(_("Choose a file, or copy the text into the field."), field="files")
    found, unread = read_all((each.filename, each.read()) for each in form.sent)
    refused += unread
    brought = _put_on_desks(body, [*found, *([read_pasted(pasted)] if pasted else [])], refused)
    if not brought:
        raise Refusal(_("None of this could be taken."))
    return brought


def _put_on_desks(body: Body, found: list[Read], refused: list) -> list[BroughtMinutes]:
    brought = []
    for read in found:
        try:
            desk = desk_of(read.text, body, read.name)
            brought.append(operations.bring_minutes(body, read, desk=desk, by=me()))
        except Refusal as no:
            refused.append((read.name, str(no.reason)))
    return brought


def _went_well(brought: list[BroughtMinutes]):
    if len(brought) == 1:
        return redirect(url_for("meetings.desk", brought_id=brought[0].id), 303)
    notice(ngettext("%(n)s file is on the desk.", "%(n)s files are on the desk.", len(brought)))
    return redirect(url_for("meetings.bringing"), 303)


def _press(found: BroughtMinutes, act: str, wrong: dict[str, str]) -> str:
    """Do what the button says; returns the key where to go on, "" if it was refused."""
    verb, _colon, key = act.partition(":")
    try:
        if verb == "undo":
            return operations.undo_step(found, by=me())
        if verb == "all":
            operations.settle_group(found, key, by=me())
            return next_open(_brought(found.id), "meeting")
        operations.settle_proposal(found, key, verb, by=me())
        return key if verb == "open" else next_open(_brought(found.id), key)
    except Refusal as no:
        wrong[key] = str(no.reason)
        return ""


def _change(found: BroughtMinutes, asked: dict, form: Form) -> BroughtMinutes:
    values = forms.values_from(asked, form)
    return operations.change_proposal(found, asked["key"], values, by=me())


def _record(found: BroughtMinutes, wrong: dict[str, str]):
    try:
        return operations.record_minutes(found, by=me())
    except NotRecorded as no:
        wrong[no.key] = str(no.reason)
        raise


def _kept(found: BroughtMinutes) -> list[tuple[str, int]]:
    kinds = [each["kind"] for each in found.proposals if each["state"] == "kept"]
    return [(kind, kinds.count(kind)) for kind in dict.fromkeys(kinds) if kind != "meeting"]


def _original_page(found: BroughtMinutes):
    return render_template(
        "meetings/bringing/original.html",
        brought=found,
        meeting=found.meeting,
        may_withdraw=may(me(), Can.WITHDRAW_OLD_MINUTES) and found.meeting.circulation is None,
    )


def _desks() -> list[BroughtMinutes]:
    return BroughtMinutes.open_desks(bodies_to_run(me()))


def _brought(brought_id: int) -> BroughtMinutes:
    found = BroughtMinutes.get_or_none(BroughtMinutes.id == brought_id)
    if found is None or not (found.meeting is None or may_see_whole(me(), found.meeting)):
        raise NotFound
    return found


def _open_desk(brought_id: int) -> BroughtMinutes:
    found = _run(_brought(brought_id))
    if found.is_recorded:
        raise NotFound
    return found


def _run(found: BroughtMinutes) -> BroughtMinutes:
    """Who does not run the body's meetings is not even told that something was brought."""
    if not may_run(me(), found.body):
        raise NotFound
    return found


def _roster(found: BroughtMinutes) -> Roster:
    return Roster(found.body, day_of(found.proposal("meeting")["values"]["on"]) or clock.today())


def _at(found: BroughtMinutes, key: str) -> str:
    return url_for("meetings.desk", brought_id=found.id, _anchor=key)
