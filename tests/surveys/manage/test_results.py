"""Results are released from settled answers, in fives, and never tell of a few."""

import csv
import io
from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys import operations, results
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, end, settle
from tests.surveys.scene import CHOICES, QUESTIONS, open_survey_with, workbook

THREE = [*CHOICES, ("yes_no", "unsure", "Not sure", "Incertain", "غير متأكد")]
UNSURE = {"waited": "unsure", "ways": [], "wish": ""}


def counted(survey, name):
    return operations.results_of(survey).question(name)


def about(figure: int, count: int) -> bool:
    return figure % 5 == 0 and abs(figure - count) < 5


def test_a_draft_has_no_results(database):
    from tests.surveys.scene import draft_survey

    assert operations.results_of(draft_survey(cast.alice())) is None


def test_below_five_answers_nothing_is_told(database):
    survey = open_survey_with(cast.alice())
    answer(survey, (4, "en", YES))
    end(survey, by=cast.bob())
    found = operations.results_of(survey)
    assert (found.n, found.languages, found.modes, found.questions) == (None, None, None, ())
    assert operations.responses_of(survey) is None


def test_answers_that_are_not_settled_are_not_counted(database):
    survey = open_survey_with(cast.alice())
    answer(survey, (60, "en", YES))
    assert operations.results_of(survey).n is None
    settle(survey)
    assert operations.results_of(survey).n == 60


def test_while_a_survey_is_small_and_open_nothing_is_told_of_it(database):
    alice = cast.alice()
    survey = open_survey_with(alice)
    answer(survey, (40, "en", YES))
    settle(survey)
    assert operations.results_of(survey).hushed
    assert operations.responses_of(survey) is None
    operations.close_survey(survey, by=alice)
    settle(survey)
    assert operations.results_of(survey).n is None  # who had begun may still send
    with clock.at(clock.now() + timedelta(hours=3)):
        settle(survey)
    assert operations.results_of(survey).n == operations.responses_of(survey) == 40


def test_a_small_cell_is_hidden_together_with_the_one_that_would_give_it_away(database):
    survey = open_survey_with(cast.alice(), data=workbook(QUESTIONS, THREE))
    answer(survey, (50, "en", YES), (25, "en", NO), (2, "ar", UNSURE))
    settle(survey)
    rows = {row.code: row.count for row in counted(survey, "waited").rows}
    assert rows == {"yes": 50, "no": None, "unsure": None}
    assert about(operations.results_of(survey).n, 77)


def test_numbers_become_ranges_and_open_answers_only_a_count(database):
    survey = open_survey_with(cast.alice())
    spread = [(15, "en", {**YES, "months": str(months)}) for months in (1, 5, 7, 11, 15, 19)]
    answer(survey, *spread, (15, "en", NO))
    settle(survey)
    months, wish = counted(survey, "months"), counted(survey, "wish")
    assert about(months.n, 90)
    assert [(row.first, row.last) for row in months.rows][:2] == [(None, "4"), ("5", "9")]
    assert months.rows[-1].last is None
    assert months.mean == 10
    assert about(wish.n, 90) and wish.rows == ()


def test_each_version_has_its_own_results(database):
    alice = cast.alice()
    survey = open_survey_with(alice)
    answer(survey, (60, "en", YES))
    settle(survey)
    first = survey.published_version
    second = operations.upload_questionnaire(survey, workbook(), "second.xlsx", by=alice)
    operations.publish_version(second, by=alice)
    assert operations.results_of(survey).n is None
    assert operations.results_of(survey, first).n == 60
    assert operations.responses_of(survey) == 60


def test_a_configured_threshold_counts_instead_of_five(sqlite):
    survey = open_survey_with(cast.alice())
    answer(survey, (60, "en", YES))
    settle(survey)
    results.use_threshold(8)
    try:
        assert operations.results_of(survey).hushed
    finally:
        results.use_threshold(5)


def test_a_table_is_written_and_read_back_without_loss(sqlite):
    survey = open_survey_with(cast.alice())
    answer(survey, (40, "en", YES), (20, "en", NO))
    settle(survey)
    assert operations.results_of(survey).questions
    for table in operations.results_of(survey).questions:
        assert operations.table_from_json(table.to_json()) == table


