"""The usual items of a body: the frame of its agendas."""

from flask import redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings import choices
from lipnet.meetings.access import Can, item_to_run
from lipnet.meetings.agendas.access import body_to_run, usual_to_change
from lipnet.meetings.agendas.forms import UsualForm, WordsForm
from lipnet.meetings.agendas.models import UsualItem, standing_of
from lipnet.meetings.agendas.operations import usual as operations
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, meeting_page
from lipnet.people.models import Person


@bp.route("/usual/<slug>", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def usual_items(slug: str):
    body = body_to_run(slug)
    if request.method == "POST":
        operations.begin_usual(body, by=me())
        notice(_("The customary items are there. Word them as your own."))
        return redirect(_page(body), 303)
    items = UsualItem.of(body)
    planned = sum(item.minutes_planned or 0 for item in items)
    return render_template("meetings/usual/items.html", body=body, items=items, planned=planned)


@bp.route("/usual/<slug>/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_usual(slug: str):
    body, form = body_to_run(slug), _offering(UsualForm())
    if form.carry_out(lambda: operations.add_usual(body, **_described(form), by=me())):
        notice(_("The item stands on every new agenda from now on."))
        return redirect(_page(body), 303)
    return _form_page(form, body, _("Add a usual item"), _("Add it"))


@bp.route("/usual/items/<int:usual_id>/change", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def change_usual(usual_id: int):
    found = usual_to_change(usual_id)
    form = _offering(
        UsualForm(
            title=found.title, purpose=found.purpose, minutes_planned=found.minutes_planned,
            speaker=found.speaker_id, kind=found.kind, text=found.text,
        )
    )  # fmt: skip
    if form.carry_out(lambda: operations.change_usual(found, **_described(form), by=me())):
        notice(_("The item is changed, for agendas that are begun from now on."))
        return redirect(_page(found.body), 303)
    return _form_page(form, found.body, _("Change the usual item"), _("Save the change"))


@bp.route("/usual/items/<int:usual_id>/move", methods=["POST"])
@requires(Can.RUN_MEETINGS)
def move_usual(usual_id: int):
    found = usual_to_change(usual_id)
    places = -1 if request.form.get("to") == "earlier" else 1
    operations.move_usual(found, places=places, by=me())
    return redirect(_page(found.body), 303)


@bp.route("/usual/items/<int:usual_id>/remove", methods=["POST"])
@requires(Can.RUN_MEETINGS)
def remove_usual(usual_id: int):
    found = usual_to_change(usual_id)
    operations.remove_usual(found, by=me())
    notice(_("The item is gone from the usual ones. Agendas begun before keep it."))
    return redirect(_page(found.body), 303)


@bp.route("/agenda/<int:item_id>/words", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def standing_words(item_id: int):
    """The words of a usual item at one meeting."""
    found = item_to_run(item_id)
    standing = standing_of(found)
    if standing is None:
        raise NotFound
    form = WordsForm(text=standing.text)
    if form.carry_out(lambda: operations.word_standing(standing, form.text.data or {}, by=me())):
        notice(_("The words are changed, for this meeting."))
        return redirect(meeting_page(found.meeting, found.id), 303)
    return form_page(
        form, found.meeting, _("Words for this meeting"), _("Save the words"), quoted=found.title,
        rows=8,
    )  # fmt: skip


def _page(body) -> str:
    return url_for("meetings.usual_items", slug=body.slug)


def _form_page(form: UsualForm, body, heading: str, submit: str):
    return render_template(
        "meetings/form.html", form=form, heading=heading, submit=submit, rows=6,
        back=(_("Back to the usual items"), _page(body)),
        hints={
            "text": _("For a land acknowledgement: its words, as the group agreed on them."),
            "title": _("As your group calls it, in English and in French."),
        },
    )  # fmt: skip


def _offering(form: UsualForm) -> UsualForm:
    form.speaker.offer(choices.people(), _("Nobody in particular"))
    return form


def _described(form: UsualForm) -> dict:
    return {
        "title": form.title.data,
        "kind": form.kind.data,
        "purpose": form.purpose.data,
        "minutes_planned": form.minutes_planned.data,
        "text": form.text.data or {},
        "speaker": Person.get_or_none(Person.id == form.speaker.data),
    }
