"""The first three characters of a postal code: how they are read, and which are accepted."""

import pytest

from lipnet.questionnaire import answering, editing
from lipnet.questionnaire.postal import CONSTRAINT, is_postal_area
from lipnet.questionnaire.typed import read
from lipnet.surveys.editor.postal_area import banked
from tests.questionnaire.forms import MOMENT, group, question, questionnaire

READ = {
    "k1a ": "K1A",
    " K 1\tA": "K1A",
    "\uff4b\uff11\uff41": "K1A",
    "\u200ek1a\u200e": "K1A",
    "k1a 0b1": "K1A0B1",
    "\u0643\u0661\u0627": "\u0643\u0661\u0627",
    "\u200e": None,
}


@pytest.mark.parametrize("raw", READ)
def test_it_is_kept_in_capitals_without_blanks_and_reads_again_as_itself(raw):
    found = read("text", raw, appearance=("postal-area",))
    assert found == READ[raw]
    assert read("text", found, appearance=("postal-area",)) == found


def test_any_other_text_stays_as_it_was_typed():
    assert read("text", "k1a 0b1", appearance=("multiline",)) == "k1a 0b1"
    assert read("integer", "12", appearance=("postal-area",)) == 12


def asked(raw):
    area = question("area", constraint=CONSTRAINT, appearance=("postal-area",))
    return answering.check_answers(answering.compile(questionnaire(area)), {"area": raw}, MOMENT)


@pytest.mark.parametrize("raw", ["K1A", "k7l", "h3z", "V6w", "x0x", "A1A"])
def test_what_begins_a_postal_code_is_accepted(raw):
    assert asked(raw).answers == {"area": raw.upper()}
    assert not asked(raw).problems


@pytest.mark.parametrize(
    "raw",
    ["K1A 0B1", "K1", "1K1", "KAA", *(f"{letter}1A" for letter in "DFIOQUWZ")]
    + [f"K1{letter}" for letter in "DFIOQU"] + ["K\u0661A", "\u00c91A"],
)  # fmt: skip
def test_what_begins_no_postal_code_is_not(raw):
    assert [problem.code for problem in asked(raw).problems] == ["constraint"]


def test_the_bank_asks_by_the_same_rule():
    [model] = banked().questions()
    assert is_postal_area(model)
    assert model.constraint.source == CONSTRAINT


def test_a_text_becomes_one_with_rule_message_and_hint_and_goes_back():
    before = questionnaire(question("area", label={"en": "Where?"}, appearance=("multiline",)))
    before = editing.set_languages(before, ["en", "fr", "ar"], "en")
    made = editing.ask_postal_area(before, "area", banked())
    area = made.question("area")
    assert area.appearance == ("postal-area",)
    assert area.constraint.source == CONSTRAINT
    assert set(area.constraint_message) == set(area.hint) == {"en", "fr", "ar"}
    assert area.label == {"en": "Where?"}
    assert made.states["question/area/constraint_message"] == {"ar": "machine", "fr": "machine"}
    back = editing.ask_plainly(made, "area", "text", banked()).question("area")
    assert (back.appearance, back.constraint, back.hint) == ((), None, {})


def test_own_words_and_an_own_rule_survive_another_kind():
    before = questionnaire(question("area", hint={"en": "Ours"}))
    made = editing.ask_postal_area(before, "area", banked())
    ruled = editing.set_rule(made, "area", "constraint", ". != ''")
    back = editing.ask_plainly(ruled, "area", "text", banked()).question("area")
    assert (back.hint, back.constraint.source) == ({"en": "Ours"}, ". != ''")


@pytest.mark.parametrize(
    ("row", "order"),
    [
        (2, ["new", "a", "g", "b", "c"]),
        (4, ["a", "new", "g", "b", "c"]),
        (6, ["a", "g", "new", "b", "c"]),
        (8, ["a", "g", "b", "new", "c"]),
        (20, ["a", "g", "b", "c", "new"]),
    ],
)
def test_in_the_row_that_was_left_out(row, order):
    whole = questionnaire(
        question("a", source="survey!B3"),
        group("g", question("b", source="survey!B7"), source="survey!B5"),
        question("c", source="survey!B10"),
    )
    made = editing.add_in_row(whole, banked(), "new", row)
    assert [item.name for item in editing.every_item(made.items)] == order
