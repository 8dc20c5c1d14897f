"""All that can be said against the rules of a whole questionnaire, wherever it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lipnet.questionnaire.checks import doubts, faults
from lipnet.questionnaire.dependencies import cycle_in, through_computed, value_graph
from lipnet.questionnaire.expressions import Node, names_in
from lipnet.questionnaire.known import Fault, Known, known_in
from lipnet.questionnaire.model import Group, Item, Question, Questionnaire, groups_in, rules_of
from lipnet.questionnaire.unasked import Shown, never_asked

LOOKING = ("relevant", "choice_filter", "constraint", "repeat_count")


@dataclass(frozen=True, slots=True)
class Remark:
    """item: name of the question or group. severity: "error" keeps the rule from being used."""

    item: str
    field: str
    severity: str
    fault: Fault


def review(questionnaire: Questionnaire) -> Iterator[Remark]:
    """What the reader of workbooks finds cell by cell, for a questionnaire made in another way."""
    known = known_in(questionnaire)
    items: list[Item] = [*questionnaire.questions(), *groups_in(questionnaire.items)]
    for item in items:
        yield from rule_remarks(item, known)
    yield from cycle_remarks(questionnaire)
    yield from forward_remarks(questionnaire)
    shown = list(shown_in(questionnaire.items))
    for at, fault in never_asked([each for _, each in shown], known):
        yield Remark(shown[at][0].name, "relevant", "warning", fault)


def rule_remarks(item: Item, known: Known) -> Iterator[Remark]:
    question = item if isinstance(item, Question) else None
    for field, rule in rules_of(item):
        wrong = list(faults(rule.tree, field, question, known))
        yield from (Remark(item.name, field, "error", fault) for fault in wrong)
        if not wrong:
            for fault in doubts(rule.tree, field, known, question):
                yield Remark(item.name, field, "warning", fault)


def cycle_remarks(questionnaire: Questionnaire) -> Iterator[Remark]:
    """The first circle; when it is cut, the next shows."""
    cycle = cycle_in(value_graph(questionnaire))
    if cycle:
        names = {"names": ", ".join([*cycle, cycle[0]])}
        yield Remark(cycle[0], "relevant", "error", Fault("rule_cycle", names))


def forward_remarks(questionnaire: Questionnaire) -> Iterator[Remark]:
    """Rules of questions that read an answer asked only later."""
    graph = value_graph(questionnaire)
    questions = list(questionnaire.questions())
    order = {question.name: at for at, question in enumerate(questions)}
    computed = frozenset(each.name for each in questions if each.is_computed)
    for question in questions:
        for field, rule in rules_of(question):
            if field not in LOOKING or question.name in computed:
                continue
            needed = through_computed(names_in(rule.tree), graph, computed)
            later = [each for each in needed if order.get(each, -1) > order[question.name]]
            if later:
                named = {"name": min(later, key=order.__getitem__)}
                yield Remark(question.name, field, "warning", Fault("rule_forward", named))


def shown_in(
    items: tuple[Item, ...], around: tuple[Node, ...] = ()
) -> Iterator[tuple[Item, Shown]]:
    for item in items:
        own = item.relevant.tree if item.relevant else None
        shown = Shown(item.name if isinstance(item, Question) else "", around, own)
        yield item, shown
        if isinstance(item, Group):
            yield from shown_in(item.items, shown.rules)
