"""A questionnaire laid open: what people will see in one language, and every rule beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.i18n import lazy
from lipnet.questionnaire import Group, Piece, Question, Questionnaire, Texts, pieces, text_in
from lipnet.questionnaire.answering import Said
from lipnet.questionnaire.model import Rule, groups_in
from lipnet.surveys.rendering import words
from lipnet.surveys.rules_told import told

TYPES = {
    "text": lazy("Words"),
    "integer": lazy("Whole number"),
    "decimal": lazy("Number"),
    "range": lazy("Number on a scale"),
    "date": lazy("Date"),
    "time": lazy("Time of day"),
    "datetime": lazy("Date and time"),
    "select_one": lazy("One choice"),
    "select_multiple": lazy("Several choices"),
    "rank": lazy("Ranking"),
    "acknowledge": lazy("Agreement"),
    "image": lazy("Picture"),
    "audio": lazy("Sound recording"),
    "video": lazy("Video"),
    "file": lazy("File"),
    "note": lazy("To read"),
    "hidden": lazy("Fixed value, not shown"),
    "calculate": lazy("Calculated, not shown"),
}
RULES = {
    "relevant": lazy("Asked only if"),
    "constraint": lazy("Accepted only if"),
    "calculation": lazy("Calculated as"),
    "choice_filter": lazy("A choice is offered only if"),
    "required": lazy("Must be answered if"),
}
TOLD = (*RULES, "dynamic_default", "repeat_count")
ALWAYS = ("yes", "true", "true()", "1")


@dataclass(frozen=True)
class Shown:
    """A text in the language of the preview, or in another, then marked as missing."""

    html: Markup
    missing: bool


@dataclass(frozen=True)
class RuleShown:
    """A rule beside its item; it is told in the language of the page, not of the preview."""

    rule: Rule
    field: str
    item: Question | Group
    of: Questionnaire

    @property
    def sentence(self) -> str:
        return told(self.rule, self.field, self.item, self.of).sentence


@dataclass(frozen=True)
class Item:
    """A heading (kind "group") or a question, in document order."""

    kind: str
    name: str
    source: str
    label: Shown
    hint: Shown
    choices: tuple[Shown, ...] = ()
    rules: tuple[RuleShown, ...] = ()
    required: bool = False

    @property
    def type_name(self):
        return TYPES.get(self.kind, "")

    @property
    def lacks(self) -> bool:
        return any(text.missing for text in (self.label, self.hint, *self.choices))


def items_in(questionnaire: Questionnaire, tag: str) -> list[Item]:
    """Everything in the questionnaire, as it reads on a page in the language `tag`."""
    if languages.find(tag) is None:
        return list(_items(questionnaire, questionnaire.items, tag))
    with i18n.speaking(tag):
        return list(_items(questionnaire, questionnaire.items, tag))


def completeness(questionnaire: Questionnaire) -> list[tuple[str, int, int]]:
    """(tag, texts there are in it, texts there should be) for each language."""
    texts = [each for each in _texts(questionnaire) if each]
    return [
        (tag, sum(bool(each.get(tag)) for each in texts), len(texts))
        for tag in questionnaire.languages
    ]


def _texts(questionnaire: Questionnaire) -> Iterator[Texts]:
    for item in (*questionnaire.questions(), *groups_in(questionnaire.items)):
        yield item.label
        yield item.hint
    for choices in questionnaire.choices.values():
        yield from (choice.label for choice in choices)


def _items(questionnaire: Questionnaire, items, tag: str) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield _heading(questionnaire, item, tag)
            yield from _items(questionnaire, item.items, tag)
        else:
            yield _question(questionnaire, item, tag)


def _heading(questionnaire: Questionnaire, group: Group, tag: str) -> Item:
    return Item(
        "group",
        group.name,
        group.source,
        _shown(questionnaire, group.label, tag),
        _shown(questionnaire, group.hint, tag),
        rules=_rules(questionnaire, group),
    )


def _question(questionnaire: Questionnaire, question: Question, tag: str) -> Item:
    return Item(
        question.type,
        question.name,
        question.source,
        _shown(questionnaire, question.label, tag),
        _shown(questionnaire, question.hint, tag),
        tuple(
            _shown(questionnaire, choice.label, tag, otherwise=choice.code)
            for choice in questionnaire.choices_of(question)
        ),
        _rules(questionnaire, question),
        question.required is not None and _is_always(question.required.source),
    )


def _rules(questionnaire: Questionnaire, item: Question | Group) -> tuple[RuleShown, ...]:
    found = ((field, getattr(item, field, None)) for field in TOLD)
    return tuple(
        RuleShown(rule, field, item, questionnaire)
        for field, rule in found
        if rule is not None and not (field == "required" and _is_always(rule.source))
    )


def _is_always(source: str) -> bool:
    return source.strip().casefold() in ALWAYS


def _shown(questionnaire: Questionnaire, texts: Texts, tag: str, otherwise: str = "") -> Shown:
    text, found = text_in(texts, tag, questionnaire.default_language)
    if not text:
        return Shown(
            Markup("<code>{}</code>").format(otherwise) if otherwise else Markup(""), False
        )
    cut = tuple(Piece(f"‹{p.text}›", True) if p.is_answer else p for p in pieces(text))
    return Shown(words(Said(cut, found)), found != tag)
