"""The next page of who answers and sends, if it is in memory and nothing is wrong.

The same functions are asked as in answer.py, which makes the pages and does all the rest: a wrong
answer, a way back, another language, a change, saved answers, a personal link, a file.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from lipnet.core.simple import Form
from lipnet.surveys import carrying, filling, respond, reviewing, whole
from lipnet.surveys.asked import Asked
from lipnet.surveys.carrying import Carried
from lipnet.surveys.drawing import (
    is_same_for_all,
    page_kind,
    review_kind,
    way_to,
    way_to_review,
)
from lipnet.surveys.fields import PREFIX, typed_in
from lipnet.surveys.filling import Step
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.keeping import KeptPages
from lipnet.surveys.operations import submit_response
from lipnet.surveys.places import Pieces

ON_A_PAGE = {"carried", "page", "act"}
ON_THE_REVIEW = ON_A_PAGE | {"phrase"}
ON_THE_WHOLE = ON_THE_REVIEW | {"submission", "seed"}


class Memory(NamedTuple):
    """What is kept, of which survey in which language something is sought in it, and the latest
    event that was seen."""

    pages: KeptPages
    key: bytes
    found: Asked
    lang: str
    newest: int

    def filled(self, kind: str, values: Mapping[str, str], also: object = "") -> "Filled | None":
        pieces = self.pages.find_of(self.found, kind, also)
        return Filled(pieces, values) if pieces else None


class Filled(NamedTuple):
    """A page for one person: what is everybody's, and what is hers."""

    pieces: Pieces
    values: Mapping[str, str]


def filled(memory: Memory, form: Form) -> Filled | None:
    """None where the page is not in memory, or something has to be said. What was stored then has
    a number by which it is known when it is sent once more, the long way.

    Raises Unreadable, Expired, and what `submit_response` refuses.
    """
    version = memory.found.version
    if not form:
        begun = carrying.begin(version.id)
        return _shown(memory, filling.start(compiled_of(version), begun))
    if not ON_A_PAGE.issubset(form):
        return None
    carried = carrying.unseal(form["carried"][0], memory.found.survey.id, memory.key)
    if carried.version_id != version.id or carried.saved or carried.right:
        return None
    if form["page"][0] == "review":
        return _sent(memory, carried, form)
    if form["page"][0] == whole.WHOLE:
        return _whole_sent(memory, carried, form)
    return _next(memory, carried, form)


def _next(memory: Memory, carried: Carried, form: Form) -> Filled | None:
    compiled, page = compiled_of(memory.found.version), form["page"][0]
    if form["act"][0] != "next" or not is_number(page):
        return None
    if not ON_A_PAGE.issuperset(_others(form)):
        return None
    if int(page) >= len(compiled.pages):
        return None
    step = filling.forward(compiled, carried, int(page), typed_in(form))
    return None if step.problems else _shown(memory, step)


def _shown(memory: Memory, step: Step) -> Filled | None:
    if step.page is None:
        return _review(memory, replace(step, carried=step.carried.with_submission()))
    if not is_same_for_all(memory.found, step):
        return None
    way = way_to(compiled_of(memory.found.version), step)
    return memory.filled(page_kind(memory.lang, way), {"carried": _sealed(memory, step.carried)})


def _review(memory: Memory, step: Step) -> Filled | None:
    compiled = compiled_of(memory.found.version)
    step = filling.looked_through(compiled, step)
    if compiled.takes_files or step.problems:
        return None
    carried = step.carried
    answers = reviewing.from_memory(memory.pages, memory.found, memory.lang, carried)
    kind = review_kind(memory.lang, way_to_review(carried))
    own = {"reviewed": answers, "carried": _sealed(memory, carried)}
    return memory.filled(kind, own) if answers else None


def _whole_sent(memory: Memory, carried: Carried, form: Form) -> Filled | None:
    compiled = compiled_of(memory.found.version)
    submission, seed = (form.get(name, [""])[0] for name in ("submission", "seed"))
    is_sent = form["act"][0] == "send" and whole.SUBMISSION.fullmatch(submission)
    if not is_sent or not ON_THE_WHOLE.issuperset(_others(form)):
        return None
    carried = whole.sent_with(carried, submission, seed)
    step = filling.towards_review(compiled, filling.everything(compiled, carried, typed_in(form)))
    return None if step.problems else _stored(memory, step.carried, form)


def _sent(memory: Memory, carried: Carried, form: Form) -> Filled | None:
    is_sent = form["act"][0] == "send" and carried.submission and ON_THE_REVIEW.issuperset(form)
    return _stored(memory, carried, form) if is_sent else None


def _stored(memory: Memory, carried: Carried, form: Form) -> Filled | None:
    if compiled_of(memory.found.version).takes_files:
        return None
    receipt = submit_response(
        memory.found.version,
        submission_id=carried.submission,
        answers=carried.answers,
        language=memory.lang,
        moment=carried.moment,
        began=carried.began,
        phrase="phrase" in form,
        sound=filling.is_sound(compiled_of(memory.found.version), carried),
    )
    kind = respond.thanks_kind(memory.lang, receipt.phrase)
    own = {"phrase": respond.said_aloud(receipt.phrase)}
    return memory.filled(kind, own, respond.as_of(memory.newest))


def _sealed(memory: Memory, carried: Carried) -> str:
    return carrying.seal(carried, memory.found.survey.id, memory.key)


def _others(form: Form) -> list[str]:
    """What was sent beside answers."""
    return [name for name in form if not name.startswith(PREFIX)]


def is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
