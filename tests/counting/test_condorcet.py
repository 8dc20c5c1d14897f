"""One against one, and the strongest paths where that goes in a circle."""

from lipnet.counting.condorcet import preferred, winners


def ranked(*ballots):
    """("abc", 5): five ballots that want a most."""
    return [
        {"abcde".index(letter) + 1: len(order) - at for at, letter in enumerate(order)}
        for order, cast in ballots
        for _ in range(cast)
    ]


def test_whoever_beats_each_other_wins():
    assert winners(ranked(("abc", 4), ("bca", 3), ("cba", 2)), (1, 2, 3)) == (2,)


def test_a_circle_is_decided_by_the_strongest_paths():
    """The example of Schulze's article, section 3.1: 45 ballots, e wins."""
    ballots = ranked(
        ("acbed", 5), ("adecb", 5), ("bedac", 8), ("cabed", 3), ("caebd", 7),
        ("cbade", 2), ("dceba", 7), ("ebadc", 8),
    )  # fmt: skip
    assert preferred(ballots, (1, 2))[1, 2] == 20
    assert winners(ballots, (1, 2, 3, 4, 5)) == (5,)


def test_equal_ranks_prefer_nobody_and_who_is_left_out_is_wanted_least():
    assert winners([{1: 1, 2: 1}, {2: 1}], (1, 2, 3)) == (2,)
    assert winners([], (1, 2)) == (1, 2)


def test_whoever_is_left_out_is_wanted_less_than_anybody_rated_however_low():
    assert winners([{1: -5}], (1, 2)) == (1,)


def test_only_whoever_wins_a_pair_has_strength_in_it():
    """1 and 2 are level, 2 and 3 are level, and 3 beats 1."""
    assert winners([{1: 1, 2: 2, 3: 1}, {1: 1, 3: 2}], (1, 2, 3)) == (2, 3)
