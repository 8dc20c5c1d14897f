"""A question of the bank is put among the others of a questionnaire.

A question of the bank is a questionnaire of one question: its texts, its choices, their states.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from lipnet.questionnaire.expressions import parse
from lipnet.questionnaire.model import Choice, Group, Item, Question, Questionnaire, Rule, groups_in
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.xlsform.other import PLEASE_SAY, in_languages

Choices = tuple[Choice, ...]


def place_from_bank(
    questionnaire: Questionnaire, banked: Questionnaire, after: str | None = None, name: str = ""
) -> Questionnaire:
    """The questionnaire with the one question of `banked` after the question or group `after`.

    Without `after` it comes last. It speaks the questionnaire's languages, as far as the bank has
    them (`lacking` says which it has not), keeps its bank_id, and takes the `name` given or else a
    free one. Its choices
    join a list that says the same, or stand in a list of their own under a free name. A choice
    that asks to be told what ("other") is followed by the question that does.
    Raises KeyError if nothing is called `after`.
    """
    [question] = banked.questions()
    tags = in_common(questionnaire, banked)
    called = name or free_name_for(questionnaire, banked)
    placed = spoken_in(replace(question, name=called), tags)
    choices = tuple(
        replace(choice, label=only(choice.label, tags)) for choice in banked.choices_of(question)
    )
    list_name, lists = joined(questionnaire.choices, question.list_name, choices)
    placed = replace(placed, list_name=list_name)
    follow_up = asked_what(placed, choices, questionnaire, tags)
    return replace(
        questionnaire,
        items=put(questionnaire.items, (placed, *follow_up), after),
        choices=lists,
        states={**states_of(banked, question, placed, tags), **questionnaire.states},
    )


def free_name_for(questionnaire: Questionnaire, banked: Questionnaire) -> str:
    """What the question of the bank would be called there."""
    [question] = banked.questions()
    return free(question.name, names_in(questionnaire))


def lacking(questionnaire: Questionnaire, banked: Questionnaire) -> tuple[str, ...]:
    """The languages of the questionnaire that the question of the bank has not."""
    return tuple(tag for tag in questionnaire.languages if tag not in banked.languages)


def in_common(questionnaire: Questionnaire, banked: Questionnaire) -> tuple[str, ...]:
    """Without any language in common, the bank's own stands in: better than no words at all."""
    shared = tuple(tag for tag in questionnaire.languages if tag in banked.languages)
    return shared or (banked.default_language,)


def spoken_in(question: Question, tags: Container[str]) -> Question:
    return replace(
        question,
        label=only(question.label, tags),
        hint=only(question.hint, tags),
        guidance=only(question.guidance, tags),
        required_message=only(question.required_message, tags),
        constraint_message=only(question.constraint_message, tags),
    )


def only(texts: Texts, tags: Container[str]) -> dict[str, str]:
    return {tag: text for tag, text in texts.items() if tag in tags}


def names_in(questionnaire: Questionnaire) -> set[str]:
    """Every name that is taken, former ones and removed questions included: exports know them."""
    questions = (*questionnaire.questions(), *questionnaire.removed)
    former = {alias for question in questions for alias in question.aliases}
    return (
        {question.name for question in questions}
        | {group.name for group in groups_in(questionnaire.items)}
        | former
    )


def free(wanted: str, taken: Container[str], joint: str = "_") -> str:
    """`wanted`, else wanted_2, wanted_3 ..."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}{joint}{number}"
    return name


def joined(
    lists: Mapping[str, Choices], wanted: str, choices: Choices
) -> tuple[str, dict[str, Choices]]:
    """(name of the list that now holds these choices, all lists)."""
    if not wanted:
        return "", dict(lists)
    name, number = wanted, 1
    while name in lists and not says_the_same(lists[name], choices):
        number += 1
        name = f"{wanted}_{number}"
    return name, {**lists, name: together(lists.get(name, choices), choices)}


def says_the_same(some: Choices, others: Choices) -> bool:
    """The same codes in the same order, and no word that differs in a language both have."""
    return [(c.code, c.kind, c.extra) for c in some] == [
        (c.code, c.kind, c.extra) for c in others
    ] and all(
        choice.label[tag] == other.label[tag]
        for choice, other in zip(some, others, strict=True)
        for tag in choice.label.keys() & other.label.keys()
    )


def together(known: Choices, added: Choices) -> Choices:
    return tuple(
        replace(choice, label={**other.label, **choice.label})
        for choice, other in zip(known, added, strict=True)
    )


def asked_what(
    question: Question, choices: Choices, questionnaire: Questionnaire, tags: Iterable[str]
) -> list[Item]:
    """The text question that follows a choice of the kind "other"."""
    code = next((choice.code for choice in choices if choice.kind == "other"), None)
    if code is None:
        return []
    name = free(f"{question.name}_other", names_in(questionnaire) | {question.name})
    source = f"selected(${{{question.name}}}, '{code}')"
    label = in_languages(PLEASE_SAY, tags)
    return [Question(name, "text", label=label, relevant=Rule(source, parse(source)))]


def put(items: tuple[Item, ...], added: Iterable[Item], after: str | None) -> tuple[Item, ...]:
    if after is None:
        return (*items, *added)
    for place, item in enumerate(items, 1):
        if item.name == after:
            return (*items[:place], *added, *items[place:])
        if isinstance(item, Group) and holds(item, after):
            inside = replace(item, items=put(item.items, added, after))
            return (*items[: place - 1], inside, *items[place:])
    raise KeyError(after)


def holds(group: Group, name: str) -> bool:
    return any(
        item.name == name or (isinstance(item, Group) and holds(item, name)) for item in group.items
    )


def states_of(
    banked: Questionnaire, question: Question, placed: Question, tags: Container[str]
) -> dict[str, dict[str, str]]:
    """The states of the bank's texts at their new addresses."""
    moved = {
        f"question/{question.name}/": f"question/{placed.name}/",
        f"choice/{question.list_name}/": f"choice/{placed.list_name}/",
    }
    kept = {}
    for address, states in banked.states.items():
        start = next((old for old in moved if address.startswith(old)), None)
        if start is not None and (known := only(states, tags)):
            kept[moved[start] + address.removeprefix(start)] = known
    return kept
