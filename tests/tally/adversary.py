"""Who knows every rule and everything that was ever released, and reckons backwards.

She does not have the key, so the offsets are unknown whole numbers from 0 to 4; the people of each
kind at each moment are unknown whole numbers as well. Whatever is told, and that something is not
told, is a constraint; HiGHS finds the least and the greatest number of people a cell can hold.
"""

from dataclasses import dataclass, field

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from lipnet.tally.rounding import STEP, Cell, common, first_shown
from tests.tally.worlds import MOST, PEOPLE, PLAN, SMALLEST, meets


@dataclass
class Adversary:
    """told: the figures of each moment. offsets: False if she knows that nothing is rounded.

    batch, most: so many answers come between two moments. own: her own answers at each moment,
    beside which nobody else's came (the most she can hope for); None if she sent none.
    """

    told: list[dict[Cell, int]]
    offsets: bool = True
    complementary: bool = True
    batch: int = SMALLEST
    most: int = MOST
    own: list | None = None
    exact: list[dict[Cell, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cells = sorted(PLAN.cells())
        self.keys = sorted({common(each) for each in self.cells})
        self.size = len(PEOPLE) * len(self.told) + len(self.keys) + len(self.cells) * len(self.told)
        self.rows, self.low, self.high = [], [], []
        for moment, told in enumerate(self.told):
            self._told(moment, told)
            self._later(moment)
        for moment, known in enumerate(self.exact):
            for place, number in known.items():
                self._row(self._count(place, moment), number, number)

    def range_of(self, place: Cell, moment: int) -> tuple[int, int]:
        """The least and the greatest number of people in a cell that agree with everything."""
        aim = self._dense(self._count(place, moment))
        return round(self._solved(aim)), round(-self._solved(-aim))

    def range_of_change(self, place: Cell, moment: int) -> tuple[int, int]:
        """How many came into a cell between the moment before and this one."""
        aim = self._dense(self._count(place, moment)) - self._dense(self._count(place, moment - 1))
        return round(self._solved(aim)), round(-self._solved(-aim))

    def _told(self, moment: int, told: dict[Cell, int]) -> None:
        first = first_shown(SMALLEST) if self.offsets else SMALLEST
        for place in self.cells:
            figure = {**self._count(place, moment), **self._offset(place)}
            if place in told:
                wide = STEP - 1 if self.offsets else 0
                self._row(figure, told[place], told[place] + wide)
            else:
                self._hidden(place, moment, told, figure, first)

    def _hidden(self, place, moment, told, figure, first) -> None:
        """Too few, or (she cannot see which) hidden because of another, and the smallest then."""
        most = self._most(place, told) if self.complementary else None
        if most is None:
            self._row(figure, 0, first - 1)
            return
        column = len(PEOPLE) * len(self.told) + len(self.keys)
        column += moment * len(self.cells) + self.cells.index(place)
        self._row({**figure, column: -MOST}, -MOST, first - 1)
        self._row(figure, 0, max(first - 1, most))

    def _most(self, place: Cell, told: dict[Cell, int]) -> int | None:
        """The largest figure a cell can have had that was hidden for another's sake."""
        most = []
        for whole in PLAN.sums():
            if place not in whole.parts:
                continue
            if whole.total not in told:
                return MOST
            shown = [told[part] for part in whole.parts if part in told]
            if not whole.overlapping and len(whole.parts) - len(shown) > 1:
                most.append(min(shown, default=MOST) + STEP - 1)
        return max(most, default=None)

    def _later(self, moment: int) -> None:
        if not moment:
            return
        width = len(PEOPLE)
        change = {moment * width + at: 1 for at in range(width)}
        change |= {(moment - 1) * width + at: -1 for at in range(width)}
        self._row(change, self.batch, self.most)
        for at, person in enumerate(PEOPLE):
            step = {moment * width + at: 1, (moment - 1) * width + at: -1}
            if self.own is None:
                self._row(step, 0, MOST)
            else:
                mine = self.own[moment][person] - self.own[moment - 1][person]
                self._row(step, mine, mine)

    def _count(self, place: Cell, moment: int) -> dict[int, int]:
        start = moment * len(PEOPLE)
        return {start + at: 1 for at, person in enumerate(PEOPLE) if meets(person, place)}

    def _offset(self, place: Cell) -> dict[int, int]:
        if not self.offsets:
            return {}
        return {len(PEOPLE) * len(self.told) + self.keys.index(common(place)): 1}

    def _row(self, row: dict[int, int], low: int, high: int) -> None:
        self.rows.append(row)
        self.low.append(low)
        self.high.append(high)

    def _dense(self, row: dict[int, int]):
        aim = numpy.zeros(self.size)
        aim[list(row)] = list(row.values())
        return aim

    def _solved(self, aim) -> float:
        places = [(at, column, value) for at, row in enumerate(self.rows)
                  for column, value in row.items()]  # fmt: skip
        at, column, value = zip(*places, strict=True)
        matrix = csr_matrix((value, (at, column)), shape=(len(self.rows), self.size))
        people, keys = len(PEOPLE) * len(self.told), len(self.keys)
        upper = numpy.concatenate(
            [
                numpy.full(people, MOST),
                numpy.full(keys, STEP - 1),
                numpy.ones(self.size - people - keys),
            ]
        )
        found = milp(
            aim,
            constraints=LinearConstraint(matrix, self.low, self.high),
            bounds=Bounds(0, upper),
            integrality=numpy.ones(self.size),
        )
        assert found.status == 0, found.message
        return found.fun
