"""What is doubtful in a questionnaire that was written here: its places are names of questions.

A workbook is inspected while it is read; this looks at the document itself, after each change.
"""

from __future__ import annotations

from collections.abc import Iterator

from lipnet.questionnaire.model import Group, Item, Question, Questionnaire, groups_in
from lipnet.questionnaire.review import review
from lipnet.questionnaire.texts import names_piped
from lipnet.questionnaire.xlsform.findings import Finding, Severity


def findings_in(questionnaire: Questionnaire) -> tuple[Finding, ...]:
    """Everything noticed; the sheet of a finding is the name of its item, or of its list."""
    items: list[Item] = [*groups_in(questionnaire.items), *questionnaire.questions()]
    names = {item.name for item in items}
    found = [each for item in items for each in findings_of(item, names)]
    return (
        *rule_findings(questionnaire),
        *found,
        *list_findings(questionnaire),
        *language_findings(questionnaire),
    )


def rule_findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    for remark in review(questionnaire):
        severity: Severity = "error" if remark.severity == "error" else "warning"
        particulars = {"field": remark.field, **remark.fault.particulars}
        yield finding(remark.item, severity, remark.fault.code, **particulars)


def findings_of(item: Item, names: set[str]) -> Iterator[Finding]:
    for name in sorted(names_piped(item.label, item.hint) - names):
        yield finding(item.name, "warning", "piped_unknown", name=name)
    if isinstance(item, Group):
        if not item.items:
            yield finding(item.name, "warning", "group_empty", name=item.name)
    elif item.is_shown and not any(item.label.values()):
        yield finding(item.name, "warning", "label_missing", name=item.name)
    elif item.type == "calculate" and item.calculation is None:
        yield finding(item.name, "warning", "calculation_missing", name=item.name)


def list_findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    for question in questionnaire.questions():
        if question.list_name and not questionnaire.choices_of(question):
            yield finding(question.name, "warning", "list_missing", name=question.name)
    for name, choices in questionnaire.choices.items():
        for choice in choices:
            if not any(choice.label.values()) and not choice.media:
                yield finding(
                    name, "warning", "choice_without_label", list_name=name, code=choice.code
                )


def language_findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    texts = [each for each in texts_in(questionnaire) if any(each.values())]
    for tag in questionnaire.languages:
        count = sum(not each.get(tag) for each in texts)
        if count:
            yield finding(
                "", "notice", "translation_missing", tag=tag, count=count, total=len(texts)
            )


def texts_in(questionnaire: Questionnaire) -> Iterator[dict[str, str]]:
    """Every text people read, of questions, headings and choices."""
    items: list[Item] = [*questionnaire.questions(), *groups_in(questionnaire.items)]
    for item in items:
        yield from (dict(item.label), dict(item.hint))
        if isinstance(item, Question):
            yield from (dict(item.guidance), dict(item.required_message))
            yield dict(item.constraint_message)
    for choices in questionnaire.choices.values():
        yield from (dict(choice.label) for choice in choices)


def finding(place: str, severity: Severity, code: str, /, **particulars: object) -> Finding:
    return Finding(place, "", severity, code, particulars)
