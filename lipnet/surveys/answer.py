"""Answering page by page, without any script and without storing anything before send or save."""

from dataclasses import replace

from flask import current_app, redirect, request, url_for
from flask import render_template as render
from werkzeug.exceptions import RequestEntityTooLarge

from lipnet.core import multilingual, rates
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import public_without_cookie
from lipnet.questionnaire import answering
from lipnet.questionnaire.answering import say
from lipnet.questionnaire.repeats import MOST_INSTANCES, parted
from lipnet.questionnaire.state import State
from lipnet.surveys import carrying, filling, whole
from lipnet.surveys.asked import Asked, asked, speak
from lipnet.surveys.carrying import Carried
from lipnet.surveys.fields import PREFIX, fields_of, parts_of, with_parts
from lipnet.surveys.filling import Step
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.invited import doors
from lipnet.surveys.invited.ledger import LinkUsed
from lipnet.surveys.later.saving import saved
from lipnet.surveys.later.sealing import Draft
from lipnet.surveys.operations import AnswersRefused, NotOpen, submit_response
from lipnet.surveys.problems import sentence
from lipnet.surveys.rendering import marked, words
from lipnet.surveys.respond import bp, shut, told

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
    try:
        sealed = request.form.get("carried")
    except RequestEntityTooLarge:
        return _lost(found, lang, "too_large", 413)
    if sealed is None:
        return _begin(found, lang)
    try:
        carried = carrying.unseal(sealed, found.survey.id, _key())
        found = asked(slug, carried.version_id)
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
        carried=_sealed(found, fresh),
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
    return (
        _send(found, lang, carried)
        if act == "send" and not step.problems
        else shown(found, lang, step)
    )


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
    if act == "back" and _is_changing():
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
    return filling.forward(compiled, carried, page, _typed(), to_review=_is_changing())


def _is_changing() -> bool:
    """Whether the person came from the review to change one page."""
    return "changing" in request.form or request.form.get("act", "").startswith("change:")


def _typed() -> dict[str, list[str]]:
    sent = {name: request.form.getlist(name) for name in request.form if name.startswith(PREFIX)}
    return with_parts({name.removeprefix(PREFIX): given for name, given in sent.items()})


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
        )
    except AnswersRefused as refused:
        return shown(found, lang, Step(carried, None, problems=refused.problems))
    except NotOpen:
        return shut(found, lost=True)
    except LinkUsed:
        return doors.link_used(found)
    except Refusal as refusal:
        return render("surveys/respond/refused.html", asked=found, lang=lang, refusal=refusal), 409
    return told(found, lang, sent=True, phrase=receipt.phrase)


def shown(found: Asked, lang: str, step: Step, **said):
    """The page where the person stands now; an empty questionnaire goes straight to the review.

    said: a `note`, or a `warning`, that stands above it.
    """
    show = _review if step.page is None else page_asked
    return show(found, lang, step, said), 422 if step.problems else 200


def page_asked(
    found: Asked,
    lang: str,
    step: Step,
    said: dict,
    template: str = "surveys/respond/page.html",
    **more,
) -> str:
    """One page of questions; the editor shows it in a frame by a template of its own."""
    compiled, carried = compiled_of(found.version), step.carried
    state = filling.stand(compiled, carried, lang)
    groups = compiled.pages[step.page].groups
    shown = answering.page_shown(state, step.page, carried.answers)
    labels, hints = ([say(state, getattr(g, what)) for g in groups] for what in ("label", "hint"))
    return render(
        template,
        asked=found,
        lang=lang,
        heading=next((words(label) for label in reversed(labels) if label), _title(found, lang)),
        hints=[words(hint) for hint in hints if hint],
        fields=(fields := fields_of(shown, step.typed, _errors(step, state), groups)),
        parts=parts_of(fields),
        repeat=_repeat(state, step.page),
        group_words=lambda texts, slot="": words(say(state, texts, slot)),
        page=step.page,
        pages=len(compiled.pages),
        is_first=filling.is_first(state, step.page),
        is_changing=_is_changing(),
        carried=_sealed(found, carried),
        is_saved=carried.saved is not None,
        said=said,
        **more,
    )


def _repeat(state: State, page: int) -> dict | None:
    """What a page needs to know of its repeat, so that instances can be added and taken away."""
    repeat = state.compiled.pages[page].repeat
    if repeat is None:
        return None
    return {
        "name": repeat.name,
        "label": repeat.label,
        "size": state.sizes.get(repeat.name, 0),
        "grows": answering.can_grow(state, page),
        "most": MOST_INSTANCES,
    }


def _review(found: Asked, lang: str, step: Step, said: dict) -> str:
    compiled = compiled_of(found.version)
    step = replace(step, carried=step.carried.with_submission())
    if not step.problems:
        checked = answering.check_answers(compiled, step.carried.answers, step.carried.moment)
        step = replace(step, problems=checked.problems)
    parts = _parts(step, filling.stand(compiled, step.carried, lang))
    return render(
        "surveys/respond/review.html",
        asked=found,
        lang=lang,
        parts=parts,
        wrong=[(page, field) for page, _, fields in parts for field in fields if field.error],
        carried=_sealed(found, step.carried),
        privacy=current_app.config["LIPNET"].privacy,
        wants_phrase="phrase" in request.form,
        is_saved=step.carried.saved is not None,
        said=said,
    )


def _parts(step: Step, state: State) -> list[tuple]:
    """(page number, heading or "", fields) for each page with something to review."""
    errors = _errors(step, state)
    return [
        (
            part.page,
            words(say(state, part.groups[-1].label)) if part.groups else "",
            fields_of(part.shown, {}, errors, part.groups),
        )
        for part in filling.review(state, step.carried)
    ]


def _errors(step: Step, state: State) -> dict:
    return {problem.name: sentence(problem, state) for problem in step.problems}


def _title(found: Asked, lang: str):
    said = multilingual.tell(found.title, lang)
    return marked(said.text, said.tag)


def _key() -> bytes:
    return current_app.config["KEYS"].derive("carry")


def _sealed(found: Asked, carried: Carried) -> str:
    return carrying.seal(carried, found.survey.id, _key())
