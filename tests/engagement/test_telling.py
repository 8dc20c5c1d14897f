"""Beyond the coordinator no small count is told, and none can be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from lipnet.engagement.models import SIDES
from lipnet.engagement.telling import told_counts

SMALLEST = 5


def told(people, side="language", **counts):
    every = {each: counts if each == side else {} for each in SIDES}
    return told_counts(people, every, SMALLEST)[side]


def test_a_small_count_is_not_told():
    assert told(60, ar=20, fr=15, so=3) == {"ar": 20, "fr": 15}


def test_one_more_is_hidden_where_the_total_would_give_it_away():
    assert told(38, ar=20, fr=15, so=3) == {"ar": 20}


def test_whoever_is_no_newcomer_is_the_other():
    assert told(60, side="newcomer", newcomer=57) == {}
    assert told(60, side="newcomer", newcomer=40) == {"newcomer": 40}


def test_of_fewer_than_five_people_nothing_is_told():
    assert told(4, ar=4) == {}


def test_the_coordinator_is_told_all():
    every = {side: {} for side in SIDES} | {"language": {"ar": 20, "so": 1}}
    assert told_counts(21, every, 1) == every


counts_of_parts = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 40), max_size=6)


@given(counts_of_parts, st.integers(0, 30))
def test_what_is_hidden_stays_open_to_at_least_five_people(counts, rest):
    """Of parts that make up the total (or less), the hidden ones may hold five or more together,
    so that none of them is pinned to a small number."""
    people = sum(counts.values()) + rest
    shown = told(people, **counts)
    hidden = {key: n for key, n in counts.items() if key not in shown}
    assert all(n >= SMALLEST for n in shown.values())
    if hidden and shown:
        assert people - sum(shown.values()) >= SMALLEST


@given(counts_of_parts, st.integers(0, 30))
def test_nothing_is_hidden_where_nothing_is_small(counts, rest):
    large = {key: n + SMALLEST for key, n in counts.items()}
    assert told(sum(large.values()) + rest, **large) == large
