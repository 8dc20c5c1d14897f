"""The line of an indicator over its periods, from where it began towards where it should go.

Laid out in thousandths of the width from the reading start, and mirrored at the end; heights are
pixels from the top. What stands on the line stands in the table beside it too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDE, HIGH = 1000, 180
EDGE, HEAD, FOOT = 40, 26, 14


@dataclass(frozen=True)
class Dot:
    """x in percent of the width, as it is drawn."""

    x: float
    y: float


@dataclass(frozen=True)
class LinePicture:
    """The line as a path, a dot for each reading, and the heights of baseline and target."""

    path: str
    dots: list[Dot]
    baseline: float | None
    target: float | None
    height: int = HIGH


def drawn_line(
    values: Sequence[Decimal | None],
    baseline: Decimal | None,
    target: Decimal | None,
    mirrored: bool = False,
) -> LinePicture | None:
    """`values` in time's order, None where nothing was known yet; None if nothing can be drawn."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    high = _scale([*known, *(each for each in (baseline, target) if each is not None)])
    places = _places(len(values), mirrored)
    points = [(x, high(v)) for x, v in zip(places, values, strict=True) if v is not None]
    return LinePicture(
        path="M" + " L".join(f"{x:.0f} {y:.1f}" for x, y in points),
        dots=[Dot(round(x / WIDE * 100, 2), y) for x, y in points],
        baseline=None if baseline is None else high(baseline),
        target=None if target is None else high(target),
    )


def _places(count: int, mirrored: bool) -> list[float]:
    step = (WIDE - 2 * EDGE) / (count - 1) if count > 1 else 0
    first = EDGE if count > 1 else WIDE / 2
    places = [first + step * at for at in range(count)]
    return [WIDE - place for place in places] if mirrored else places


def _scale(shown: list[Decimal]):
    """Heights from nought (or the lowest below it) to the highest of all that is shown."""
    low, most = min(Decimal(0), *shown), max(Decimal(0), *shown)
    length = (most - low) or Decimal(1)
    return lambda value: round(
        HIGH - FOOT - float((value - low) / length) * (HIGH - HEAD - FOOT), 1
    )
