"""Which answers each part of a questionnaire rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lipnet.questionnaire.expressions import names_in
from lipnet.questionnaire.model import Placed, Questionnaire, Rule
from lipnet.questionnaire.repeats import Repeats, repeats_of
from lipnet.questionnaire.texts import names_piped

Graph = Mapping[str, frozenset[str]]


def value_graph(questionnaire: Questionnaire) -> dict[str, frozenset[str]]:
    """name -> the names its value rests on. Who counts a repeat rests on everything inside."""
    repeats = repeats_of(questionnaire)
    return {
        each.question.name: through_repeats(value_names(each), each, repeats)
        for each in questionnaire.placed()
    }


def through_repeats(names: frozenset[str], each: Placed, repeats: Repeats) -> frozenset[str]:
    counted = names & repeats.keys()
    own = each.repeat.name if each.repeat else None
    inside = (repeats[name].names for name in counted if name != own)
    return (names - counted).union(*inside) if counted else names


def value_names(each: Placed) -> frozenset[str]:
    question, groups = each.question, each.groups
    rules = [question.relevant, question.calculation, question.choice_filter]
    rules += [*(group.relevant for group in groups), *(group.repeat_count for group in groups)]
    if question.is_computed:
        rules.append(question.dynamic_default)
    return names_of(rules) | frozenset(question.trigger)


def names_of(rules: Iterable[Rule | None]) -> frozenset[str]:
    found: set[str] = set()
    for rule in rules:
        if rule is not None:
            found |= names_in(rule.tree)
    return frozenset(found)


def names_shown(questionnaire: Questionnaire, each: Placed) -> frozenset[str]:
    """The names that decide how an item looks: what its value rests on, and what is piped."""
    question = each.question
    choices = questionnaire.choices_of(question)
    piped = names_piped(
        question.label,
        question.hint,
        question.guidance,
        *(group.label for group in each.groups),
        *(group.hint for group in each.groups),
        *(choice.label for choice in choices),
    )
    return value_names(each) | piped | names_of([question.dynamic_default])


def through_computed(
    names: frozenset[str], graph: Graph, computed: frozenset[str]
) -> frozenset[str]:
    """The questions people answer among these names and behind the calculations among them."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name in computed:
            waiting.extend(graph.get(name, ()))
    return frozenset(found - computed)


def in_order(graph: Graph) -> list[str]:
    """Every name after those it rests on; otherwise in document order. Cycles are cut open."""
    found: list[str] = []
    begun: set[str] = set()
    for start in graph:
        waiting = [(start, False)]
        while waiting:
            name, ready = waiting.pop()
            if ready:
                found.append(name)
            elif name in graph and name not in begun:
                begun.add(name)
                waiting.append((name, True))
                waiting.extend((each, False) for each in sorted(graph[name], reverse=True))
    return found


def cycle_in(graph: Graph) -> tuple[str, ...]:
    """The names of one cycle, from the first in document order, or () if there is none."""
    finished: set[str] = set()
    for start in graph:
        path: list[str] = []
        waiting = [(start, False)]
        while waiting:
            name, ready = waiting.pop()
            if ready:
                finished.add(path.pop())
            elif name in path:
                return tuple(path[path.index(name) :])
            elif name in graph and name not in finished:
                path.append(name)
                waiting.append((name, True))
                waiting.extend((each, False) for each in sorted(graph[name], reverse=True))
    return ()
