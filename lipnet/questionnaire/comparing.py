"""Two waves of a questionnaire held side by side: what changed, and what can no longer be compared.

A question is the same if it has the same name, had it before (an alias), or is the same question of
the bank. Answers of two waves compare only as far as people were asked the same thing, in the same
words, with the same choices, and if the same people were asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lipnet.questionnaire.editing.names import with_names
from lipnet.questionnaire.model import Choice, Placed, Question, Questionnaire
from lipnet.questionnaire.texts import Texts, plain

# code -> (whether it breaks comparability, its particulars)
CHANGE_CODES: dict[str, tuple[bool, tuple[str, ...]]] = {
    "renamed": (False, ("before", "now")),
    "reworded": (True, ("tag", "before", "now")),
    "reworded_in_some": (True, ("tags", "others")),
    "translated": (False, ("tag", "now")),
    "hint_changed": (False, ("tag", "before", "now")),
    "type_changed": (True, ("before", "now")),
    "scale_changed": (True, ("before", "now")),
    "scale_reversed": (True, ()),
    "choices_reordered": (True, ()),
    "choice_added": (True, ("code", "label")),
    "choice_removed": (True, ("code", "label")),
    "choice_reworded": (True, ("code", "tag", "before", "now")),
    "asked_of_others": (True, ("before", "now")),
    "now_required": (True, ()),
    "no_longer_required": (True, ()),
    "refusals_changed": (True, ()),
    "moved": (False, ()),
}
BOUNDS = ("start", "end", "step")


@dataclass(frozen=True, slots=True)
class Change:
    """A code of CHANGE_CODES and its particulars."""

    code: str
    particulars: Mapping[str, object] = field(default_factory=dict)

    @property
    def breaks(self) -> bool:
        """Answers of the two waves can no longer be set side by side without a word of caution."""
        return CHANGE_CODES[self.code][0]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question of both waves."""

    before: Question
    now: Question
    changes: tuple[Change, ...]

    @property
    def breaks(self) -> bool:
        return any(change.breaks for change in self.changes)


@dataclass(frozen=True, slots=True)
class Comparison:
    """In the order of the present wave; removed questions in that of the former."""

    pairs: tuple[Pair, ...]
    added: tuple[Question, ...]
    removed: tuple[Question, ...]

    @property
    def changed(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.changes)

    @property
    def is_same(self) -> bool:
        return not (self.changed or self.added or self.removed)


def compare(former: Questionnaire, now: Questionnaire) -> Comparison:
    matched = matches(former, now)
    names = {before.name: after.name for before, after in matched if before.name != after.name}
    renamed = with_names(former, names)
    places = {each.question.name: each for each in renamed.placed()}
    here = {each.question.name: each for each in now.placed()}
    moved = out_of_order([q.name for q in renamed.questions()], list(here))
    pairs = [
        Pair(
            before,
            after,
            tuple(changes(renamed, now, places[after.name], here[after.name], before, moved)),
        )
        for before, after in matched
    ]
    known_before = {id(before) for before, _ in matched}
    known_now = {id(after) for _, after in matched}
    return Comparison(
        tuple(pairs),
        tuple(q for q in now.questions() if id(q) not in known_now),
        tuple(q for q in former.questions() if id(q) not in known_before),
    )


def matches(former: Questionnaire, now: Questionnaire) -> list[tuple[Question, Question]]:
    """The same question of both, in the order of the present; each is taken once."""
    left = {question.name: question for question in former.questions()}
    found: dict[str, Question] = {}
    for same in (same_name, same_alias, same_in_bank):
        for question in now.questions():
            if question.name in found:
                continue
            before = next((each for each in left.values() if same(each, question)), None)
            if before is not None:
                found[question.name] = left.pop(before.name)
    return [(found[each.name], each) for each in now.questions() if each.name in found]


def same_name(before: Question, now: Question) -> bool:
    return before.name == now.name


def same_alias(before: Question, now: Question) -> bool:
    return before.name in now.aliases or now.name in before.aliases


def same_in_bank(before: Question, now: Question) -> bool:
    return bool(now.bank_id) and before.bank_id == now.bank_id


