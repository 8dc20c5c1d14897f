"""The state of each text in each language, and how it follows a source that changes."""

from dataclasses import replace

import pytest

from lipnet.questionnaire import from_json, to_json, xlsform
from lipnet.questionnaire.addresses import every_text, with_text
from lipnet.questionnaire.translating import (
    carried_over,
    changes,
    followed,
    has_machine_words,
    progress,
    ready_languages,
    same_but_for_texts,
    translated,
    units,
    with_language,
    without,
)
from lipnet.questionnaire.xlsform.writing import write
from lipnet.sheets.writing import write_workbook
from tests.questionnaire.forms import question, questionnaire

LABEL = "question/bus/label"
FORM = replace(
    questionnaire(question("bus", label={"en": "Do you take the bus?"}), question("walk")),
    languages=("en", "fr"),
)
DONE = {LABEL: ("Prenez-vous l'autobus?", "reviewed"), "question/walk/label": ("Marche", "human")}


def state(form, address=LABEL, tag="fr"):
    return next(unit for unit in units(form, tag) if unit.address == address)


def test_a_text_is_empty_then_what_its_writer_says_it_is():
    assert state(FORM).state == "empty"
    for said in ("draft", "machine", "human", "reviewed"):
        assert state(translated(FORM, "fr", {LABEL: ("Bus?", said)})).state == said
    assert state(translated(translated(FORM, "fr", DONE), "fr", {LABEL: ("", "human")})).state == (
        "empty"
    )


def test_a_text_without_a_state_was_written_by_a_person():
    assert state(with_text(FORM, LABEL, "fr", "Bus?")).state == "human"


def test_a_translation_is_stale_when_its_source_changed_and_shows_what_it_said_before():
    before = translated(FORM, "fr", DONE)
    after = followed(before, with_text(before, LABEL, "en", "Do you take the train?"))
    found = state(after)
    assert (found.state, found.before) == ("stale", "Do you take the bus?")
    assert state(after, "question/walk/label").state == "human"
    twice = followed(after, with_text(after, LABEL, "en", "Do you fly?"))
    assert state(twice).before == "Do you take the bus?"


def test_it_is_no_longer_stale_once_the_source_says_the_same_again_or_it_is_translated_anew():
    before = translated(FORM, "fr", DONE)
    after = followed(before, with_text(before, LABEL, "en", "Do you take the train?"))
    back = followed(after, with_text(after, LABEL, "en", "Do you take the bus?"))
    assert state(back).state == "reviewed"
    assert back.made_from == {}
    anew = translated(after, "fr", {LABEL: ("Prenez-vous le train?", "human")})
    assert state(anew).state == "human"
    assert anew.made_from == {}


def test_writing_in_the_default_language_leaves_its_translations_behind():
    after = translated(translated(FORM, "fr", DONE), "en", {LABEL: ("The train?", "human")})
    assert state(after).state == "stale"


def test_a_new_workbook_keeps_the_states_of_words_that_stayed():
    before = translated(FORM, "fr", DONE)
    fresh = replace(before, states={}, made_from={})
    assert state(carried_over(before, fresh)).state == "reviewed"
    other = with_text(fresh, LABEL, "fr", "Un autre texte")
    assert state(carried_over(before, other)).state == "human"
    reworded = carried_over(before, with_text(fresh, LABEL, "en", "Do you take the train?"))
    assert (state(reworded).state, state(reworded).before) == ("stale", "Do you take the bus?")
    other_source = replace(fresh, default_language="fr")
    assert carried_over(before, other_source) == other_source


def test_who_finds_that_a_stale_text_still_says_the_same_says_so_without_changing_it():
    before = translated(FORM, "fr", DONE)
    stale = followed(before, with_text(before, LABEL, "en", "Do you take the train?"))
    confirmed = followed(stale, translated(stale, "fr", {LABEL: (DONE[LABEL][0], "human")}))
    assert (state(confirmed).state, confirmed.made_from) == ("human", {})


def test_a_language_is_ready_when_nothing_that_shows_is_missing_unfinished_or_stale():
    assert ready_languages(FORM) == ("en",)
    whole = translated(FORM, "fr", DONE)
    assert ready_languages(whole) == ("en", "fr")
    for unfinished in (
        translated(whole, "fr", {LABEL: ("Bus?", "draft")}),
        translated(whole, "fr", {LABEL: ("", "human")}),
        followed(whole, with_text(whole, LABEL, "en", "Other")),
    ):
        assert ready_languages(unfinished) == ("en",)
    machine = translated(whole, "fr", {LABEL: ("Bus?", "machine")})
    assert ready_languages(machine) == ("en", "fr")
    assert has_machine_words(machine, "fr") and not has_machine_words(whole, "fr")


def test_progress_counts_only_what_people_read():
    form = replace(FORM, items=(*FORM.items, question("sum", "calculate")))
    found = progress(translated(form, "fr", {LABEL: ("Bus?", "reviewed")}), "fr")
    assert (found.total, found.counts["reviewed"], found.counts["empty"]) == (2, 1, 1)
    assert (found.share("reviewed"), found.unfinished, found.is_reviewed) == (0.5, 1, False)


def test_a_language_comes_and_goes_without_a_trace():
    grown = translated(with_language(FORM, "so"), "so", {LABEL: ("Baska?", "machine")})
    assert grown.languages == ("en", "fr", "so")
    assert without(grown, "so") == FORM
    with pytest.raises(ValueError, match="default language"):
        without(FORM, "en")


def test_states_and_former_sources_survive_as_json():
    before = translated(FORM, "fr", DONE)
    after = followed(before, with_text(before, LABEL, "en", "Do you take the train?"))
    assert from_json(to_json(after)) == after


def test_a_text_left_behind_stays_so_on_the_way_through_a_workbook():
    before = translated(FORM, "fr", DONE)
    after = followed(before, with_text(before, LABEL, "en", "Do you take the train?"))
    again = xlsform.read(write_workbook(write(after)), "form.xlsx").questionnaire
    assert state(again).state == "stale"
    assert state(again, "question/walk/label").state == "human"


def test_versions_that_differ_in_words_only_ask_the_same():
    assert same_but_for_texts(FORM, translated(with_language(FORM, "so"), "so", DONE))
    assert not same_but_for_texts(FORM, replace(FORM, items=FORM.items[:1]))


def test_a_change_is_told_word_by_word():
    told = [(change.kind, change.text) for change in changes("Take the bus?", "Take a bus?")]
    assert told == [("same", "Take "), ("gone", "the"), ("new", "a"), ("same", " bus?")]
    assert "".join(c.text for c in changes("a b", "a c d") if c.kind != "gone") == "a c d"


def test_the_source_can_be_another_language_than_the_default():
    whole = translated(with_language(FORM, "ar"), "fr", DONE)
    shown = {unit.address: unit.source for unit in units(whole, "ar", "fr")}
    assert shown[LABEL] == DONE[LABEL][0]
    assert len(shown) == len(every_text(whole))
