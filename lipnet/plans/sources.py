"""What the plan can be made from: decisions, action items, findings and nominees' wishes that are
not in it. However many there are, they cost the same few queries; only links that touch them are
read, never all that were ever made."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import peewee

from lipnet.core import clock, thread
from lipnet.core.permissions import may
from lipnet.core.thread import Because, Kind, Ref
from lipnet.evidence.models import Finding
from lipnet.groups.models import Body
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Decision, Meeting
from lipnet.nominations.access import Can as Calls
from lipnet.nominations.access import is_shown
from lipnet.nominations.models import Call, Nomination
from lipnet.people.models import Organisation, Person
from lipnet.plans.brought_in import brought_in, links_of, motions_of, put_back
from lipnet.plans.compiling.models import ChosenSource, PlanChoice, PutBack
from lipnet.plans.models import PlanAction, first_day, last_day

KINDS = ("decision", "action_item", "finding", "nomination")


class Span(NamedTuple):
    """Which days are looked at, and whose meetings and calls: of every body if none is named."""

    first: date
    last: date
    bodies: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Source:
    """One record a plan action may rest on; `because_of` are the records it rests on itself."""

    record: peewee.Model
    kind: Kind
    key: str
    because_of: "list[Source]" = field(default_factory=list)
    over: thread.Overtaken | None = None  # of what one of these rests on, if it holds no more

    @property
    def name(self) -> Ref:
        return thread.ref(self.record)

    @property
    def title(self) -> Any:
        return self.kind.title(self.record)

    @property
    def said(self) -> str:
        """The words of a nominee, which the title does not hold."""
        return self.record.interests if isinstance(self.record, Nomination) else ""

    @property
    def on(self) -> Any:
        return self.kind.on(self.record)

    @property
    def url(self) -> str | None:
        return self.kind.url(self.record)

    @property
    def is_theme(self) -> bool:
        """Whether it is what answers in people's own words were sorted under."""
        return getattr(self.record, "basis", "") == "theme"

    @property
    def body(self) -> Any:
        """The name of the body that decided it, for what comes from a meeting."""
        meeting = getattr(self.record, "meeting", None)
        return meeting.body.name if meeting else None


class Named(NamedTuple):
    """A source for which minutes name `actions` already; `again` if it waits all the same."""

    source: Source
    actions: list[PlanAction]
    again: PutBack | None


def not_in_the_plan(fiscal_year: int, person) -> list[Source]:
    """The year's sources on which no plan action rests."""
    return waiting(Span(first_day(fiscal_year), last_day(fiscal_year)), person)


def waiting(span: Span, person) -> list[Source]:
    """The sources of the span that are in no plan and not set aside, by kind and day."""
    return looked_at(span, person)[0]


def looked_at(span: Span, person) -> tuple[list[Source], list[Named]]:
    """Those that wait, and those that count as done since minutes name an action for them (or did,
    and were put back among those that wait)."""
    found = [*_decided(span), *_taken_on(span), *_found(span), *_wished(span, person)]
    named = {thread.ref(record): _names_of(record, earlier) for record, earlier in found}
    records = [record for record, _ in found]
    tied, went = brought_in(set().union(*named.values()), motions_of(records))
    again, gone = put_back(set(named)), tied | _set_aside(set(named))
    left = {name for name, names in named.items() if gone.isdisjoint(names)}
    done = {name: _went_to(names, went) for name, names in named.items() if name in left}
    shown = _as_sources([row for row in records if thread.ref(row) in left], person)
    return (
        [source for source in shown if not done[source.name] or source.name in again],
        [
            Named(source, done[source.name], again.get(source.name))
            for source in shown
            if done[source.name]
        ],
    )


def named_for(record: peewee.Model) -> tuple[list[PlanAction], PutBack | None]:
    """The actions that minutes name for one record; whether it waits all the same."""
    earlier = record.earlier if isinstance(record, Finding) else []
    name, names = thread.ref(record), _names_of(record, [row.id for row in earlier])
    went = brought_in(names, motions_of([record])).named
    return _went_to(names, went), put_back({name}).get(name)


def from_keys(keys: list[str], person) -> list[Source]:
    """The sources named "decision:5", "finding:3" ... that exist and `person` may see."""
    refs = [Ref(*key.split(":", 1)) for key in dict.fromkeys(keys) if ":" in key]
    return [
        source_of(record, person)
        for record in (_load(ref) for ref in refs if ref.kind in KINDS and ref.id.isdecimal())
        if record is not None
        and thread.kind(record._meta.table_name).may_see(person, record)
        and not getattr(record, "is_withdrawn", False)
        and may_be_planned(record)
    ]


def may_be_planned(record: peewee.Model) -> bool:
    """What a nominee wants to work on is planned only if members may read it."""
    return not isinstance(record, Nomination) or is_told(record)


def is_told(nomination: Nomination) -> bool:
    return is_shown(nomination) and "interests" in nomination.published


def source_of(record: peewee.Model, person) -> Source:
    return _as_sources([record], person)[0]


