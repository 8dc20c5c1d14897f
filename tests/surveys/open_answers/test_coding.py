"""Answers get codes, by several coders who do not see each other's until they have finished."""

from urllib.parse import urlencode

import pytest

from lipnet.core.refusals import Refusal
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.counted import (
    coded_answers,
    coded_counts,
    coded_crosstab,
    coded_responses,
)
from lipnet.surveys.open_answers.finals import (
    agreements,
    codings_by,
    disagreements,
    final_codes,
)
from lipnet.surveys.open_answers.models import Code, Codebook, CodingStep
from lipnet.tally import Is, Not
from tests import cast
from tests.browsing import Browser
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH, WISHES

BUS, BUSES, NIGHT_BUS, GARDEN, FATIMA, CLASS = WISHES


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def book(alice):
    return scene.with_codes(scene.asked(alice), alice)


def said(book, by) -> dict[str, tuple[str, ...]]:
    keys = {scene.key_of(book.survey, wish): wish for wish in WISHES}
    return {keys[key]: codes for key, codes in codings_by(book, by).items()}


def test_a_codebook_begins_with_its_first_code(alice):
    survey = scene.asked(alice)
    assert Codebook.select().count() == 0
    code = operations.add_code(survey, WISH, {"en": "Bus", "fr": "Bus"}, {"en": "Any"}, by=alice)
    assert (code.key, code.book.question) == ("bus", WISH)


@pytest.mark.parametrize(
    ("question", "name"), [("waited", {"en": "Bus"}), (WISH, {"en": " "}), (WISH, {"en": "BUS"})]
)
def test_a_code_without_name_twice_or_of_a_closed_question_is_refused(alice, book, question, name):
    with pytest.raises(Refusal):
        operations.add_code(book.survey, question, name, {}, by=alice)
    assert Code.select().count() == 3


def test_two_codes_of_one_key_stay_apart(alice, book):
    operations.change_code(Code.get(Code.key == "bus"), {"en": "Transit"}, {}, by=alice)
    assert operations.add_code(book.survey, WISH, {"en": "Bus"}, {}, by=alice).key != "bus"


def test_codes_move_and_retire_and_come_back(alice, book):
    bus, garden, _ = book.offered
    operations.move_code(garden, earlier=True, by=alice)
    assert [each.key for each in book.offered] == ["garden", "bus", "class"]
    operations.retire_code(bus, by=alice)
    assert [each.key for each in book.offered] == ["garden", "class"]
    operations.take_up_code(bus, by=alice)
    assert len(book.offered) == 3


def test_more_codes_than_anybody_keeps_in_mind_are_refused(alice, book):
    for number in range(27):
        operations.add_code(book.survey, WISH, {"en": f"Code {number}"}, {}, by=alice)
    with pytest.raises(Refusal):
        operations.add_code(book.survey, WISH, {"en": "One more"}, {}, by=alice)


def test_an_answer_gets_codes_in_the_order_of_the_book_and_may_get_none(alice, book):
    scene.code(book, alice, {BUS: ("class", "bus"), GARDEN: ()})
    assert said(book, alice) == {BUS: ("bus", "class"), GARDEN: ()}


def test_an_unknown_code_and_an_answer_that_is_not_there_are_refused(alice, book):
    with pytest.raises(Refusal):
        scene.code(book, alice, {BUS: ("rocket",)})
    with pytest.raises(Refusal):
        operations.code_answers(book, {"0" * 64: ("bus",)}, by=alice)
    assert said(book, alice) == {}


def test_steps_are_taken_back_one_by_one(alice, book):
    scene.code(book, alice, {BUS: ("bus",), BUSES: ("bus",)})
    scene.code(book, alice, {BUS: ("class",), GARDEN: ("garden",)})
    assert operations.undo_coding(book, by=alice) == 2
    assert said(book, alice) == {BUS: ("bus",), BUSES: ("bus",)}
    assert operations.undo_coding(book, by=alice) == 2
    assert said(book, alice) == {}
    with pytest.raises(Refusal):
        operations.undo_coding(book, by=alice)


def test_saying_the_same_again_is_no_step(alice, book):
    scene.code(book, alice, {BUS: ("bus",)})
    scene.code(book, alice, {BUS: ("bus",)})
    assert CodingStep.select().count() == 1


def test_a_step_of_one_coder_is_not_taken_back_by_another(alice, book):
    scene.code(book, alice, {BUS: ("bus",)})
    with pytest.raises(Refusal):
        operations.undo_coding(book, by=cast.bob())


def test_who_has_finished_codes_no_more_until_she_goes_on(alice, book):
    with pytest.raises(Refusal):
        operations.finish_coding(book, by=alice)
    scene.code(book, alice, {BUS: ("bus",)})
    operations.finish_coding(book, by=alice)
    with pytest.raises(Refusal):
        scene.code(book, alice, {BUS: ("class",)})
    operations.resume_coding(book, by=alice)
    scene.code(book, alice, {BUS: ("class",)})
    assert said(book, alice) == {BUS: ("class",)}


def two_coders(book, alice):
    bob = cast.bob()
    scene.code(book, alice, {BUS: ("bus",), GARDEN: ("garden",), CLASS: ("class",), BUSES: ()})
    scene.code(book, bob, {BUS: ("bus",), GARDEN: ("garden",), CLASS: ("class", "bus")})
    for coder in (alice, bob):
        operations.finish_coding(book, by=coder)
    return bob


