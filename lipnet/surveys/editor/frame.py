"""The page as people will see it, of a version nobody answers yet: shown in a frame of the editor.

Every question of the page is shown, also one that a rule would hide; nothing typed is kept.
"""

from dataclasses import replace

from flask import Response, render_template, request

from lipnet import languages
from lipnet.core import i18n, multilingual
from lipnet.core.pages import HEADERS
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire import Group, Questionnaire, answering, editing
from lipnet.questionnaire.answering import say
from lipnet.questionnaire.editing.trees import each_changed
from lipnet.questionnaire.model import Item
from lipnet.surveys import carrying, filling
from lipnet.surveys.access import Can, version_to_manage
from lipnet.surveys.asked import Asked, speak
from lipnet.surveys.editor.desk import Desk, desk_of
from lipnet.surveys.editor.pages import EDIT
from lipnet.surveys.manage import bp
from lipnet.surveys.rendering import fields_of, marked, words

SCHEMES = ("light", "dark")
FRAMED = HEADERS["Content-Security-Policy"].replace(
    "frame-ancestors 'none'", "frame-ancestors 'self'"
)
FRAMING = HEADERS["Content-Security-Policy"] + "; frame-src 'self'"


@bp.get(EDIT + "/frame")
@requires(Can.MANAGE_SURVEYS)
def edit_frame(slug: str, number: int):
    """The page with the item `at`, in the language `in`, light or dark as `scheme` says."""
    desk = desk_of(version_to_manage(slug, number, me()))
    tag = request.args.get("in", desk.questionnaire.default_language)
    if tag not in desk.questionnaire.languages or languages.find(tag) is None:
        raise NotFound
    scheme = request.args.get("scheme", "")
    speak(tag)
    page = Response(_page(desk, tag, request.args.get("at", ""), scheme in SCHEMES and scheme))
    page.headers["Content-Security-Policy"] = FRAMED
    return page


def _page(desk: Desk, tag: str, name: str, scheme) -> str:
    open_wide = laid_open(desk.questionnaire)
    compiled = answering.compile(open_wide)
    asked = Asked(desk.survey, desk.version)
    if not compiled.pages:
        return render_template("surveys/editor/frame_empty.html", asked=asked, lang=tag, scheme=scheme)
    number = page_with(desk.questionnaire, answering.compile(desk.questionnaire), name)
    carried = carrying.begin(desk.version.id)
    state = filling.stand(compiled, carried, tag)
    names = answering.compile(desk.questionnaire).pages[number].names
    shown = tuple(
        answering.look(state, each, {})
        for each in open_wide.placed()
        if each.question.name in names and each.question.name in state.asked
    )
    groups = shared(shown)
    label = next((say(state, group.label) for group in reversed(groups) if group.label), None)
    said = multilingual.tell(asked.title, tag)
    return render_template(
        "surveys/editor/frame.html",
        asked=asked,
        lang=tag,
        heading=words(label) if label else marked(said.text, said.tag),
        hints=[words(say(state, group.hint)) for group in groups if group.hint],
        fields=fields_of(shown, {}, {}, groups),
        group_words=lambda texts: words(say(state, texts)),
        page=number,
        pages=len(answering.compile(desk.questionnaire).pages),
        is_first=number == 0,
        is_changing=False,
        carried="",
        scheme=scheme,
        here=name,
    )
