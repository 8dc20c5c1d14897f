"""The codebook of an open question: codes are added, worded anew, moved, retired."""

import peewee

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import slug
from lipnet.questionnaire.placing import free
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers.answers import open_questions_of
from lipnet.surveys.open_answers.models import Code, Codebook
from lipnet.surveys.open_answers.telling import noting_changes

MOST_CODES = 30
ADDED = declare("surveys.code_added", lazy("%(who)s added a code for an open question."))
CHANGED = declare("surveys.code_changed", lazy("%(who)s changed a code of an open question."))
MOVED = declare("surveys.code_moved", lazy("%(who)s moved a code of an open question."))
RETIRED = declare("surveys.code_retired", lazy("%(who)s retired a code of an open question."))
TAKEN_UP = declare("surveys.code_taken_up", lazy("%(who)s took up a retired code again."))


@operation
def add_code(survey: Survey, question: str, name: dict, definition: dict, *, by) -> Code:
    """The next code of the question's codebook, which begins with its first code.

    Raises Refusal for a question nobody answers in their own words, for a code without a name, for
    a name the codebook has, and beyond 30 codes: nobody keeps more of them in mind.
    """
    if all(each.name != question for each in open_questions_of(survey)):
        raise Refusal(lazy("People do not answer this question in their own words."))
    book, _ = Codebook.get_or_create(survey=survey, question=question)
    if len(book.offered) >= MOST_CODES:
        raise Refusal(lazy("Thirty codes are as many as anybody can keep in mind."))
    name = _checked(book, name)
    code = Code.create(
        book=book,
        key=free(slug(name.get("en") or next(iter(name.values()))) or "code", _keys(book), "-"),
        name=name,
        definition=_written(definition),
        position=1 + (Code.select(peewee.fn.MAX(Code.position)).scalar() or 0),
    )
    record(ADDED, book, by=by, key=code.key)
    return code


@operation
def change_code(code: Code, name: dict, definition: dict, *, by) -> None:
    """Other words; what was coded stays coded."""
    code.name = _checked(code.book, name, but=code)
    code.definition = _written(definition)
    code.save(only=[Code.name, Code.definition])
    record(CHANGED, code.book, by=by, key=code.key)


@operation
def move_code(code: Code, *, earlier: bool, by) -> None:
    """One place on in the codebook, and so on the keyboard; at the end it stays."""
    offered = code.book.offered
    here = offered.index(code)
    there = min(max(here + (-1 if earlier else 1), 0), len(offered) - 1)
    other = offered[there]
    code.position, other.position = other.position, code.position
    for each in (code, other):
        each.save(only=[Code.position])
    record(MOVED, code.book, by=by, key=code.key)


@operation
def retire_code(code: Code, *, by) -> None:
    """Offered and counted no longer; what was coded with it is kept, should it be taken up."""
    with noting_changes(code.book):
        code.retired_on = clock.today()
        code.save(only=[Code.retired_on])
    record(RETIRED, code.book, by=by, key=code.key)


@operation
def take_up_code(code: Code, *, by) -> None:
    if len(code.book.offered) >= MOST_CODES:
        raise Refusal(lazy("Thirty codes are as many as anybody can keep in mind."))
    with noting_changes(code.book):
        code.retired_on = None
        code.save(only=[Code.retired_on])
    record(TAKEN_UP, code.book, by=by, key=code.key)


def _checked(book: Codebook, name: dict, but: Code | None = None) -> dict:
    name = _written(name)
    if not name:
        raise Refusal(lazy("Write a name for the code in at least one language."), field="name")
    others = [each for each in book.in_order if each != but]
    said = {(tag, text.casefold()) for each in others for tag, text in each.name.items()}
    if any((tag, text.casefold()) in said for tag, text in name.items()):
        raise Refusal(lazy("The codebook has a code of this name already."), field="name")
    return name


def _written(texts: dict) -> dict:
    return {tag: text.strip() for tag, text in (texts or {}).items() if text.strip()}


def _keys(book: Codebook) -> set[str]:
    return {code.key for code in book.in_order}
