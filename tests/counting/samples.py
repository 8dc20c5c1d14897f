"""Contests made up for tests."""

from collections import Counter

from hypothesis import strategies as st

from lipnet.counting import Contest, counted

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


def contest(seats: int, **ballots: int) -> Contest:
    """contest(2, ABC=4, B=3): four ballots of Amina, Béatrice, Chen; three of Béatrice alone."""
    rankings = {tuple("ABCDEFG".index(x) + 1 for x in key): n for key, n in ballots.items()}
    size = max(number for ranking in rankings for number in ranking)
    return Contest(NAMES[:size], seats, Counter(rankings))
