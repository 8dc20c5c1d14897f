"""What came out: guarded tables, made from the snapshot of settled answers and nothing else."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from lipnet import tally
from lipnet.questionnaire import Question, Questionnaire, Texts, pieces, plain
from lipnet.surveys.counting import exact
from lipnet.surveys.frozen import questionnaire_of, shape_of
from lipnet.surveys.models import MODES, Survey, SurveyVersion

_smallest = {"shown": tally.THRESHOLD}


def use_threshold(threshold: int) -> None:
    """Counts below this are never shown ([privacy] small_cell)."""
    _smallest["shown"] = threshold


def threshold() -> int:
    return _smallest["shown"]


@dataclass(frozen=True)
class Row:
    """One line of a table; count and share (0 to 1) are None where the count is hidden.

    An option has a code and its label in every language; a range of numbers or months has first
    and last instead, None where its end is open.
    """

    code: str
    label: Texts
    count: int | None
    share: float | None
    first: str | None = None
    last: str | None = None

    @property
    def hidden(self) -> bool:
        return self.count is None


@dataclass(frozen=True)
class Table:
    """One question as it may be shown. n: how many answered it, None below the threshold.

    kind: one (a choice each), many (several), number, date or text (only n). mean: of numbers.
    """

    name: str
    kind: str
    label: Texts
    n: int | None
    rows: tuple[Row, ...]
    mean: int | None
    threshold: int

    @property
    def hides(self) -> bool:
        return any(row.hidden for row in self.rows)

    def to_json(self) -> dict[str, Any]:
        """The table as a finding keeps it: labels in every language, no hidden count."""
        return {**asdict(self), "rows": [asdict(row) for row in self.rows]}


@dataclass(frozen=True)
class Results:
    """What one version's answers tell. n is None, and all else empty, below the threshold."""

    survey: Survey
    version: SurveyVersion
    n: int | None
    languages: Table | None
    modes: Table | None
    questions: tuple[Table, ...]
    threshold: int

    def question(self, name: str) -> Table | None:
        return next((table for table in self.questions if table.name == name), None)


def table_from_json(document: Mapping[str, Any]) -> Table:
    """The table that to_json() wrote."""
    rows = tuple(Row(**row) for row in document["rows"])
    return Table(**{**document, "rows": rows})


def results_of(survey: Survey, version: SurveyVersion | None = None) -> Results | None:
    """The guarded results of a version (by default the one people answer, or answered).

    Only what is settled is counted: answers wait for a batch, so that no two looks differ by one
    person. None for a survey that was never opened.
    """
    version = version or survey.published_version
    if version is None:
        return None
    counts = exact.frequencies(version)
    smallest = threshold()
    if counts.responses < smallest:
        return Results(survey, version, None, None, None, (), smallest)
    questionnaire = questionnaire_of(version)
    languages = tally.breakdown(counts, tally.LANGUAGE, questionnaire.languages, threshold=smallest)
    modes = tally.breakdown(counts, tally.MODE, MODES, threshold=smallest)
    return Results(
        survey,
        version,
        counts.responses,
        _about_all("language", languages),
        _about_all("mode", modes),
        tuple(_table(counts, questionnaire, question) for question in _counted(version)),
        smallest,
    )


def responses_of(survey: Survey) -> int | None:
    """How many settled answers a survey has over all its versions; None below the threshold."""
    found = sum(exact.responses(version) for version in survey.versions)
    return found if found >= threshold() else None


def _counted(version: SurveyVersion) -> list[Question]:
    names = {question.name for question in shape_of(version).questions}
    return [each for each in questionnaire_of(version).questions() if each.name in names]


def _table(counts: tally.Tally, questionnaire: Questionnaire, question: Question) -> Table:
    kind = counts.shape.question(question.name).kind
    if kind in ("number", "date"):
        return _in_ranges(counts, question, kind)
    figure = tally.figure(counts, question.name, threshold=threshold())
    labels = {each.code: _bare(each.label) for each in questionnaire.choices_of(question)}
    return _in_options(question.name, kind, _bare(question.label), figure, labels)


def _in_ranges(counts: tally.Tally, question: Question, kind: str) -> Table:
    histogram = tally.histogram(counts, question.name, threshold=threshold())
    rows = tuple(
        Row("", {}, each.count, each.share, each.first, each.last) for each in histogram.bins
    )
    label = _bare(question.label)
    return Table(question.name, kind, label, histogram.n, rows, histogram.mean, threshold())


def _in_options(
    name: str, kind: str, label: Texts, figure: tally.Figure, labels: Mapping[str, Texts]
) -> Table:
    rows = tuple(
        Row(bar.code, labels.get(bar.code, {}), bar.cell.count, bar.cell.share)
        for bar in figure.bars
    )
    return Table(name, kind, label, figure.n, rows, None, threshold())


def _about_all(what: str, figure: tally.Figure) -> Table:
    return _in_options(what, "one", {}, figure, {})


def _bare(texts: Texts) -> dict[str, str]:
    """Each text without markup, on one line; "…" where an answer would have stood."""
    return {tag: " ".join(plain(_unpiped(text)).split()) for tag, text in texts.items()}


def _unpiped(text: str) -> str:
    return "".join("…" if piece.is_answer else piece.text for piece in pieces(text))
