"""How far coders agree beyond chance: Krippendorff's alpha for nominal data.

K. Krippendorff, Content Analysis: An Introduction to Its Methodology, 3rd ed., Sage 2013, ch. 12;
"Computing Krippendorff's Alpha-Reliability", University of Pennsylvania 2011, section C (nominal
data, any number of observers, missing data). Customary readings, from the same book: conclusions
rest on 0.800 and more; between 0.667 and 0.800 they are tentative.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

RELIABLE = 0.8
TENTATIVE = 0.667


@dataclass(frozen=True)
class Agreement:
    """alpha: 1 is perfect, 0 what chance gives; None if nothing varies or no unit was coded twice.

    units: how many at least two coders coded. pairable: how many codings these have.
    """

    alpha: float | None
    units: int
    pairable: int

    @property
    def reading(self) -> str:
        """ "reliable", "tentative", "unreliable", or "unknown"."""
        if self.alpha is None:
            return "unknown"
        if self.alpha >= RELIABLE:
            return "reliable"
        return "tentative" if self.alpha >= TENTATIVE else "unreliable"


def agreement(units: Iterable[Sequence[Hashable | None]]) -> Agreement:
    """units: for each unit what the coders said, None where one said nothing.

    alpha = 1 - (n - 1) * (sum of off-diagonal coincidences) / (n² - sum of n_c²).
    """
    pairable = [values for unit in units if len(values := _said(unit)) > 1]
    n = sum(map(len, pairable))
    of_value = Counter(value for values in pairable for value in values)
    by_chance = n * n - sum(count * count for count in of_value.values())
    if not by_chance:
        return Agreement(None, len(pairable), n)
    observed = sum((_disagreements(values) for values in pairable), Fraction(0))
    alpha = 1 - (n - 1) * observed / by_chance
    return Agreement(float(alpha), len(pairable), n)


def _said(unit: Sequence[Hashable | None]) -> list[Hashable]:
    return [value for value in unit if value is not None]


def _disagreements(values: list[Hashable]) -> Fraction:
    """What one unit adds off the diagonal of the coincidence matrix: its pairs over m - 1."""
    m = len(values)
    alike = sum(count * (count - 1) for count in Counter(values).values())
    return Fraction(m * (m - 1) - alike, m - 1)
