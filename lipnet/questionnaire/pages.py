"""Cutting a questionnaire into pages that can be answered without script.

What a page shows depends only on the pages before it: an item that rests on an answer of the
same page, through relevance, choice filter, piping or a calculation, begins a new page.
"""

from __future__ import annotations

from dataclasses import dataclass

from lipnet.questionnaire.dependencies import names_shown, through_computed, value_graph
from lipnet.questionnaire.model import FILES, Group, Placed, Questionnaire

MOST_UNGROUPED = 8
MOST_IN_GROUP = 12
MOST_IN_FIELD_LIST = 40


@dataclass(frozen=True, slots=True)
class Page:
    """The items of a page, and the groups all of them stand in, outermost first."""

    items: tuple[Placed, ...]
    groups: tuple[Group, ...] = ()

    @property
    def repeat(self) -> Group | None:
        """The repeat whose instances, all of them, stand on this page."""
        return self.items[0].repeat

    @property
    def takes_files(self) -> bool:
        """It asks for files, which are chosen in the form that sends everything."""
        return self.items[0].question.type in FILES

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(each.question.name for each in self.items)


def pages(questionnaire: Questionnaire) -> tuple[Page, ...]:
    """Every item that can be shown, on pages, in document order; files last.

    A field-list group is a page, and a repeat; else a top-level group; else up to eight ungrouped
    items. Files come last because nothing is kept of them before everything is sent.
    """
    graph = value_graph(questionnaire)
    computed = frozenset(q.name for q in questionnaire.questions() if q.is_computed)
    found: list[list[Placed]] = []
    asked: set[str] = set()
    shown = [each for each in questionnaire.placed() if each.question.is_shown]
    for each in sorted(shown, key=lambda each: each.question.type in FILES):
        needed = through_computed(names_shown(questionnaire, each), graph, computed)
        if not found or needed & asked or not fits(found[-1], each):
            found.append([])
            asked = set()
        found[-1].append(each)
        if each.question.is_answered:
            asked.add(each.question.name)
    return tuple(Page(tuple(items), shared_groups(items)) for items in found)


def fits(page: list[Placed], each: Placed) -> bool:
    before, here = block(page[-1]), block(each)
    files = page[-1].question.type in FILES, each.question.type in FILES
    return before is here and files[0] == files[1] and len(page) < most_in(here)


def block(each: Placed) -> Group | None:
    """The group that keeps an item's page together."""
    lists = [group for group in each.groups if group.field_list]
    repeats = [group for group in each.groups if group.repeat]
    return next(iter([*repeats, *lists, *each.groups]), None)


def most_in(group: Group | None) -> int:
    if group is None:
        return MOST_UNGROUPED
    return MOST_IN_FIELD_LIST if group.field_list or group.repeat else MOST_IN_GROUP


def shared_groups(items: list[Placed]) -> tuple[Group, ...]:
    shared: list[Group] = []
    for level in zip(*(each.groups for each in items), strict=False):
        if any(group is not level[0] for group in level):
            break
        shared.append(level[0])
    return tuple(shared)
