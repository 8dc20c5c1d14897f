"""Sheets in which each row names the row it stands under: priorities, actions, what shows them.

Pure. Without a word that says what a row is, the topmost is a priority, the next an action, and
what stands under an action tells what there is when it is done.
"""

from lipnet.core.i18n import gettext as _
from lipnet.plans.importing.columns import compared
from lipnet.plans.importing.rows import ERROR, NOTICE, Found, PlanRow

LEVELS = {
    "pillar": ("pillar", "theme", "pilier", "axe", "volet"),
    "priority": ("priority", "goal", "objective", "commitment", "priorite", "but", "objectif",
                 "engagement"),
    "action": ("action", "activity", "task", "milestone", "initiative", "activite", "tache",
               "jalon"),
    "output": ("indicator", "output", "deliverable", "outcome", "result", "measure", "indicateur",
               "extrant", "livrable", "resultat", "mesure"),
}  # fmt: skip
LEVEL_OF = {word: level for level, words in LEVELS.items() for word in words}
BY_DEPTH = ("priority", "action")


def under_each_other(
    rows: list[PlanRow], *, three: bool = False
) -> tuple[list[PlanRow], list[Found]]:
    """The rows that are actions, with what the rows above and below them say; the rest goes. Where
    there are `three` levels, a priority under a priority is a part of it."""
    if not any(row["parent"] for row in rows):
        return rows, []
    return _Tree(rows, three).actions()


class _Tree:
    def __init__(self, rows: list[PlanRow], three: bool):
        self.rows, self.three = rows, three
        self.named = {row["number"]: row for row in rows if row["number"]}
        self.found: list[Found] = []

    def actions(self) -> tuple[list[PlanRow], list[Found]]:
        actions = [row for row in self.rows if self._level(row) == "action"]
        for row in self.rows:
            if row["parent"] and row["parent"] not in self.named:
                wrong = _("No row has the number %(number)s.", number=row["parent"])
                self.found.append(Found(row.cell("parent"), ERROR, wrong))
        for row in actions:
            self._place(row)
        for row in self.rows:
            if self._level(row) == "output":
                self._tell_of(row)
        return actions, self.found

    def _above(self, row: PlanRow) -> list[PlanRow]:
        """The row it stands under, and on to the top; a ring ends where it began."""
        chain: list[PlanRow] = []
        here = self.named.get(row["parent"])
        while here is not None and here is not row and all(here is not one for one in chain):
            chain.append(here)
            here = self.named.get(here["parent"])
        return chain

    def _level(self, row: PlanRow) -> str:
        said = LEVEL_OF.get(compared(row["level"]))
        depth = len(self._above(row))
        return said or (BY_DEPTH[depth] if depth < len(BY_DEPTH) else "output")

    def _place(self, row: PlanRow) -> None:
        chain = [(self._level(other), other) for other in self._above(row)]
        priorities = [other for level, other in chain if level == "priority"]
        for level, other in chain:
            if self.three and level == "priority" and other is not priorities[-1]:
                level = "objective"
            if level in ("pillar", "priority", "objective"):
                for tag, text in other.words("action").items():
                    row.texts.setdefault(f"{level}.{tag}", text)
                    row.at.setdefault(f"{level}.{tag}", other.cell("action"))

    def _tell_of(self, row: PlanRow) -> None:
        """A row under an action is part of what there is when it is done; who leads it and its
        last day are the action's if that has none, or the later of two days."""
        action = next((r for r in self._above(row) if self._level(r) == "action"), None)
        if action is None:
            wrong = _("No action stands above this row, so it is left out.")
            return self.found.append(Found(row.cell("action"), ERROR, wrong))
        for tag, text in row.words("action").items():
            action.put(f"output.{tag}", text, row.cell("action"))
        for column in ("due", "when", "lead"):
            if row[column] and (not action[column] or (column == "due" and _later(row, action))):
                action.texts[column], action.at[column] = row[column], row.at[column]
        wrong = _("This row is taken into what there is when the action above it is done.")
        return self.found.append(Found(row.cell("action"), NOTICE, wrong))


def _later(row: PlanRow, action: PlanRow) -> bool:
    """Days as sheets give them, 2026-12 or 2026-12-01, are later as texts too."""
    return row["due"] > action["due"]
