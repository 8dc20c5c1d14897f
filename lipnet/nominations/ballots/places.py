"""Places of a ballot that go to some of its candidates: at least, or at most, so many.

The group is a kind of seat (a francophone voice, lived experience, youth) or a sector. Who belongs
to it is said by the coordinator; what the candidates' seats and organisations tell is a proposal.
"""

import peewee

from lipnet.core.db import Base
from lipnet.core.i18n import lazy, ngettext
from lipnet.counting import Group, Reserved
from lipnet.groups.models import one_of
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.models import Nomination
from lipnet.people.models import SECTOR_NAMES

FLAGS = ("francophone", "lived_experience", "youth")  # of seats; the other groups are sectors
GROUP_NAMES = {
    **SECTOR_NAMES,
    "francophone": lazy("Francophone voice"),
    "lived_experience": lazy("Lived experience of immigration"),
    "youth": lazy("Youth"),
}


class ReservedPlace(Base):
    """How many of the seats must, or may, go to a group."""

    ballot = peewee.ForeignKeyField(Ballot, backref="places")
    kind = peewee.TextField()
    minimum = peewee.IntegerField(default=0)
    maximum = peewee.IntegerField(null=True)

    class Meta:
        table_name = "reserved_place"
        indexes = ((("ballot", "kind"), True),)
        constraints = [
            one_of("kind", tuple(GROUP_NAMES), "reserved_place_kind"),
            peewee.Check(
                "minimum >= 0 AND (maximum IS NULL OR (maximum > 0 AND maximum >= minimum))",
                name="reserved_place_bounds",
            ),
            peewee.Check(
                "minimum > 0 OR maximum IS NOT NULL", name="reserved_place_says_something"
            ),
        ]

    @property
    def name(self) -> str:
        return str(GROUP_NAMES[self.kind])

    @property
    def nominations(self) -> list[Nomination]:
        """Whoever belongs to the group and still stands, sorted by name."""
        rows = [row.nomination for row in self.members]
        standing = [row for row in rows if row.stands]
        return sorted(standing, key=lambda row: (row.nominee.folded_name, row.id))

    @property
    def says(self) -> str:
        """How many seats, in a sentence or two."""
        said = [_at_least(self)] if self.minimum else []
        return " ".join([*said, *([_at_most(self)] if self.maximum is not None else [])])


class ReservedMember(Base):
    """That a candidate belongs to the group of a reserved place, and so to no other."""

    place = peewee.ForeignKeyField(ReservedPlace, backref="members")
    nomination = peewee.ForeignKeyField(Nomination, unique=True, backref="reserved_memberships")

    class Meta:
        table_name = "reserved_member"


def reserved_of(ballot: Ballot, numbers: dict[int, int]) -> Reserved:
    """The places as the counting engine knows them; numbers: {nomination: number of candidate}.

    A group of which nobody stands is left out.
    """
    groups = {}
    for place in places_of(ballot):
        members = frozenset(
            numbers[row.nomination_id] for row in place.members if row.nomination_id in numbers
        )
        if members:
            groups[place.kind] = Group(members, place.minimum, place.maximum)
    return Reserved(groups)


def places_of(ballot: Ballot) -> list[ReservedPlace]:
    order = tuple(GROUP_NAMES)
    return sorted(ballot.places, key=lambda place: order.index(place.kind))


def proposed(nomination: Nomination, kind: str) -> bool:
    """Whether the seat a candidate prefers, or else her organisation, speaks for this group."""
    seat, organisation = nomination.seat, nomination.nominee.organisation
    if seat is not None:
        return seat.sector == kind or (kind in FLAGS and getattr(seat, kind))
    return organisation is not None and organisation.sector == kind


def _at_least(place: ReservedPlace) -> str:
    return ngettext(
        "At least %(num)s seat goes to this group: %(group)s.",
        "At least %(num)s seats go to this group: %(group)s.",
        place.minimum,
        group=place.name,
    )


def _at_most(place: ReservedPlace) -> str:
    return ngettext(
        "At most %(num)s seat goes to this group: %(group)s.",
        "At most %(num)s seats go to this group: %(group)s.",
        place.maximum,
        group=place.name,
    )
