"""What the readings of several periods come to. Pure.

A reading here is a number, or None where there was nothing to report or nothing was said. An
increment is added up; of a total the last one holds. So an indicator asked by the quarter and one
asked by the year agree: the sum of the quarters is the year, the last quarter's total the year's.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal


def come_to(counted: str, values: Iterable[Decimal | None]) -> Decimal | None:
    """What the readings, in their order, come to together; None where no number is among them."""
    told = [value for value in values if value is not None]
    if not told:
        return None
    return sum(told, Decimal(0)) if counted == "increment" else told[-1]


def so_far(counted: str, values: Sequence[Decimal | None]) -> list[Decimal | None]:
    """What they had come to after each: the line that grows towards the target."""
    return [come_to(counted, values[: at + 1]) for at in range(len(values))]