def _as_sources(records: list[peewee.Model], person) -> list[Source]:
    behind = _behind([thread.ref(record) for record in records], person)
    return [
        Source(record, thread.kind(name.kind), f"{name.kind}:{name.id}", behind.get(name, []))
        for record in records
        if (name := thread.ref(record)) and thread.kind(name.kind).may_see(person, record)
    ]


def _behind(names: list[Ref], person) -> dict[Ref, list[Source]]:
    """What each rests on, as far as `person` may see it: one query for the links, one a kind."""
    links = links_of(names, Because.from_kind, Because.from_id)
    known = thread.records({Ref(link.to_kind, link.to_id) for link in links})
    behind: dict[Ref, list[Source]] = {}
    over = thread.overtaken(known)
    for link in links:
        record = known.get(Ref(link.to_kind, link.to_id))
        kind = thread.kinds().get(link.to_kind)
        if record is not None and kind is not None and kind.may_see(person, record):
            here = Ref(link.from_kind, link.from_id)
            source = Source(record, kind, "", over=over.get(thread.ref(record)))
            behind.setdefault(here, []).append(source)
    return behind


def _load(ref: Ref):
    kind = thread.kinds().get(ref.kind)
    return kind.load(ref.id) if kind else None


def _set_aside(names: set[Ref]) -> set[Ref]:
    rows = ChosenSource.select(ChosenSource.kind, ChosenSource.record_id).join(PlanChoice)
    rows = rows.where(PlanChoice.verb == "set_aside", PlanChoice.undone_at.is_null())
    rows = rows.where(ChosenSource.kind.in_({name.kind for name in names} or {""}))
    return {Ref(row.kind, row.record_id) for row in rows} & names


def _names_of(record: peewee.Model, earlier: Iterable[int]) -> set[Ref]:
    """The record, and of a finding also those it corrects: what rests on one rests on it."""
    return {thread.ref(record), *(Ref("finding", str(key)) for key in earlier)}


def _decided(span: Span):
    return [(row, ()) for row in _of_meetings(Decision, span).order_by(Meeting.on, Decision.id)]


def _taken_on(span: Span):
    rows = (
        _of_meetings(ActionItem, span)
        .select_extend(Person, Organisation)
        .join_from(ActionItem, Person, peewee.JOIN.LEFT_OUTER, on=ActionItem.owner, attr="owner")
        .join_from(ActionItem, Organisation, peewee.JOIN.LEFT_OUTER)
        .where(ActionItem.done_on.is_null())
    )
    return [(row, ()) for row in rows.order_by(Meeting.on, ActionItem.id)]


def _of_meetings(model, span: Span) -> peewee.ModelSelect:
    rows = model.select(model, Meeting, Body).join(Meeting).join(Body)
    rows = rows.where(Meeting.on.between(span.first, span.last))
    return rows.where(Meeting.body.in_(span.bodies)) if span.bodies else rows


def _went_to(names: set[Ref], went: dict[Ref, list[PlanAction]]) -> list[PlanAction]:
    actions = {action.id: action for name in names for action in went.get(name, ())}
    return sorted(actions.values(), key=lambda action: (action.number, action.id))


def _found(span: Span):
    rows = Finding.standing().where(Finding.found_on.between(span.first, span.last))
    found = list(rows.order_by(Finding.found_on, Finding.id))
    earlier = {row.id: [row.corrects_id] for row in found if row.corrects_id}
    edge = {row.corrects_id: row.id for row in found if row.corrects_id}
    while edge:
        rows = Finding.select(Finding.id, Finding.corrects).where(Finding.id.in_(list(edge)))
        edge = {row.corrects_id: edge[row.id] for row in rows if row.corrects_id}
        for corrected, latest in edge.items():
            earlier[latest].append(corrected)
    return [(row, earlier.get(row.id, ())) for row in found]


def _wished(span: Span, person):
    """What nominees who stand want to work on, if they agreed that the partnership may read it."""
    if not may(person, Calls.MANAGE_CALLS):
        return []
    rows = (
        Nomination.select(Nomination, Person, Call, Body)
        .join_from(Nomination, Person, on=Nomination.nominee, attr="nominee")
        .join_from(Nomination, Call)
        .join_from(Call, Body)
        .where(Nomination.made_at.between(*_moments(span)), Nomination.interests != "")
        .where(Nomination.accepted_at.is_null(False), Nomination.withdrawn_at.is_null())
        .where(Nomination.forgotten_at.is_null())
    )
    rows = rows.where(Call.body.in_(span.bodies)) if span.bodies else rows
    return [(row, ()) for row in rows.order_by(Nomination.made_at) if is_told(row)]


def _moments(span: Span) -> tuple[datetime, datetime]:
    """From the first day to the end of the last, where the partnership is."""
    zone = clock.local_zone()
    after = span.last + timedelta(days=1)
    return (
        datetime.combine(span.first, time(), zone),
        datetime.combine(after, time(), zone) - timedelta(microseconds=1),
    )
