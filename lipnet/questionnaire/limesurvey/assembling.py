"""Drafts and rules put together; what only shows in the whole: circles, rules that look ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lipnet.questionnaire.dependencies import cycle_in, through_computed
from lipnet.questionnaire.expressions import Node, names_in
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.limesurvey.desk import Desk, Draft, DraftGroup
from lipnet.questionnaire.limesurvey.rules import AnyDraft, ByDraft, Rules
from lipnet.questionnaire.model import Group, Item, Rule
from lipnet.questionnaire.unasked import Shown, never_asked

DECIDING = ("relevant", "calculation", "choice_filter")
LOOKING = ("relevant", "choice_filter", "constraint")
MOST_CIRCLES = 10
MOST_NAMED = 12
Paths = dict[str, tuple[AnyDraft, ...]]


def assemble(desk: Desk, drafts: list[Draft | DraftGroup]) -> tuple[Item, ...]:
    every = list(drafts_in(drafts))
    reader = Rules(desk, every)
    rules = reader.read_all(every)
    paths = paths_of(drafts)
    cut_circles(desk, paths, rules)
    note_looking_ahead(desk, paths, rules)
    note_never_asked(desk, drafts, rules, reader.known)
    return tuple(item_of(draft, rules) for draft in drafts)


def drafts_in(drafts: list[Draft | DraftGroup]) -> Iterator[AnyDraft]:
    for each in drafts:
        yield each
        if isinstance(each, DraftGroup):
            yield from drafts_in(each.items)


def item_of(draft: AnyDraft, rules: ByDraft) -> Item:
    found: dict[str, Any] = dict(rules[id(draft)])
    if isinstance(draft, Draft):
        return replace(draft.question, **found)
    return Group(
        name=draft.name,
        label=draft.label,
        hint=draft.hint,
        relevant=found.get("relevant"),
        items=tuple(item_of(each, rules) for each in draft.items),
        field_list=draft.field_list,
        appearance=draft.appearance,
        source="!".join(draft.place),
    )


def paths_of(drafts: list[Draft | DraftGroup], outer: tuple[AnyDraft, ...] = ()) -> Paths:
    """name of a question -> its groups' drafts, outermost first, and its own."""
    found: Paths = {}
    for each in drafts:
        if isinstance(each, Draft):
            found[each.question.name] = (*outer, each)
        else:
            found |= paths_of(each.items, (*outer, each))
    return found


def cut_circles(desk: Desk, paths: Paths, rules: ByDraft) -> None:
    """Leaves out one rule of every circle of questions that wait for each other."""
    graph = {name: rests_on(path, rules) for name, path in paths.items()}
    for cut in range(len(paths) + 1):
        cycle = cycle_in(graph)
        if not cycle:
            return
        if cut == MOST_CIRCLES:
            cut_all_ahead(desk, paths, rules)
            return
        first, second = cycle[0], cycle[1 % len(cycle)]
        draft, field = next(
            (draft, field)
            for draft, field, rule in deciding(paths[first], rules)
            if second in names_in(rule.tree)
        )
        del rules[id(draft)][field]
        names = ", ".join([*cycle[:MOST_NAMED], first])
        desk.notebook.error(draft.place, "rule_cycle", field=field, names=names)
        changed = {name: path for name, path in paths.items() if any(d is draft for d in path)}
        graph |= {name: rests_on(path, rules) for name, path in changed.items()}


def cut_all_ahead(desk: Desk, paths: Paths, rules: ByDraft) -> None:
    """So many circles are no accident: every rule that reads what is not asked before goes."""
    order = {name: at for at, name in enumerate(paths)}
    for name, path in paths.items():
        for draft, field, rule in list(deciding(path, rules)):
            ahead = [each for each in names_in(rule.tree) if order[each] >= order[name]]
            if ahead:
                del rules[id(draft)][field]
                names = ", ".join([name, min(ahead)])
                desk.notebook.error(draft.place, "rule_cycle", field=field, names=names)


def rests_on(path: tuple[AnyDraft, ...], rules: ByDraft) -> frozenset[str]:
    names = (names_in(rule.tree) for _, _, rule in deciding(path, rules))
    return frozenset[str]().union(*names)


def deciding(path: tuple[AnyDraft, ...], rules: ByDraft) -> Iterator[tuple[AnyDraft, str, Rule]]:
    for draft in reversed(path):
        for field in DECIDING:
            if field in rules[id(draft)]:
                yield draft, field, rules[id(draft)][field]


def note_looking_ahead(desk: Desk, paths: Paths, rules: ByDraft) -> None:
    """A rule that reads an answer asked later finds it blank when its page is filled in."""
    order = {name: at for at, name in enumerate(paths)}
    graph = {name: rests_on(path, rules) for name, path in paths.items()}
    computed = frozenset(name for name, path in paths.items() if is_computed(path[-1], rules))
    seen: set[tuple[int, str]] = set()
    for name, path in paths.items():
        for draft, field, rule in looking(path, rules):
            if (id(draft), field) in seen or name in computed:
                continue
            seen.add((id(draft), field))
            needed = through_computed(names_in(rule.tree), graph, computed)
            later = [each for each in needed if order.get(each, -1) > order[name]]
            if later:
                first = min(later, key=order.__getitem__)
                desk.notebook.warning(draft.place, "rule_forward", field=field, name=first)


def looking(path: tuple[AnyDraft, ...], rules: ByDraft) -> Iterator[tuple[AnyDraft, str, Rule]]:
    for draft in path:
        for field in LOOKING:
            if field in rules[id(draft)]:
                yield draft, field, rules[id(draft)][field]


def is_computed(draft: AnyDraft, rules: ByDraft) -> bool:
    if not isinstance(draft, Draft):
        return False
    return draft.question.is_computed or "calculation" in rules[id(draft)]


def note_never_asked(
    desk: Desk, drafts: list[Draft | DraftGroup], rules: ByDraft, known: Known
) -> None:
    found = list(shown_in(drafts, rules))
    for at, fault in never_asked([shown for _, shown in found], known):
        draft = found[at][0]
        desk.notebook.warning(draft.place, fault.code, field="relevant", **fault.particulars)


def shown_in(
    drafts: list[Draft | DraftGroup], rules: ByDraft, around: tuple[Node, ...] = ()
) -> Iterator[tuple[AnyDraft, Shown]]:
    """Every draft with the rules that decide whether it shows."""
    for each in drafts:
        rule = rules[id(each)].get("relevant")
        name = each.question.name if isinstance(each, Draft) else ""
        shown = Shown(name, around, rule.tree if rule else None)
        yield each, shown
        if isinstance(each, DraftGroup):
            yield from shown_in(each.items, rules, shown.rules)
