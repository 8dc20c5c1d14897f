"""Pictures and sounds of one item and its choices: files of the survey, or one brought here."""

import mimetypes

from flask import redirect, render_template, request
from flask_wtf.file import FileField
from wtforms import SelectField

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire import Question, Questionnaire, editing, plain
from lipnet.questionnaire.editing import Shows
from lipnet.questionnaire.model import Item
from lipnet.surveys.access import Can
from lipnet.surveys.editor.desk import Desk, desk_to_edit, mark_of
from lipnet.surveys.editor.pages import EDIT, address, common
from lipnet.surveys.editor.saving import Edit, Overtaken, keep
from lipnet.surveys.manage import bp
from lipnet.surveys.media import operations
from lipnet.surveys.media.files import cleaned
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.media.named import Named, key_of
from lipnet.surveys.models import Survey
from lipnet.surveys.words import language_name

ITSELF = ""
LONGEST_NAME = 200
KINDS = {"image": lazy("Picture"), "audio": lazy("Sound"), "video": lazy("Video")}


@bp.route(EDIT + "/<name>/media", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def edit_media(slug: str, number: int, name: str):
    desk = desk_to_edit(slug, number, me())
    item = desk.item(name)
    form = media_form(desk, item)
    if request.method == "GET":
        return _page(desk, item, form)
    try:
        if not (request.form.get("drop") or form.validate()):
            return _page(desk, item, form), 422
        edit = _showing(name, _dropped(desk, name) or _chosen(desk.survey, form))
        part = (name, "media", request.form.get("mark", ""))
        keep(desk.version, edit, "media_changed", {"name": name}, by=me(), part=part)
    except Overtaken as no:
        form.refuse(no)
        return _page(no.desk, no.desk.item(name), form), 409
    except Refusal as no:
        form.refuse(no)
        return _page(desk, item, form), 422
    pages.notice(_("Saved."))
    return redirect(address(desk, "edit_media", name=name), 303)


def media_form(desk: Desk, item: Item) -> Form:
    whole = desk.questionnaire
    files = [(row.name, f"{KINDS[row.kind]}: {row.name}") for row in SurveyMedia.of(desk.survey)]
    tags = dict.fromkeys((whole.default_language, *whole.languages))
    fields = {
        "beside": SelectField(lazy("Shown with"), choices=_places(whole, item)),
        "language": SelectField(
            lazy("For readers of"), choices=[(tag, language_name(tag)) for tag in tags]
        ),
        "file": SelectField(
            lazy("A file that is there"), choices=[("", lazy("None")), *files], default=""
        ),
        "upload": FileField(lazy("Or bring one")),
    }
    return type("ShownForm", (Form,), fields)()


def _places(whole: Questionnaire, item: Item) -> list[tuple[str, str]]:
    """The item itself, then its choices by code."""
    if not isinstance(item, Question):
        return [(ITSELF, _("The heading of the group"))]
    places = {ITSELF: _("The question itself")}
    for choice in whole.choices_of(item):
        said = plain(whole.text(choice.label, whole.default_language)[0]) or choice.code
        places[choice.code] = _("The choice: %(choice)s", choice=said)
    return list(places.items())


def _dropped(desk: Desk, name: str) -> Shows | None:
    """What the pressed button takes away; the mark says that the list is still the same."""
    said = request.form.get("drop", "")
    if not said:
        return None
    listed = editing.media_of(desk.questionnaire, name)
    found = next((each for at, each in enumerate(listed) if str(at) == said), None)
    if found is None:
        raise NotFound
    return found._replace(file="")


def _chosen(survey: Survey, form: Form) -> Shows:
    """The file that was brought, kept first; or the one that was chosen."""
    sent = form.upload.data
    if sent is not None and sent.filename:
        kind, name = _brought(survey, sent, form.language.data)
    else:
        there = {row.name: row.kind for row in SurveyMedia.of(survey)}
        name = form.file.data
        if not name:
            raise Refusal(lazy("Choose a file, or bring one."), field="file")
        kind = there[name]
    return Shows(form.beside.data, kind, form.language.data, name)


def _brought(survey: Survey, sent, tag: str) -> tuple[str, str]:
    """(kind, name) of an uploaded file. Cleaned before the database is held."""
    name = sent.filename.replace("\\", "/").rpartition("/")[2].strip()[-LONGEST_NAME:]
    is_image = (mimetypes.guess_type(name)[0] or "").startswith("image/")
    named = Named(key_of(name), name, "image" if is_image else "audio", (tag,))
    try:
        ready = cleaned(sent.read(), name, {named.key: named})
        operations.keep_media(survey, [ready], by=me())
    except Refusal as no:
        raise Refusal(no.reason, field="upload") from no
    return named.kind, name


def _showing(name: str, shows: Shows) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        return editing.show_file(now, name, shows)

    return edit


def _page(desk: Desk, item: Item, form: Form) -> str:
    whole = desk.questionnaire
    there = {row.name: row for row in SurveyMedia.of(desk.survey)}
    return render_template(
        "surveys/editor/media.html",
        item=item,
        form=form,
        mark=mark_of(whole, item.name, "media"),
        shown=editing.media_of(whole, item.name),
        place_of=dict(_places(whole, item)),
        kept=lambda shows: there.get(key_of(shows.file)),
        kinds=KINDS,
        shared=_shared(whole, item),
        **common(desk, item.name),
    )


def _shared(whole: Questionnaire, item: Item) -> list[str]:
    """The other questions that offer the same choices."""
    listed = item.list_name if isinstance(item, Question) else ""
    return [
        each.name
        for each in whole.questions()
        if listed and each.list_name == listed and each.name != item.name
    ]
