"""What each stage says, in words that are true of it."""

from dataclasses import replace

import pytest

from lipnet.counting import RULES, Contest, Group, Reserved
from lipnet.nominations.ballots import telling
from tests.counting.samples import contest


def first(among, number):
    return min(among)


def told(found: Contest, rule: str = "scottish") -> list[str]:
    outcome = RULES[rule](found, first)
    names = dict(enumerate(found.candidates, 1))
    return [telling.sentence_of(names, outcome, stage) for stage in outcome.stages]


@pytest.mark.parametrize(
    ("found", "stage", "says"),
    [
        (
            contest(3, A=9, B=8, C=2, D=1),
            1,
            "Whoever has 6 votes is elected. Elected: Amina and Béatrice.",
        ),
        (contest(2, AB=8, C=2, B=1), 2, "4 of them pass on to the next choices."),
        (
            contest(2, A=9, B=3, C=2),
            2,
            "Amina has more votes than needed, but those ballots name nobody who is left, so "
            "nothing passes on.",
        ),
        (
            contest(1, A=5, BC=3, CB=2, DC=1),
            3,
            "Equally few votes: Béatrice and Chen. At stage 1, Chen had the fewest of them. Chen "
            "goes out; those votes pass on.",
        ),
        (
            contest(1, A=3, B=3, C=1),
            3,
            "Equally few votes: Amina and Béatrice. A lot decided. Amina goes out; those ballots "
            "name nobody who is left. As many candidates are left as there are places. Elected: "
            "Béatrice.",
        ),
        (
            contest(1, A=3, B=2, C=1),
            2,
            "Chen has the fewest votes and goes out; those ballots name nobody who is left.",
        ),
        (contest(1, A=3, B=2, DC=2), 2, "Chen has no votes and goes out."),
        (
            contest(3, A=11, B=12, C=13, D=12, EA=5, EB=5, FA=1),
            4,
            "Equally many votes above what is needed: Amina and Béatrice. At stage 1, Béatrice had "
            "the most of them.",
        ),
        (
            replace(
                contest(2, A=5, B=4, C=3, D=2, E=1),
                reserved=Reserved({"youth": Group(frozenset([5]), 1)}),
            ),
            2,
            "Dawit goes out: others have fewer votes, but they are needed for reserved places: "
            "Youth.",
        ),
    ],
)
def test_a_stage_says_what_happened_and_why(found, stage, says):
    assert says in told(found)[stage - 1]


def test_by_meeks_method_each_stage_says_how_many_votes_are_needed_now():
    assert told(contest(2, A=9, B=4, C=2), "meek") == [
        "First choices are counted. Whoever has 5.000000001 votes is elected. Elected: Amina.",
        "What the elected do not need passes on to the next choices. Now 3.666666669 votes are "
        "needed to be elected. Elected: Béatrice.",
    ]
