"""A version of a questionnaire, read once and kept: ready to answer, and ready to count."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from lipnet import tally
from lipnet.core.db import db
from lipnet.questionnaire import Placed, Question, Questionnaire, answering, from_json, translating
from lipnet.questionnaire.fixed import fixed_pages
from lipnet.questionnaire.typed import AGREED
from lipnet.surveys.models import SurveyVersion

COUNTED_AS = {
    "select_one": "one",
    "select_multiple": "many",
    "integer": "number",
    "decimal": "number",
    "range": "number",
    "date": "date",
    "datetime": "date",
    "time": "time",
    "rank": "rank",
    "acknowledge": "one",
}


CENTS = 2  # decimals of which sums are exact


@dataclass(frozen=True)
class Frozen:
    """`ready`: the languages that are whole; `drafted`: those with words only a machine wrote."""

    compiled: answering.Compiled
    shape: tally.Shape
    fixed_pages: frozenset[int] = frozenset()
    ready: tuple[str, ...] = ()
    drafted: frozenset[str] = frozenset()


# One shelf per open database: ids say nothing across two of them.
_shelves: WeakKeyDictionary = WeakKeyDictionary()


def compiled_of(version: SurveyVersion) -> answering.Compiled:
    """The questionnaire of a version, compiled; a published one is compiled once."""
    return _frozen(version).compiled


def questionnaire_of(version: SurveyVersion) -> Questionnaire:
    return _frozen(version).compiled.questionnaire


def fixed_pages_of(version: SurveyVersion) -> frozenset[int]:
    """The pages that look the same for everybody who has not answered them yet."""
    return _frozen(version).fixed_pages


def shape_of(version: SurveyVersion) -> tally.Shape:
    """What the tally counts of a version: every question a person can answer."""
    return _frozen(version).shape


def ready_in(version: SurveyVersion) -> tuple[str, ...]:
    """The languages in which nothing is missing, unfinished or behind its source."""
    return _frozen(version).ready


def drafted_by_machine(version: SurveyVersion, tag: str) -> bool:
    """Whether people would read, in this language, words of a machine that nobody has read."""
    return tag in _frozen(version).drafted


def _frozen(version: SurveyVersion) -> Frozen:
    shelf = _shelves.setdefault(db.obj, {})
    if version.id not in shelf:
        frozen = _freeze(version)
        if version.published_at is None:
            return frozen
        shelf[version.id] = frozen
    return shelf[version.id]


def _freeze(version: SurveyVersion) -> Frozen:
    document = version.document
    if document is None:  # loaded without it: documents are large
        document = SurveyVersion.get_by_id(version.id).document
    questionnaire = from_json(document)
    compiled, tags = answering.compile(questionnaire), questionnaire.languages
    return Frozen(
        compiled,
        _shape(questionnaire),
        fixed_pages(compiled),
        translating.ready_languages(questionnaire),
        frozenset(t for t in tags if translating.has_machine_words(questionnaire, t)),
    )


def _shape(questionnaire: Questionnaire) -> tally.Shape:
    placed = (each for each in questionnaire.placed() if each.question.is_answered)
    return tally.Shape(tuple(_counted(questionnaire, each) for each in placed))


def _counted(questionnaire: Questionnaire, placed: Placed) -> tally.Question:
    """A household's members are not counted as if each had answered: once for all of them."""
    question, repeat = placed.question, placed.repeat
    kind = COUNTED_AS.get(question.type, "text")
    if repeat is not None:
        kind = "many" if kind in ("one", "many") else "text"
    return tally.Question(
        question.name,
        kind,
        _options(questionnaire, question) if kind != "text" else (),
        places=0 if question.type == "integer" else CENTS,
        repeat=repeat.name if repeat else "",
    )


def _options(questionnaire: Questionnaire, question: Question) -> tuple[str, ...]:
    if question.type == "acknowledge":
        return (AGREED,)
    return tuple(choice.code for choice in questionnaire.choices_of(question))
