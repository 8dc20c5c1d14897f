"""Exact counts as tables: for the data steward's desk, and for nobody else's page."""

from collections.abc import Iterable, Iterator, Mapping

from lipnet import tally
from lipnet.surveys.counting import exact
from lipnet.surveys.frozen import shape_of
from lipnet.surveys.heads import LAST_MINUTE
from lipnet.surveys.looking.crossed import Crossed, Head
from lipnet.surveys.looking.naming import codes_of, labels_of, title_of
from lipnet.surveys.looking.ranges import MONTHS, WIDTHS, month_number, month_text, ranges
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.results import Row, Table
from lipnet.tally import COMPLETION, DAY, LANGUAGE, MODE, Tally, Who

NOTHING_HIDDEN = 0
PARTS = (LANGUAGE, MODE, COMPLETION)


def closed(version: SurveyVersion) -> list[str]:
    """The names of what people can be sorted by: closed questions, then what is known of all."""
    shape = shape_of(version)
    return [each.name for each in shape.questions if each.is_closed] + list(PARTS)


def exact_tables(version: SurveyVersion, counts: Tally) -> Iterator[Table]:
    """Every question as it was answered by those who are counted, in the survey's order."""
    for name in (*PARTS, DAY):
        yield about_all(version, counts, name)
    for question in counts.shape.questions:
        if question.kind in ("number", "date"):
            yield _in_ranges(version, counts, question.name)
        elif question.kind == "time":
            yield _in_hours(version, counts, question.name)
        else:
            yield _in_options(version, counts, question)


def about_all(version: SurveyVersion, counts: Tally, name: str) -> Table:
    """Languages, ways of answering, how complete, or days."""
    n, values = counts.responses, counts.values_of(name)
    if name == DAY:
        rows = tuple(
            Row(day, {}, count, count / n if n else 0.0, day, day) for day, count in values.items()
        )
        return Table(name, "one", title_of(version, name), n, rows, None, NOTHING_HIDDEN)
    known = dict.fromkeys(codes_of(version, name), 0) | values
    return _table(version, name, "one", n, known)


def exact_cross(version: SurveyVersion, down: str, across: str, who: Who) -> Crossed:
    """`down` crossed with `across`; n of a column is how many of it answered `down`."""
    found = exact.crosstab(version, down, across, who)
    shape = shape_of(version)
    several = down in shape and shape.question(down).kind == "many"
    return Crossed(
        tuple(_heads(version, down, found.down)),
        tuple(_heads(version, across, found.across)),
        found.cells,
        found.of_columns,
        many=several,
    )


def _heads(version: SurveyVersion, name: str, codes: Iterable[str]) -> Iterator[Head]:
    label = labels_of(version, name)
    return (Head(code, label(code)) for code in codes)


def _in_options(version: SurveyVersion, counts: Tally, question: tally.Question) -> Table:
    shown = question.kind in ("one", "many", "rank")
    values = counts.values_of(question.name) if shown else {}
    n, repeated = counts.answered(question.name), question.repeat != ""
    return _table(version, question.name, question.kind, n, values, repeated)


def _table(
    version: SurveyVersion,
    name: str,
    kind: str,
    n: int,
    values: Mapping[str, int],
    repeated: bool = False,
) -> Table:
    label = labels_of(version, name)
    rows = tuple(
        Row(
            code,
            label(code.rpartition("#")[0] if kind == "rank" else code),
            count,
            count / n if n else 0.0,
        )
        for code, count in values.items()
    )
    title = title_of(version, name)
    return Table(name, kind, title, n, rows, None, NOTHING_HIDDEN, repeated=repeated)


def _in_ranges(version: SurveyVersion, counts: Tally, name: str) -> Table:
    """Every range, empty ones as well; months where dates were asked."""
    kind = counts.shape.question(name).kind
    n, worded = counts.answered(name), month_text if kind == "date" else str
    values = {month_number(v) if kind == "date" else int(v): c
              for v, c in counts.values_of(name).items()}  # fmt: skip
    rows = tuple(
        Row("", {}, count, count / n if n else 0.0, worded(first), worded(last))
        for first, last, count in ranges(values, MONTHS if kind == "date" else WIDTHS)
    )
    mean = counts.mean(name) if kind == "number" else None
    average = None if mean is None else round(mean, 1)
    return Table(name, kind, title_of(version, name), n, rows, average, NOTHING_HIDDEN)


def _in_hours(version: SurveyVersion, counts: Tally, name: str) -> Table:
    """Each hour from the first to the last that was said, also those nobody said."""
    n = counts.answered(name)
    values = {int(hour): count for hour, count in counts.values_of(name).items() if count}
    hours = range(min(values), max(values) + 1) if values else ()
    rows = tuple(
        Row("", {}, count, count / n if n else 0.0, f"{hour:02}:00", f"{hour:02}:{LAST_MINUTE}")
        for hour in hours
        for count in [values.get(hour, 0)]
    )
    return Table(name, "time", title_of(version, name), n, rows, None, NOTHING_HIDDEN)
