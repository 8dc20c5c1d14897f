"""Questions added, changed, moved, duplicated, removed and brought back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from lipnet.questionnaire.dependencies import names_of
from lipnet.questionnaire.editing.names import (
    check_name,
    item_with_names,
    items_with_names,
    taken_names,
)
from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.editing.soundness import settled
from lipnet.questionnaire.editing.trees import (
    Items,
    around,
    every_item,
    free_name,
    item_named,
    parent_of,
    siblings_of,
    swapped,
    without,
)
from lipnet.questionnaire.model import (
    SELECTS,
    UNSEEN,
    Group,
    Item,
    Question,
    Questionnaire,
    rules_of,
)
from lipnet.questionnaire.texts import names_piped


def add(
    questionnaire: Questionnaire, item: Item, *, after: str = "", inside: str = ""
) -> Questionnaire:
    """A new item after another, or as the last of a group, or at the very end."""
    for each in every_item((item,)):
        check_name(questionnaire, each.name)
    fitted = fit(item, questionnaire)
    whole = with_its_list(questionnaire, fitted)
    return settled(replace(whole, items=put(whole, fitted, after, inside)), questionnaire)


def put(questionnaire: Questionnaire, item: Item, after: str = "", inside: str = "") -> Items:
    if after:
        item_named(questionnaire, after)
        return around(
            questionnaire.items, after, lambda row, at: (*row[: at + 1], item, *row[at + 1 :])
        )
    if inside:
        group = item_named(questionnaire, inside)
        if not isinstance(group, Group):
            raise EditRefused("no_place", name=inside)
        return swapped(questionnaire.items, inside, replace(group, items=(*group.items, item)))
    return (*questionnaire.items, item)


def change(questionnaire: Questionnaire, name: str, item: Item) -> Questionnaire:
    """The item as it is now meant; it keeps its name (rename() gives another) and its place."""
    item_named(questionnaire, name)
    fitted = fit(replace(item, name=name), questionnaire)
    whole = with_its_list(questionnaire, fitted)
    after = replace(whole, items=swapped(whole.items, name, fitted))
    return settled(without_idle_lists(after, questionnaire), questionnaire)


def fit(item: Item, questionnaire: Questionnaire) -> Item:
    """Without what its type cannot have; a select has a list."""
    if isinstance(item, Group):
        return item
    if item.type in SELECTS:
        taken = set(questionnaire.choices)
        return replace(item, list_name=item.list_name or free_name(item.name, taken))
    fitted = replace(item, list_name="", choice_filter=None)
    if item.type in (*UNSEEN, "note"):
        fitted = replace(fitted, required=None, constraint=None, declines=())
    return fitted


def with_its_list(questionnaire: Questionnaire, item: Item) -> Questionnaire:
    if isinstance(item, Group) or not item.list_name or item.list_name in questionnaire.choices:
        return questionnaire
    return replace(questionnaire, choices={**questionnaire.choices, item.list_name: ()})


def without_idle_lists(after: Questionnaire, before: Questionnaire) -> Questionnaire:
    """A list the edit left without a question goes too; one that was idle before may stay."""
    used = {each.list_name for each in (*after.questions(), *after.removed)}
    idle = {each.list_name for each in before.questions()} - used
    kept = {name: choices for name, choices in after.choices.items() if name not in idle}
    return replace(after, choices=kept)


def move(questionnaire: Questionnaire, name: str, way: str) -> Questionnaire:
    """One step: up or down among its neighbours (and out at the edge of a group), "in" to the
    group before it, else after it, or "out" behind its group. Raises no_place at the end."""
    row = siblings_of(questionnaire, name)
    at = next(place for place, each in enumerate(row) if each.name == name)
    parent = parent_of(questionnaire, name)
    if way in ("up", "down"):
        beside = at - 1 if way == "up" else at + 1
        if 0 <= beside < len(row):
            return place(
                questionnaire, name, row[beside].name, "before" if way == "up" else "after"
            )
        if parent is None:
            raise EditRefused("no_place", name=name)
        return place(questionnaire, name, parent.name, "before" if way == "up" else "after")
    if way == "out" and parent is not None:
        return place(questionnaire, name, parent.name, "after")
    near = [row[each] for each in (at - 1, at + 1) if 0 <= each < len(row)]
    groups = [each for each in near if isinstance(each, Group)]
    if way != "in" or not groups:
        raise EditRefused("no_place", name=name)
    is_before = at > 0 and groups[0] is row[at - 1]
    return place(questionnaire, name, groups[0].name, "last" if is_before else "first")


def place(questionnaire: Questionnaire, name: str, beside: str, how: str) -> Questionnaire:
    """An item moved "before" or "after" another, or as the "first" or "last" inside a group."""
    item = item_named(questionnaire, name)
    target = item_named(questionnaire, beside)
    if any(each.name == beside for each in every_item((item,))):
        raise EditRefused("inside_itself", name=name)
    left = without(questionnaire.items, name)
    if how in ("before", "after"):
        step = 1 if how == "after" else 0
        items = around(left, beside, lambda row, at: (*row[: at + step], item, *row[at + step :]))
    elif isinstance(target, Group):
        rest = tuple(each for each in target.items if each.name != name)
        inside = (*rest, item) if how == "last" else (item, *rest)
        items = swapped(left, beside, replace(target, items=inside))
    else:
        raise EditRefused("no_place", name=name)
    return settled(replace(questionnaire, items=without_empty_pages(items)), questionnaire)


def without_empty_pages(items: Items) -> Items:
    """A page that nobody named and that holds nothing any more is no page."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            inside = without_empty_pages(item.items)
            if not inside and item.items and not item.label and item.field_list:
                continue
            item = replace(item, items=inside)
        if not (is_bare_page(item) and isinstance(item, Group) and not item.items):
            kept.append(item)
    return tuple(kept)