def changes(
    former: Questionnaire,
    whole: Questionnaire,
    before: Placed,
    now: Placed,
    original: Question,
    moved: frozenset[str],
) -> Iterator[Change]:
    one, other = before.question, now.question
    if original.name != other.name:
        yield Change("renamed", {"before": original.name, "now": other.name})
    yield from wording(one.label, other.label)
    yield from hints(one.hint, other.hint)
    if one.type != other.type:
        yield Change("type_changed", {"before": one.type, "now": other.type})
    else:
        yield from scale(one, other)
        yield from choices(former.choices_of(one), whole.choices_of(other))
    yield from asking(before, now)
    if other.name in moved:
        yield Change("moved")


def wording(before: Texts, now: Texts) -> Iterator[Change]:
    """Changed words in each language; a language that kept them is named."""
    changed = [tag for tag in now if before.get(tag) and bare(now[tag]) != bare(before[tag])]
    kept = [tag for tag in now if before.get(tag) and tag not in changed]
    for tag in changed:
        yield Change("reworded", {"tag": tag, "before": before[tag], "now": now[tag]})
    if changed and kept:
        yield Change("reworded_in_some", {"tags": tuple(changed), "others": tuple(kept)})
    for tag in now:
        if now[tag] and not before.get(tag):
            yield Change("translated", {"tag": tag, "now": now[tag]})


def hints(before: Texts, now: Texts) -> Iterator[Change]:
    for tag in dict.fromkeys((*before, *now)):
        if bare(before.get(tag, "")) != bare(now.get(tag, "")):
            texts = {"before": before.get(tag, ""), "now": now.get(tag, "")}
            yield Change("hint_changed", {"tag": tag, **texts})


def bare(text: str) -> str:
    return " ".join(plain(text).split())


def scale(before: Question, now: Question) -> Iterator[Change]:
    one, other = (tuple(q.parameters.get(each, "") for each in BOUNDS) for q in (before, now))
    if before.type == "range" and one != other:
        yield Change("scale_changed", {"before": " ".join(one), "now": " ".join(other)})


def choices(before: tuple[Choice, ...], now: tuple[Choice, ...]) -> Iterator[Change]:
    old, new = ({choice.code: choice for choice in row} for row in (before, now))
    for code, choice in new.items():
        if code not in old:
            yield Change("choice_added", {"code": code, "label": dict(choice.label)})
    for code, choice in old.items():
        if code not in new:
            yield Change("choice_removed", {"code": code, "label": dict(choice.label)})
    for code in new:
        yield from choice_wording(code, old[code].label if code in old else {}, new[code].label)
    order, was = ([c for c in row if c in old and c in new] for row in (new, old))
    if order != was:
        yield Change(
            "scale_reversed" if order == was[::-1] and len(was) > 2 else "choices_reordered"
        )


def choice_wording(code: str, before: Texts, now: Texts) -> Iterator[Change]:
    for tag, text in now.items():
        if before.get(tag) and bare(before[tag]) != bare(text):
            told = {"tag": tag, "before": before[tag], "now": text}
            yield Change("choice_reworded", {"code": code, **told})


def asking(before: Placed, now: Placed) -> Iterator[Change]:
    """Who is asked, and whether they may leave it out."""
    one, other = asked_if(before), asked_if(now)
    if one != other:
        yield Change("asked_of_others", {"before": one, "now": other})
    was, must = before.question.required is not None, now.question.required is not None
    if was != must:
        yield Change("now_required" if must else "no_longer_required")
    if set(before.question.declines) != set(now.question.declines):
        yield Change("refusals_changed")


def asked_if(placed: Placed) -> str:
    """The rules a person must meet to be asked, of the groups and of the question."""
    rules = [*(group.relevant for group in placed.groups), placed.question.relevant]
    return " and ".join(" ".join(rule.source.split()) for rule in rules if rule is not None)


def out_of_order(before: list[str], now: list[str]) -> frozenset[str]:
    """The fewest questions whose moving explains the new order: all but the longest run in step."""
    place = {name: at for at, name in enumerate(before)}
    common = [name for name in now if name in place]
    best: list[list[str]] = []
    for name in common:
        longest = max((run for run in best if place[run[-1]] < place[name]), key=len, default=[])
        best.append([*longest, name])
    kept = max(best, key=len, default=[])
    return frozenset(common) - frozenset(kept)
