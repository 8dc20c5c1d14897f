"""The whole questionnaire as one document, which a script in the browser keeps up to date.

The page is the same for everybody, so it is made once and served from memory. What is sent goes the
same way as from the pages without script: nothing is believed, everything is checked again.
"""

import json
import re
from dataclasses import replace
from itertools import groupby

from flask import current_app, redirect, url_for
from flask import render_template as render
from markupsafe import Markup

from lipnet.core import clock, i18n
from lipnet.core.markup import trusted
from lipnet.core.web import public_without_cookie
from lipnet.questionnaire.answering import Compiled
from lipnet.questionnaire.codes import PROBLEM_CODES
from lipnet.questionnaire.model import Placed
from lipnet.questionnaire.pages import shared_groups
from lipnet.questionnaire.repeats import MARK, MOST_INSTANCES
from lipnet.questionnaire.scripted import script_of
from lipnet.questionnaire.showing import open_look, say_open
from lipnet.surveys import carrying, keeping
from lipnet.surveys.asked import Asked, asked, speak
from lipnet.surveys.blocks import Block, parts_of
from lipnet.surveys.carrying import Carried
from lipnet.surveys.drawing import sealed
from lipnet.surveys.fields import Field, as_typed, fields_of
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.invited import doors
from lipnet.surveys.media.shelf import Shelf
from lipnet.surveys.problems import WORDS
from lipnet.surveys.rendering import words
from lipnet.surveys.respond import bp, shut

WHOLE = "whole"
OPEN_INSTANCE = "__"
RENEWED_EVERY = 3  # hours: what is carried lasts for twelve, so at least nine are left
SUBMISSION = re.compile(r"[0-9a-f]{32}")
SEED = re.compile(r"[0-9]{1,10}")
SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@bp.get("/s/<slug>/<lang>/whole")
@public_without_cookie
def whole(slug, lang):
    speak(lang)
    return keeping.kept(
        slug, whole_kind(lang), lambda: _whole(asked(slug), lang), also=part_of_day()
    )


def whole_kind(lang: str) -> str:
    return f"whole:{lang}"


def part_of_day() -> int:
    return clock.now().hour // RENEWED_EVERY


def _whole(found: Asked, lang: str):
    if not found.is_in(lang):
        return redirect(url_for("surveys_public.wall", slug=found.survey.slug))
    if not found.survey.is_open:
        return shut(found)
    if found.is_by_invitation:
        return doors.link_needed(found)
    return drawn(found, lang, carrying.begin(found.version.id))


def drawn(found: Asked, lang: str, carried: Carried, typed=None, said=None) -> str:
    """The document. `typed`: slot -> texts, what this person has typed already; `said`: what
    stands above it."""
    compiled = compiled_of(found.version)
    shelf = Shelf(found, lang)
    return render(
        "surveys/respond/whole.html",
        asked=found,
        lang=lang,
        sections=sections(compiled, lang, shelf),
        seen_of=shelf.seen,
        says=messages(compiled, lang),
        problem_words={code: told(code) for code in PROBLEM_CODES},
        script=as_json(script_of(compiled, lang)),
        moment=as_json(moment_of(carried)),
        typed=as_json(typed or {}),
        group_words=lambda texts: words(opened(compiled, texts, lang)),
        carried=sealed(found, carried),
        privacy=current_app.config["LIPNET"].privacy,
        most=MOST_INSTANCES,
        is_saved=carried.saved is not None,
        said=said or {},
    )


def moment_of(carried: Carried) -> dict[str, str]:
    moment = carried.moment
    now = moment.datetime.isoformat(timespec="seconds")
    return {"date": moment.date.isoformat(), "datetime": now}


def sections(compiled: Compiled, lang: str, shelf: Shelf) -> list[dict]:
    """The pages of the way without script as parts of one document; what stands in the same groups,
    or in the same repeat, is one part."""
    typed = [page for page in compiled.pages if not page.takes_files]
    same = groupby(typed, lambda page: page.repeat or page.groups)
    return [section(compiled, [each for page in pages for each in page.items], lang, shelf)
            for _, pages in same]  # fmt: skip


def section(compiled: Compiled, items: list[Placed], lang: str, shelf: Shelf) -> dict:
    repeat, groups = items[0].repeat, shared_groups(items)
    shown = [open_look(compiled.questionnaire, each, open_slot(each), lang) for each in items]
    labels = [group.label for group in groups if group.label]
    return {
        "heading": words(opened(compiled, labels[-1], lang)) if labels else "",
        "hints": [words(opened(compiled, group.hint, lang)) for group in groups if group.hint],
        "groups": groups,
        "blocks": blocks(fields_of(shown, {}, {}, groups, shelf)),
        "repeat": repeat,
        "grows": repeat is not None and repeat.repeat_count is None,
    }


def open_slot(each: Placed) -> str:
    name = each.question.name
    return f"{name}{MARK}{OPEN_INSTANCE}" if each.repeat else name


def blocks(fields: list[Field]) -> list[Block]:
    return [block for part in parts_of(fields) for block in part.blocks]


def opened(compiled: Compiled, texts, lang: str):
    return say_open(texts, lang, compiled.questionnaire.default_language)


def messages(compiled: Compiled, lang: str) -> list[tuple[str, str, Markup]]:
    """(question, problem, words) for each message of the author's own."""
    return [
        (question.name, code, words(opened(compiled, texts, lang)))
        for question in compiled.questionnaire.questions()
        for code, texts in (
            ("required", question.required_message),
            ("constraint", question.constraint_message),
        )
        if texts
    ]


def told(code: str) -> str:
    """Our own message, its particulars still in braces."""
    return i18n.worded(WORDS[code], **{name: f"{{{name}}}" for name in PROBLEM_CODES[code]})


def as_json(document) -> Markup:
    """For a script element: nothing in it can end the element."""
    written = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return trusted("".join(SAFE.get(letter, letter) for letter in written))


def sent_with(carried: Carried, submission: str, seed: str) -> Carried:
    """What the browser drew by chance, if it has the right shape; else drawn here."""
    if SUBMISSION.fullmatch(submission):
        carried = replace(carried, submission=submission)
    if SEED.fullmatch(seed) and int(seed) < 2**32:
        carried = replace(carried, seed=int(seed))
    return carried.with_submission()


def typed_of(answers, raw) -> dict[str, list[str]]:
    """What was answered before and what stands in the form now, by slot, as texts."""
    return {slot: as_typed(answer) for slot, answer in answers.items()} | dict(raw)
