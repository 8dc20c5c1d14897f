"""Lines of text for files, in which nothing wraps by itself."""

import unicodedata
from collections.abc import Iterator

WIDE, USUAL, CAPITAL, NARROW = 1.0, 0.57, 0.7, 0.3
ETHIOPIC = range(0x1200, 0x13A0)


def width_of(text: str, size: float) -> float:
    """About how wide a text is in a usual sans serif, rather too wide than not."""
    return sum(map(_width_of_letter, text)) * size


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The lines of a text, none wider than `width`; a word too long for a line is cut."""
    lines, line = [], ""
    for word in _pieces(text, width, size):
        longer = f"{line} {word}".strip() if word.strip() else line
        if line and width_of(longer, size) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _pieces(text: str, width: float, size: float) -> Iterator[str]:
    for word in text.split():
        while width_of(word, size) > width:
            cut = max(1, _fitting(word, width, size))
            yield word[:cut]
            word = word[cut:]
        yield word


def _fitting(word: str, width: float, size: float) -> int:
    """How many letters fit; never parted from the marks that stand on them."""
    cut = next(n for n in range(len(word), -1, -1) if width_of(word[:n], size) <= width)
    while cut > 1 and unicodedata.combining(word[cut]):
        cut -= 1
    return cut


def _width_of_letter(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE
    if letter in " .,:;'|ilI!\u00a0":
        return NARROW
    return CAPITAL if letter.isupper() or ord(letter) in ETHIOPIC or letter in "mw%" else USUAL
