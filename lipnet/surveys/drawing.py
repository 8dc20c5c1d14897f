"""Where a person stands, as a page: the questions of one page, or the review."""

from dataclasses import replace

from flask import current_app, request
from flask import render_template as render

from lipnet.core import multilingual
from lipnet.questionnaire import answering
from lipnet.questionnaire.answering import say
from lipnet.questionnaire.repeats import MOST_INSTANCES
from lipnet.questionnaire.state import State
from lipnet.surveys import carrying, filling
from lipnet.surveys.asked import Asked
from lipnet.surveys.carrying import Carried
from lipnet.surveys.fields import Field, fields_of, parts_of
from lipnet.surveys.filling import Step
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.media.shelf import Shelf
from lipnet.surveys.problems import sentence
from lipnet.surveys.rendering import marked, words


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
    groups, shelf = compiled.pages[step.page].groups, Shelf(found, lang)
    shown = answering.page_shown(state, step.page, carried.answers)
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
        page=step.page,
        pages=sum(not page.takes_files for page in compiled.pages),
        is_first=filling.is_first(state, step.page),
        is_changing=is_changing(),
        carried=sealed(found, carried),
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
        step = replace(step, problems=filling.problems_so_far(compiled, step.carried))
    state = filling.stand(compiled, step.carried, lang)
    parts, files = _parts(step, state), _files(step, state, Shelf(found, lang))
    return render(
        "surveys/respond/review.html",
        asked=found,
        lang=lang,
        parts=parts,
        files=files,
        wrong=[(page, field) for page, _, fields in parts for field in fields if field.error],
        carried=sealed(found, step.carried),
        privacy=current_app.config["LIPNET"].privacy,
        wants_phrase="phrase" in request.form,
        is_saved=step.carried.saved is not None,
        said=said,
    )


def _parts(step: Step, state: State) -> list[tuple]:
    """(page number, heading or "", fields) for each page with something to review."""
    errors = errors_of(step, state)
    return [
        (
            part.page,
            words(say(state, part.groups[-1].label)) if part.groups else "",
            fields_of(part.shown, {}, errors, part.groups),
        )
        for part in filling.review(state, step.carried)
    ]


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
