"""What a questionnaire is: items in order, choices, texts in every language, rules.

Immutable. Written to and read from one JSON document by document.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from lipnet.questionnaire.expressions import Node
from lipnet.questionnaire.texts import Texts, text_in

NUMBERS = ("integer", "decimal", "range")
MOMENTS = ("date", "time", "datetime")
SELECTS = ("select_one", "select_multiple", "rank")
FILES = ("image", "audio", "video", "file")
UNSEEN = ("calculate", "hidden")
TYPES = ("text", *NUMBERS, *MOMENTS, *SELECTS, "acknowledge", *FILES, "note", *UNSEEN)
MEDIA = ("image", "audio", "video")
ROLES = ("", "demographic", "identity", "draw_contact", "quote_consent")
DECLINES = ("dont_know", "prefer_not")
KINDS = ("", "exclusive", *DECLINES, "other")
STATES = ("draft", "machine", "human", "reviewed", "stale")

Media = Mapping[str, Texts]  # one of MEDIA -> language -> name of the file


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression as its author wrote it, and its tree."""

    source: str
    tree: Node


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a list. `extra` holds the other columns of its row, for choice filters.

    `kind` is one of KINDS: exclusive ("none of these"), dont_know and prefer_not stand alone, other
    asks to be told what.
    """

    code: str
    label: Texts = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    media: Media = field(default_factory=dict)

    @property
    def stands_alone(self) -> bool:
        """Whoever picks it picks nothing else."""
        return self.kind in ("exclusive", *DECLINES)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, note or calculation. `type` is one of TYPES.

    A question with a `calculation`, or `read_only`, is shown but not typed into: its value is the
    calculation's, or its default. `hint` is for the person answering, `guidance` for whoever reads
    the questions out. `source` is where it came from, as "survey!B7".

    parameters       range: start, end, step; selects: randomize ("true") and seed
    trigger          names: the calculation stays blank until one of them is answered
    dynamic_default  what stands there until the person types
    declines         out of DECLINES: what may be said instead of an answer
    role             one of ROLES; an identity item says who a person is, and is justified;
                     quote_consent allows to quote what the person wrote
    bank_id          the question of the bank it is; answers of other years compare by it
    aliases          the names it had before
    """

    name: str
    type: str
    label: Texts = field(default_factory=dict)
    hint: Texts = field(default_factory=dict)
    guidance: Texts = field(default_factory=dict)
    list_name: str = ""
    required: Rule | None = None
    required_message: Texts = field(default_factory=dict)
    relevant: Rule | None = None
    constraint: Rule | None = None
    constraint_message: Texts = field(default_factory=dict)
    calculation: Rule | None = None
    choice_filter: Rule | None = None
    appearance: tuple[str, ...] = ()
    default: str = ""
    dynamic_default: Rule | None = None
    read_only: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict)
    trigger: tuple[str, ...] = ()
    media: Media = field(default_factory=dict)
    declines: tuple[str, ...] = ()
    role: str = ""
    bank_id: str = ""
    aliases: tuple[str, ...] = ()
    source: str = ""

    @property
    def is_shown(self) -> bool:
        return self.type not in UNSEEN

    @property
    def is_computed(self) -> bool:
        """Its value comes from the questionnaire, never from the person."""
        return self.type in UNSEEN or self.calculation is not None or self.read_only

    @property
    def is_answered(self) -> bool:
        """A person can answer it."""
        return self.type != "note" and not self.is_computed


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading; `field_list` asks for one page.

    `repeat`: asked again for each member of a household, say; then its name is unique. How often
    is what `repeat_count` says, else as often as the person adds one. No repeat inside a repeat.
    """

    name: str
    label: Texts = field(default_factory=dict)
    hint: Texts = field(default_factory=dict)
    relevant: Rule | None = None
    items: tuple[Item, ...] = ()
    field_list: bool = False
    repeat: bool = False
    repeat_count: Rule | None = None
    media: Media = field(default_factory=dict)
    appearance: tuple[str, ...] = ()
    source: str = ""


Item = Question | Group


@dataclass(frozen=True, slots=True)
class Placed:
    """A question and the groups it stands in, outermost first."""

    question: Question
    groups: tuple[Group, ...] = ()
    repeat: Group | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """The repeat it stands in is asked for at every turn, so it is found once."""
        repeat = next((group for group in self.groups if group.repeat), None)
        object.__setattr__(self, "repeat", repeat)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """`languages` are tags of the language registry, in the author's order.

    A language the registry cannot name has the tag "und-x-1", "und-x-2" ... until it is mapped.
    `one_at_a_time`: on phones with script each question has the screen to itself. `removed` are
    questions no longer asked, which exports still know. `states`: address of a text (addresses.py)
    -> language -> one of STATES; a text without a state was written by a person.
    `made_from`: address -> language -> what the default language said when this was translated,
    kept only where it says something else since (translating.py).
    """

    title: Texts
    form_id: str = ""
    version: str = ""
    default_language: str = "en"
    languages: tuple[str, ...] = ("en",)
    items: tuple[Item, ...] = ()
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    instance_name: Rule | None = None
    one_at_a_time: bool = False
    removed: tuple[Question, ...] = ()
    states: Mapping[str, Texts] = field(default_factory=dict)
    made_from: Mapping[str, Texts] = field(default_factory=dict)

    def placed(self) -> Iterator[Placed]:
        """Every question in document order, with its groups."""
        yield from placed(self.items, ())

    def questions(self) -> Iterator[Question]:
        return (each.question for each in self.placed())

    def question(self, name: str) -> Question | None:
        return next((each for each in self.questions() if each.name == name), None)

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        """All options of a select, unfiltered."""
        return self.choices.get(question.list_name, ())

    def text(self, texts: Texts, language: str) -> tuple[str, str]:
        """(text, tag): in this language, else the default language, else any."""
        return text_in(texts, language, self.default_language)


def placed(items: tuple[Item, ...], groups: tuple[Group, ...]) -> Iterator[Placed]:
    for item in items:
        if isinstance(item, Group):
            yield from placed(item.items, (*groups, item))
        else:
            yield Placed(item, groups)


def groups_in(items: tuple[Item, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups_in(item.items)


def rules_of(item: Item) -> Iterator[tuple[str, Rule]]:
    """(field, rule) for each rule the item has."""
    for each in fields(item):
        found = getattr(item, each.name)
        if isinstance(found, Rule):
            yield each.name, found


def rules_in(questionnaire: Questionnaire) -> Iterator[Rule]:
    items: list[Item] = [*questionnaire.questions(), *groups_in(questionnaire.items)]
    for item in items:
        yield from (rule for _, rule in rules_of(item))
