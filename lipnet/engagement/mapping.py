"""The map: which sectors are involved and how, whom nobody reached this year, and what mends it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from flask import url_for

from lipnet.core import clock, signs
from lipnet.core.i18n import gettext as _
from lipnet.core.involvement import Way, other_ways
from lipnet.core.permissions import may
from lipnet.core.signs import Act
from lipnet.engagement.access import Can
from lipnet.engagement.figures import held_in, reached_in
from lipnet.engagement.models import (
    CommunityLanguage,
    Engagement,
    Partner,
    PopulationGroup,
    language_called,
    names_of,
)
from lipnet.groups.models import Appointment, Body, Seat, vacant_seats
from lipnet.people.models import SECTORS, Organisation, Person

NOT_SOUGHT = ("funder", "other")


@dataclass
class SectorRow:
    """One sector: its organisations, and of each way how many are involved by it."""

    sector: str
    name: str
    organisations: list[Organisation]
    counts: dict[str, int] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)

    @property
    def is_involved(self) -> bool:
        return any(self.counts.values())

    @property
    def is_gap(self) -> bool:
        return not self.is_involved and self.sector not in NOT_SOUGHT


class WantedRow(NamedTuple):
    """A language or population of the community: reached, planned or nobody; what mends it."""

    name: str
    state: str
    act: Act | None


@dataclass(frozen=True)
class StakeholderMap:
    year: int
    ways: list[tuple[str, object]]
    sectors: list[SectorRow]
    by_organisation: dict[int, set[str]]
    languages: list[WantedRow]
    populations: list[WantedRow]

    @property
    def gaps(self) -> list[SectorRow]:
        return [row for row in self.sectors if row.is_gap]

    @property
    def missed(self) -> list[WantedRow]:
        return [row for row in (*self.languages, *self.populations) if row.state == "nobody"]


def stakeholder_map(fiscal_year: int, person) -> StakeholderMap:
    """Drawn for `person`, who is offered only the acts that are theirs; queries do not grow with
    rows."""
    held, others = held_in(fiscal_year), other_ways()
    seated, seats_of_sector = _seated()
    partners = _partners(held)
    involved = {"sits": seated, "partner": partners}
    involved |= {way.key: way.organisations(fiscal_year) for way in others}
    sectors = _sectors(involved, seats_of_sector, person)
    languages, populations = _wanted(fiscal_year, held, person)
    return StakeholderMap(
        fiscal_year, _named(others), sectors, _by_organisation(involved), languages, populations
    )


def _named(others: list[Way]) -> list[tuple[str, object]]:
    own = [("sits", _("Sits on a group")), ("partner", _("Partner in an engagement"))]
    return [*own, *((way.key, way.label) for way in others)]


def _seated() -> tuple[set[int], dict[str, int]]:
    """The organisations that sit on a group today, and how many people sit for each sector who
    come from no organisation."""
    today = clock.today()
    rows = (
        Appointment.select(Appointment.person, Person.organisation, Seat.sector)
        .join(Seat)
        .join(Body)
        .switch(Appointment)
        .join(Person)
        .where(
            Body.dissolved_on.is_null(),
            Seat.removed_on.is_null() | (Seat.removed_on > today),
            Appointment.from_on <= today,
            Appointment.to_on >= today,
            Appointment.ended_on.is_null() | (Appointment.ended_on > today),
        )
    ).tuples()
    alone: dict[str, set[int]] = defaultdict(set)
    organisations = set()
    for person, organisation, sector in rows:
        if organisation:
            organisations.add(organisation)
        else:
            alone[sector].add(person)
    return organisations, {sector: len(people) for sector, people in alone.items()}


def _partners(held: list[Engagement]) -> set[int]:
    ids = [one.id for one in held]
    rows = Partner.select(Partner.organisation).where(Partner.engagement.in_(ids)).tuples()
    return {number for (number,) in rows if number} | {o.organiser_id for o in held if o.organiser}


def _sectors(involved: dict[str, set[int]], alone: dict[str, int], person) -> list[SectorRow]:
    of_sector: dict[str, list[Organisation]] = {sector: [] for sector in SECTORS}
    for organisation in Organisation.present():
        of_sector[organisation.sector].append(organisation)
    names = names_of("sector")
    rows = [SectorRow(sector, names[sector], found) for sector, found in of_sector.items()]
    for row in rows:
        here = {organisation.id for organisation in row.organisations}
        row.counts = {key: len(here & numbers) for key, numbers in involved.items()}
        row.counts["sits"] += alone.get(row.sector, 0)
    _offer(rows, person)
    return [row for row in rows if row.sector not in NOT_SOUGHT or row.organisations]


def _offer(rows: list[SectorRow], person) -> None:
    gaps = [row for row in rows if row.is_gap]
    if not gaps:
        return
    council = next((body for body in Body.standing() if body.kind == "council"), None)
    empty = vacant_seats(council, clock.today()) if council else []
    for row in gaps:
        row.acts = [act for act in (_seat(row, council, empty, person), _plan(person)) if act]


def _seat(row: SectorRow, council: Body | None, empty: list[Seat], person) -> Act | None:
    """Fill the seat this sector has, or give it one."""
    seat = next((seat for seat in empty if seat.sector == row.sector), None)
    if seat is not None:
        return signs.remedy_for("empty_seat", seat, person)
    if council is None or not may(person, Can.LOG):
        return None
    url = url_for("groups.add_seat", slug=council.slug, sector=row.sector)
    return Act(_("Offer a seat"), url)


def _plan(person, **begun) -> Act | None:
    if not may(person, Can.LOG):
        return None
    return Act(_("Plan an engagement"), url_for("engagement.new", **begun))


def _wanted(
    fiscal_year: int, held: list[Engagement], person
) -> tuple[list[WantedRow], list[WantedRow]]:
    reached = reached_in(held).values()
    spoken = {key for counts in reached for key in counts["language"]}
    spoken |= {tag for one in held for tag in one.languages}
    met = {key for counts in reached for key in counts["population"]}
    planned = {tag for one in _to_come() for tag in one.languages}
    languages = [
        WantedRow(language_called(tag), state, None if state == "reached" else act)
        for tag in CommunityLanguage.tags()
        for state, act in [(_state(tag, spoken, planned), _plan(person, language=tag))]
    ]
    populations = [
        WantedRow(names, state, None if state == "reached" else act)
        for code, names in _populations()
        for state, act in [(_state(code, met, ()), _plan(person, population=code))]
    ]
    return languages, populations


def _to_come() -> list[Engagement]:
    later = Engagement.from_on > clock.today()
    return list(Engagement.select(Engagement.languages).where(later))


def _populations() -> list[tuple[str, str]]:
    named = names_of("population")
    return [(row.code, named[row.code]) for row in PopulationGroup.in_use()]


def _state(key: str, reached: Iterable[str], planned: Iterable[str]) -> str:
    if key in reached:
        return "reached"
    return "planned" if key in planned else "nobody"


def _by_organisation(involved: dict[str, set[int]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for key, numbers in involved.items():
        for number in numbers:
            found[number].add(key)
    return dict(found)
