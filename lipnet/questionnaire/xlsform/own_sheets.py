"""The sheets that only lipnet writes: what XLSForm has no place for, kept on a round trip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lipnet.questionnaire.expressions import ExpressionError, parse
from lipnet.questionnaire.model import STATES as KNOWN_STATES
from lipnet.questionnaire.model import Question, Questionnaire, Rule
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.xlsform.choices import Lists, read_lists
from lipnet.questionnaire.xlsform.drafts import Desk, DraftQuestion
from lipnet.questionnaire.xlsform.headers import (
    CHOICES_ALIASES,
    CHOICES_KEYS,
    SURVEY_ALIASES,
    SURVEY_KEYS,
    read_table,
)
from lipnet.questionnaire.xlsform.rules import at_the_moment
from lipnet.questionnaire.xlsform.survey import read_rows
from lipnet.sheets import Workbook

REMOVED = "lipnet_removed"  # questions no longer asked: the columns of survey
CHOICES = "lipnet_choices"  # lists no question asks from: the columns of choices
STATES = "lipnet_states"  # how far each text has come: STATE_COLUMNS
LANGUAGES = "lipnet_languages"  # where a text is in a language that is not one of these
OWN_SHEETS = frozenset({REMOVED, CHOICES, STATES, LANGUAGES})
STATE_COLUMNS = ("address", "language", "state")


def with_own_sheets(questionnaire: Questionnaire, workbook: Workbook, desk: Desk) -> Questionnaire:
    """The questionnaire with what these sheets add to it."""
    lists = unused_lists(workbook, desk)
    tags = tuple(row["language"] for row in rows_of(workbook, LANGUAGES, ("language",)))
    known = tuple(tag for tag in tags if tag in questionnaire.languages)
    return replace(
        questionnaire,
        languages=known or questionnaire.languages,
        choices={**lists, **questionnaire.choices},
        removed=removed(workbook, desk, lists),
        states=states(workbook),
    )


def unused_lists(workbook: Workbook, desk: Desk) -> Lists:
    sheet = workbook.sheet(CHOICES)
    if sheet is None:
        return {}
    table = read_table(sheet, CHOICES_KEYS, CHOICES_ALIASES, desk.notebook)
    return read_lists([table], desk.tongues, desk.notebook)


def removed(workbook: Workbook, desk: Desk, lists: Lists) -> tuple[Question, ...]:
    sheet = workbook.sheet(REMOVED)
    if sheet is None:
        return ()
    table = read_table(sheet, SURVEY_KEYS, SURVEY_ALIASES, desk.notebook)
    aside = Desk(table, desk.tongues, {**desk.lists, **lists}, desk.notebook, moments=desk.moments)
    drafts = read_rows(aside).items
    return tuple(question_of(each, aside) for each in drafts if isinstance(each, DraftQuestion))


def question_of(draft: DraftQuestion, desk: Desk) -> Question:
    """Its rules are kept as they read, unexamined: what they name may be gone as well."""
    found = {field: rule_of(written, desk) for field, (written, _) in draft.rules.items()}
    return replace(draft.question, **found)  # type: ignore[arg-type]


def rule_of(written: str, desk: Desk) -> Rule | None:
    try:
        return Rule(written, at_the_moment(parse(written), desk))
    except ExpressionError:
        return None


def states(workbook: Workbook) -> dict[str, Texts]:
    found: dict[str, dict[str, str]] = {}
    for row in rows_of(workbook, STATES, STATE_COLUMNS):
        if row["state"] in KNOWN_STATES:
            found.setdefault(row["address"], {})[row["language"]] = row["state"]
    return dict(found)


def rows_of(workbook: Workbook, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows below the headers that fill all of these columns."""
    sheet = workbook.sheet(name)
    if sheet is None or not sheet.rows:
        return
    headers = [header.strip() for header in sheet.rows[0]]
    if not set(columns) <= set(headers):
        return
    for at in range(1, len(sheet.rows)):
        row = {column: sheet.text(at, headers.index(column)) for column in columns}
        if all(row.values()):
            yield row
