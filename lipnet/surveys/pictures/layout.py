"""Where the pieces of a picture stand: shares in, fractions of the plot out."""

from collections.abc import Sequence

from lipnet.surveys.pictures.shapes import HIDDEN, HIDDEN_WIDTH, Part

STRONGEST = 3
ROOM_FOR_TEXT = 0.1  # a narrower piece says nothing
Share = float | None  # None: hidden


def width_of(share: Share) -> float:
    """A hidden share is as wide as any other hidden one."""
    return HIDDEN_WIDTH if share is None else share


def bar(share: Share, longest: float = 1, tone: str = "fill") -> tuple[Part, ...]:
    """One bar from the start; `longest` is the share that fills the plot."""
    if share is None:
        return (Part(0, HIDDEN_WIDTH, HIDDEN),)
    return (Part(0, min(1.0, share / longest) if longest else 0, tone),)


def diverging(rows: Sequence[Sequence[Share]]) -> tuple[list[tuple[Part, ...]], float]:
    """Stacked bars with the middle of the scale on one line: (the pieces of each row, that line).

    The middle category lies half on either side. R. M. Heiberger and N. B. Robbins, "Design of
    Diverging Stacked Bar Charts for Likert Scales", Journal of Statistical Software 57(5), 2014.
    """
    before = [_before_the_middle([width_of(share) for share in row]) for row in rows]
    after = [sum(map(width_of, row)) - low for row, low in zip(rows, before, strict=True)]
    low, high = max(before, default=0), max(after, default=0)
    scale = 1 / (low + high) if low + high else 0
    drawn = [
        _pieces(row, (low - own) * scale, scale) for row, own in zip(rows, before, strict=True)
    ]
    return drawn, low * scale if scale else 0.5


def stacked(rows: Sequence[Sequence[Share]]) -> list[tuple[Part, ...]]:
    """Bars that begin at the start, each piece after the other; tones place-1, place-2 ..."""
    longest = max((sum(map(width_of, row)) for row in rows), default=0)
    scale = 1 / max(1, longest)
    return [_one_after_the_other(row, 0, scale, place_tone) for row in rows]


def scale_tone(position: int, of: int) -> str:
    """The tone of an option of an ordered list: strongest at the ends, none in the middle."""
    half = of // 2
    if of % 2 and position == half:
        return "mid"
    away = half - position if position < half else position - (of - half) + 1
    level = STRONGEST if half == 1 else 1 + round((away - 1) * (STRONGEST - 1) / (half - 1))
    return f"{'low' if position < half else 'high'}-{level}"


def place_tone(position: int, of: int = 0) -> str:
    return f"place-{min(position + 1, 4)}"


def _before_the_middle(widths: Sequence[float]) -> float:
    half = len(widths) // 2
    middle = widths[half] / 2 if len(widths) % 2 else 0
    return sum(widths[:half]) + middle


def _pieces(row: Sequence[Share], start: float, scale: float) -> tuple[Part, ...]:
    return _one_after_the_other(row, start, scale, scale_tone)


def _one_after_the_other(row, start: float, scale: float, tone_of) -> tuple[Part, ...]:
    parts = []
    for position, share in enumerate(row):
        width = width_of(share) * scale
        tone = HIDDEN if share is None else tone_of(position, len(row))
        if width:
            parts.append(Part(start, width, tone, _text(position, width, tone)))
        start += width
    return tuple(parts)


def _text(position: int, width: float, tone: str) -> str:
    """A piece of a ranking says its place; one of a scale is given its share by the caller."""
    has_room = width >= ROOM_FOR_TEXT / 2
    return str(position + 1) if tone.startswith("place") and has_room else ""
