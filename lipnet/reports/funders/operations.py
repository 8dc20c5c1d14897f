"""Write down what a funder asks, and answer it."""

from typing import Any

import peewee

from lipnet.core import clock, i18n
from lipnet.core.events import declare, operation, record
from lipnet.core.forms import content_languages
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.agreements.models import Agreement
from lipnet.reports.funders import generic
from lipnet.reports.funders.drawing import Drawing
from lipnet.reports.funders.models import (
    KIND_NAMES,
    STATE_NAMES,
    UNIT_NAMES,
    FunderAnswer,
    FunderQuestion,
    FunderTemplate,
)
from lipnet.reports.funders.sources import SOURCES

BEGUN = declare("funders.template_begun", lazy("%(who)s wrote down what a funder asks."))
CHANGED = declare("funders.template_changed", lazy("%(who)s changed a funder’s questions."))
REMOVED = declare("funders.template_removed", lazy("%(who)s took a funder’s questions away."))
ANSWERED = declare("funders.answered", lazy("%(who)s answered a funder’s question."))
MOST_QUESTIONS = 200


@operation
def begin_template(
    *, name: dict, from_year: int, to_year: int, agreement: Agreement | None = None, by
) -> FunderTemplate:
    """A template without questions. Raises Refusal for years the wrong way round."""
    given = _checked(name, from_year, to_year)
    template = FunderTemplate.create(**given, agreement=agreement)
    record(BEGUN, template, by=by)
    return template


@operation
def take_generic(*, fiscal_year: int, agreement: Agreement | None = None, by) -> FunderTemplate:
    """Our own template, for one year, in each language of the partnership we speak."""
    template = FunderTemplate.create(
        name=_worded(generic.NAME),
        from_year=fiscal_year,
        to_year=fiscal_year,
        agreement=agreement,
        ours=True,
    )
    for position, (code, text, kind, most, sources) in enumerate(generic.QUESTIONS, start=1):
        FunderQuestion.create(
            template=template, position=position, code=code, text=_worded(text), hint={},
            kind=kind, most=most, unit="words", choices=[], sources=list(sources),
        )  # fmt: skip
    record(BEGUN, template, by=by)
    return template


@operation
def change_template(
    template: FunderTemplate,
    *,
    name: dict,
    from_year: int,
    to_year: int,
    agreement: Agreement | None = None,
    by,
) -> None:
    """Another name, other years, another agreement. Years that hold answers stay in it."""
    given = _checked(name, from_year, to_year)
    for year in _answered_years(template):
        if not from_year <= year <= to_year:
            raise Refusal(
                lazy("There are answers for %(year)s. Keep that year in.", year=year),
                field="from_year" if year < from_year else "to_year",
            )
    template.name, template.agreement = given["name"], agreement
    template.from_year, template.to_year = from_year, to_year
    template.save()
    record(CHANGED, template, by=by)


@operation
def remove_template(template: FunderTemplate, *, by) -> None:
    """Take it away with its questions; refused once somebody has answered."""
    if _answered_years(template):
        raise Refusal(lazy("There are answers to these questions, so they stay."))
    record(REMOVED, template, by=by)
    template.delete_instance()


@operation
def ask(template: FunderTemplate, *, by, **given: Any) -> FunderQuestion:
    """One more question at the end: code, text, hint, kind, most, unit, choices, sources."""
    checked = _question(template, given)
    count = template.questions.count()
    if count >= MOST_QUESTIONS:
        raise Refusal(lazy("A template holds at most %(most)s questions.", most=MOST_QUESTIONS))
    last = template.questions.select(peewee.fn.MAX(FunderQuestion.position)).scalar() or 0
    question = FunderQuestion.create(template=template, position=last + 1, **checked)
    record(CHANGED, template, by=by)
    return question


@operation
def change_question(question: FunderQuestion, *, by, **given: Any) -> None:
    """Put it otherwise; answers stay as they are."""
    for name, value in _question(question.template, given, besides=question).items():
        setattr(question, name, value)
    question.save()
    record(CHANGED, question.template, by=by)


