"""Finding in a plan: by status, lead, priority, quarter and words; in one order or another."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.plans.models import STATUS_NAMES, STATUSES
from lipnet.plans.viewing.quarters import quarter_of
from lipnet.plans.viewing.rows import Row, Whole

LATE = "late"
NOBODY = "nobody"
NO_DAY = "none"
LAST = date.max


@dataclass(frozen=True)
class Sought:
    """What somebody asks of a plan; whatever is empty asks for nothing."""

    words: str = ""
    status: str = ""
    lead: str = ""
    priority: str = ""
    quarter: str = ""
    sort: str = ""
    down: bool = False

    @property
    def is_everything(self) -> bool:
        return replace(self, sort="", down=False) == Sought()

    def asked(self) -> dict[str, str]:
        """The same as the end of an address."""
        said = {
            "q": self.words,
            "status": self.status,
            "lead": self.lead,
            "priority": self.priority,
            "quarter": self.quarter,
            "sort": self.sort,
            "down": "yes" if self.down else "",
        }
        return {name: value for name, value in said.items() if value}

    def sorted_by(self, column: str) -> dict[str, str]:
        """The address that sorts by `column`, and turns round what is sorted by it already."""
        return replace(self, sort=column, down=self.sort == column and not self.down).asked()


def sought_in(said) -> Sought:
    """What the address asks for; what nobody offered asks for nothing."""
    sort = said.get("sort", "")
    return Sought(
        said.get("q", "").strip()[:200],
        *(said.get(name, "")[:40] for name in ("status", "lead", "priority", "quarter")),
        sort if sort in ORDERS else "",
        bool(said.get("down")),
    )


def found(whole: Whole, sought: Sought) -> list[Row]:
    parts = folded(sought.words).split()
    rows = [row for row in whole.rows if _fits(row, sought) and _holds(row, parts)]
    if sought.sort:
        rows.sort(key=ORDERS[sought.sort], reverse=sought.down)
    return rows


def choices(whole: Whole) -> dict[str, list[tuple[str, str]]]:
    """What there is to choose from: only what would find something."""
    rows = whole.rows
    statuses = [(key, str(STATUS_NAMES[key])) for key in STATUSES if key in whole.counts]
    priorities = {str(row.priority.id): plain(row.priority.title) for row in rows}
    leads = {key_of(lead): plain(lead.name) for row in rows for lead in row.leads()}
    by_name = sorted(leads.items(), key=lambda pair: folded(pair[1]))
    return {"status": statuses, "lead": by_name, "priority": list(priorities.items())}


def key_of(lead) -> str:
    """A lead as it stands in an address: body-3, organisation-7, person-1."""
    return f"{lead._meta.table_name}-{lead.id}"


def lead_words(row: Row) -> str:
    return folded(" ".join(plain(lead.name) for lead in row.leads()))


def _fits(row: Row, sought: Sought) -> bool:
    return (
        (row.is_late if sought.status == LATE else sought.status in ("", row.status))
        and sought.priority in ("", str(row.priority.id))
        and _is_due(row, sought.quarter)
        and _is_led(row, sought.lead)
    )


def _is_due(row: Row, quarter: str) -> bool:
    if not quarter:
        return True
    return quarter == (str(quarter_of(row.due)) if row.due else NO_DAY)


def _is_led(row: Row, lead: str) -> bool:
    leads = [key_of(one) for one in row.leads()]
    return not lead or (not leads if lead == NOBODY else lead in leads)


def _holds(row: Row, parts: list[str]) -> bool:
    """Whether every word stands in it: in any language, as its number, or as who leads it."""
    if not parts:
        return True
    action = row.action
    said = (*action.text.values(), *action.output.values(), str(row.number), lead_words(row))
    words = folded(" ".join(said))
    return all(part in words for part in parts)


ORDERS: dict[str, Callable[[Row], tuple]] = {
    "number": lambda row: (row.number,),
    "priority": lambda row: (row.priority.pillar.position, row.priority.position, row.number),
    "lead": lambda row: (lead_words(row), row.number),
    "due": lambda row: (row.due or LAST, row.number),
    "status": lambda row: (STATUSES.index(row.status), row.number),
}
