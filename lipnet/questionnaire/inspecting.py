"""What is doubtful in a questionnaire that was written here: its places are names of questions.

A workbook is inspected while it is read; this looks at the document itself, after each change.
"""

from __future__ import annotations

from collections.abc import Iterator

from lipnet.questionnaire.checks import Known, doubts, faults
from lipnet.questionnaire.dependencies import cycle_in, value_graph
from lipnet.questionnaire.expressions import names_in
from lipnet.questionnaire.model import Group, Item, Question, Questionnaire, groups_in, rules_of
from lipnet.questionnaire.texts import names_piped
from lipnet.questionnaire.xlsform.findings import Finding, Severity

LOOKS_AHEAD = ("relevant", "choice_filter", "constraint")


def findings_in(questionnaire: Questionnaire) -> tuple[Finding, ...]:
    """Everything noticed, in document order; the sheet of a finding is the name of its item."""
    known = known_in(questionnaire)
    items: list[Item] = [*groups_in(questionnaire.items), *questionnaire.questions()]
    found = [each for item in items for each in findings_of(item, questionnaire, known)]
    return (*found, *list_findings(questionnaire), *whole_findings(questionnaire))


def known_in(questionnaire: Questionnaire) -> Known:
    """What a rule of this questionnaire may name."""
    lists = questionnaire.choices
    return Known(
        {question.name: question for question in questionnaire.questions()},
        {group.name for group in groups_in(questionnaire.items)},
        (),
        {name: {choice.code for choice in choices} for name, choices in lists.items()},
        {
            name: {"name", *(c for each in choices for c in each.extra)}
            for name, choices in lists.items()
        },
    )


def findings_of(item: Item, questionnaire: Questionnaire, known: Known) -> Iterator[Finding]:
    yield from rule_findings(item, questionnaire, known)
    for name in sorted(names_piped(item.label, item.hint) - {*known.questions, *known.groups}):
        yield finding(item.name, "warning", "piped_unknown", name=name)
    if isinstance(item, Group):
        if not item.items:
            yield finding(item.name, "warning", "group_empty", name=item.name)
    elif item.is_shown and not any(item.label.values()):
        yield finding(item.name, "warning", "label_missing", name=item.name)
    elif item.type == "calculate" and item.calculation is None:
        yield finding(item.name, "warning", "calculation_missing", name=item.name)


def rule_findings(item: Item, questionnaire: Questionnaire, known: Known) -> Iterator[Finding]:
    question = item if isinstance(item, Question) else None
    later = names_after(item, questionnaire)
    for field, rule in rules_of(item):
        for fault in faults(rule.tree, field, question, known):
            yield finding(item.name, "error", fault.code, field=field, **fault.particulars)
        for fault in doubts(rule.tree, field, known):
            yield finding(item.name, "warning", fault.code, field=field, **fault.particulars)
        for name in sorted(names_in(rule.tree) & later) if field in LOOKS_AHEAD else ():
            yield finding(item.name, "warning", "rule_forward", field=field, name=name)


def names_after(item: Item, questionnaire: Questionnaire) -> frozenset[str]:
    """The questions a person meets only after this item."""
    order = list(questionnaire.placed())
    inside = [at for at, each in enumerate(order) if each.question is item or item in each.groups]
    later = order[inside[0] :] if inside else []
    return frozenset(each.question.name for each in later if each.question.is_answered)


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


def whole_findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    cycle = cycle_in(value_graph(questionnaire))
    if cycle:
        yield finding(cycle[0], "error", "rule_cycle", field="relevant", names=", ".join(cycle))
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
