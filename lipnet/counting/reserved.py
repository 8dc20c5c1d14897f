"""Seats reserved inside one count: at least, or at most, so many from a group of candidates.

Guarded: a candidate without whom a minimum could no longer be met; she is not excluded. Doomed: one
for whom there is no place left, because her group has its maximum, or because every place left is
needed for the minimum of others; she is excluded. Source: I. D. Hill, "STV with constraints",
Voting matters 9, May 1998, pages 2-4, here for groups that do not overlap.

Where the bounds cannot be kept with those who stand, they are eased before the count as little as
it takes: a minimum asks for no more people than there are, and maxima are raised, all by one place
at a time. Where the minima ask for more places than there are, nobody is guarded or doomed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Group:
    """minimum and maximum of the seats that may go to these candidates; None: no maximum."""

    members: frozenset[int]
    minimum: int = 0
    maximum: int | None = None

    def most(self, seats: int) -> int:
        return seats if self.maximum is None else self.maximum

    def among(self, standing: frozenset[int]) -> "Group":
        left = self.members & standing
        return replace(self, members=left, minimum=min(self.minimum, len(left)))

    def raised(self) -> "Group":
        return self if self.maximum is None else replace(self, maximum=self.maximum + 1)


@dataclass(frozen=True)
class Verdict:
    guarded: frozenset[int] = frozenset()
    doomed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Reserved:
    """Groups by name; they do not overlap."""

    groups: Mapping[str, Group] = field(default_factory=dict)

    def __post_init__(self) -> None:
        members = [number for group in self.groups.values() for number in group.members]
        if len(set(members)) < len(members):
            raise ValueError("a candidate stands in two groups")

    def among(self, standing: frozenset[int], seats: int) -> "Reserved":
        """The same places for those who stand, eased where they cannot be kept."""
        eased = Reserved({name: group.among(standing) for name, group in self.groups.items()})
        filled = min(seats, len(standing))
        for _ in range(filled):
            if eased.can_be_met(filled, frozenset(), standing):
                break
            eased = Reserved({name: group.raised() for name, group in eased.groups.items()})
        return eased

    def verdict(self, seats: int, elected: frozenset[int], continuing: frozenset[int]) -> Verdict:
        """Who must stay and who must go, as things stand; nobody where it is beyond help."""
        if not self.can_be_met(seats, elected, continuing):
            return Verdict()
        guarded = {n for n in continuing if not self.can_be_met(seats, elected, continuing - {n})}
        doomed = {
            n for n in continuing if not self.can_be_met(seats, elected | {n}, continuing - {n})
        }
        return Verdict(frozenset(guarded - doomed), frozenset(doomed))

    def why_doomed(
        self, number: int, seats: int, elected: frozenset[int]
    ) -> tuple[str, tuple[str, ...]]:
        """("full", her group) where it has its maximum; otherwise ("needed", the groups for which
        every place left is needed)."""
        for name, group in self.groups.items():
            if number in group.members and len(group.members & elected) >= group.most(seats):
                return "full", (name,)
        return "needed", self.short(elected)

    def short(
        self, elected: frozenset[int], among: frozenset[int] | None = None
    ) -> tuple[str, ...]:
        """The groups that lack some of their minimum; of those with a member `among` these."""
        return tuple(
            name
            for name, group in self.groups.items()
            if len(group.members & elected) < group.minimum
            and (among is None or group.members & among)
        )

    def can_be_met(self, seats: int, elected: frozenset[int], continuing: frozenset[int]) -> bool:
        """Whether who continues can fill the places left, each group within its bounds."""
        left = seats - len(elected)
        grouped = {number for group in self.groups.values() for number in group.members}
        least, most = 0, len(continuing - grouped)
        for group in self.groups.values():
            has = len(group.members & elected)
            low = max(0, group.minimum - has)
            high = min(len(group.members & continuing), group.most(seats) - has)
            if low > high:
                return False
            least, most = least + low, most + high
        return least <= left <= most
