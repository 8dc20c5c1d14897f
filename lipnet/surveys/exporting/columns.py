"""Which columns the answers of a version have, and each answer laid out in them.

One column for each question in document order; of several choices one with the codes and one for
each option; of a ranking one for each place; of a household one for each member. What is no longer
asked comes last. First of all stand the day, the language, the mode and the version.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from lipnet.questionnaire import Placed, Question, Questionnaire
from lipnet.surveys.exporting.cells import Cells, Part, ToCells
from lipnet.surveys.exporting.reading import Answered

ABOUT = ("day", "language", "mode", "version")
NOT_ASKED = ""
MOST_KEPT, LONGEST_KEPT = 500, 60  # answers of a question; letters, or choices
TELLS_WHO = ("identity", "draw_contact")


@dataclass(frozen=True)
class Column:
    """One column. `question` is None for those about all of it, and for the number of members.

    name: what the column is called, unique: "ways", "ways/bus", "order/1", "age[2]".
    """

    name: str
    question: Question | None = None
    part: Part = Part()
    member: int | None = None
    about: str = ""  # one of ABOUT, or the name of a repeat


class Field(NamedTuple):
    """A question, what it was called before, what makes its cells, and those made already."""

    name: str
    aliases: tuple[str, ...]
    to_cells: ToCells
    kept: dict[Hashable, Cells]


@dataclass(frozen=True)
class Section:
    """Questions that stand together: those of a repeat for each of its members, or the others."""

    repeat: str
    size: int
    fields: tuple[Field, ...]

    def write(self, row: list[Any], document: Mapping[str, Any]) -> None:
        """Append its cells to the row."""
        if not self.repeat:
            return _write(row, self.fields, document)
        told = document.get(self.repeat)
        members = told if isinstance(told, list) else []
        row.append("" if told is None else len(members))
        for at in range(self.size):
            _write(row, self.fields, members[at] if at < len(members) else {})
        return None


def _write(row: list[Any], fields: tuple[Field, ...], document: Mapping[str, Any]) -> None:
    """Once for every answer of every person: the shortest way there is."""
    get = document.get
    for name, aliases, to_cells, kept in fields:
        answer = get(name, NOT_ASKED)
        if aliases and answer == NOT_ASKED:
            answer = next((document[each] for each in aliases if each in document), NOT_ASKED)
        if answer.__class__ is str:
            row += kept.get(answer) or _made(to_cells, answer, answer, kept)
        elif answer.__class__ is list:
            key = tuple(answer)
            row += kept.get(key) or _made(to_cells, answer, key, kept)
        else:
            row += to_cells(answer)


def _made(to_cells: ToCells, answer: Any, key: Any, kept: dict[Hashable, Cells]) -> Cells:
    """Its cells; what many say is made once. Numbers are not kept: 1 and 1.0 are one key."""
    cells = to_cells(answer)
    if len(kept) < MOST_KEPT and len(key) <= LONGEST_KEPT:
        kept[key] = cells
    return cells


@dataclass(frozen=True)
class Layout:
    """The columns, and what fills them."""

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    about: Mapping[str, Mapping[str, str]]  # "language" and "mode": code -> what is written
    version: int

    def row(self, answered: Answered) -> list[Any]:
        language, mode = self.about["language"], self.about["mode"]
        row = [
            answered.day,
            language.get(answered.language, answered.language),
            mode.get(answered.mode, answered.mode),
            self.version,
        ]
        for section in self.sections:
            section.write(row, answered.answers)
        return row


def laid_out(
    questionnaire: Questionnaire,
    maker,
    members: Mapping[str, int],
    *,
    number: int,
    about: Mapping[str, Mapping[str, str]],
    with_identity: bool,
) -> Layout:
    """maker: question -> (its parts, what makes its cells). members: repeat -> how many at most."""
    wanted = [*questionnaire.placed(), *(Placed(each) for each in questionnaire.removed)]
    asked = [each for each in wanted if _is_kept(each.question, with_identity)]
    columns = [Column(f"_{name}", about=name) for name in ABOUT]
    sections = []
    for repeat, placed in groupby(asked, lambda each: each.repeat.name if each.repeat else ""):
        made = [(each.question, *maker(each.question)) for each in placed]
        size = members.get(repeat, 0)
        fields = [Field(each.name, each.aliases, to_cells, {}) for each, _parts, to_cells in made]
        sections.append(Section(repeat, size, tuple(fields)))
        columns += _columns(repeat, size, [(asked, parts) for asked, parts, _ in made])
    return Layout(_unique(columns), tuple(sections), about, number)


def _is_kept(question: Question, with_identity: bool) -> bool:
    return question.type != "note" and (with_identity or question.role not in TELLS_WHO)


def _columns(repeat: str, size: int, made: list[tuple[Question, tuple[Part, ...]]]):
    if not repeat:
        return [Column(_name(q, part, None), q, part) for q, parts in made for part in parts]
    return [
        Column(repeat, about=repeat),
        *(
            Column(_name(question, part, at), question, part, at)
            for at in range(1, size + 1)
            for question, parts in made
            for part in parts
        ),
    ]


def _name(question: Question, part: Part, member: int | None) -> str:
    whole = question.name if member is None else f"{question.name}[{member}]"
    return f"{whole}/{part.which}" if part.kind else whole


def _unique(columns: list[Column]) -> tuple[Column, ...]:
    """A name that was there before gets a line more: a question may be called _day."""
    taken: set[str] = set()
    found = []
    for each in columns:
        name = each.name
        while name in taken:
            name += "_"
        taken.add(name)
        found.append(each if name == each.name else Column(**{**vars(each), "name": name}))
    return tuple(found)
