"""What an edited questionnaire must be before it is handed out."""

from __future__ import annotations

from collections.abc import Iterator

from lipnet.questionnaire.checks import faults
from lipnet.questionnaire.dependencies import cycle_in, value_graph
from lipnet.questionnaire.document import DEEPEST_GROUP
from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.editing.trees import every_item
from lipnet.questionnaire.known import known_in
from lipnet.questionnaire.model import TYPES, Group, Item, Question, Questionnaire, rules_of

MOST_ITEMS = 2_000
Fault = tuple[str, dict[str, object]]


def settled(after: Questionnaire, before: Questionnaire | None = None) -> Questionnaire:
    """`after`, if it is sound. Raises EditRefused for the first fault that `before` did not have.

    A workbook may bring faults of its own; they are findings, and keep nobody from editing.
    """
    old = list(every_fault(before)) if before is not None else []
    for code, particulars in every_fault(after):
        if (code, particulars) not in old:
            raise EditRefused(code, **particulars)
    return after


def every_fault(questionnaire: Questionnaire) -> Iterator[Fault]:
    items = list(every_item(questionnaire.items))
    if len(items) > MOST_ITEMS:
        yield "too_many_items", {"limit": MOST_ITEMS}
    yield from name_faults(items)
    yield from nesting_faults(questionnaire.items, 1, in_repeat=False)
    yield from rule_faults(questionnaire, items)
    for question in questionnaire.questions():
        if question.type not in TYPES:
            yield "type_unknown", {"type": question.type}
        elif question.list_name and question.list_name not in questionnaire.choices:
            yield "list_unknown", {"name": question.name, "list_name": question.list_name}


def name_faults(items: list[Item]) -> Iterator[Fault]:
    seen: set[str] = set()
    for item in items:
        if item.name in seen:
            yield "name_taken", {"name": item.name}
        seen.add(item.name)


def nesting_faults(items: tuple[Item, ...], level: int, *, in_repeat: bool) -> Iterator[Fault]:
    for item in items:
        if not isinstance(item, Group):
            continue
        if item.repeat and in_repeat:
            yield "repeat_nested", {"name": item.name}
        if level >= DEEPEST_GROUP:
            yield "too_deep", {"name": item.name, "limit": DEEPEST_GROUP}
        else:
            yield from nesting_faults(item.items, level + 1, in_repeat=in_repeat or item.repeat)


def rule_faults(questionnaire: Questionnaire, items: list[Item]) -> Iterator[Fault]:
    known = known_in(questionnaire)
    for item in items:
        question = item if isinstance(item, Question) else None
        for field, rule in rules_of(item):
            for fault in faults(rule.tree, field, question, known):
                yield fault.code, {"where": item.name, "field": field, **fault.particulars}
        for name in question.trigger if question else ():
            if name not in known.questions:
                yield "rule_unknown_name", {"where": item.name, "field": "trigger", "name": name}
    cycle = cycle_in(value_graph(questionnaire))
    if cycle:
        yield "rule_cycle", {"where": cycle[0], "field": "relevant", "names": ", ".join(cycle)}
