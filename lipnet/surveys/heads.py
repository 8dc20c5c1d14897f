"""What stands at the head of each row of a released table, by the value the release knows it by."""

from collections.abc import Callable, Mapping

from lipnet import tally
from lipnet.questionnaire import Question, Texts, pieces, plain
from lipnet.surveys.counting.planned import HOURS
from lipnet.surveys.frozen import questionnaire_of, shape_of
from lipnet.surveys.models import MODES, SurveyVersion
from lipnet.surveys.tables import Head
from lipnet.tally.borders import bins, inner

LAST_MINUTE = "59"


def heads_of(
    version: SurveyVersion, name: str, borders: Mapping[str, list[int]]
) -> dict[str, Head]:
    """The rows of a question, or of what is known of all answers, in their order."""
    if name in (tally.LANGUAGE, tally.MODE):
        values = questionnaire_of(version).languages if name == tally.LANGUAGE else MODES
        return {value: Head(value, {}) for value in values}
    asked = shape_of(version).question(name)
    if asked.kind == "time":
        return _ranges(HOURS, "{:02}:00".format, lambda hour: f"{hour:02}:{LAST_MINUTE}")
    if asked.kind == "date":
        return _ranges(tuple(borders.get(name, ())), _month, _month)
    if asked.kind == "number":
        return _ranges(tuple(borders.get(name, ())), str, str)
    labels = _labels(version, name)
    return {value: Head(value, labels.get(_option(asked, value), {})) for value in asked.values}


def label_of(question: Question) -> dict[str, str]:
    return _bare(question.label)


def _ranges(
    borders: tuple[int, ...], first: Callable[[int], str], last: Callable[[int], str]
) -> dict[str, Head]:
    """From each border to just before the next; the outer ones are open."""
    if not borders:
        return {}
    firsts = [None, *map(first, inner(borders))]
    lasts = [*(last(border - 1) for border in inner(borders)), None]
    every = zip(bins(borders), firsts, lasts, strict=True)
    return {value: Head("", {}, begins, ends) for value, begins, ends in every}


def _month(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _labels(version: SurveyVersion, name: str) -> dict[str, Texts]:
    whole = questionnaire_of(version)
    return {each.code: _bare(each.label) for each in whole.choices_of(whole.question(name))}


def _option(asked: tally.Question, value: str) -> str:
    return value.rpartition("#")[0] if asked.kind == "rank" else value


def _bare(texts: Texts) -> dict[str, str]:
    """Each text without markup, on one line; "…" where an answer would have stood."""
    return {tag: " ".join(plain(_unpiped(text)).split()) for tag, text in texts.items()}


def _unpiped(text: str) -> str:
    return "".join("…" if piece.is_answer else piece.text for piece in pieces(text))
