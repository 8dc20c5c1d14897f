"""Describe what would tell us that a priority comes true."""

from dataclasses import dataclass, field
from datetime import date

from lipnet.core import clock, thread
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import Because
from lipnet.groups.models import Body
from lipnet.people.models import Organisation, Person
from lipnet.plans.indicators.figures import kept
from lipnet.plans.indicators.models import (
    COUNTED_NAMES,
    Indicator,
    IndicatorGroup,
    YearTarget,
)
from lipnet.plans.indicators.settled import refuse_if_settled, was_adopted
from lipnet.plans.models import PlanAction, Priority
from lipnet.plans.strategies.models import Outcome

DESCRIBED = declare("plans.indicator_described", lazy("%(who)s described an indicator."))
ASSIGNED = declare("plans.indicator_assigned", lazy("%(who)s chose who reports an indicator."))
RETIRED = declare("plans.indicator_retired", lazy("%(who)s took an indicator out of use."))
SERVES = declare("plans.serves", lazy("%(who)s said which indicators an action serves."))


@dataclass(frozen=True)
class Particulars:
    """All that is said of an indicator but how it is counted; figures as they were typed."""

    name: dict
    measures: dict = field(default_factory=dict)
    unit: dict = field(default_factory=dict)
    counts_people: bool = False
    baseline: str = ""
    baseline_words: dict = field(default_factory=dict)
    baseline_on: date | None = None
    baseline_source: dict = field(default_factory=dict)
    target: str = ""
    target_words: dict = field(default_factory=dict)
    source: dict = field(default_factory=dict)
    outcome: Outcome | None = None


@operation
def add_indicator(
    priority: Priority,
    told: Particulars,
    *,
    counted: str,
    groups: list[dict] = (),
    years: dict[int, str] | None = None,
    by,
) -> Indicator:
    """Add an indicator under a priority or one of its outcomes; also to an adopted strategy.

    `counted` ("increment", "total", "words") is asked this once. `groups` are the names of those
    it is also counted for, `years` what each fiscal year should reach, as typed.
    """
    if counted not in COUNTED_NAMES:
        raise Refusal(
            lazy("Choose how it is counted. It cannot be changed later."), field="counted"
        )
    last = priority.indicators.order_by(Indicator.position.desc()).first()
    indicator = Indicator.create(
        priority=priority,
        position=last.position + 1 if last else 1,
        counted=counted,
        added_on=clock.today(),
        **_checked(told, priority, counted),
    )
    _add_groups(indicator, groups)
    _aim(indicator, years or {})
    record(DESCRIBED, indicator, by=by)
    return indicator


@operation
def describe_indicator(
    indicator: Indicator,
    told: Particulars,
    *,
    groups: list[dict] = (),
    years: dict[int, str] | None = None,
    by,
) -> None:
    """Change an indicator's words and figures while nothing holds them: see refuse_if_settled."""
    refuse_if_settled(indicator)
    for name, value in _checked(told, indicator.priority, indicator.counted).items():
        setattr(indicator, name, value)
    indicator.save()
    IndicatorGroup.delete().where(IndicatorGroup.indicator == indicator).execute()
    _add_groups(indicator, groups)
    _aim(indicator, years or {})
    record(DESCRIBED, indicator, by=by)


@operation
def set_targets(indicator: Indicator, years: dict[int, str], *, by) -> None:
    """What each fiscal year should reach; it is set anew as the years come nearer."""
    _aim(indicator, years)
    record(DESCRIBED, indicator, by=by, years=sorted(years))


@operation
def assign_indicator(
    indicator: Indicator,
    *,
    body: Body | None = None,
    organisation: Organisation | None = None,
    person: Person | None = None,
    by,
) -> None:
    """Who reports it; at any time, for people come and go."""
    indicator.body, indicator.organisation, indicator.person = body, organisation, person
    indicator.save(only=[Indicator.body, Indicator.organisation, Indicator.person])
    record(ASSIGNED, indicator, by=by)


@operation
def retire_indicator(indicator: Indicator, *, by) -> None:
    """Ask for it no longer; what was read stays. One that was never read goes altogether."""
    record(RETIRED, indicator, by=by)
    if indicator.readings.exists() or was_adopted(indicator):
        indicator.retired_on = clock.today()
        indicator.save(only=[Indicator.retired_on])
        return
    name, key = thread.ref(indicator)
    Because.delete().where(Because.to_kind == name, Because.to_id == key).execute()
    indicator.delete_instance()


@operation
def say_what_it_serves(action: PlanAction, indicators: list[Indicator], *, by) -> None:
    """The indicators that an action is to move: exactly these."""
    source, (name, _) = thread.ref(action), thread.ref(Indicator(id=0))
    Because.delete().where(
        Because.from_kind == source.kind, Because.from_id == source.id, Because.to_kind == name
    ).execute()
    for indicator in indicators:
        thread.tie(action, indicator, by=by)
    record(SERVES, action, by=by, indicators=sorted(one.id for one in indicators))


def _checked(told: Particulars, priority: Priority, counted: str) -> dict:
    if told.outcome is not None and told.outcome.priority_id != priority.id:
        raise Refusal(lazy("This outcome belongs to another priority."), field="outcome")
    in_words = counted == "words"
    return {
        **vars(told),
        "counts_people": told.counts_people and not in_words,
        "baseline": "" if in_words else kept(told.baseline, "baseline"),
        "target": "" if in_words else kept(told.target, "target"),
    }


def _add_groups(indicator: Indicator, groups) -> None:
    for position, name in enumerate(groups, start=1):
        IndicatorGroup.create(indicator=indicator, position=position, name=name)


def _aim(indicator: Indicator, years: dict[int, str]) -> None:
    YearTarget.delete().where(YearTarget.indicator == indicator).execute()
    for year, raw in years.items():
        value = "" if indicator.is_in_words else kept(raw, f"year_{year}")
        if value:
            YearTarget.create(indicator=indicator, fiscal_year=year, value=value)
