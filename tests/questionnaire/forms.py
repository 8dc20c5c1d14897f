"""Questionnaires and workbooks for these tests, written in a few words."""

from datetime import datetime
from io import BytesIO

from openpyxl import Workbook

from lipnet.questionnaire import Choice, Group, Moment, Question, Questionnaire, Rule
from lipnet.questionnaire.expressions import parse

BEGUN = datetime(2026, 5, 1, 10, 30)
MOMENT = Moment(BEGUN.date(), BEGUN, 7)
RULES = ("required", "relevant", "constraint", "calculation", "choice_filter")


def rule(source):
    return Rule(source, parse(source))


def question(name, kind="text", **given):
    for field in RULES:
        if field in given:
            given[field] = rule(given[field])
    given.setdefault("label", {"en": name.capitalize()})
    return Question(name, kind, **given)


def group(name, *items, **given):
    if "relevant" in given:
        given["relevant"] = rule(given["relevant"])
    return Group(name, {"en": name.capitalize()}, items=items, **given)


def questionnaire(*items, **lists):
    choices = {
        name: tuple(Choice(code, {"en": code.capitalize()}) for code in codes.split())
        for name, codes in lists.items()
    }
    return Questionnaire({"en": "Test"}, items=items, choices=choices)


def workbook(survey, choices=(), settings=()):
    """The bytes of an xlsx: each sheet is a list of rows, the first its headers."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        if rows:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
