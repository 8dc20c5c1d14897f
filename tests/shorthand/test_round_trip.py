"""Text -> records -> text keeps every record, and two texts put together lose no line."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from lipnet.shorthand.lines import MARK
from lipnet.shorthand.merging import marked, respelled, together
from lipnet.shorthand.recording import read
from lipnet.shorthand.writing import write
from tests.shorthand.people import SITTING
from tests.shorthand.test_grammar import SITTING_TEXT

SAID = (
    "MOTION PROPOSITION M/S M/S/C P/A CARRIED ADOPTÉE REJETÉE TABLED CONSENSUS DECISION DÉCISION "
    "ACTION SUIVI NOTE REMARK REMARQUE IN OUT ARRIVÉE DÉPART CONFLICT CONFLIT carried motion # ## "
    "BECAUSE BECAUSE: VU PARCE QUE because F12, f-12 F1 A-7 N3 evening F99 at AT À 18:42: "
    "✓ : / @Paré @okafor Dana Silva due by pour le 30 31 Feb avril 2027 9-0-1 9-0 18:20 18 h 5 "
    "– - , ; that we meet of interest and et 3 3. à l'unanimité Friday ( ) @"
)
WORDS = st.sampled_from(SAID.split())
LINES = st.one_of(
    st.lists(WORDS, max_size=9).map(" ".join),
    st.lists(WORDS, max_size=9).map(" ".join).map("  {}".format),
    st.sampled_from(SITTING_TEXT.split("\n")),
    st.text(max_size=30),
)
TEXTS = st.lists(LINES, max_size=14).map("\n".join)
LANGUAGES = st.sampled_from(["en", "fr", "es"])


@given(TEXTS, LANGUAGES)
@example(SITTING_TEXT, "en")
@example(SITTING_TEXT, "fr")
def test_text_to_records_to_text_keeps_every_record(text, language):
    sitting = replace(SITTING, language=language)
    records = read(text, sitting).records
    written = write(records, language)
    assert read(written, sitting).records == records
    assert write(read(written, sitting).records, language) == written


@given(TEXTS)
def test_every_line_that_says_something_is_in_one_record(text):
    reading = read(text, SITTING)
    numbers = [number for record in reading.records for number in record.lines]
    said = [
        number
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
        if line.strip(f"{MARK} \t").strip()
    ]
    assert sorted(numbers) == said
    assert {found.place.line for found in reading.findings} <= set(numbers)


def bare(line):
    return line.lstrip(f"{MARK} ").rstrip()


def is_within(few, many):
    rest = iter(many)
    return all(any(bare(line) == bare(other) for other in rest) for line in few)


SHORT = st.lists(st.sampled_from(["a", "b", f"{MARK} a", "# 2", "# 3", "", "c"]), max_size=8)


@given(SHORT, SHORT)
def test_two_texts_put_together_lose_no_line(theirs, mine):
    put = together("\n".join(theirs), "\n".join(mine)).split("\n")
    assert is_within(theirs, put)
    assert is_within(mine, put)
    count = sum(map(bool, map(str.strip, put)))
    assert count <= sum(map(bool, map(str.strip, (*theirs, *mine))))


def test_both_add_under_their_own_heading():
    before = "# 1\nhello"
    theirs, mine = f"{before}\n# 2\nnext", f"{before}\nmore"
    assert together(theirs, mine) == "# 1\nhello\nmore\n# 2\nnext"


def test_what_one_has_kept_stays_kept():
    assert together("✓ MOTION: x\nb", "MOTION: x\nc") == "✓ MOTION: x\nb\nc"


def test_lines_are_marked_once():
    once = marked("a\nMOTION: x\n  and y\n", {2, 3})
    assert once == "a\n✓ MOTION: x\n  ✓ and y\n"
    assert marked(once, {2, 3}) == once
    assert read(once, SITTING).records[1].text == "x\nand y"


def test_a_name_is_put_right_where_it_stands():
    assert respelled("Dana\nACTION @Dana: x", 2, "Dana", "Dana Silva") == (
        "Dana\nACTION @Dana Silva: x"
    )
    assert respelled("BECAUSE: F1, F12", 1, "F1", "A7") == "BECAUSE: A7, F12"
    assert respelled("a", 5, "a", "b") == "a"
