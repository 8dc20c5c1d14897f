"""Answering page by page, without any script and without storing anything before send or save."""

from flask import redirect, request, url_for
from flask import render_template as render
from werkzeug.exceptions import RequestEntityTooLarge

from lipnet.core import rates
from lipnet.core.i18n import gettext
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import public_without_cookie
from lipnet.questionnaire.repeats import parted
from lipnet.surveys import carrying, filling, whole
from lipnet.surveys.asked import Asked, asked, speak
from lipnet.surveys.carrying import Carried
from lipnet.surveys.drawing import carrying_key, is_changing, sealed, shown
from lipnet.surveys.fields import typed_in
from lipnet.surveys.filling import Step
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.invited import doors
from lipnet.surveys.invited.ledger import LinkUsed
from lipnet.surveys.later.saving import saved
from lipnet.surveys.later.sealing import Draft
from lipnet.surveys.operations import AnswersRefused, NotOpen, submit_response
from lipnet.surveys.respond import bp, shut, thanks
from lipnet.surveys.sent_files import switch
from lipnet.surveys.sent_files.receiving import LARGEST_FORM, Received, received

LARGEST = 4_000_000


@bp.get("/s/<slug>/<lang>/answer")
@public_without_cookie
def begin_anew(slug, lang):
    """A page of answers cannot be fetched, only sent: lead to where answering begins."""
    return redirect(url_for("surveys_public.notice", slug=slug, lang=lang))


@bp.post("/s/<slug>/<lang>/answer")
@public_without_cookie
def answer(slug, lang):
    speak(lang)
    found = asked(slug)
    if not found.is_in(lang):
        return redirect(url_for("surveys_public.wall", slug=slug))
    request.max_content_length = request.max_form_memory_size = LARGEST
    if switch.allowed() and request.mimetype == "multipart/form-data":
        request.max_content_length = LARGEST_FORM
    try:
        sealed = request.form.get("carried")
    except RequestEntityTooLarge:
        return _lost(found, lang, "too_large", 413)
    if sealed is None:
        return _begin(found, lang)
    try:
        carried = carrying.unseal(sealed, found.survey.id, carrying_key())
        found = found.in_version(carried.version_id)
    except carrying.Expired:
        return _lost(found, lang, "expired", 409)
    except (carrying.Unreadable, NotFound):
        return _lost(found, lang, "unreadable", 400)
    return _continue(found, lang, carried)


def _begin(found: Asked, lang: str):
    if not found.survey.is_open:
        return shut(found)
    token = request.form.get("invitation", "")
    if page := doors.why_not_begin(found, token):
        return page
    begun = carrying.begin(found.version.id, doors.right_by(found.survey, token))
    if request.form.get("act") == "whole":
        return whole.drawn(found, lang, begun)
    return shown(found, lang, filling.start(compiled_of(found.version), begun))


def _lost(found: Asked, lang: str, why: str, status: int):
    """What was sent cannot be joined to what came before; keep at least this one page of it."""
    if not found.survey.is_open:
        return shut(found, lost=True)
    fresh = carrying.begin(found.version.id)
    if why != "too_large":
        fresh = filling.salvage(compiled_of(found.version), fresh, _typed())
    page = render(
        "surveys/respond/lost.html",
        asked=found,
        lang=lang,
        why=why,
        kept=len(fresh.answers),
        carried=sealed(found, fresh),
    )
    return page, status


def _continue(found: Asked, lang: str, carried: Carried):
    act, _, what = request.form.get("act", "next").partition(":")
    if request.form.get("page") == whole.WHOLE:
        return _whole_sent(found, lang, carried, act, what)
    page = _page_sent(found)
    if not found.survey.takes_answers(carried.began) and act != "send":
        return shut(found, lost=True)
    if act == "send" and page is None and carried.submission:
        return _send(found, lang, carried)
    if act == "save":
        return _save(found, lang, Draft(_kept(found, carried, page), page))
    if act == "speak" and found.is_in(what):
        lang = what
        speak(lang)
    return shown(found, lang, _step(found, carried, page, act, what))


