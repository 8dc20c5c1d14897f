"""The page as people will see it, of a version nobody answers yet: shown in a frame of the editor.

Every question of the page is shown, also one that a rule would hide; nothing typed is kept.
"""

from dataclasses import replace
from typing import Any

from flask import Response, render_template, request

from lipnet import languages
from lipnet.core.pages import HEADERS
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire import Group, Questionnaire, editing, to_json
from lipnet.questionnaire.expressions import names_in
from lipnet.questionnaire.model import Item, rules_of
from lipnet.questionnaire.pages import pages
from lipnet.questionnaire.texts import ANSWER
from lipnet.surveys import carrying
from lipnet.surveys.access import Can
from lipnet.surveys.asked import Asked, speak
from lipnet.surveys.drawing import page_asked
from lipnet.surveys.editor.desk import Desk, desk_to_edit
from lipnet.surveys.editor.pages import EDIT
from lipnet.surveys.filling import Step
from lipnet.surveys.manage import bp
from lipnet.surveys.models import SurveyVersion

SCHEMES = ("light", "dark")
POLICY = HEADERS["Content-Security-Policy"]
FRAMED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
FRAMING = f"{POLICY}; frame-src 'self'"


@bp.get(EDIT + "/frame")
@requires(Can.MANAGE_SURVEYS)
def edit_frame(slug: str, number: int):
    """The page with the item `at`, in the language `in`, light or dark as `scheme` says."""
    desk = desk_to_edit(slug, number, me())
    tag = request.args.get("in") or desk.questionnaire.default_language
    if tag not in desk.questionnaire.languages or languages.find(tag) is None:
        raise NotFound
    scheme = request.args.get("scheme", "")
    speak(tag)
    page = Response(
        _page(desk, tag, request.args.get("at", ""), scheme if scheme in SCHEMES else "")
    )
    page.headers["Content-Security-Policy"] = FRAMED
    return page


@bp.after_request
def may_frame(response: Response) -> Response:
    """The editor's own pages may hold the frame; nothing else of the house holds any."""
    if (request.endpoint or "").startswith("surveys.edit") and response.mimetype == "text/html":
        response.headers.setdefault("Content-Security-Policy", FRAMING)
    return response


def _page(desk: Desk, tag: str, name: str, scheme: str) -> str:
    whole = desk.questionnaire
    cut = pages(whole)
    shared: dict[str, Any] = {"scheme": scheme, "here": name}
    if not cut:
        found = Asked(desk.survey, desk.version)
        return render_template("surveys/editor/frame_empty.html", asked=found, lang=tag, **shared)
    number = page_of(whole, cut, name)
    alone = only(whole, frozenset(cut[number].names))
    version = SurveyVersion(
        id=desk.version.id, survey=desk.survey, number=desk.version.number, document=to_json(alone)
    )
    step = Step(carrying.begin(version.id), 0)
    return page_asked(
        Asked(desk.survey, version), tag, step, {}, "surveys/editor/frame.html",
        real_page=number, real_pages=len(cut), **shared,
    )  # fmt: skip


def page_of(whole: Questionnaire, cut, name: str) -> int:
    """The page an item stands on: that of its first question; the first where it shows nowhere."""
    inside = {
        each.name
        for item in editing.every_item(whole.items)
        if item.name == name
        for each in editing.every_item((item,))
    }
    return next((at for at, page in enumerate(cut) if inside & set(page.names)), 0)


def only(whole: Questionnaire, names: frozenset[str]) -> Questionnaire:
    """The questions of one page and their groups; rules that hide are left out, and so are those
    that need other pages. Where an answer of another page is told, its name stands."""
    return replace(whole, items=_only(whole.items, names), removed=())


def _only(items: tuple[Item, ...], names: frozenset[str]) -> tuple[Item, ...]:
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            inside = _only(item.items, names)
            if inside:
                kept.append(replace(_bare(item, names), items=inside))
        elif item.name in names:
            kept.append(_bare(item, names))
    return tuple(kept)


def _bare(item: Item, names: frozenset[str]) -> Item:
    changes: dict[str, Any] = {
        field: None
        for field, rule in rules_of(item)
        if field == "relevant" or not names_in(rule.tree) <= names
    }
    for field in ("label", "hint", "guidance"):
        texts = getattr(item, field, {})
        changes |= (
            {field: {tag: _named(text, names) for tag, text in texts.items()}} if texts else {}
        )
    return replace(item, **changes)


def _named(text: str, names: frozenset[str]) -> str:
    return ANSWER.sub(lambda found: found[0] if found[1] in names else f"‹{found[1]}›", text)