def is_bare_page(item: Item) -> bool:
    """A page made by a page break alone: no heading, no rule, not repeated."""
    return (
        isinstance(item, Group)
        and item.field_list
        and not (item.repeat or item.relevant or item.label or item.hint or item.media)
    )


def duplicate(questionnaire: Questionnaire, name: str) -> Questionnaire:
    """A copy behind the item, with names of its own; rules among the copied name the copies."""
    item = item_named(questionnaire, name)
    taken, names = taken_names(questionnaire), {}
    for each in every_item((item,)):
        names[each.name] = free_name(each.name, taken)
        taken.add(names[each.name])
    (copy,) = (
        items_with_names((item,), names)
        if isinstance(item, Group)
        else (item_with_names(item, names),)
    )
    (copy,) = stripped((copy,))
    return settled(replace(questionnaire, items=put(questionnaire, copy, name)), questionnaire)


def stripped(items: Items) -> Items:
    """Copies are questions of their own: they had no other names, and are not the bank's."""
    return tuple(
        replace(item, items=stripped(item.items), source="")
        if isinstance(item, Group)
        else replace(item, aliases=(), bank_id="", source="")
        for item in items
    )


def remove(
    questionnaire: Questionnaire, name: str, *, published: Collection[str] = ()
) -> Questionnaire:
    """Without the item. Questions among `published` were asked before: exports go on knowing them.

    Raises still_named while a rule or a text outside it mentions it.
    """
    item = item_named(questionnaire, name)
    gone = {each.name for each in every_item((item,))}
    after = replace(questionnaire, items=without_empty_pages(without(questionnaire.items, name)))
    for where, mentioned in mentions(after):
        for each in sorted(gone & mentioned):
            raise EditRefused("still_named", name=each, where=where)
    known = tuple(
        replace(each, relevant=None, constraint=None, calculation=None, choice_filter=None,
                required=None, dynamic_default=None, trigger=())
        for each in every_item((item,))
        if isinstance(each, Question) and each.name in published
    )  # fmt: skip
    after = replace(after, removed=(*questionnaire.removed, *known))
    return settled(without_idle_lists(after, questionnaire), questionnaire)


def mentions(questionnaire: Questionnaire) -> Iterator[tuple[str, frozenset[str]]]:
    """(name of an item, the names its rules and its texts mention)."""
    for item in every_item(questionnaire.items):
        texts = [item.label, item.hint]
        found = names_of(rule for _, rule in rules_of(item))
        if isinstance(item, Question):
            texts += [item.guidance, item.required_message, item.constraint_message]
            texts += [choice.label for choice in questionnaire.choices_of(item)]
            found |= frozenset(item.trigger)
        yield item.name, found | names_piped(*texts)


def restore(questionnaire: Questionnaire, name: str) -> Questionnaire:
    """A removed question, asked again at the end."""
    item = next((each for each in questionnaire.removed if each.name == name), None)
    if item is None:
        raise EditRefused("not_removed", name=name)
    left = tuple(each for each in questionnaire.removed if each is not item)
    return add(replace(questionnaire, removed=left), item)
