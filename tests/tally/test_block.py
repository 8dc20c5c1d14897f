"""The block counts as a sheet of marks does, and knows nobody."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally import block, marks_of
from tests.tally.samples import SHAPE, batches, responses, sheet_of


def folded(*parts):
    bits = block.Bits()
    for part in parts:
        block.fold(bits, [marks_of(SHAPE, **one) for one in part])
    return bits


def counts(bits):
    return Counter({mark: kept.bit_count() for mark, kept in bits.items() if kept})


@given(batches, st.data())
def test_folding_in_parts_counts_what_was_said(batch, data):
    cut = data.draw(st.integers(0, len(batch)))
    assert counts(folded(batch[:cut], batch[cut:])) == sheet_of(batch).marks


@given(batches, responses)
def test_a_response_taken_out_leaves_no_trace_in_the_counts(before, response):
    bits = folded(before, [response])
    assert block.take_out(bits, marks_of(SHAPE, **response))
    assert counts(bits) == sheet_of(before).marks


@given(batches, responses)
def test_who_was_not_counted_cannot_be_taken_out(batch, response):
    marks = marks_of(SHAPE, **response)
    others = [one for one in batch if marks_of(SHAPE, **one) != marks]
    bits = folded(others)
    before = dict(bits)
    assert not block.take_out(bits, marks)
    assert bits == before


def test_somebody_with_more_or_fewer_marks_is_not_the_one_sought():
    bits = block.Bits()
    block.fold(bits, [{("responses", "", ""), ("value", "a", "x"), ("value", "b", "y")}])
    assert block.place_like(bits, {("responses", "", ""), ("value", "a", "x")}) is None
    assert block.place_like(bits, {("responses", "", ""), ("value", "c", "z")}) is None


def test_the_place_of_who_went_is_given_to_who_comes_next():
    mark, other = {("responses", "", "")}, {("responses", "", ""), ("value", "a", "x")}
    bits = block.Bits()
    block.fold(bits, [mark, other, mark])
    block.take_out(bits, other)
    block.fold(bits, [other])
    assert bits["responses", "", ""] == 0b111
    assert bits["value", "a", "x"] == 0b010


def test_a_block_takes_no_more_than_it_has_places():
    mark = {("responses", "", "")}
    bits = block.Bits()
    assert block.fold(bits, [mark] * (block.SIZE - 3)) == block.SIZE - 3
    assert block.fold(bits, [mark] * 5) == 3
    assert bits["responses", "", ""].bit_count() == block.SIZE
    assert block.free_places(bits, 1) == []


@given(st.sets(st.integers(0, 300)), st.integers(0, 100))
def test_free_places_are_the_lowest_where_nobody_stands(taken, wanted):
    bits = {("responses", "", ""): block.with_bits(0, taken)}
    expected = [place for place in range(500) if place not in taken][:wanted]
    assert block.free_places(bits, wanted) == expected
