"""What was learned, arranged by the priorities of the strategy whose actions rest on it."""

from collections import defaultdict

from lipnet.core import thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.thread import Because, Ref
from lipnet.core.web import Group
from lipnet.evidence.models import Finding
from lipnet.plans.access import Can
from lipnet.plans.models import Pillar, PlanAction, Priority, Strategy

NO_PRIORITY = lazy("Under no priority yet")


def by_priority(findings: list[Finding], person) -> list[Group]:
    """Every priority of today's strategy, also those on which no finding bears, then those of
    others that have one, then what no plan action rests on."""
    if not may(person, Can.READ):
        return []
    reached = {finding.id: priorities for finding, priorities in _reached(findings)}
    used = set().union(*reached.values()) if reached else set()
    groups = [
        Group(priority.title, [one for one in findings if priority.id in reached[one.id]], line)
        for priority, line in _in_order(used)
    ]
    rest = [finding for finding in findings if not reached[finding.id]]
    return [*groups, *([Group(NO_PRIORITY, rest)] if rest else [])]


def _in_order(used: set[int]) -> list[tuple[Priority, dict | str]]:
    """The priorities to show, in the order of the strategy, each with its pillar."""
    current = Strategy.current()
    rows = Priority.select(Priority, Pillar).join(Pillar)
    rows = rows.order_by(
        Pillar.strategy.desc(), Pillar.position, Pillar.id, Priority.position, Priority.id
    )
    return [
        (priority, _pillar(priority.pillar, current))
        for priority in rows
        if priority.id in used or priority.pillar.strategy_id == (current and current.id)
    ]


def _pillar(pillar: Pillar, current: Strategy | None) -> dict | str:
    if current is not None and pillar.strategy_id == current.id:
        return pillar.title
    return gettext(
        "%(pillar)s (%(strategy)s)",
        pillar=plain(pillar.title),
        strategy=plain(pillar.strategy.title),
    )


def _reached(findings: list[Finding]):
    """(finding, numbers of the priorities whose actions rest on it, directly or not)."""
    later = defaultdict(list)
    for link in Because.select():
        later[Ref(link.to_kind, link.to_id)].append(Ref(link.from_kind, link.from_id))
    priority_of = {str(action.id): action.priority_id for action in PlanAction.select()}
    for finding in findings:
        edge = [thread.ref(one) for one in (finding, *finding.earlier)]
        seen = set(edge)
        while edge:
            edge = [ref for here in edge for ref in later[here] if ref not in seen]
            seen.update(edge)
        yield finding, {priority_of[ref.id] for ref in seen if ref.kind == "plan_action"}
