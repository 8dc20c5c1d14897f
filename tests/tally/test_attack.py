"""A solver tries to recover hidden cells from everything a reader could ever fetch.

The long run: ATTACKS=300 .venv/bin/pytest tests/tally/test_attack.py -s
"""

import os
import random
from collections import Counter

import pytest

from lipnet.tally import covering, released
from lipnet.tally.rounding import STEP, common, on_the_staircase
from tests.tally import worlds
from tests.tally.adversary import Adversary
from tests.tally.worlds import PEOPLE, PLAN, SMALLEST, World, counts_of

ATTACKS = int(os.environ.get("ATTACKS", "12"))
LAST = 2


def attack(world: World, adversary: Adversary, moment: int = LAST) -> dict:
    """Small cell -> how many numbers of people it can hold; the true one is always among them."""
    counts, found = counts_of(world.releases[moment]), {}
    for place in worlds.small_cells(world, moment):
        low, high = adversary.range_of(place, moment)
        assert low <= counts[place] <= high
        found[place] = high - low + 1
    return found


def recovered(found: dict) -> int:
    return sum(width == 1 for width in found.values())


@pytest.mark.parametrize("seed", range(ATTACKS))
def test_no_hidden_cell_is_recovered_from_all_tables_of_three_releases(seed):
    world = worlds.world(seed)
    found = attack(world, Adversary(world.told()))
    print("narrowest:", min(found.values(), default=None))
    assert recovered(found) == 0


@pytest.mark.parametrize("seed", range(ATTACKS // 3))
def test_who_sends_answers_of_her_own_until_cells_appear_recovers_nobody(seed):
    """The most she can hope for: nobody else answers, and she adds one to a cell each time."""
    world, own = pushed(worlds.world(seed, moments=1), random.Random(seed))
    found = attack(world, Adversary(world.told(), own=own), 0)
    counts = counts_of(world.releases[0])
    assert not [place for place, width in found.items() if width == 1 and counts[place]]


@pytest.mark.parametrize("seed", range(ATTACKS // 3))
def test_who_knows_from_the_list_of_the_invited_how_many_answered_recovers_nobody(seed):
    world = worlds.world(seed)
    known = [{(): sum(people.values())} for people in world.releases]
    assert recovered(attack(world, Adversary(world.told(), exact=known))) == 0


def pushed(world: World, chance: random.Random, times: int = 8) -> tuple[World, list[Counter]]:
    elsewhere = max(PEOPLE, key=lambda person: world.releases[0][person])
    aim, own = chance.choice([each for each in PEOPLE if each != elsewhere]), [Counter()]
    for _ in range(times):
        own.append(own[-1] + Counter({aim: 1, elsewhere: SMALLEST - 1}))
    return World(tuple(world.releases[0] + mine for mine in own), world.offsets), own


def test_exact_counts_without_complementary_suppression_give_hidden_cells_away():
    """The attack bites: total minus shown is what is hidden."""
    world = worlds.world(0)
    told = [large(counts_of(people)) for people in world.releases]
    assert recovered(attack(world, Adversary(told, offsets=False, complementary=False))) > 5


def test_hiding_small_counts_alone_leaves_less_room_than_hiding_for_their_sake_as_well():
    world = worlds.world(1)
    bare = [rounded(world, people) for people in world.releases]
    alone = attack(world, Adversary(bare, complementary=False))
    together = attack(world, Adversary(world.told()))
    assert min(alone.values()) <= STEP < min(together.values())


def test_exact_counts_beside_rounded_ones_give_hidden_cells_away():
    """Why coordinators do not get exact counts of everybody together with filtered tables."""
    world = worlds.world(15)
    unfiltered = [
        {each: n for each, n in counts_of(people).items() if len(common(each)) <= 1}
        for people in world.releases
    ]
    found = attack(world, Adversary(world.told(), exact=unfiltered))
    assert recovered({each: width for each, width in found.items() if len(common(each)) == 2})


def test_without_batches_two_looks_tell_what_the_last_person_answered():
    """Two cells that step up together, with one answer between, are of one and the same person."""
    assert linked(batch=1)


def test_with_batches_cells_that_step_up_together_are_not_tied_to_one_person():
    assert not linked(batch=SMALLEST)


def linked(*, batch: int) -> list:
    """Filtered cells of which she knows, from two looks, how many of a batch went in."""
    found = []
    for seed in range(8):
        world = worlds.world(seed, moments=2, batch=batch)
        before, after = world.told()
        stepped = [each for each in after if len(each) == 2 and before.get(each) != after[each]]
        adversary = Adversary([before, after], batch=batch, most=1 if batch == 1 else worlds.MOST)
        ranges = [adversary.range_of_change(each, 1) for each in stepped]
        found += [low for low, high in ranges if low == high]
    return found


def large(counts: dict) -> dict:
    return {each: number for each, number in counts.items() if number >= SMALLEST}


def rounded(world: World, people: Counter) -> dict:
    """Rounded and hidden when small, and nothing hidden besides."""
    offset = world.offset
    told = {
        each: on_the_staircase(n, offset(common(each))) for each, n in counts_of(people).items()
    }
    first = released.first_shown(SMALLEST)
    return {each: figure for each, figure in told.items() if figure >= first}


def test_what_covers_is_decided_by_the_figures_alone():
    """The same figures hide the same cells, whatever the counts and offsets behind them."""
    world = worlds.world(5)
    for people in world.releases:
        bare = rounded(world, people)
        first = released.first_shown(SMALLEST)
        again = covering.covered(bare, PLAN.sums(), first)
        shifted = released.figures(
            {each: bare.get(each, 0) for each in PLAN.cells()},
            PLAN,
            smallest=SMALLEST,
            offset=lambda place: 0,
        )
        assert again == shifted
