"""The cells that hold rules: read, checked against the items, repaired where it is plain how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lipnet.questionnaire.checks import doubts, faults
from lipnet.questionnaire.expressions import ExpressionError, Node, parse
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.model import Question, Rule
from lipnet.questionnaire.xlsform.drafts import Desk, DraftGroup, DraftQuestion

STRAIGHT = str.maketrans({"‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'"})
STRAIGHT |= str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
Draft = DraftQuestion | DraftGroup
Paths = Mapping[str, tuple[Draft, ...]]  # question -> its groups, outermost first, and itself


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a rule stands, and whose it is."""

    field: str
    row: int
    column: int
    question: Question | None


class Rules:
    """Every rule of a sheet by the row and the name of its item and its field."""

    def __init__(self, desk: Desk, paths: Paths) -> None:
        self.desk = desk
        self.known = Known(
            questions=desk.names,
            groups=desk.groups,
            rejected=desk.rejected,
            codes={name: set(desk.codes(name)) for name in desk.lists},
            columns=desk.columns(),
            computed={name for name, path in paths.items() if "calculation" in path[-1].rules},
            repeated={name for name, path in paths.items() if any(map(is_repeat, path))},
        )

    def read_all(self, drafts: Iterator[Draft]) -> dict[int, dict[str, Rule]]:
        """id(draft) -> field -> rule."""
        return {id(draft): self.read_draft(draft) for draft in drafts}

    def read_draft(self, draft: Draft) -> dict[str, Rule]:
        question = draft.question if isinstance(draft, DraftQuestion) else None
        found: dict[str, Rule] = {}
        for field, (written, column) in draft.rules.items():
            rule = self.read(written, Cell(field, draft.row, column, question))
            if rule is not None:
                found[field] = rule
        return found

    def read(self, written: str, cell: Cell) -> Rule | None:
        """The rule, or None: then why not is among the findings."""
        tree = self.parsed(written, cell)
        if tree is None:
            return None
        tree = at_the_moment(tree, self.desk)
        wrong = list(faults(tree, cell.field, cell.question, self.known))
        for fault in wrong:
            self.note("error", cell, fault.code, **fault.particulars)
        if wrong:
            return None
        for fault in doubts(tree, cell.field, self.known, cell.question):
            self.note("warning", cell, fault.code, **fault.particulars)
        return Rule(written.translate(STRAIGHT) if not parses(written) else written, tree)

    def parsed(self, written: str, cell: Cell) -> Node | None:
        try:
            return parse(written)
        except ExpressionError as error:
            straight = written.translate(STRAIGHT)
            if straight != written and parses(straight):
                self.note("warning", cell, "rule_quotes_straightened")
                return parse(straight)
            self.note("error", cell, error.code, at=error.at, found=error.found)
            return None

    def note(self, severity: str, cell: Cell, code: str, **particulars: object) -> None:
        notebook, sheet = self.desk.notebook, self.desk.table.name
        write = notebook.error if severity == "error" else notebook.warning
        write(sheet, cell.row, cell.column, code, field=cell.field, **particulars)


def is_repeat(draft: Draft) -> bool:
    return isinstance(draft, DraftGroup) and draft.is_repeat


def parses(written: str) -> bool:
    try:
        parse(written)
    except ExpressionError:
        return False
    return True


def at_the_moment(tree: Node, desk: Desk) -> Node:
    """${start}, ${end} and ${today} name rows that are not kept: now() and today() say the same."""
    if tree.kind == "answer" and tree.value in desk.moments and tree.value not in desk.names:
        return Node("call", desk.moments[str(tree.value)], tree.at)
    if not tree.parts:
        return tree
    return replace(tree, parts=tuple(at_the_moment(part, desk) for part in tree.parts))
