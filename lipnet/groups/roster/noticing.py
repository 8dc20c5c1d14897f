"""What is noticed while a roster is brought in, and what is counted: one for all of its parts."""

from collections import Counter

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy, worded
from lipnet.groups.roster.codes import Codes
from lipnet.groups.roster.days import Days
from lipnet.groups.roster.known import Known
from lipnet.groups.roster.rows import Found, RosterRow

READ_SO = {
    True: lazy(
        "The days of this column are read with the day first, as the sheet shows in cell "
        "%(cell)s: %(text)s."
    ),
    False: lazy(
        "The days of this column are read with the month first, as the sheet shows in cell "
        "%(cell)s: %(text)s."
    ),
}


class Noticing:
    """Shared by those who bring in people, groups and seats.

    `anew`: what the sheet says otherwise of what is known is taken from the sheet.
    """

    def __init__(self, rows: list[RosterRow], by, *, anew: bool):
        self.rows, self.by, self.anew = rows, by, anew
        self.new, self.found = Counter(), []
        self.known, self.codes, self.days = Known(), Codes(), Days(rows)
        self.spoken = "fr" if i18n.language().tag == "fr" else "en"
        self._tell_orders()

    def find(self, row: RosterRow, column: str, severity: str, wrong: str) -> None:
        found = Found(row.cell(column), severity, wrong)
        if found not in self.found:
            self.found.append(found)

    def tell(self, row: RosterRow, column: str, here: str) -> None:
        """The sheet says something else than what stands here."""
        text = _("Here it says: %(text)s", text=here) if here else _("Nothing is written here yet.")
        self.find(row, column, "notice", text)

    def words(self, row: RosterRow, column: str) -> dict[str, str]:
        """Who works in French brings in French names, where the sheet does not say the language."""
        return row.words(column, self.spoken)

    def answer(self, row: RosterRow, column: str) -> bool | None:
        """Yes or no; None, and a finding, for anything else."""
        answer = self.codes.answer(row[column]) if row[column] else None
        if answer is None and row[column]:
            text = _("%(text)s is neither yes nor no. It is not used.", text=row[column])
            self.find(row, column, "warning", text)
        return answer

    def sector(self, row: RosterRow, column: str) -> str | None:
        """None where the sheet is silent; Other, and a finding, for a word that is no sector."""
        if not row[column]:
            return None
        code = self.codes.sector(row[column])
        if code is None:
            text = _("%(text)s is no sector here; Other is taken.", text=row[column])
            self.find(row, column, "warning", text)
        return code or "other"

    def _tell_orders(self) -> None:
        for column, order in self.days.told():
            first = next(row for row in self.rows if row[column])
            cell, day = order.row.cell(order.column), order.row[order.column]
            text = worded(READ_SO[order.day_first], cell=straight(cell), text=straight(day))
            self.find(first, column, "notice", text)


def straight(text: str) -> str:
    """A day or a cell in the middle of an Arabic sentence is not turned around."""
    return f"\u2066{text}\u2069"
