"""A block of the bitmap index: 65,536 places, and for each mark an integer with a bit per place.

Counting is adding up bits, filtering is & and |; Python's integers do both at the speed of memory.
A place belongs to no response in particular: whoever answered alike can stand in each other's
place, so that nothing here leads to a row, and taking a response out needs no note of where it is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from lipnet.tally.marks import RESPONSES, Mark

SIZE = 65_536


class Bits(dict[Mark, int]):
    """Mark -> who has it, a bit per place."""


def free_places(block: Bits, wanted: int) -> list[int]:
    """The lowest places where nobody stands, `wanted` of them or as many as there are."""
    taken = block.get(RESPONSES, 0)
    found: list[int] = []
    place = 0
    while len(found) < wanted and place < SIZE:
        if not taken >> place & 1:
            found.append(place)
        elif (taken >> place) & (run := (1 << 64) - 1) == run:
            place += 63
        place += 1
    return found


def fold(block: Bits, responses: Sequence[Collection[Mark]]) -> int:
    """Put as many of the responses as there is room for into the block; returns how many.

    They take the free places in the order given: shuffle them before.
    """
    places = free_places(block, len(responses))
    standing: defaultdict[Mark, list[int]] = defaultdict(list)
    for marks, place in zip(responses, places, strict=False):
        for mark in marks:
            standing[mark].append(place)
    for mark, new in standing.items():
        block[mark] = with_bits(block.get(mark, 0), new)
    return len(places)


def with_bits(bits: int, places: Iterable[int]) -> int:
    """`bits` with a 1 at each of the places."""
    whole = bytearray(bits.to_bytes(SIZE // 8, "little"))
    for place in places:
        whole[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(whole, "little")


def place_like(block: Bits, marks: Collection[Mark]) -> int | None:
    """A place where somebody with exactly these marks stands; None if there is none."""
    alike = block.get(RESPONSES, 0)
    for mark in marks:
        alike &= block.get(mark, 0)
    for mark in block.keys() - set(marks):
        alike &= ~block[mark]
    return (alike & -alike).bit_length() - 1 if alike else None


def take_out(block: Bits, marks: Collection[Mark]) -> bool:
    """Clear a place with exactly these marks; False if nobody in the block has them."""
    place = place_like(block, marks)
    if place is None:
        return False
    for mark in marks:
        block[mark] &= ~(1 << place)
    return True
