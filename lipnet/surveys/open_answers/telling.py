"""Readers are told how many answers have which code: by the rules of the released tables.

Each codebook has a table of its own, and the same divided by the survey's filters. It is made anew
once the codes of so many answers have changed that no two looks differ by a few.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from lipnet import tally
from lipnet.surveys.counting import exact, limits
from lipnet.surveys.counting.planned import plan_of
from lipnet.surveys.counting.released import column_told, offset_of
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.open_answers.counted import CodedResponse, coded_responses
from lipnet.surveys.open_answers.finals import final_codes
from lipnet.surveys.open_answers.models import Codebook, CodedTable
from lipnet.surveys.results import CrossTable, Head, Results, Table
from lipnet.surveys.tables import row_of
from lipnet.tally import released
from lipnet.tally.released import Counting, Plan, n_of
from lipnet.tally.rounding import STEP, Cell, cell

MARK = "#codes"


@contextmanager
def noting_changes(book: Codebook) -> Iterator[None]:
    """What is done inside may change which codes answers have in the end."""
    before = final_codes(book)
    yield
    after = final_codes(book)
    both = before.keys() | after.keys()
    changed = sum(before.get(key) != after.get(key) for key in both)
    Codebook.update(pending=Codebook.pending + changed).where(Codebook.id == book.id).execute()
    tell_if_due(Codebook.get_by_id(book.id))


def tell_if_due(book: Codebook) -> None:
    if book.pending >= limits.smallest_of(book.survey):
        tell(book)


def tell_anew(survey: Survey) -> None:
    """After the smallest number was raised: what is too small now is told no longer."""
    for book in survey.codebooks:
        if book.tables.exists():
            tell(book)


def tell(book: Codebook) -> None:
    CodedTable.delete().where(CodedTable.book == book).execute()
    for version in book.survey.versions.where(SurveyVersion.published_at.is_null(False)):
        _tell_of(book, version)
    book.pending = 0
    book.save(only=[Codebook.pending])


def codes_told(results: Results, question: str) -> Table | None:
    """How many answers have which code; None where nothing is told."""
    found = _told(results, question, "")
    if found is None or found.document["n"] is None:
        return None
    rows = tuple(row_of(head, head.code, found.document) for head in _heads(found.book))
    label = results.question(question).label
    return Table(question, "many", label, found.document["n"], rows, None, results.threshold, STEP)


def codes_told_by(results: Results, question: str, filter_name: str) -> CrossTable | None:
    """The same, divided by one of the survey's filters."""
    found = _told(results, question, filter_name)
    if found is None or not filter_name:
        return None
    columns, heads = found.document["columns"], _heads(found.book)
    divided = results.languages if filter_name == tally.LANGUAGE else results.question(filter_name)
    across = tuple(Head(row.code, row.label) for row in divided.rows if row.code in columns)
    cells = tuple(tuple(row_of(h, h.code, columns[c.code]) for c in across) for h in heads)
    n = tuple(columns[column.code]["n"] for column in across)
    return CrossTable(question, "many", filter_name, heads, across, cells, n, results.threshold)


def _told(results: Results, question: str, filter_name: str) -> CodedTable | None:
    if results.n is None:
        return None
    rows = CodedTable.select(CodedTable, Codebook).join(Codebook)
    return rows.where(
        (CodedTable.version == results.version)
        & (CodedTable.filter == filter_name)
        & (Codebook.survey == results.survey)
        & (Codebook.question == question)
    ).first()


def _heads(book: Codebook) -> tuple[Head, ...]:
    return tuple(Head(code.key, code.name) for code in book.offered)


def _tell_of(book: Codebook, version: SurveyVersion) -> None:
    keys = tuple(code.key for code in book.offered)
    table = Counting(book.question + MARK, "each", keys)
    plan = Plan((table,), plan_of(version, {}).filters)
    told = released.figures(
        _counts(book, version, plan),
        plan,
        smallest=limits.smallest_of(version.survey),
        offset=offset_of(version),
    )
    documents = {"": column_told(table, (), told)}
    for each in plan.filters:
        columns = {value: column_told(table, ((each.name, value),), told) for value in each.values}
        documents[each.name] = {"columns": columns}
    for name, document in documents.items():
        CodedTable.create(book=book, version=version, filter=name, document=document)


def _counts(book: Codebook, version: SurveyVersion, plan: Plan) -> Counter[Cell]:
    """Every cell of the plan, exactly."""
    (table,) = plan.tables
    counts: Counter[Cell] = Counter({cell(): exact.responses(version)})
    everybody = exact.frequencies(version)
    for each in plan.filters:
        for value, count in everybody[each.name].values.items():
            counts[cell((each.name, value))] = count
    for response in coded_responses(version):
        if book.question in response.codes:
            for column in _columns(response, plan):
                counts[n_of(table, column)] += 1
                for code in response.codes[book.question]:
                    counts[cell((table.name, code), *column)] += 1
    return counts


def _columns(response: CodedResponse, plan: Plan) -> Iterator[tuple]:
    yield ()
    for each in plan.filters:
        said = response.said(each.name)
        if said in each.values:
            yield ((each.name, said),)