@operation
def move_question(question: FunderQuestion, *, earlier: bool, by) -> None:
    """One place earlier or later; at the end of the row it stays."""
    rows = question.template.in_order()
    here = [row.id for row in rows].index(question.id)
    there = here - 1 if earlier else here + 1
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    for position, row in enumerate(rows, start=1):
        row.position = position
        row.save(only=[FunderQuestion.position])
    record(CHANGED, question.template, by=by)


@operation
def remove_question(question: FunderQuestion, *, by) -> None:
    """Take a question away; refused once it is answered."""
    if question.answers.exists():
        raise Refusal(lazy("This question is answered, so it stays."))
    record(CHANGED, question.template, by=by)
    question.delete_instance()


@operation
def answer(
    question: FunderQuestion, fiscal_year: int, *, text: dict, value: str = "", state: str, by
) -> FunderAnswer:
    """Keep an answer with the figures as they stand now. A limit refuses nothing.

    Raises Refusal for a value the question does not know, or an answer that is ready and empty.
    """
    if state not in STATE_NAMES:
        raise Refusal(lazy("Not a valid choice."), field="state")
    _check_value(question, value)
    text = {tag: said.strip() for tag, said in text.items() if said.strip()}
    if state == "ready" and question.kind != "figures" and not (text or value):
        raise Refusal(lazy("There is no answer yet, so it cannot be ready."), field="state")
    drawing = Drawing(question.template, fiscal_year)
    given = {
        "text": text, "value": value, "state": state, "drawn": drawing.figures_for(question),
        "kept_at": clock.now(), "kept_by": by,
    }  # fmt: skip
    row, is_new = FunderAnswer.get_or_create(
        question=question, fiscal_year=fiscal_year, defaults=given
    )
    if not is_new:
        for name, one in given.items():
            setattr(row, name, one)
        row.save()
    record(ANSWERED, row, by=by, question=question.code, fiscal_year=fiscal_year)
    return row


def _checked(name: dict, from_year: int, to_year: int) -> dict:
    if not any(name.values()):
        raise Refusal(lazy("Please write this in at least one language."), field="name")
    if from_year > to_year:
        raise Refusal(lazy("The last year is before the first."), field="to_year")
    return {"name": name, "from_year": from_year, "to_year": to_year}


def _question(template: FunderTemplate, given: dict, besides: FunderQuestion | None = None) -> dict:
    code = given["code"].strip()
    same = template.questions.where(FunderQuestion.code == code)
    if besides is not None:
        same = same.where(FunderQuestion.id != besides.id)
    if not code or same.exists():
        reason = lazy("Another question has this number.") if code else lazy("Write its number.")
        raise Refusal(reason, field="code")
    if not any(given["text"].values()):
        raise Refusal(lazy("Please write this in at least one language."), field="text")
    if given["kind"] not in KIND_NAMES:
        raise Refusal(lazy("Not a valid choice."), field="kind")
    if given["kind"] == "choice" and len(given.get("choices") or []) < 2:
        raise Refusal(lazy("Write at least two answers to choose from."), field="choices")
    return {
        "code": code,
        "text": given["text"],
        "hint": given.get("hint") or {},
        "kind": given["kind"],
        "most": given.get("most") or None,
        "unit": given.get("unit") if given.get("unit") in UNIT_NAMES else "words",
        "choices": (given.get("choices") or []) if given["kind"] == "choice" else [],
        "sources": [key for key in SOURCES if key in (given.get("sources") or [])],
    }


def _check_value(question: FunderQuestion, value: str) -> None:
    known = {
        "number": value.isdecimal() and value.isascii(),
        "yes_no": value in ("yes", "no"),
        "choice": value in {str(n) for n in range(1, len(question.choices) + 1)},
    }
    if value and not known.get(question.kind, False):
        raise Refusal(lazy("Not a valid choice."), field="value")


def _answered_years(template: FunderTemplate) -> list[int]:
    rows = FunderAnswer.select(FunderAnswer.fiscal_year).join(FunderQuestion)
    years = rows.where(FunderQuestion.template == template).distinct().tuples()
    return sorted(year for (year,) in years)


def _worded(sentence: object) -> dict[str, str]:
    """A sentence of ours in each language of the partnership that the program speaks."""
    found = {}
    for tag in content_languages():
        if tag in i18n.catalogues():
            with i18n.speaking(tag):
                found[tag] = str(sentence)
    return found
