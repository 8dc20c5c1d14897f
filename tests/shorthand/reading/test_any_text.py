"""Whatever the text, reading it ends, in bounded time, with places that lie in it."""

import sys
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lipnet.shorthand.reading import LONGEST, TooLong, propose
from lipnet.shorthand.reading.languages import languages_of
from lipnet.shorthand.reading.masking import folded, masked

PIECES = (
    "ACTION", "MOTION", "Present:", "Présents :", "Regrets", "MOVED by", "SECONDED", "CARRIED",
    "Amina Okafor", "ben", "@carla", "to write", "will call", "s'en chargera", "il faudra",
    "adopté à l'unanimité", "by April 30", "d'ici le 31 février", "2026-02-30", "12/13/2026",
    "- [ ] ", "- [x] ", "# ", "====", "----", "| a | b |", "|---|---|", "1. ", "    - ", "\n",
    "\n\n", "\t", " ", ":", ".", "->", "(", ")", "[", "](http://x)", "<!--", "-->", "~~", "**",
    "`", "---\n", "title: x", "\u00a0", "\u2028", "\x0c", "İ", "ß", "ﬁ", "é", "🗓", "\ud7ff",
    "Acuerdan:", "Aufgaben", "besloten", "hay que", "M/S: A / B", "??:", "#action", "#decision",
)  # fmt: skip
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dar", "fen")
ENDINGS = [f"{one}{other}" for one in SYLLABLES for other in SYLLABLES]
PEOPLE = [f"{first.title()}na {end.title()}ov" for end in ENDINGS for first in SYLLABLES]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=60).map("".join)
HOSTILE = {
    "one letter": "a" * 400_000,
    "capitals": "Ana " * 100_000,
    "brackets": "[" * 200_000,
    "closing": "](" * 100_000,
    "comments": "<!--" * 100_000,
    "tags": "<a " * 130_000,
    "spaces": " " * 400_000,
    "stars": "*" * 400_000,
    "pipes": "|" * 200_000 + "\n" + "| a " * 50_000 + "|",
    "boxes": "- [ ] a\n" * 20_000,
    "actions": "ACTION: Ana to write 1\n" * 2_000,
    "different actions": "".join(f"ACTION: Ana{n} to write {n} letters\n" for n in range(2_000)),
    "motions": "MOTION by Ana that x\nSECONDED by Ben\nCARRIED\n" * 1_000,
    "presence": "Present: " + "Ana Ruiz, " * 10_000,
    "lines in small letters": "a b c d e f\n" * 10_000,
    "dates": "by 30 April 2026 " * 20_000,
    "quotes": "a" + "'" * 300_000,
    "dashes": "a -" * 100_000,
    "colons": "A: " * 100_000,
    "full stops": "." * 200_000,
    "a gap": "Present:" + " " * 200_000 + "!",
    "marks that become gaps": "Present: " + "<a>" * 60_000 + "!",
    "people in columns": "# Present\n" + "Ana Ruiz    Ben Roy\n" * 2_500,
    "columns": "Present:    Ana Ruiz     Library\n" * 1_000,
    "brackets in labels": ("A" + "()" * 29 + " x\n") * 1_000,
    "a wide table": "| Name " * 40_000 + "|\n" + "| Ana " * 20_000 + "|\n",
    "a name without end": "Present: A"
    + "n" * 200_000
    + " Ruiz\nAn"
    + "n" * 150_000
    + " will write\n",
    "nothing but names": "Present:\n"
    + "\n".join(f"{each} {each[::-1].title()}" for each in PEOPLE),
    "wiki links": "[[" * 150_000,
}


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_reading_never_fails_and_every_place_lies_in_the_text(text):
    found = propose(text)
    for each in (*found.actions, *found.decisions):
        assert 0 <= each.start < each.end <= len(text)
        assert each.text


SENTENCES = st.lists(
    st.sampled_from(
        (
            "ACTION: Ana to write to the city by 30 April.",
            "Ben will call the library.",
            "DECISION: keep the logo.",
            "MOTION: That the plan be adopted.",
            "- [ ] Carla: book the hall",
            "Marie enverra la liste à tous.",
            "Il est convenu de tenir les rencontres en ligne.",
            "Nothing else was said.",
        )
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(SENTENCES, st.sampled_from(("\n", "\n\n", "\n\n\n  ", " \t\n\n")))
def test_each_place_is_the_sentence_in_the_text(sentences, gap):
    text = "Minutes, 12 March 2026\n\nPresent: Ana, Ben, Carla, Marie\n\n" + gap.join(sentences)
    found = propose(text)
    for action in found.actions:
        assert " ".join(text[action.start : action.end].split()) == action.text
    for decision in found.decisions:
        assert " ".join(text[decision.start : decision.end].split()) in decision.text


def test_what_is_agreed_on_below_a_motion_is_a_decision_of_its_own():
    agreed = "Il est convenu de tenir les rencontres en ligne."
    found = propose(f"MOTION: That the plan be adopted.\n{agreed}\n{agreed}").decisions
    assert [each.text for each in found] == ["That the plan be adopted.", agreed]
    assert found[0].outcome == ""


@given(TEXTS)
def test_a_text_made_ready_is_as_long_as_before(text):
    assert len(masked(text)) == len(folded(text)) == len(text)
    assert masked(text).count("\n") >= text.count("\n")


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_read_in_bounded_time(kind):
    begun = time.process_time()
    propose(HOSTILE[kind], "en")
    assert time.process_time() - begun < 15


def steps_of(act) -> int:
    """How many functions were called meanwhile: the same on a quiet and on a busy machine."""
    calls = Counter()
    sys.setprofile(lambda frame, event, what: calls.update([event]))
    try:
        act()
    finally:
        sys.setprofile(None)
    return calls["call"] + calls["c_call"]


def test_nothing_but_names_takes_few_steps_for_each_of_them():
    few, many = ("Present:\n" + "\n".join(PEOPLE[:count]) for count in (450, 600))
    more = steps_of(lambda: propose(many)) - steps_of(lambda: propose(few))
    assert more < 150 * 1500


def test_who_comes_after_the_first_four_hundred_is_not_read():
    found = propose("Present:\n" + "\n".join(PEOPLE)).attendees
    assert [each.name for each in found] == PEOPLE[:400]


def test_a_text_that_is_too_long_is_refused():
    with pytest.raises(TooLong):
        propose("a" * (LONGEST + 1))


def test_a_place_is_the_words_that_were_read():
    text = (
        "# Minutes, 12 March 2026\n\nPresent: Ana Ruiz\n\n- [ ] Ana: [call](http://x) *Ben* now\n"
    )
    (action,) = propose(text).actions
    assert text[action.start : action.end] == "Ana: [call](http://x) *Ben* now"
    assert action.text == "Ana: call Ben now"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The minutes of the meeting were approved and we will send them to the board.", ("en",)),
        ("Le comité a adopté le procès-verbal de la séance et les membres sont d'accord.", ("fr",)),
        ("La junta aprueba el acta de la reunión y los socios que asisten.", ("es",)),
        ("Der Verein hat das Protokoll der Sitzung genehmigt und die Aufgaben verteilt.", ("de",)),
        ("Het bestuur heeft de notulen van de vergadering goedgekeurd en de acties.", ("nl",)),
        ("", ("en",)),
    ],
)
def test_the_language_is_guessed(text, tags):
    assert languages_of(text) == tags
