"""Small worlds: who answered what, in batches, and what each release tells of it."""

import random
from collections import Counter
from dataclasses import dataclass
from itertools import product

from lipnet.tally import released
from lipnet.tally.released import Counting, Plan
from lipnet.tally.rounding import ANSWERED, STEP, Cell

VALUES = {"a": ("a1", "a2", "a3"), "b": ("b1", "b2"), "c": ("c1", "c2", "c3", "c4")}
PEOPLE = tuple(tuple(zip(VALUES, row, strict=True)) for row in product(*VALUES.values()))
TABLES = {name: Counting(name, "parts", values) for name, values in VALUES.items()}
PLAN = Plan(tuple(TABLES.values()), (TABLES["a"], TABLES["b"]))
SMALLEST = 5
MOST = 400  # more people than any of these worlds has


@dataclass(frozen=True)
class World:
    """releases: for each moment how many of each kind of person have answered until then."""

    releases: tuple[Counter, ...]
    offsets: dict[Cell, int]

    def told(self) -> list[dict[Cell, int]]:
        return [
            released.figures(counts_of(people), PLAN, smallest=SMALLEST, offset=self.offset)
            for people in self.releases
        ]

    def offset(self, place: Cell) -> int:
        return self.offsets[place]


def counts_of(people: Counter) -> dict[Cell, int]:
    return {each: count(people, each) for each in PLAN.cells()}


def count(people: Counter, place: Cell) -> int:
    return sum(number for person, number in people.items() if meets(person, place))


def meets(person, place: Cell) -> bool:
    """Everybody answers everything: the surest world for who wants to reckon backwards."""
    return all(value == ANSWERED or (name, value) in person for name, value in place)


def world(seed: int, *, moments: int = 3, batch: int = SMALLEST) -> World:
    """People of few kinds, some rare; each moment brings a batch or a little more."""
    chance = random.Random(f"world {seed}")
    weights = {person: chance.choice((0.02, 0.1, 0.5, 2, 6)) for person in PEOPLE}
    people, releases = _some(chance, weights, chance.randint(20, 70)), []
    for _ in range(moments):
        releases.append(people)
        people = people + _some(chance, weights, batch + chance.randint(0, 3) * (batch > 1))
    return World(tuple(releases), offsets(chance))


def offsets(chance: random.Random) -> dict[Cell, int]:
    places = {released.common(each) for each in PLAN.cells()}
    return {place: chance.randrange(STEP) for place in sorted(places)}


def small_cells(world: World, moment: int = -1) -> list[Cell]:
    """The cells nobody may learn: fewer people than the smallest number."""
    counts = counts_of(world.releases[moment])
    return sorted(each for each, number in counts.items() if number < SMALLEST)


def _some(chance: random.Random, weights, number: int) -> Counter:
    return Counter(chance.choices(list(weights), list(weights.values()), k=number))
