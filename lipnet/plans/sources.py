"""What the plan can be made from: decisions, action items and findings not yet in it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import peewee

from lipnet.core import thread
from lipnet.core.thread import Because, Kind, Ref
from lipnet.evidence.models import Finding
from lipnet.meetings.models import ActionItem, Decision, Meeting
from lipnet.plans.models import first_day, last_day

KINDS = ("decision", "action_item", "finding")


@dataclass(frozen=True)
class Source:
    """One record a plan action may rest on; `behind` are the records it rests on itself."""

    record: peewee.Model
    kind: Kind
    key: str
    because_of: "list[Source]"

    @property
    def title(self) -> Any:
        return self.kind.title(self.record)

    @property
    def on(self) -> Any:
        return self.kind.on(self.record)

    @property
    def url(self) -> str | None:
        return self.kind.url(self.record)

    @property
    def body(self) -> Any:
        """The name of the body that decided it, for what comes from a meeting."""
        meeting = getattr(self.record, "meeting", None)
        return meeting.body.name if meeting else None


def not_in_the_plan(fiscal_year: int, person) -> list[Source]:
    """The year's decisions, open action items and findings on which no plan action rests."""
    covered = _covered_by_actions()
    records = (*_decided(fiscal_year), *_taken_on(fiscal_year), *_found(fiscal_year))
    return [
        source_of(record, person)
        for record in records
        if covered.isdisjoint(_names_of(record))
        and thread.kind(record._meta.table_name).may_see(person, record)
    ]


def from_keys(keys: list[str], person) -> list[Source]:
    """The sources named "decision:5", "finding:3" ... that exist and `person` may see."""
    refs = [Ref(*key.split(":", 1)) for key in dict.fromkeys(keys) if ":" in key]
    return [
        source_of(record, person)
        for record in (_load(ref) for ref in refs if ref.kind in KINDS)
        if record is not None
        and thread.kind(record._meta.table_name).may_see(person, record)
        and not getattr(record, "is_withdrawn", False)
    ]


def source_of(record: peewee.Model, person) -> Source:
    here = thread.ref(record)
    behind = (_load(Ref(link.to_kind, link.to_id)) for link in thread.came_from(here))
    seen = [
        Source(earlier, thread.kind(earlier._meta.table_name), "", [])
        for earlier in behind
        if earlier is not None and thread.kind(earlier._meta.table_name).may_see(person, earlier)
    ]
    return Source(record, thread.kind(here.kind), f"{here.kind}:{here.id}", seen)


def _load(ref: Ref):
    kind = thread.kinds().get(ref.kind)
    return kind.load(ref.id) if kind else None


def _covered_by_actions() -> set[Ref]:
    """Everything some plan action rests on, directly or through other records."""
    earlier = defaultdict(list)
    for link in Because.select():
        earlier[Ref(link.from_kind, link.from_id)].append(Ref(link.to_kind, link.to_id))
    edge = [here for here in earlier if here.kind == "plan_action"]
    covered: set[Ref] = set()
    while edge:
        reached = {there for here in edge for there in earlier.get(here, ())}
        edge = list(reached - covered)
        covered |= reached
    return covered


def _names_of(record: peewee.Model) -> set[Ref]:
    """The record, and of a finding also those it corrects: what rests on one rests on it."""
    earlier = record.earlier if isinstance(record, Finding) else ()
    return {thread.ref(one) for one in (record, *earlier)}


def _decided(fiscal_year: int):
    return (
        Decision.select(Decision, Meeting)
        .join(Meeting)
        .where(Meeting.on.between(first_day(fiscal_year), last_day(fiscal_year)))
        .order_by(Meeting.on, Decision.id)
    )


def _taken_on(fiscal_year: int):
    return (
        ActionItem.select(ActionItem, Meeting)
        .join(Meeting)
        .where(
            Meeting.on.between(first_day(fiscal_year), last_day(fiscal_year))
            & ActionItem.done_on.is_null()
        )
        .order_by(Meeting.on, ActionItem.id)
    )


def _found(fiscal_year: int):
    return (
        Finding.standing()
        .where(Finding.found_on.between(first_day(fiscal_year), last_day(fiscal_year)))
        .order_by(Finding.found_on, Finding.id)
    )
