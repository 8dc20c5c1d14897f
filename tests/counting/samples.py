"""Contests made up for tests."""

from collections import Counter
from dataclasses import replace

from hypothesis import strategies as st

from lipnet.counting import Contest, Group, Reserved, counted

NAMES = ("Amina", "Béatrice", "Chen", "Dawit", "Elena", "Farid", "Grace")


@st.composite
def contests(draw, most: int = 7, fewest: int = 1):
    size = draw(st.integers(fewest, most))
    numbers = list(range(1, size + 1))
    ranking = st.permutations(numbers).flatmap(
        lambda order: st.integers(0, size).map(lambda cut: tuple(order[:cut]))
    )
    rankings = draw(st.lists(ranking, max_size=40))
    seats = draw(st.integers(1, size))
    return Contest(NAMES[:size], seats, counted(rankings), "Steering committee")


@st.composite
def with_places(draw):
    """A contest with places reserved for up to three groups, which may be more than can be kept."""
    found = draw(contests(fewest=2))
    belongs = draw(
        st.lists(
            st.sampled_from(("", "youth", "health", "newcomer")),
            min_size=len(found.candidates),
            max_size=len(found.candidates),
        )
    )
    groups = {}
    for name in sorted(set(belongs) - {""}):
        members = frozenset(n for n, each in enumerate(belongs, 1) if each == name)
        low = draw(st.integers(0, min(len(members), found.seats)))
        high = draw(st.none() | st.integers(max(low, 1), found.seats))
        if low or high:
            groups[name] = Group(members, low, high)
    return replace(found, reserved=Reserved(groups))


def contest(seats: int, **ballots: int) -> Contest:
    """contest(2, ABC=4, B=3): four ballots of Amina, Béatrice, Chen; three of Béatrice alone."""
    rankings = {tuple("ABCDEFG".index(x) + 1 for x in key): n for key, n in ballots.items()}
    size = max(number for ranking in rankings for number in ranking)
    return Contest(NAMES[:size], seats, Counter(rankings))