def finals(book) -> dict[str, tuple[str, ...]]:
    keys = {scene.key_of(book.survey, wish): wish for wish in WISHES}
    return {keys[key]: codes for key, codes in final_codes(book).items()}


def test_codes_count_once_their_coder_has_finished(alice, book):
    scene.code(book, alice, {BUS: ("bus",)})
    assert finals(book) == {}
    operations.finish_coding(book, by=alice)
    assert finals(book) == {BUS: ("bus",)}


def test_where_coders_differ_nothing_is_final_until_they_agree(alice, book):
    bob = two_coders(book, alice)
    assert finals(book) == {BUS: ("bus",), GARDEN: ("garden",), BUSES: ()}
    key = scene.key_of(book.survey, CLASS)
    assert set(disagreements(book)) == {key}
    operations.agree_on_codes(book, key, ["class"], by=bob)
    assert finals(book)[CLASS] == ("class",)


def test_agreement_is_of_what_each_said_alone(alice, book):
    two_coders(book, alice)
    before = agreements(book)
    assert before.coders == 2
    assert before.whole.units == 3
    assert before.of_code["garden"].alpha == 1
    assert before.of_code["bus"].alpha < 1
    operations.agree_on_codes(book, scene.key_of(book.survey, CLASS), [], by=alice)
    assert agreements(book) == before


def test_only_who_has_finished_settles_and_only_what_differs(alice, book):
    two_coders(book, alice)
    key = scene.key_of(book.survey, CLASS)
    with pytest.raises(Refusal):
        operations.agree_on_codes(book, key, ["class"], by=cast.charlie())
    with pytest.raises(Refusal):
        operations.agree_on_codes(book, scene.key_of(book.survey, BUS), ["bus"], by=alice)


def test_codes_are_counted_like_a_question_of_several_choices(alice, book):
    version = book.survey.published_version
    assert coded_counts(version) == {}
    two_coders(book, alice)
    assert coded_counts(version) == {WISH: {"bus": 1, "garden": 1, "class": 0}}
    assert coded_answers(version) == {WISH: 3}
    crossed = [(each.said("waited"), each.codes[WISH]) for each in coded_responses(version)]
    assert sorted(crossed) == [("no", ()), ("no", ("bus",)), ("no", ("garden",))]


def test_codes_are_crossed_with_what_else_was_said(alice, book):
    more = ["A bus", "", "", "", ""]
    scene.answer(book.survey, more, first=40, waited="yes", months="3", ways=["bus", "foot"])
    scene.code(book, alice, {BUS: ("bus",), "A bus": ("bus", "class"), GARDEN: ()})
    operations.finish_coding(book, by=alice)
    version = book.survey.published_version
    found = coded_crosstab(version, WISH, "waited")
    assert (found.down, found.across) == (("bus", "garden", "class"), ("yes", "no"))
    assert (found.cells, found.n) == (((1, 1), (0, 0), (1, 0)), 3)
    assert coded_crosstab(version, WISH, "ways").cells[0] == (1, 1)
    assert coded_crosstab(version, WISH, "@language").cells[0] == (2, 0, 0)
    assert coded_crosstab(version, WISH, "@mode").cells[0] == (2, 0, 0, 0)
    with pytest.raises(KeyError):
        coded_crosstab(version, "waited", "waited")


def test_codes_are_crossed_of_those_whom_a_filter_means(alice, book):
    scene.answer(book.survey, ["A bus"] * 5, first=40, waited="yes", months="3", ways=["bus"])
    scene.code(book, alice, {BUS: ("bus",), "A bus": ("bus",)})
    operations.finish_coding(book, by=alice)
    version = book.survey.published_version
    found = coded_crosstab(version, WISH, "@language", Is("waited", frozenset({"yes"})))
    assert (found.cells[0][0], found.n) == (1, 1)
    found = coded_crosstab(version, WISH, "@language", Not(Is("waited", frozenset({"yes"}))))
    assert (found.cells[0][0], found.n) == (1, 1)


def test_the_steward_crosses_codes_on_the_desk(app, alice, book):
    scene.answer(book.survey, ["A bus"] * 5, first=40, waited="yes", months="3", ways=["bus"])
    scene.code(book, alice, {BUS: ("bus",), "A bus": ("bus",)})
    operations.finish_coding(book, by=alice)
    sam, about = Browser(app, cast.sam()), {"down": "wish#codes", "across": "waited"}
    desk = f"/surveys/{book.survey.slug}/exact/crossed"
    page = sam.get(f"{desk}?{urlencode({'lang': 'en', **about})}")
    assert "What they wrote about:" in page.text and "Bus" in page.text
    table = sam.client.get(f"{desk}.csv?{urlencode(about)}").get_data(as_text=True)
    assert "Bus,bus,Yes,yes,1," in table and "Bus,bus,No,no,1," in table
    sam.get(f"{desk}?{urlencode({'down': 'waited', 'across': 'wish#codes'})}", status=404)
    Browser(app, alice).get(f"{desk}?{urlencode(about)}", status=404)


def test_a_retired_code_is_counted_no_more(alice, book):
    two_coders(book, alice)
    operations.retire_code(Code.get(Code.key == "bus"), by=alice)
    assert coded_counts(book.survey.published_version) == {WISH: {"garden": 1, "class": 0}}
