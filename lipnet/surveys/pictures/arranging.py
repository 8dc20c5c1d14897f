"""Which picture suits which questions: what shares a scale is drawn together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lipnet.questionnaire import Placed, Question, Questionnaire, Texts, pieces, plain
from lipnet.surveys.pictures import of_table, scales
from lipnet.surveys.pictures.bars import caption_of
from lipnet.surveys.pictures.shapes import Picture, Words
from lipnet.surveys.results import Results, Table

LIKERT = "likert"
# How workbooks that know no kinds of options call what is on no scale.
BESIDE = frozenset({"dont_know", "do_not_know", "dk", "prefer_not", "pns", "no_answer", "refused",
                    "na", "not_applicable", "other"})  # fmt: skip
MOST_ON_A_SCALE = 7  # a longer list that questions share is a list of things


@dataclass(frozen=True)
class Arranged:
    """Tables of one picture. scale: the codes of its options in order, None if they have none.

    name: the question's, or the group's where several questions are drawn together.
    """

    name: str
    caption: Words
    tables: tuple[Table, ...]
    scale: tuple[str, ...] | None = None

    @property
    def is_matrix(self) -> bool:
        return len(self.tables) > 1

    @property
    def picture(self) -> Picture:
        if self.is_matrix:
            return scales.matrix(self.tables, self.scale or (), self.name, self.caption)
        return of_table(self.tables[0], self.scale)


def arranged(questionnaire: Questionnaire, tables: Sequence[Table]) -> list[Arranged]:
    """Every table once, in the order of the questionnaire."""
    places = {placed.question.name: placed for placed in questionnaire.placed()}
    runs = groupby(tables, key=lambda table: _shared(places[table.name], table))
    found, names = [], set()
    for shared, run in runs:
        for each in _of_run(questionnaire, list(run), places, shared):
            found.append(each if each.name not in names else _renamed(each, names))
            names.add(found[-1].name)
    return found


def asked_for(results: Results, questionnaire: Questionnaire, name: str) -> Arranged | None:
    """The picture of that name, or of one question that is drawn with others."""
    every = arranged(questionnaire, results.questions)
    found = next((each for each in every if each.name == name), None)
    table = results.question(name)
    if found or table is None:
        return found
    return _alone(questionnaire, table, questionnaire.question(name), in_matrix=True)


def _shared(placed: Placed, table: Table) -> tuple[str, ...]:
    """The same for questions of one group with one list; of its own for any other."""
    question = placed.question
    if question.type != "select_one" or not placed.groups:
        return ("alone", question.name)
    return ("matrix", *(group.name for group in placed.groups), question.list_name)


def _of_run(questionnaire, tables: list[Table], places, shared) -> Iterator[Arranged]:
    first = places[tables[0].name]
    scale = _codes(questionnaire, first.question)
    if len(tables) > 1 and 2 <= len(scale) <= MOST_ON_A_SCALE:
        group = first.groups[-1]
        caption = _bare(group.label) if any(group.label.values()) else group.name
        yield Arranged(group.name, caption, tuple(tables), scale)
        return
    for table in tables:
        yield _alone(questionnaire, table, places[table.name].question)


def _alone(
    questionnaire: Questionnaire, table: Table, question: Question, *, in_matrix: bool = False
) -> Arranged:
    on_scale = question.type == "select_one" and (in_matrix or LIKERT in question.appearance)
    scale = _codes(questionnaire, question) if on_scale else None
    return Arranged(table.name, caption_of(table), (table,), scale)


def _codes(questionnaire: Questionnaire, question: Question) -> tuple[str, ...]:
    """The options that are on the scale: "I do not know" and "other" stand beside it."""
    choices = questionnaire.choices_of(question)
    return tuple(c.code for c in choices if not c.kind and c.code not in BESIDE)


def _renamed(each: Arranged, taken: set[str]) -> Arranged:
    """A group may hold two scales, and a question may be called like a group."""
    number = next(n for n in range(2, len(taken) + 3) if f"{each.name}-{n}" not in taken)
    return Arranged(f"{each.name}-{number}", each.caption, each.tables, each.scale)


def _bare(texts: Texts) -> dict[str, str]:
    """The heading of a group without markup; "…" where an answer would have stood."""
    parts = {tag: pieces(text) for tag, text in texts.items()}
    return {
        tag: " ".join(plain("".join("…" if p.is_answer else p.text for p in each)).split())
        for tag, each in parts.items()
    }
