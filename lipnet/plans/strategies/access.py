"""The records of a strategy's page, or 404."""

from lipnet.core.refusals import NotFound
from lipnet.plans.strategies.models import Objective, Outcome, Tag


def outcome_of(outcome_id: int) -> Outcome:
    return _or_404(Outcome.get_or_none(Outcome.id == outcome_id))


def objective_of(objective_id: int) -> Objective:
    return _or_404(Objective.get_or_none(Objective.id == objective_id))


def tag_of(tag_id: int) -> Tag:
    return _or_404(Tag.get_or_none(Tag.id == tag_id))


def _or_404(record):
    if record is None:
        raise NotFound
    return record
