"""Where a person stands, as a page: the questions of one page, or the review."""

from dataclasses import replace

from flask import current_app, request
from flask import render_template as render
from markupsafe import Markup

from lipnet.core import multilingual
from lipnet.questionnaire import answering
from lipnet.questionnaire.answering import Compiled, say
from lipnet.questionnaire.repeats import MOST_INSTANCES
from lipnet.questionnaire.state import State
from lipnet.surveys import carrying, filling, reviewing
from lipnet.surveys.asked import Asked
from lipnet.surveys.blocks import parts_of
from lipnet.surveys.carrying import Carried
from lipnet.surveys.fields import Field, fields_of
from lipnet.surveys.filling import Step
from lipnet.surveys.frozen import compiled_of, fixed_pages_of
from lipnet.surveys.keeping import kept_pieces
from lipnet.surveys.media.shelf import Shelf
from lipnet.surveys.places import place, to_one
from lipnet.surveys.problems import sentence
from lipnet.surveys.rendering import marked, words
from lipnet.surveys.reviewing import fields_on
from lipnet.surveys.sent_files.kinds import ACCEPTED

PAGE = "surveys/respond/page.html"


def shown(found: Asked, lang: str, step: Step, **said):
    """The page where the person stands now; an empty questionnaire goes straight to the review.

    said: a `note`, or a `warning`, that stands above it.
    """
    show = _review if step.page is None else _page
    return show(found, lang, step, said), 422 if step.problems else 200


def _page(found: Asked, lang: str, step: Step, said: dict):
    """From memory with what is carried put in, where nothing else on it is this person's."""
    if said or not is_same_for_all(found, step):
        return page_asked(found, lang, step, said)
    way = way_to(compiled_of(found.version), step, is_changing())
    pieces = kept_pieces(
        found, page_kind(lang, way), lambda: _page_of_nobody(found, lang, step.page, way)
    )
    return to_one(pieces, {"carried": sealed(found, step.carried)})


def way_to(compiled: Compiled, step: Step, changing: bool = False) -> dict:
    """Everything else that a page says of the way to it."""
    return {
        "page": step.page,
        "is_first": filling.is_first(compiled, step.carried, step.page),
        "is_changing": changing,
        "is_saved": step.carried.saved is not None,
    }


def page_kind(lang: str, way: dict) -> str:
    """Under which name a page is kept; review_kind the same of the review."""
    return f"page {lang} {way}"


def review_kind(lang: str, way: dict) -> str:
    return f"review {lang} {way}"


def is_same_for_all(found: Asked, step: Step) -> bool:
    """Whether nothing on the page is this person's, but for what is carried."""
    names = compiled_of(found.version).pages[step.page].names
    is_blank = not (step.problems or step.typed) and step.carried.answers.keys().isdisjoint(names)
    return is_blank and step.page in fixed_pages_of(found.version)


def _page_of_nobody(found: Asked, lang: str, page: int, way: dict) -> str:
    nobody = carrying.begin(found.version.id)
    own = {"carried": place("carried"), "said": {}}
    return _drawn_page(found, lang, Step(nobody, page), way | own)


def page_asked(
    found: Asked,
    lang: str,
    step: Step,
    said: dict,
    template: str = PAGE,
    **more,
) -> str:
    """One page of questions; the editor shows it in a frame by a template of its own."""
    way = way_to(compiled_of(found.version), step, is_changing())
    about = way | {"carried": sealed(found, step.carried), "said": said}
    return _drawn_page(found, lang, step, about | more, template)


def _drawn_page(
    found: Asked,
    lang: str,
    step: Step,
    about: dict,
    template: str = PAGE,
) -> str:
    compiled = compiled_of(found.version)
    state = filling.stand(compiled, step.carried, lang)
    groups, shelf = compiled.pages[step.page].groups, Shelf(found, lang)
    shown = answering.page_shown(state, step.page, step.carried.answers)
    labels, hints = ([say(state, getattr(g, what)) for g in groups] for what in ("label", "hint"))
    return render(
        template,
        asked=found,
        lang=lang,
        heading=next((words(label) for label in reversed(labels) if label), _title(found, lang)),
        hints=[words(hint) for hint in hints if hint],
        fields=(fields := fields_of(shown, step.typed, errors_of(step, state), groups, shelf)),
        parts=parts_of(fields),
        repeat=_repeat(state, step.page),
        groups=groups,
        seen_of=shelf.seen,
        group_words=lambda texts, slot="": words(say(state, texts, slot)),
        pages=sum(not page.takes_files for page in compiled.pages),
        **about,
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


def _review(found: Asked, lang: str, step: Step, said: dict):
    compiled = compiled_of(found.version)
    step = replace(step, carried=step.carried.with_submission())
    if not step.problems:
        step = filling.looked_through(compiled, step)
    state = filling.stand(compiled, step.carried, lang)
    carried = sealed(found, step.carried)
    way = way_to_review(step.carried, "phrase" in request.form)
    files = _files(step, state, Shelf(found, lang))
    if said or step.problems or files:
        about = way | {"carried": carried, "said": said, "files": files}
        return _drawn_review(found, lang, about, *_looked_at_again(step, state, files))
    kind = review_kind(lang, way)
    pieces = kept_pieces(found, kind, lambda: _review_of_nobody(found, lang, way))
    answers = reviewing.reviewed(found, lang, step.carried, state)
    return to_one(pieces, {"reviewed": answers, "carried": carried})


def way_to_review(carried: Carried, wants_phrase: bool = False) -> dict:
    return {"wants_phrase": wants_phrase, "is_saved": carried.saved is not None}


def _review_of_nobody(found: Asked, lang: str, way: dict) -> str:
    about = way | {"carried": place("carried"), "said": {}, "files": []}
    return _drawn_review(found, lang, about, place("reviewed"), [])


def _looked_at_again(step: Step, state: State, files: list[Field]) -> tuple[Markup, list]:
    """The pages with what is wrong, and (page number, field) for each that is."""
    parts, errors = filling.review(state, step.carried), errors_of(step, state)
    fields = [(part.page, field) for part in parts for field in fields_on(part, errors)]
    drawn = reviewing.drawn_parts(parts, errors, state, with_files=bool(files))
    return drawn, [(page, field) for page, field in fields if field.error]


def _drawn_review(found: Asked, lang: str, about: dict, answers: Markup, wrong: list) -> str:
    return render(
        "surveys/respond/review.html",
        asked=found,
        lang=lang,
        reviewed=answers,
        wrong=wrong,
        accepted=ACCEPTED,
        privacy=current_app.config["LIPNET"].privacy,
        **about,
    )


def _files(step: Step, state: State, shelf: Shelf) -> list[Field]:
    """The questions that ask for a file: they stand above Send, since nothing is kept before it."""
    shown = answering.files_asked(state, {})
    return fields_of(shown, {}, errors_of(step, state), shelf=shelf)


def errors_of(step: Step, state: State) -> dict:
    return {problem.name: sentence(problem, state) for problem in step.problems}


def _title(found: Asked, lang: str):
    said = multilingual.tell(found.title, lang)
    return marked(said.text, said.tag)


def is_changing() -> bool:
    """Whether the person came from the review to change one page."""
    return "changing" in request.form or request.form.get("act", "").startswith("change:")


def carrying_key() -> bytes:
    return current_app.config["KEYS"].derive("carry")


def sealed(found: Asked, carried: Carried) -> str:
    return carrying.seal(carried, found.survey.id, carrying_key())
