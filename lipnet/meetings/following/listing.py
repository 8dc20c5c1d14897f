"""Actions as they are listed: with owner, meeting and body, however many there are."""

from typing import NamedTuple

import peewee

from lipnet.core import clock
from lipnet.groups.models import Body
from lipnet.meetings.access import lines_seen_by
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Meeting
from lipnet.people.models import Organisation, Person

DONE_SHOWN = 10


class Listed(NamedTuple):
    """What one person took on, in the order in which it calls; and what others did."""

    past: list[ActionItem]
    coming: list[ActionItem]
    undated: list[ActionItem]
    done: list[ActionItem]
    others: list[ActionItem]


def listed_for(person: Person) -> Listed:
    rows = lines_seen_by(person, _open())
    mine = [action for action in rows if is_theirs(action, person)]
    dated = sorted((one for one in mine if one.due), key=lambda one: (one.due, one.id))
    return Listed(
        past=[one for one in dated if one.due < clock.today()],
        coming=[one for one in dated if one.due >= clock.today()],
        undated=[one for one in mine if one.due is None],
        done=_done_by(person),
        others=sorted((one for one in rows if not is_theirs(one, person)), key=_soonest),
    )


def is_theirs(action: ActionItem, person: Person) -> bool:
    """Whether `person`, or the organisation they belong to, took it on."""
    organisation = action.owner_organisation_id
    return action.owner_id == person.id or (
        organisation is not None and organisation == person.organisation_id
    )


def _done_by(person: Person) -> list[ActionItem]:
    """What they finished last."""
    theirs = ActionItem.owner == person
    if person.organisation_id is not None:
        theirs |= ActionItem.owner_organisation == person.organisation_id
    rows = _with_owners().where(theirs & ActionItem.done_on.is_null(False))
    latest = rows.order_by(ActionItem.done_on.desc(), ActionItem.id.desc()).limit(DONE_SHOWN)
    return lines_seen_by(person, latest)


def _open() -> peewee.ModelSelect:
    return _with_owners().where(ActionItem.done_on.is_null()).order_by(ActionItem.id)


def _with_owners() -> peewee.ModelSelect:
    outer = peewee.JOIN.LEFT_OUTER
    return (
        ActionItem.select(ActionItem, Meeting, Body, Person, Organisation)
        .join(Meeting)
        .join(Body)
        .join_from(ActionItem, Person, outer, on=ActionItem.owner)
        .join_from(ActionItem, Organisation, outer, on=ActionItem.owner_organisation)
    )


def _soonest(action: ActionItem):
    return action.due is None, action.due or action.id, action.id
