"""Every text of a questionnaire has an address, and is read and set by it."""

from dataclasses import replace

import pytest

from lipnet.questionnaire import Choice
from lipnet.questionnaire.addresses import (
    every_text,
    text_at,
    with_text,
    with_texts,
    without_language,
)
from tests.questionnaire.forms import group, question, questionnaire

FORM = questionnaire(
    group("life", question("came", "select_one yn", hint={"fr": "Une réponse"})),
    question("why", "select_one", list_name="yn", required_message={"en": "Say why"}),
    question("sum", "calculate", label={"en": "Never seen"}),
    yn="yes no",
    spare="x",
)
FORM = replace(
    FORM, items=(group("life", replace(FORM.question("came"), list_name="yn")), *FORM.items[1:])
)


def addresses(form=FORM):
    return [text.address for text in every_text(form)]


def test_texts_stand_in_the_order_in_which_people_meet_them():
    assert addresses() == [
        "title",
        "group/life/label",
        "question/came/label",
        "question/came/hint",
        "choice/yn/yes/label",
        "choice/yn/no/label",
        "question/why/label",
        "question/why/required_message",
        "question/sum/label",
        "choice/spare/x/label",
    ]


def test_what_nobody_answering_reads_does_not_show():
    hidden = [text.address for text in every_text(FORM) if not text.shows]
    assert hidden == ["title", "question/sum/label", "choice/spare/x/label"]


def test_a_text_is_set_and_taken_away_and_the_rest_stays():
    for address in addresses():
        changed = with_text(FORM, address, "ar", "نص")
        assert text_at(changed, address).texts["ar"] == "نص"
        assert with_text(changed, address, "ar", "") == FORM


def test_a_place_without_text_can_be_filled_and_an_unknown_one_not():
    assert text_at(with_text(FORM, "question/why/hint", "en", "H"), "question/why/hint").texts
    with pytest.raises(KeyError, match="question/nobody/label"):
        with_texts(FORM, "en", {"question/nobody/label": "x", "question/why/label": "y"})
    with pytest.raises(KeyError):
        text_at(FORM, "question/nobody/label")


def test_groups_and_choices_of_one_name_have_addresses_of_their_own():
    twice = replace(
        questionnaire(group("part", question("a")), group("part", question("b"))),
        choices={"city": (Choice("x", {"en": "North"}), Choice("x", {"en": "South"}))},
    )
    found = addresses(twice)
    assert "group/part/label" in found and "group/part~2/label" in found
    assert text_at(twice, "choice/city/x~2/label").texts == {"en": "South"}
    changed = with_text(twice, "group/part~2/label", "fr", "Suite")
    assert "fr" not in changed.items[0].label and changed.items[1].label["fr"] == "Suite"


def test_a_language_goes_with_all_its_texts():
    filled = with_texts(FORM, "so", dict.fromkeys(addresses(), "qoraal"))
    assert without_language(filled, "so") == FORM
