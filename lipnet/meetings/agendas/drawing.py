"""What a page shows of an agenda besides its items."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from lipnet.meetings.agendas.conflicts import DeclaredConflict, conflicts_of
from lipnet.meetings.agendas.consent import (
    PulledItem,
    adopted_at,
    on_consent_agenda,
    pulled_at,
)
from lipnet.meetings.agendas.models import (
    CameBack,
    StandingItem,
    StillOpen,
    length_of,
    still_open_at,
)
from lipnet.meetings.agendas.papers import Paper, papers_of
from lipnet.meetings.agendas.proposals import ProposedItem, proposals_for
from lipnet.meetings.agendas.words import age_words
from lipnet.meetings.models import AgendaItem, Meeting, Motion


@dataclass(frozen=True)
class Drawn:
    """By item: how long it has been open, what it always is, when it begins; and what is open."""

    ages: dict[int, str]
    standing: dict[int, StandingItem]
    begins: dict[int, str]
    planned: int
    ends: str
    length: int | None
    still_open: list[StillOpen]
    papers: dict[int, list[Paper]]
    pulled: dict[int, PulledItem]
    adopted: dict[int, Motion]
    consent: list[AgendaItem]
    conflicts: dict[int, list[DeclaredConflict]]
    proposals: list[ProposedItem]

    @property
    def too_much(self) -> int:
        """How many more minutes are planned than the meeting has."""
        return max(self.planned - self.length, 0) if self.length else 0

    @property
    def arising(self) -> int | None:
        """The item under which what is still open stands, if the body has one."""
        return self._first("arising")

    @property
    def heading(self) -> int | None:
        """The item under which the consent agenda is adopted, if the body has one."""
        return self._first("consent")

    def _first(self, kind: str) -> int | None:
        return next((item for item, row in self.standing.items() if row.kind == kind), None)


def drawn(meeting: Meeting, hidden: frozenset[int] = frozenset()) -> Drawn:
    """Actions still open from items `hidden` from the reader are left out."""
    agenda = meeting.agenda()
    begins, ends = times_of(meeting, agenda)
    rows = StandingItem.select().where(StandingItem.item.in_([item.id for item in agenda]))
    standing = {row.item_id: row for row in rows}
    return Drawn(
        ages=_ages(meeting),
        standing={item.id: standing[item.id] for item in agenda if item.id in standing},
        begins={key: at for key, at in begins.items() if at},
        planned=sum(item.minutes_planned or 0 for item in agenda),
        ends=ends,
        length=length_of(meeting),
        still_open=[
            row for row in still_open_at(meeting) if row.action.agenda_item_id not in hidden
        ],
        papers=papers_of(meeting),
        pulled=pulled_at(meeting),
        adopted=adopted_at(meeting),
        consent=on_consent_agenda(meeting),
        conflicts=conflicts_of(meeting),
        proposals=proposals_for(meeting),
    )


def times_of(meeting: Meeting, agenda: list[AgendaItem]) -> tuple[dict[int, str], str]:
    """When each item begins ("18:45"), and when all are over; "" after an item whose minutes
    nobody planned."""
    at: datetime | None = datetime.fromisoformat(f"{meeting.on.isoformat()}T{meeting.starts_at}")
    begins = {}
    for item in agenda:
        begins[item.id] = _clock(at)
        at = at + timedelta(minutes=item.minutes_planned) if at and item.minutes_planned else None
    return begins, _clock(at) if agenda else ""


def _clock(at: datetime | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _ages(meeting: Meeting) -> dict[int, str]:
    rows = CameBack.select().where((CameBack.meeting == meeting) & CameBack.item.is_null(False))
    return {row.item_id: age_words(row.nth, row.since) for row in rows}
