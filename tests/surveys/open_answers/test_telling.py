"""Readers are told of codes by the rules of every other figure: in fives, and never of a few."""

import pytest

from lipnet.surveys import operations as surveys
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.models import Code, Codebook, CodedTable
from lipnet.surveys.open_answers.telling import codes_told, codes_told_by
from lipnet.surveys.open_answers.wiring import tell_codes
from tests import cast
from tests.browsing import Browser
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH

BUSES, GARDENS, CLASSES = 25, 10, 3


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def survey(alice):
    return wishes_of_three_kinds(alice)


def wishes_of_three_kinds(alice):
    """Of which 25 speak of buses, 10 of gardens and 3 of classes, not yet coded."""
    found = scene.asked(alice, [f"bus {n}" for n in range(BUSES)])
    scene.answer(found, [f"garden {n}" for n in range(GARDENS)], first=100)
    few = [f"class {n}" for n in range(CLASSES)] + ["nothing", "nothing at all"]
    scene.answer(found, few, first=200)
    scene.with_codes(found, alice)
    return found


def code_all(survey, by, *, but: int = 0) -> Codebook:
    """Everything but the last `but` answers."""
    book = Codebook.get()
    answers = list(answers_to(survey, WISH))
    codes = {"bus", "garden", "class"}
    given = {each.key: codes & {each.text.split()[0]} for each in answers[: len(answers) - but]}
    operations.code_answers(book, given, by=by)
    operations.finish_coding(book, by=by)
    return Codebook.get()


def told(survey) -> dict[str, int | None] | None:
    table = codes_told(surveys.results_of(survey), WISH)
    return table and {row.code: row.count for row in table.rows}


def about(figure: int, count: int) -> bool:
    return figure % 5 == 0 and abs(figure - count) < 5


def test_nothing_is_told_before_a_coder_has_finished(survey, alice):
    assert told(survey) is None


def test_codes_are_told_in_fives_and_few_are_not(survey, alice):
    code_all(survey, alice)
    found = told(survey)
    assert about(found["bus"], BUSES)
    assert about(found["garden"], GARDENS)
    assert found["class"] is None
    table = codes_told(surveys.results_of(survey), WISH)
    assert table.kind == "many"
    assert about(table.n, 40)


def test_codes_are_divided_by_the_filters_of_the_survey_and_by_nothing_else(survey, alice):
    waited = [f"bus w{n}" for n in range(20)] + [f"garden w{n}" for n in range(15)]
    scene.answer(survey, waited, first=300, waited="yes", months="3")
    code_all(survey, alice)
    results = surveys.results_of(survey)
    found = codes_told_by(results, WISH, "waited")
    assert [head.code for head in found.across] == ["yes", "no"]
    buses = found.cells[0]
    assert about(buses[0].count, 20) and about(buses[1].count, BUSES)
    assert all(row.hidden for row in found.cells[2])
    assert codes_told_by(results, WISH, "ways") is None


def test_codes_of_a_few_more_answers_change_nothing_until_they_are_enough(survey, alice):
    book = code_all(survey, alice, but=3)
    before = [row.document for row in CodedTable.select().order_by(CodedTable.id)]
    assert book.pending == 0
    bob = cast.bob()
    key = answers_to(survey, WISH)[0].key
    operations.code_answers(book, {key: ("class", "bus", "garden")}, by=bob)
    operations.finish_coding(book, by=bob)
    assert Codebook.get().pending == 1
    assert [row.document for row in CodedTable.select().order_by(CodedTable.id)] == before


def test_readers_see_the_codes_below_the_question(app):
    alice = cast.alice()
    survey = wishes_of_three_kinds(alice)
    code_all(survey, alice)
    page = Browser(app, cast.vera()).get("/surveys/classes/results")
    assert "What they wrote about" in page.text
    assert "Garden" in page.text


def test_readers_compare_codes_by_a_filter_of_the_survey(app):
    alice = cast.alice()
    survey = wishes_of_three_kinds(alice)
    waited = [f"bus w{n}" for n in range(20)] + [f"garden w{n}" for n in range(15)]
    scene.answer(survey, waited, first=300, waited="yes", months="3")
    groups, vera = "/surveys/classes/results/groups", Browser(app, cast.vera())
    vera.get(f"{groups}?q={WISH}&by=waited", status=404)
    code_all(survey, alice)
    page = vera.get(f"{groups}?q={WISH}&by=waited")
    assert "Garden" in page.one("table").text
    assert "What would help you?" in page.text
    assert b"Garden" in vera.client.get(f"{groups}.csv?q={WISH}&by=waited").data


def test_withdrawn_answers_leave_the_figures_once_they_are_enough(alice, database):
    survey = scene.begun(alice)
    phrases = scene.answer(survey, [f"bus {n}" for n in range(BUSES)], phrase=True)
    scene.answer(survey, [f"garden {n}" for n in range(GARDENS)], first=100)
    scene.with_codes(survey, alice)
    code_all(survey, alice)
    for phrase in phrases[:15]:
        surveys.withdraw_response(survey, phrase)
    assert about(told(survey)["bus"], BUSES)
    tell_codes(database)
    assert about(told(survey)["bus"], BUSES - 15)


def test_a_code_that_is_retired_is_told_no_longer(survey, alice):
    code_all(survey, alice)
    operations.retire_code(Code.get(Code.key == "bus"), by=alice)
    assert set(told(survey)) == {"garden", "class"}


def test_who_goes_on_coding_takes_her_codes_out_of_the_figures(survey, alice):
    book = code_all(survey, alice)
    operations.resume_coding(book, by=alice)
    assert told(survey) is None


def test_a_greater_smallest_number_hides_what_is_too_small_for_it(survey, alice):
    code_all(survey, alice)
    scene.answer(survey, [""] * 20, first=400)
    assert told(survey)["garden"] == GARDENS
    surveys.limit_results(survey, smallest=10, filters=["waited"], by=alice)
    assert told(survey)["garden"] is None
