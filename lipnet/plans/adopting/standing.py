"""Which groups have ratified their part of a plan, and which have not."""

from typing import NamedTuple

from peewee import JOIN

from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.groups.models import Body
from lipnet.meetings.models import Motion
from lipnet.plans.adopting.document import digest_of_part, part_of
from lipnet.plans.adopting.models import PlanProposal, PlanRatification
from lipnet.plans.viewing.rows import Row, Whole


class Part(NamedTuple):
    """What one group leads, and whether it stands behind it."""

    body: Body
    rows: list[Row]
    ratification: PlanRatification | None
    is_changed: bool

    @property
    def state(self) -> str:
        """waits, changed (since it was ratified) or ratified."""
        if self.ratification is None:
            return "waits"
        return "changed" if self.is_changed else "ratified"


def parts_of(whole: Whole, proposal: PlanProposal | None) -> list[Part]:
    """A part for each group that leads an action, by name."""
    bodies = {row.action.lead_body_id: row.action.lead_body for row in whole.rows}
    given = _given(proposal)
    parts = [_part(whole, body, given.get(key)) for key, body in bodies.items() if key]
    return sorted(parts, key=lambda part: folded(plain(part.body.name)))


def _part(whole: Whole, body: Body, given: PlanRatification | None) -> Part:
    changed = given is not None and given.digest != digest_of_part(whole, body)
    return Part(body, part_of(whole, body), given, changed)


def _given(proposal: PlanProposal | None) -> dict[int, PlanRatification]:
    if proposal is None:
        return {}
    rows = PlanRatification.select(PlanRatification, Motion).join(Motion, JOIN.LEFT_OUTER)
    return {row.body_id: row for row in rows.where(PlanRatification.proposal == proposal)}
