"""Items found by their names in the tree of a questionnaire, and the tree built anew around them.

Every item has a name of its own here, groups too: distinct() sees to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.model import Group, Item, Questionnaire

Items = tuple[Item, ...]


def every_item(items: Items) -> Iterator[Item]:
    """Each item before those inside it."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from every_item(item.items)


def item_named(questionnaire: Questionnaire, name: str) -> Item:
    """Raises EditRefused where there is none."""
    for item in every_item(questionnaire.items):
        if item.name == name:
            return item
    raise EditRefused("item_unknown", name=name)


def parent_of(questionnaire: Questionnaire, name: str) -> Group | None:
    """The group an item stands in; None at the top."""
    for item in every_item(questionnaire.items):
        if isinstance(item, Group) and any(each.name == name for each in item.items):
            return item
    return None


def siblings_of(questionnaire: Questionnaire, name: str) -> Items:
    item_named(questionnaire, name)
    parent = parent_of(questionnaire, name)
    return parent.items if parent else questionnaire.items


def around(items: Items, name: str, change: Callable[[Items, int], Items]) -> Items:
    """The tree with the siblings of `name` replaced by change(siblings, the place of `name`)."""
    for at, item in enumerate(items):
        if item.name == name:
            return change(items, at)
    return tuple(
        replace(item, items=around(item.items, name, change)) if isinstance(item, Group) else item
        for item in items
    )


def without(items: Items, name: str) -> Items:
    return around(items, name, lambda row, at: row[:at] + row[at + 1 :])


def swapped(items: Items, name: str, *others: Item) -> Items:
    """`others` in the place of `name`."""
    return around(items, name, lambda row, at: row[:at] + others + row[at + 1 :])


def each_changed(items: Items, change: Callable[[Item], Item]) -> Items:
    """Every item changed, those inside a group before the group."""
    return tuple(
        change(replace(item, items=each_changed(item.items, change)))
        if isinstance(item, Group)
        else change(item)
        for item in items
    )


def distinct(questionnaire: Questionnaire) -> Questionnaire:
    """Groups of a workbook may share a name; the second becomes name_2, so each can be meant."""
    taken = {question.name for question in questionnaire.questions()}
    taken |= {item.name for item in every_item(questionnaire.items) if is_repeat(item)}

    def renamed(items: Items) -> Items:
        return tuple(one(item) for item in items)

    def one(item: Item) -> Item:
        if not isinstance(item, Group):
            return item
        name = item.name if item.repeat else free_name(item.name or "group", taken)
        taken.add(name)
        return replace(item, name=name, items=renamed(item.items))

    return replace(questionnaire, items=renamed(questionnaire.items))


def is_repeat(item: Item) -> bool:
    return isinstance(item, Group) and item.repeat


def free_name(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with the first number behind it that makes it new."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}_{number}"
    return name