@pytest.fixture
def shown(app):
    """An open survey with 77 answers, two of them in a cell nobody may see."""
    alice = cast.alice()
    survey = open_survey_with(alice, data=workbook(QUESTIONS, THREE))
    answer(survey, (50, "en", YES), (25, "en", NO), (2, "ar", UNSURE))
    settle(survey)
    return app, survey


def bars(page, caption: str) -> dict[str, str]:
    table = next(t for t in page.all("table") if next(t.all("caption")).text == caption)
    return {
        next(row.all("th")).text: " ".join(cell.text for cell in row.all("td"))
        for row in list(table.all("tr"))[1:]
    }


def test_the_page_shows_bars_and_hides_what_is_small(shown):
    app, _ = shown
    page = Browser(app, cast.charlie()).get("/surveys/classes/results?lang=en")
    assert bars(page, "Did you wait for a language class?") == {
        "Yes": "50 67%", "No": "not shown", "Not sure": "not shown",
    }  # fmt: skip
    assert bars(page, "Languages")["Arabic"] == "not shown"
    assert "About 75 people answered." in page.text
    assert "Figures are rounded to fives." in page.text
    assert "Groups of fewer than 5 are not shown" in page.text
    assert "batches" in page.text


def test_the_bar_of_a_hidden_count_is_as_long_as_any_other_hidden_one(shown):
    app, _ = shown
    page = Browser(app, cast.charlie()).get("/surveys/classes/results")
    drawn = {
        svg["width"]
        for svg in page.all("svg")
        if any(p["class"] == "hatch" for p in svg.all("path")) and not list(svg.all("svg"))
    }
    assert drawn == {"64", "12.0%"}  # in the bars beside a table, and in the pictures


def test_the_page_says_why_it_shows_nothing_yet(app):
    open_survey_with(cast.alice())
    page = Browser(app, cast.vera()).get("/surveys/classes/results")
    assert "Nothing to show yet" in page.text
    assert "released in batches" in page.text
    assert not page.all("table")
    Browser(app, cast.bob()).get("/surveys/classes/results.csv", status=404)


def test_who_has_no_seat_at_the_table_sees_no_results(shown):
    app, _ = shown
    Browser(app, cast.tam()).get("/surveys/classes/results", status=404)
    assert Browser(app).get("/surveys/classes/results").heading != "Results"


def lines(response) -> list[dict]:
    text = response.get_data(as_text=True)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_spreadsheet_hides_the_same_cells(shown):
    app, _ = shown
    response = Browser(app, cast.charlie()).client.get("/surveys/classes/results.csv?lang=en")
    waited = [line for line in lines(response) if line["Question"] == "waited"]
    assert [(line["Code"], line["People"]) for line in waited] == [
        ("yes", "50"), ("no", ""), ("unsure", ""),
    ]  # fmt: skip
    assert [line["Shown"] for line in waited] == ["yes", *["no: too few people"] * 2]


def test_the_spreadsheet_never_begins_a_formula(app):
    alice = cast.alice()
    evil = [
        ("yes_no", "yes", ' =HYPERLINK("http://x")', "+1", "@a"),
        ("yes_no", "no", "-1", "-1", "="),
    ]
    survey = open_survey_with(alice, data=workbook([QUESTIONS[0]], evil))
    answer(survey, (30, "en", {"waited": "yes"}), (30, "en", {"waited": "no"}))
    settle(survey)
    response = Browser(app, alice).client.get("/surveys/classes/results.csv")
    cells = [cell for line in lines(response) for cell in line.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_where_an_answer_stood_in_a_question_its_title_shows_an_ellipsis(sqlite):
    piped = {**QUESTIONS[3], "label::English (en)": "You said ${waited}. What would help?"}
    survey = open_survey_with(cast.alice(), data=workbook([*QUESTIONS[:3], piped]))
    answer(survey, (60, "en", YES))
    settle(survey)
    assert counted(survey, "wish").label["en"] == "You said …. What would help?"
