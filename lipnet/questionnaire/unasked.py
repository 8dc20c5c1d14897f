"""Questions that can never show: what stands in the way is their rule with others around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lipnet.questionnaire.expressions import Node, names_in
from lipnet.questionnaire.known import Fault, Known
from lipnet.questionnaire.possible import can_be_true

MOST_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as its showing depends on rules.

    name: of a question, "" for a group. around: the `relevant` rules of its groups. own: its own.
    """

    name: str
    around: tuple[Node, ...]
    own: Node | None

    @property
    def rules(self) -> tuple[Node, ...]:
        return self.around if self.own is None else (*self.around, self.own)


def never_asked(items: Sequence[Shown], known: Known) -> Iterator[tuple[int, Fault]]:
    """(place of the item, why) for each whose own rule can never be true where it stands.

    A rule that can never be true by itself is not told: checks.doubts does.
    """
    unasked = names_unasked(items, known)
    for at, each in enumerate(items):
        if each.own is None or can_be_true(each.rules, known, unasked):
            continue
        if not can_be_true(each.around, known, unasked) or not can_be_true([each.own], known):
            continue
        yield at, reason(each, known, unasked)


def reason(item: Shown, known: Known, unasked: frozenset[str]) -> Fault:
    if not can_be_true(item.rules, known):
        return Fault("rule_against_groups", {})
    names = frozenset[str]().union(*map(names_in, item.rules))
    return Fault("rule_rests_on_unasked", {"name": min(names & unasked)})


def names_unasked(items: Sequence[Shown], known: Known) -> frozenset[str]:
    """The names of all questions never asked, those included that hang on another such."""
    found: frozenset[str] = frozenset()
    for _ in range(MOST_ROUNDS):
        more = set(found)
        for each in items:
            if each.name and each.name not in more and not can_be_true(each.rules, known, more):
                more.add(each.name)
        if len(more) == len(found):
            break
        found = frozenset(more)
    return found
