"""Ballots that rate or rank with ties: whoever beats each other candidate one against one wins.

Where nobody does, the strongest paths decide. Source: M. Schulze, "A new monotonic, clone-indepen-
dent, reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and
Welfare 36(2), 2011; the strength of a defeat is the number of ballots that prefer the winner of it.
"""

from collections.abc import Mapping, Sequence

Rating = Mapping[int, int]  # candidate -> how much she is wanted; who is left out, least of all


def preferred(ratings: Sequence[Rating], numbers: Sequence[int]) -> dict[tuple[int, int], int]:
    """(one, other) -> how many ballots want one more than the other."""
    pairs = {(one, other): 0 for one in numbers for other in numbers if one != other}
    for rating in ratings:
        least = min(rating.values(), default=0) - 1
        for one, other in pairs:
            pairs[one, other] += rating.get(one, least) > rating.get(other, least)
    return pairs


def winners(ratings: Sequence[Rating], numbers: Sequence[int]) -> tuple[int, ...]:
    """Whoever nobody beats over the strongest path; several where they are equal."""
    pairs = preferred(ratings, numbers)
    strength = {
        (one, other): votes if votes > pairs[other, one] else 0
        for (one, other), votes in pairs.items()
    }
    for over in numbers:
        for one in numbers:
            for other in numbers:
                if len({over, one, other}) == 3:
                    way = min(strength[one, over], strength[over, other])
                    strength[one, other] = max(strength[one, other], way)
    return tuple(
        one
        for one in numbers
        if all(strength[one, other] >= strength[other, one] for other in numbers if other != one)
    )
