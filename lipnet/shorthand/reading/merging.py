"""What is told twice, in a summary and in the body or in other words, is proposed once."""

import re
from functools import lru_cache
from typing import TypeVar

from lipnet.shorthand.reading.masking import folded
from lipnet.shorthand.reading.proposals import Action, Decision
from lipnet.shorthand.reading.words.vocabulary import words

WORD = re.compile(r"[^\W_]{2,}")
SMALL = words(
    "the to of and for in on at with by that is are be la le les de des du et a un une en pour que"
    " el los las y por con der die das und zu het een van"
)
ALIKE = 0.7  # of the words of both
WITHIN = 0.9  # of the words of the shorter one
ALIKE_DECISIONS = 0.8  # a year's reports are adopted in nearly the same words
PUT_AGAIN = 0.5  # a motion announced and then put, one after the other
FEWEST = 3
COMPARED = 80  # each is compared with so many before it: bounded for a text of thousands

Told = TypeVar("Told", Action, Decision)


def merged_actions(actions: list[Action], favoured: set[int]) -> list[Action]:
    """One of each: the one in a list of actions, else the first; with owners and due of both."""
    kept: list[Action] = []
    for action in sorted(actions, key=lambda each: each.start):
        at = _twin(action, kept)
        if at is None:
            kept.append(action)
        elif action.start in favoured and kept[at].start not in favoured:
            kept[at] = _completed(action, kept[at])
        else:
            kept[at] = _completed(kept[at], action)
    return sorted(kept, key=lambda each: each.start)


def merged_decisions(decisions: list[Decision]) -> list[Decision]:
    """One of each: the one that names a mover, else the first."""
    kept: list[Decision] = []
    for decision in sorted(decisions, key=lambda each: each.start):
        at = _decided_before(decision, kept)
        if at is None:
            kept.append(decision)
        elif (decision.mover and not kept[at].mover) or _tells_more(decision, kept[at]):
            kept[at] = decision
    return kept


def _decided_before(decision: Decision, kept: list[Decision]) -> int | None:
    own = _words(decision.text)
    for at in range(len(kept) - 1, max(-1, len(kept) - 1 - COMPARED), -1):
        other, its = kept[at], _words(kept[at].text)
        alike = len(own & its) / max(1, len(own | its))
        bare = not (other.mover or other.outcome and other.kind != "motion")
        if other.start < decision.end and decision.start < other.end or own == its:
            return at
        if alike >= ALIKE_DECISIONS and len(own) > FEWEST and _may_be_one(decision, other):
            return at
        if at == len(kept) - 1 and bare and other.kind == "motion" and alike >= PUT_AGAIN:
            return at
    return None


def _tells_more(decision: Decision, other: Decision) -> bool:
    """A proposal is told by the resolution that follows it."""
    return bool(decision.outcome and not other.outcome and not other.mover)


def _may_be_one(one: Decision, other: Decision) -> bool:
    return not (one.mover and other.mover and one.mover != other.mover)


def _twin(told: Told, kept: list[Told]) -> int | None:
    own = _words(told.text)
    for at in range(len(kept) - 1, max(-1, len(kept) - 1 - COMPARED), -1):
        other = kept[at]
        if other.start < told.end and told.start < other.end or _same(own, _words(other.text)):
            return at
    return None


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    both, fewer = len(one & other), min(len(one), len(other))
    if fewer < FEWEST:
        return one == other and fewer > 0
    return both >= ALIKE * len(one | other) or both >= WITHIN * fewer


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(folded(text))) - SMALL


def _completed(action: Action, other: Action) -> Action:
    return Action(
        action.start,
        action.end,
        action.text,
        action.owners or other.owners,
        action.due or other.due,
        action.done or other.done,
    )
