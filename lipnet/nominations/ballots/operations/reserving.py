"""Places of a ballot that is being prepared are reserved for a group of its candidates."""

from collections.abc import Collection

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots.drafts import PLACES_FIXED, hold_draft
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.ballots.places import ReservedMember, ReservedPlace
from lipnet.nominations.models import Nomination

RESERVED = declare("ballots.reserved", lazy("%(who)s reserved places in a ballot."))
UNRESERVED = declare(
    "ballots.unreserved", lazy("%(who)s no longer reserves places in a ballot for a group.")
)


@operation
def reserve_places(
    ballot: Ballot,
    kind: str,
    *,
    members: Collection[Nomination],
    minimum: int = 0,
    maximum: int | None = None,
    by,
) -> ReservedPlace:
    """At least `minimum`, at most `maximum` of the seats go to these candidates.

    What was reserved for the same group before is replaced. Raises Refusal if the rule of the
    ballot cannot do that, if somebody belongs to another group, or if the numbers do not fit.
    """
    ballot = hold_draft(ballot, PLACES_FIXED)
    if not ballot.may_reserve:
        raise Refusal(lazy("Only a ballot counted by the Scottish rules can reserve places."))
    _check_numbers(minimum, maximum, len(members), ballot.seats)
    others = [place for place in ballot.places if place.kind != kind]
    _check_members(ballot, members, others)
    if minimum + sum(place.minimum for place in others) > ballot.seats:
        raise Refusal(lazy("More places are reserved than there are seats."), field="minimum")
    _forget(ballot.places.where(ReservedPlace.kind == kind))
    place = ReservedPlace.create(ballot=ballot, kind=kind, minimum=minimum, maximum=maximum)
    for nomination in members:
        ReservedMember.create(place=place, nomination=nomination)
    record(RESERVED, ballot, by=by, group=kind)
    return place


@operation
def free_places(place: ReservedPlace, *, by) -> None:
    """Nothing is reserved for this group any more."""
    ballot = hold_draft(place.ballot, PLACES_FIXED)
    record(UNRESERVED, ballot, by=by, group=place.kind)
    _forget([place])


def _check_numbers(minimum: int, maximum: int | None, members: int, seats: int) -> None:
    if not minimum and maximum is None:
        raise Refusal(
            lazy("Say how many seats at least, or at most, go to this group."), field="minimum"
        )
    if maximum is not None and maximum < max(1, minimum):
        raise Refusal(lazy("At most cannot be fewer than at least."), field="maximum")
    if minimum > seats:
        raise Refusal(lazy("More places are reserved than there are seats."), field="minimum")
    if not members or minimum > members:
        raise Refusal(
            lazy("Fewer candidates belong to this group than places are reserved for it."),
            field="members",
        )


def _check_members(ballot: Ballot, members, others: list[ReservedPlace]) -> None:
    if not set(members) <= set(ballot.nominated):
        raise Refusal(lazy("Only who stands can belong to a group."), field="members")
    for place in others:
        for row in place.members:
            if row.nomination in members:
                raise Refusal(
                    lazy(
                        "%(name)s belongs to another group already: %(group)s.",
                        name=row.nomination.nominee.name,
                        group=place.name,
                    ),
                    field="members",
                )


def _forget(places) -> None:
    for place in places:
        ReservedMember.delete().where(ReservedMember.place == place).execute()
        place.delete_instance()
