"""The picture of the transfers says what the table says: as much flows as passed on."""

import random
import re

import pytest

from lipnet.core import i18n
from lipnet.counting import RULES, seeded
from lipnet.nominations.ballots.transfers import ELECTED, LANE, OUT, WIDE, drawn
from tests.nominations.ballots.test_outcome import contest_of

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FLOW = re.compile(r"M(\S+) (\S+)C\S+ \S+ \S+ \S+ (\S+) (\S+)V([\d.]+)C")


LIVELY = 6  # a contest of many stages


def pictured(chance: int, rule: str = "scottish"):
    contest = contest_of(random.Random(chance))
    outcome = RULES[rule](contest, seeded("a lot"))
    names = dict(enumerate(contest.candidates, 1))
    return outcome, drawn(outcome, names)


def flows(picture) -> list[tuple[float, ...]]:
    """(from where across, to where, how broad) of each."""
    found = [FLOW.match(shape.path) for shape in picture.shapes if shape.tone == "flow"]
    return [(float(m[1]), float(m[3]), float(m[5]) - float(m[4])) for m in found]


@pytest.mark.parametrize("chance", range(40))
@pytest.mark.parametrize("rule", ["scottish", "meek"])
def test_everything_stands_inside_the_picture(chance, rule):
    _, picture = pictured(chance, rule)
    for shape in picture.shapes:
        numbers = [float(each) for each in NUMBER.findall(shape.path)]
        assert all(0 <= each <= max(WIDE, picture.height) for each in numbers)
    for text in (*picture.names, *picture.numbers, *picture.marks):
        assert 0 <= text.x <= 100
        assert 0 < text.y < picture.height


@pytest.mark.parametrize("chance", range(40))
def test_what_flows_is_as_broad_as_the_votes_that_pass_on(chance):
    outcome, picture = pictured(chance)
    unit = outcome.quota * 100_000
    most = max(unit, *(v for stage in outcome.stages for v in stage.votes.values()),
               outcome.stages[-1].exhausted + outcome.stages[-1].lost)  # fmt: skip
    before, passed = outcome.stages[0], 0
    for stage in outcome.stages[1:]:
        passed += sum(max(0, before.votes[n] - stage.votes[n]) for n in stage.votes)
        before = stage
    drawn_broad = sum(broad for *_, broad in flows(picture))
    assert drawn_broad == pytest.approx(passed / most * LANE, abs=0.1 * (len(flows(picture)) + 1))


def test_each_elected_and_each_excluded_candidate_has_a_mark():
    outcome, picture = pictured(LIVELY)
    marks = [text.says for text in picture.marks]
    assert marks.count(ELECTED) == len(outcome.elected)
    assert marks.count(OUT) == sum(len(stage.excluded) for stage in outcome.stages)


def test_in_arabic_the_stages_run_from_right_to_left():
    _, english = pictured(LIVELY)
    with i18n.speaking("ar"):
        _, arabic = pictured(LIVELY)
    assert (english.names[0].x, arabic.names[0].x) == (0, 100)
    assert len(flows(english)) > 5
    pairs = zip(english.numbers, arabic.numbers, strict=True)
    assert all(one.x + other.x == pytest.approx(100) for one, other in pairs)
    assert all(start < end for start, end, _ in flows(english))
    assert all(start > end for start, end, _ in flows(arabic))


def test_only_the_scottish_rules_have_one_quota_to_draw():
    assert pictured(LIVELY)[1].has_quota
    assert not pictured(LIVELY, "meek")[1].has_quota
