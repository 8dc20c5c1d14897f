"""The index is written: responses are folded in, taken out, and counted anew from the answers.

Many rows are written at a time, so these statements are not built by the ORM.
"""

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from lipnet import tally
from lipnet.core.db import ask, ask_many
from lipnet.surveys.frozen import shape_of
from lipnet.surveys.models import AnonymousAnswer, Response, SurveyVersion
from lipnet.tally import Mark, block

FILLED = "SELECT block, count FROM tally_block WHERE version_id = ? AND what = 'responses'"
READ = "SELECT what, question, value, bits FROM tally_block WHERE version_id = ? AND block = ?"
PUT = """
    INSERT INTO tally_block (version_id, what, question, value, block, count, bits)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (version_id, question, what, value, block)
    DO UPDATE SET count = excluded.count, bits = excluded.bits
"""
DROP = """
    DELETE FROM tally_block
    WHERE version_id = ? AND what = ? AND question = ? AND value = ? AND block = ?
"""
DROP_ALL = "DELETE FROM tally_block WHERE version_id = ?"

ROWS_AT_ONCE = 5_000
PLAIN, PACKED = b"=", b"z"
SPARSE = 16  # packed if fewer than one in so many

Marks = Collection[Mark]


def fold_in(version: SurveyVersion, rows: Sequence[AnonymousAnswer]) -> None:
    """Count settled responses, in the order given: shuffle them before."""
    waiting = [_marks(version, row) for row in rows]
    for number in _numbers_with_room(version):
        if not waiting:
            return
        bits = read_block(version, number)
        placed = block.fold(bits, waiting)
        touched = {mark for marks in waiting[:placed] for mark in marks}
        _write(version, number, {mark: bits[mark] for mark in touched})
        waiting = waiting[placed:]


def take_out(version: SurveyVersion, row: AnonymousAnswer) -> bool:
    """Stop counting a response; False if nobody who answered like this is counted."""
    marks = _marks(version, row)
    for number in _filled(version):
        bits = read_block(version, number)
        if block.take_out(bits, marks):
            _write(version, number, {mark: bits[mark] for mark in marks})
            return True
    return False


def rebuild(version: SurveyVersion, tick: Callable[[int], object] = lambda _: None) -> int:
    """Count a version anew from its settled answers; tick(rows) is told of each block's rows."""
    ask(DROP_ALL, version.id)
    number, bits, counted = 0, block.Bits(), 0
    for rows in settled(version):
        waiting = [_marks(version, row) for row in rows]
        while (placed := block.fold(bits, waiting)) < len(waiting):
            _write(version, number, bits)
            number, bits, waiting = number + 1, block.Bits(), waiting[placed:]
        counted += len(rows)
        tick(len(rows))
    _write(version, number, bits)
    return counted


def read_block(version: SurveyVersion, number: int) -> block.Bits:
    rows = ask(READ, version.id, number).fetchall()
    return block.Bits({(what, name, value): as_bits(bits) for what, name, value, bits in rows})


def blocks_of(version: SurveyVersion) -> Iterator[block.Bits]:
    return (read_block(version, number) for number in _filled(version))


def as_bits(stored: bytes) -> int:
    content = bytes(stored)
    whole = zlib.decompress(content[1:]) if content[:1] == PACKED else content[1:]
    return int.from_bytes(whole, "little")


def settled(version: SurveyVersion, at_once: int = ROWS_AT_ONCE) -> Iterator[list[Response]]:
    """Every settled response of a version, in the order of the random keys, some at a time."""
    last = ""
    while True:
        found = Response.select().where(Response.version == version, Response.key > last)
        rows = list(found.order_by(Response.key).limit(at_once))
        if not rows:
            return
        yield rows
        last = rows[-1].key


def _marks(version: SurveyVersion, row: AnonymousAnswer) -> Marks:
    return tally.marks_of(
        shape_of(version), row.answers, language=row.language, mode=row.mode, day=row.day
    )


def _filled(version: SurveyVersion) -> dict[int, int]:
    """The number of each block -> how many stand in it."""
    return dict(sorted(ask(FILLED, version.id).fetchall()))


def _numbers_with_room(version: SurveyVersion) -> Iterable[int]:
    """Blocks with free places, and then new ones without end."""
    filled = _filled(version)
    yield from (number for number, count in filled.items() if count < block.SIZE)
    number = max(filled, default=-1)
    while True:
        yield (number := number + 1)


def _write(version: SurveyVersion, number: int, bits: block.Bits) -> None:
    some = [(mark, kept) for mark, kept in bits.items() if kept]
    ask_many(
        PUT, [(version.id, *mark, number, kept.bit_count(), as_stored(kept)) for mark, kept in some]
    )
    ask_many(DROP, [(version.id, *mark, number) for mark, kept in bits.items() if not kept])


def as_stored(bits: int) -> bytes:
    """Packed where few have the mark: what few have said takes little room then."""
    whole = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    if bits.bit_count() * SPARSE < bits.bit_length():
        return PACKED + zlib.compress(whole, 1)
    return PLAIN + whole
