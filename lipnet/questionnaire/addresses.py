"""Every text of a questionnaire by its address, in the order in which people meet it.

    title
    question/<name>/label            also hint, guidance, required_message, constraint_message
    group/<name>/label               also hint
    choice/<list>/<code>/label

Where two groups, or two choices of a list, share a name, the second is group/<name>~2, and so on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lipnet.questionnaire.model import Choice, Group, Item, Question, Questionnaire
from lipnet.questionnaire.texts import Texts

FIELDS = ("label", "hint", "guidance", "required_message", "constraint_message")
READ_BY_PEOPLE = ("label", "hint", "required_message", "constraint_message")
# How many characters read well on a phone; more is no error.
BUDGETS = {
    "title": 120,
    "label": 300,
    "hint": 300,
    "guidance": 600,
    "required_message": 150,
    "constraint_message": 150,
    "choice": 120,
}

Change = Callable[[str, Texts], Texts]


@dataclass(frozen=True, slots=True)
class Text:
    """One text. `part` is title, choice, or one of FIELDS; `place` names the item or the list.

    `shows`: people who answer may read it, so a language that is offered needs it. The title does
    not count: over the pages stands the one of the survey.
    """

    address: str
    texts: Texts
    part: str
    place: str = ""
    shows: bool = True

    @property
    def budget(self) -> int:
        return BUDGETS[self.part]


def every_text(questionnaire: Questionnaire) -> tuple[Text, ...]:
    """All texts that exist in some language; choices follow the first question that offers them,
    lists nobody is offered come last."""
    return tuple(each for each in addressed(questionnaire) if any(each.texts.values()))


def text_at(questionnaire: Questionnaire, address: str) -> Text:
    """Raises KeyError where the questionnaire has no such place."""
    found = next((each for each in addressed(questionnaire) if each.address == address), None)
    if found is None:
        raise KeyError(address)
    return found


def with_text(questionnaire: Questionnaire, address: str, tag: str, text: str) -> Questionnaire:
    """The questionnaire with one text in one language set; "" takes it away."""
    return with_texts(questionnaire, tag, {address: text})


def with_texts(questionnaire: Questionnaire, tag: str, given: Mapping[str, str]) -> Questionnaire:
    """Several texts of one language at once. Raises KeyError for an unknown address."""
    unknown = given.keys() - known_addresses(questionnaire)
    if unknown:
        raise KeyError(min(unknown))

    def change(address: str, texts: Texts) -> Texts:
        return in_language(texts, tag, given[address]) if address in given else texts

    return rewritten(questionnaire, change)


def without_language(questionnaire: Questionnaire, tag: str) -> Questionnaire:
    """The questionnaire with every text in `tag` taken away."""
    return rewritten(questionnaire, lambda _, texts: in_language(texts, tag, ""))


def only_in(questionnaire: Questionnaire, tags: Collection[str]) -> Questionnaire:
    """The questionnaire as somebody sees it who is shown these languages and no other."""

    def change(_: str, texts: Texts) -> Texts:
        return {tag: text for tag, text in texts.items() if tag in tags}

    seen = tuple(tag for tag in questionnaire.languages if tag in tags)
    return replace(rewritten(questionnaire, change), languages=seen)


def known_addresses(questionnaire: Questionnaire) -> frozenset[str]:
    return frozenset(each.address for each in addressed(questionnaire))


def in_language(texts: Texts, tag: str, text: str) -> Texts:
    kept = {known: each for known, each in texts.items() if known != tag or text}
    return {**kept, tag: text} if text else kept


def addressed(questionnaire: Questionnaire) -> Iterator[Text]:
    """Every place for a text, also where none is written."""
    yield Text("title", questionnaire.title, "title", shows=False)
    told: set[str] = set()
    for item, address in numbered(questionnaire.items):
        yield from texts_of(item, address)
        if isinstance(item, Question) and item.list_name not in told:
            told.add(item.list_name)
            yield from texts_of_list(questionnaire, item.list_name, item.is_shown)
    for name in questionnaire.choices:
        if name not in told:
            yield from texts_of_list(questionnaire, name, False)


def numbered(items: tuple[Item, ...]) -> Iterator[tuple[Item, str]]:
    """Every item with its address, in document order."""
    counts: Counter[str] = Counter()
    for item in flat(items):
        yield item, once(counts, address_of(item))


def flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from flat(item.items)


def address_of(item: Item) -> str:
    return f"{'group' if isinstance(item, Group) else 'question'}/{item.name}"


def once(counts: Counter[str], address: str) -> str:
    counts[address] += 1
    return address if counts[address] == 1 else f"{address}~{counts[address]}"


def texts_of(item: Item, address: str) -> Iterator[Text]:
    shown = isinstance(item, Group) or item.is_shown
    for part in FIELDS:
        texts = getattr(item, part, None)
        if texts is not None:
            yield Text(f"{address}/{part}", texts, part, item.name, shown and is_read(part))


def is_read(part: str) -> bool:
    return part in READ_BY_PEOPLE


def texts_of_list(questionnaire: Questionnaire, name: str, shown: bool) -> Iterator[Text]:
    for choice, address in numbered_choices(name, questionnaire.choices.get(name, ())):
        yield Text(f"{address}/label", choice.label, "choice", name, shown)


def numbered_choices(name: str, choices: tuple[Choice, ...]) -> Iterator[tuple[Choice, str]]:
    counts: Counter[str] = Counter()
    for choice in choices:
        yield choice, once(counts, f"choice/{name}/{choice.code}")


def rewritten(questionnaire: Questionnaire, change: Change) -> Questionnaire:
    """The questionnaire with each of its texts as `change(address, texts)` gives it back."""
    addresses = iter([address for _, address in numbered(questionnaire.items)])
    return replace(
        questionnaire,
        title=change("title", questionnaire.title),
        items=tuple(rewritten_item(item, addresses, change) for item in questionnaire.items),
        choices={
            name: tuple(
                replace(choice, label=change(f"{address}/label", choice.label))
                for choice, address in numbered_choices(name, choices)
            )
            for name, choices in questionnaire.choices.items()
        },
    )


def rewritten_item(item: Item, addresses: Iterator[str], change: Change) -> Item:
    address = next(addresses)
    parts: dict[str, Any] = {
        part: change(f"{address}/{part}", getattr(item, part))
        for part in FIELDS
        if hasattr(item, part)
    }
    if isinstance(item, Group):
        inside = tuple(rewritten_item(each, addresses, change) for each in item.items)
        return replace(item, items=inside, **parts)
    return replace(item, **parts)