def _whole_sent(found: Asked, lang: str, carried: Carried, act: str, what: str):
    """The one document that a script keeps: sent, looked at once more, or asked for in another
    language. What is wrong with it is shown the way it is without script."""
    compiled, form = compiled_of(found.version), request.form
    carried = whole.sent_with(carried, form.get("submission", ""), form.get("seed", ""))
    if not found.survey.takes_answers(carried.began) and act != "send":
        return shut(found, lost=True)
    if act == "speak" and found.is_in(what):
        speak(what)
        return whole.drawn(found, what, carried, _typed())
    if act == "stay":
        return standing(found, lang, Draft(carried, whole.WHOLE))
    carried = filling.everything(compiled, carried, _typed())
    if act == "save":
        return _save(found, lang, Draft(carried, whole.WHOLE))
    step = filling.towards_review(compiled, carried)
    if act != "send" or step.problems:
        return shown(found, lang, step)
    if filling.files_wanted(compiled, carried):
        return shown(found, lang, step, note=gettext("One thing is left: choose your files below."))
    return _send(found, lang, carried)


def _kept(found: Asked, carried: Carried, page: int | None) -> Carried:
    """What was carried, and what stands on the page that was sent."""
    if page is None:
        return carried
    return filling.keep_typed(compiled_of(found.version), carried, page, _typed())


def _page_sent(found: Asked) -> int | None:
    """The number of the page that was sent; None for the review."""
    sent = request.form.get("page", "")
    if sent == "review":
        return None
    return _page_number(found, sent)


def _page_number(found: Asked, text: str) -> int:
    last = len(compiled_of(found.version).pages) - 1
    return min(int(text[:9]), last) if text.isascii() and text.isdigit() else 0


def _step(found: Asked, carried: Carried, page: int | None, act: str, what: str) -> Step:
    compiled = compiled_of(found.version)
    if act == "again":
        return filling.start(compiled, carried)
    if act == "stay":
        return Step(carried, page)
    if page is None:
        if act == "change":
            return Step(carried, _page_number(found, what))
        return filling.back_from_review(compiled, carried) if act == "back" else Step(carried, None)
    if act == "back" and is_changing():
        return Step(_kept(found, carried, page), None)
    if act == "back":
        return filling.back(compiled, carried, page, _typed())
    if act == "add":
        return filling.with_one_more(compiled, carried, page, _typed(), what)
    if act == "remove":
        repeat, instance = parted(what)
        return filling.without_one(compiled, carried, page, _typed(), repeat, instance or 0)
    if act == "speak":
        return filling.same(compiled, carried, page, _typed())
    return filling.forward(compiled, carried, page, _typed(), to_review=is_changing())


def _typed() -> dict[str, list[str]]:
    return typed_in({name: request.form.getlist(name) for name in request.form})


def _save(found: Asked, lang: str, draft: Draft):
    """Keep what was answered so far, wrong or right; who cannot save loses nothing."""
    try:
        return saved(found, lang, draft, request.form["carried"])
    except Refusal as refusal:
        status = 429 if isinstance(refusal, rates.TooMany) else 409
        return standing(found, lang, draft, warning=refusal.reason)[0], status


def standing(found: Asked, lang: str, draft: Draft, **said):
    """Where the person left: a page, the review, or the one document."""
    carried = draft.carried
    if draft.page == whole.WHOLE:
        return whole.drawn(found, lang, carried, whole.typed_of(carried.answers, {}), said), 200
    return shown(found, lang, Step(carried, draft.page), **said)


def _send(found: Asked, lang: str, carried: Carried):
    wanted = filling.files_wanted(compiled_of(found.version), carried)
    sent = received(found.survey, wanted)
    if sent.problems:
        return _again(found, lang, carried, sent, sent.problems)
    try:
        receipt = submit_response(
            found.version,
            submission_id=carried.submission,
            answers=carried.answers,
            language=lang,
            moment=carried.moment,
            began=carried.began,
            phrase="phrase" in request.form,
            saved=carried.saved.link if carried.saved else "",
            right=carried.right,
            files=sent.files,
            sound=filling.is_sound(compiled_of(found.version), carried),
        )
    except AnswersRefused as refused:
        return _again(found, lang, carried, sent, refused.problems)
    except NotOpen:
        return shut(found, lost=True)
    except LinkUsed:
        return doors.link_used(found)
    except Refusal as refusal:
        return render("surveys/respond/refused.html", asked=found, lang=lang, refusal=refusal), 409
    return thanks(found, lang, receipt.phrase)


def _again(found: Asked, lang: str, carried: Carried, sent: Received, problems):
    """The review with what is wrong. A page cannot keep a file that was chosen."""
    said = {}
    if sent.some_were_sent:
        said["warning"] = gettext("Nothing was sent. Please choose your files again.")
    return shown(found, lang, Step(carried, None, problems=problems), **said)
