"""Items put under one heading, asked on one page, or asked again for each of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lipnet.questionnaire.editing.items import is_bare_page
from lipnet.questionnaire.editing.names import check_name, taken_names
from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.editing.soundness import settled
from lipnet.questionnaire.editing.trees import (
    Items,
    around,
    free_name,
    item_named,
    parent_of,
    siblings_of,
    swapped,
)
from lipnet.questionnaire.model import Group, Questionnaire
from lipnet.questionnaire.texts import Texts


def group(
    questionnaire: Questionnaire, names: Sequence[str], name: str, label: Texts | None = None
) -> Questionnaire:
    """Put neighbours under one heading. Raises not_beside where they do not stand together."""
    check_name(questionnaire, name)
    row = siblings_of(questionnaire, names[0])
    places = [at for at, each in enumerate(row) if each.name in names]
    if len(places) != len(set(names)) or places != list(range(places[0], places[-1] + 1)):
        raise EditRefused("not_beside", names=", ".join(names))
    inside = row[places[0] : places[-1] + 1]

    def wrapped(items: Items, at: int) -> Items:
        made = Group(name, dict(label or {}), items=inside)
        return (*items[:at], made, *items[at + len(inside) :])

    items = around(questionnaire.items, inside[0].name, wrapped)
    return settled(replace(questionnaire, items=items), questionnaire)


def ungroup(questionnaire: Questionnaire, name: str) -> Questionnaire:
    """What a group holds, without the group; a rule of the group is lost with it."""
    found = item_named(questionnaire, name)
    if not isinstance(found, Group):
        raise EditRefused("item_unknown", name=name)
    items = swapped(questionnaire.items, name, *found.items)
    return settled(replace(questionnaire, items=items), questionnaire)


def begin_page(questionnaire: Questionnaire, name: str) -> Questionnaire:
    """A page begins with this item: what follows it up to the next group comes along.

    A group that is one page becomes two under the same heading.
    """
    parent = parent_of(questionnaire, name)
    row = siblings_of(questionnaire, name)
    at = next(place for place, each in enumerate(row) if each.name == name)
    if at == 0 or isinstance(row[at], Group):
        raise EditRefused("begins_a_page", name=name)
    taken = taken_names(questionnaire)
    if parent is not None and parent.field_list:
        if parent.repeat:
            raise EditRefused("page_repeats", name=parent.name)
        first = replace(parent, items=row[:at])
        second = replace(parent, name=free_name(parent.name, taken), items=row[at:])
        items = swapped(questionnaire.items, parent.name, first, second)
    else:
        end = next((n for n in range(at, len(row)) if isinstance(row[n], Group)), len(row))
        page = Group(free_name("page", taken), items=row[at:end], field_list=True)
        items = around(questionnaire.items, name, lambda r, a: (*r[:at], page, *r[end:]))
    return settled(replace(questionnaire, items=items), questionnaire)


def join_pages(questionnaire: Questionnaire, name: str) -> Questionnaire:
    """No page begins here any more: the bare page that begins with this item goes back."""
    page = parent_of(questionnaire, name)
    if page is None or not is_bare_page(page) or page.items[0].name != name:
        raise EditRefused("begins_no_page", name=name)

    def joined(row: Items, at: int) -> Items:
        before = row[at - 1] if at else None
        if isinstance(before, Group) and is_bare_page(before):
            whole = replace(before, items=(*before.items, *page.items))
            return (*row[: at - 1], whole, *row[at + 1 :])
        return (*row[:at], *page.items, *row[at + 1 :])

    items = around(questionnaire.items, page.name, joined)
    return settled(replace(questionnaire, items=items), questionnaire)


def begins_page(questionnaire: Questionnaire, name: str) -> bool:
    """Whether a page break can be taken away before this item."""
    page = parent_of(questionnaire, name)
    return page is not None and is_bare_page(page) and page.items[0].name == name
