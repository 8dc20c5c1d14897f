"""Counts as a staircase: rounded to fives, each cell from a secret place of its own.

A cell is a set of conditions ("waited is yes" and "language is ar"); x people meet them all. Its
offset u, 0 to 4, follows from a key that nobody who reads results has, and stays for ever. What is
told is 5 * floor((x + u) / 5), and only from first_shown() on. So:

- it is right on average, never off by more than 4, and looking again never averages it out;
- all that is ever told of a cell depends on x + u alone. A reader cannot tell x from x + 1 with an
  offset one lower, not over time, and not by sending answers of her own: coming into sight is a
  step of the staircase like any other;
- the same people have the same offset wherever they are counted, so that many tables about the
  same people are no more than one.

Sources: random rounding to base 5 (Statistics Canada; Nargundkar & Saveland 1972) and cell keys
(Fraser & Wooton, "A proposed method for confidentialising tabular output to protect against
differencing", UNECE work session on statistical data confidentiality, 2005), where the noise
belongs to the cell. There it follows from who is in the cell; here from what they have in common,
because a cell that grows would otherwise be given new noise with each answer.
"""

from collections.abc import Callable, Iterable

STEP = 5
ANSWERED = ""  # as a value: whoever answered the question at all

Condition = tuple[str, str]  # (question, value)
Cell = tuple[Condition, ...]  # in order; () is everybody
Offset = Callable[[Cell], int]


def cell(*conditions: Condition) -> Cell:
    """The one way to write these conditions, in whatever order they are named."""
    return tuple(sorted(conditions))


def first_shown(smallest: int) -> int:
    """The least figure that is ever told: a multiple of 5.

    It is so high that fewer than `smallest` people never reach it, whatever their offset, and the
    same for all offsets, so that the first figure tells no more of its offset than a later one.
    """
    return -(-(smallest + STEP - 1) // STEP) * STEP


def on_the_staircase(count: int, u: int) -> int:
    """The figure for `count` people in a cell whose offset is u."""
    return (count + u) // STEP * STEP


def common(conditions: Iterable[Condition]) -> Cell:
    """The cell whose offset these people have: having answered at all is no mark of its own."""
    return tuple(sorted(each for each in conditions if each[1] != ANSWERED))
