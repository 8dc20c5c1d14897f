"""A questionnaire with everything that need be worked out only once per version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lipnet.questionnaire.dependencies import in_order, value_graph
from lipnet.questionnaire.expressions import Node, walk
from lipnet.questionnaire.model import FILES, Choice, Placed, Questionnaire
from lipnet.questionnaire.pages import Page, pages
from lipnet.questionnaire.repeats import Repeat, repeats_of


@dataclass(frozen=True, slots=True)
class Compiled:
    """A questionnaire with everything that need be worked out only once per version.

    in_order: each after those it rests on. unruled: questions that are always asked and worth what
    was answered; ruled: the others, in that order. certain: pages with such a question.
    apart: every page with a question, if each goes on holding whatever is answered on the others;
    else none.
    """

    questionnaire: Questionnaire
    pages: tuple[Page, ...]
    items: Mapping[str, Placed]
    in_order: tuple[Placed, ...]
    unruled: tuple[str, ...]
    ruled: tuple[Placed, ...]
    certain: frozenset[int]
    codes: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, Mapping[str, tuple[Choice, ...]]]
    repeats: Mapping[str, Repeat]
    takes_files: bool
    apart: frozenset[int]

    def repeat_of(self, name: str) -> Repeat | None:
        """The repeat a question stands in."""
        group = self.items[name].repeat if name in self.items else None
        return self.repeats[group.name] if group else None


def compile_questionnaire(questionnaire: Questionnaire) -> Compiled:
    items = {each.question.name: each for each in questionnaire.placed()}
    choices = {name: by_code(found) for name, found in questionnaire.choices.items()}
    cut = pages(questionnaire)
    order = tuple(items[name] for name in in_order(value_graph(questionnaire)))
    return Compiled(
        questionnaire=questionnaire,
        pages=cut,
        items=items,
        in_order=order,
        unruled=tuple(each.question.name for each in order if is_unruled(each)),
        ruled=tuple(each for each in order if not is_unruled(each)),
        certain=frozenset(at for at, page in enumerate(cut) if any(map(is_unruled, page.items))),
        codes={name: tuple(found) for name, found in choices.items()},
        choices=choices,
        repeats=repeats_of(questionnaire),
        takes_files=any(page.takes_files for page in cut),
        apart=pages_apart(items.values(), cut),
    )


def is_unruled(each: Placed) -> bool:
    question = each.question
    is_plain = question.is_answered and each.repeat is None and question.type not in FILES
    depends = question.relevant or question.choice_filter
    return is_plain and not depends and all(group.relevant is None for group in each.groups)


def pages_apart(items: Iterable[Placed], cut: tuple[Page, ...]) -> frozenset[int]:
    if not all(map(is_alone, items)):
        return frozenset()
    has_question = (any(each.question.is_answered for each in page.items) for page in cut)
    return frozenset(number for number, found in enumerate(has_question) if found)


def is_alone(each: Placed) -> bool:
    """Whether nothing but its own answer decides if that answer can stay: no other question, not
    whether it is asked, and no words, which are others in another language."""
    question = each.question
    if question.type == "note":
        return each.repeat is None
    rules = [rule for rule in (question.required, question.constraint) if rule is not None]
    return is_unruled(each) and not any(looks_around(rule.tree) for rule in rules)


def looks_around(tree: Node) -> bool:
    around = ("answer", "column", "parent")
    named = ("jr:choice-name", "position", "indexed-repeat", "random", "once")
    return any(node.kind in around or node.value in named for node in walk(tree))


def by_code(choices: tuple[Choice, ...]) -> dict[str, tuple[Choice, ...]]:
    """A code may stand in a list several times, for several answers of a choice filter."""
    found: dict[str, tuple[Choice, ...]] = {}
    for choice in choices:
        found[choice.code] = (*found.get(choice.code, ()), choice)
    return found
