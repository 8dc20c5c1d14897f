"""Drafts and rules put together; what only shows in the whole: cycles, rules that look ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lipnet.questionnaire.dependencies import cycle_in, through_computed
from lipnet.questionnaire.expressions import Node, names_in
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.model import Group, Item, Rule
from lipnet.questionnaire.texts import names_piped
from lipnet.questionnaire.unasked import Shown, never_asked
from lipnet.questionnaire.xlsform.drafts import Desk, DraftGroup, DraftQuestion
from lipnet.questionnaire.xlsform.rules import Draft, Rules
from lipnet.sheets import cell_name

ByDraft = dict[int, dict[str, Rule]]
DECIDING = ("relevant", "calculation", "choice_filter", "repeat_count")
LOOKING = ("relevant", "choice_filter", "constraint", "repeat_count")


def assemble(desk: Desk, survey: DraftGroup) -> tuple[Item, ...]:
    reader = Rules(desk, paths_of(survey))
    rules = reader.read_all(drafts_in(survey))
    cut_cycles(desk, survey, rules)
    note_looking_ahead(desk, survey, rules)
    note_never_asked(desk, survey, rules, reader.known)
    note_piping(desk, survey)
    drop_unknown_triggers(desk, survey)
    return items_of(desk, survey, rules)


def drafts_in(group: DraftGroup) -> Iterator[Draft]:
    for each in group.items:
        yield each
        if isinstance(each, DraftGroup):
            yield from drafts_in(each)


def items_of(desk: Desk, survey: DraftGroup, rules: ByDraft) -> tuple[Item, ...]:
    return tuple(item_of(desk, draft, rules) for draft in survey.items)


def item_of(desk: Desk, draft: Draft, rules: ByDraft) -> Item:
    found = rules[id(draft)]
    if isinstance(draft, DraftQuestion):
        return replace(draft.question, **found)  # type: ignore[arg-type]
    return Group(
        name=draft.name,
        label=draft.label,
        hint=draft.hint,
        relevant=found.get("relevant"),
        items=items_of(desk, draft, rules),
        field_list=bool({"field-list", "table-list"} & set(draft.appearance)),
        repeat=draft.is_repeat,
        repeat_count=found.get("repeat_count"),
        media=draft.media,
        appearance=tuple(word for word in draft.appearance if word != "field-list"),
        source=f"{desk.table.name}!{cell_name(draft.row, max(desk.table.place('name'), 0))}",
    )


def paths_of(group: DraftGroup, outer: tuple[Draft, ...] = ()) -> dict[str, tuple[Draft, ...]]:
    """name of a question -> its groups' drafts, outermost first, and its own."""
    found: dict[str, tuple[Draft, ...]] = {}
    for each in group.items:
        if isinstance(each, DraftQuestion):
            found[each.question.name] = (*outer, each)
        else:
            found |= paths_of(each, (*outer, each))
    return found


def cut_cycles(desk: Desk, survey: DraftGroup, rules: ByDraft) -> None:
    """Leaves out one rule of every circle of items that wait for each other."""
    paths = paths_of(survey)
    while cycle := cycle_in({name: rests_on(path, rules) for name, path in paths.items()}):
        first, second = cycle[0], cycle[1 % len(cycle)]
        draft, field = rule_between(paths[first], second, rules)
        del rules[id(draft)][field]
        place = (desk.table.name, draft.row, draft.rules[field][1])
        names = ", ".join([*cycle, first])
        desk.notebook.error(*place, "rule_cycle", field=field, names=names)


def rests_on(path: tuple[Draft, ...], rules: ByDraft) -> frozenset[str]:
    names = (names_in(rule.tree) for _, _, rule in deciding(path, rules))
    return frozenset[str]().union(*names)


def deciding(path: tuple[Draft, ...], rules: ByDraft) -> Iterator[tuple[Draft, str, Rule]]:
    for draft in reversed(path):
        for field in DECIDING:
            if field in rules[id(draft)]:
                yield draft, field, rules[id(draft)][field]


def rule_between(path: tuple[Draft, ...], name: str, rules: ByDraft) -> tuple[Draft, str]:
    return next(
        (draft, field)
        for draft, field, rule in deciding(path, rules)
        if name in names_in(rule.tree)
    )


def note_looking_ahead(desk: Desk, survey: DraftGroup, rules: ByDraft) -> None:
    """A rule that reads an answer asked later finds it blank when its page is filled in."""
    paths = paths_of(survey)
    order = {name: at for at, name in enumerate(paths)}
    graph = {name: rests_on(path, rules) for name, path in paths.items()}
    computed = frozenset(
        name
        for name, question in desk.names.items()
        if question.is_computed or "calculation" in rules[id(paths[name][-1])]
    )
    seen: set[tuple[int, str]] = set()
    for name, path in paths.items():
        for draft in path:
            for field in LOOKING:
                rule = rules[id(draft)].get(field)
                if rule is None or (id(draft), field) in seen or name in computed:
                    continue
                seen.add((id(draft), field))
                needed = through_computed(names_in(rule.tree), graph, computed)
                later = [each for each in needed if order.get(each, -1) > order[name]]
                if later:
                    place = (desk.table.name, draft.row, draft.rules[field][1])
                    first = min(later, key=order.__getitem__)
                    desk.notebook.warning(*place, "rule_forward", field=field, name=first)


def note_never_asked(desk: Desk, survey: DraftGroup, rules: ByDraft, known: Known) -> None:
    found = list(shown_in(survey, rules))
    for at, fault in never_asked([shown for _, shown in found], known):
        draft = found[at][0]
        place = (desk.table.name, draft.row, draft.rules["relevant"][1])
        desk.notebook.warning(*place, fault.code, field="relevant", **fault.particulars)


def shown_in(
    group: DraftGroup, rules: ByDraft, around: tuple[Node, ...] = ()
) -> Iterator[tuple[Draft, Shown]]:
    """Every draft with the rules that decide whether it shows."""
    for each in group.items:
        rule = rules[id(each)].get("relevant")
        name = each.question.name if isinstance(each, DraftQuestion) else ""
        shown = Shown(name, around, rule.tree if rule else None)
        yield each, shown
        if isinstance(each, DraftGroup):
            yield from shown_in(each, rules, shown.rules)


def note_piping(desk: Desk, survey: DraftGroup) -> None:
    for draft in drafts_in(survey):
        texts = draft.question if isinstance(draft, DraftQuestion) else draft
        for name in sorted(names_piped(texts.label, texts.hint)):
            if name not in desk.names:
                desk.warning(draft.row, "label", "piped_unknown", name=name)


def drop_unknown_triggers(desk: Desk, survey: DraftGroup) -> None:
    for draft in drafts_in(survey):
        if not isinstance(draft, DraftQuestion):
            continue
        known = tuple(name for name in draft.question.trigger if name in desk.names)
        for name in draft.question.trigger:
            if name not in known:
                desk.warning(
                    draft.row, "trigger", "trigger_unknown", name=draft.question.name, trigger=name
                )
        draft.question = replace(draft.question, trigger=known)
