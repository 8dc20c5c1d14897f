"""Who is missing: a profile of the population, read with findings, kept, and set beside."""

import io
from datetime import date

import openpyxl
import pytest

from lipnet.core.refusals import Refusal
from lipnet.sheets import read_workbook
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.looking import operations
from lipnet.surveys.looking.census import read_profile
from lipnet.surveys.looking.missing import beside
from lipnet.surveys.looking.models import CensusProfile
from lipnet.surveys.results import Row, Table
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import open_survey_with

GOOD = "question,code,label,people,share\nwaited,yes,,300,\nwaited,,Non,700,\n"
UPLOAD = "/surveys/classes/results/missing/upload?lang=en"
MISSING = "/surveys/classes/results/missing?lang=en"


@pytest.fixture
def alice(app):
    return cast.alice()


def read(survey, text: str):
    return read_profile(text.encode(), "census.csv", questionnaire_of(survey.published_version))


def found(survey, text: str):
    return [(each.cell, each.code) for each in read(survey, text).findings]


def test_options_are_known_by_code_or_by_a_label_in_any_language(alice):
    survey = open_survey_with(alice)
    assert read(survey, GOOD) == ({"waited": {"yes": 0.3, "no": 0.7}}, ())


def test_shares_are_percent_and_may_be_written_the_french_way(alice):
    survey = open_survey_with(alice)
    text = "Question;Code;Part\nwaited;yes;12,5 %\nwaited;no;87,5\n"
    assert read(survey, text).shares == {"waited": {"yes": 0.125, "no": 0.875}}


@pytest.mark.parametrize("written", ["1 234", "1,234", "1.234", "1234", "1\u00a0234"])
def test_thousands_may_be_set_apart(alice, written):
    survey = open_survey_with(alice)
    text = f'question,code,people\nwaited,yes,"{written}"\nwaited,no,1234\n'
    assert read(survey, text).shares == {"waited": {"yes": 0.5, "no": 0.5}}


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ("wrong,yes,5,", ("A2", "question_unknown")),
        ("wish,yes,5,", ("A2", "question_unknown")),
        ("waited,maybe,5,", ("B2", "option_unknown")),
        ("waited,yes,many,", ("C2", "no_number")),
        ("waited,yes,-5,", ("C2", "no_number")),
        ("waited,yes,,120", ("D2", "more_than_all")),
        ("waited,yes,5,5", ("D2", "both_figures")),
        ("waited,no,,5", ("C3", "units_mixed")),
        ("waited,no,5,", ("B3", "option_twice")),
    ],
)
def test_each_mistake_is_named_with_its_cell_and_its_question_left_out(alice, row, finding):
    survey = open_survey_with(alice)
    text = f"question,code,people,share\n{row}\nwaited,no,700,\n"
    assert finding in found(survey, text)
    assert read(survey, text).shares == {}


def test_shares_that_are_no_whole_are_refused(alice):
    survey = open_survey_with(alice)
    text = "question,code,share\nwaited,yes,30\nwaited,no,30\n"
    assert found(survey, text) == [("C2", "not_a_whole")]


def test_of_several_answers_only_shares_can_be_compared(alice):
    survey = open_survey_with(alice)
    people = "question,code,people\nways,bus,30\nways,foot,30\n"
    assert found(survey, people) == [("C2", "several_need_shares")]
    shares = "question,code,share\nways,bus,80\nways,foot,50\n"
    assert read(survey, shares).shares == {"ways": {"bus": 0.8, "foot": 0.5}}


def test_a_file_that_is_none_and_one_without_headings_are_told(alice):
    survey = open_survey_with(alice)
    assert read(survey, "").findings[0].code == "empty"
    assert found(survey, "a,b\n1,2\n") == [("A1", "no_columns")]
    assert found(survey, "question,code,people\nwaited,yes,\n") == [("A1", "nothing_filled_in")]


def table(counts: dict[str, int | None], n: int, kind: str = "one") -> Table:
    rows = tuple(Row(c, {"en": c}, k, k / n if k is not None else None) for c, k in counts.items())
    return Table("area", kind, {"en": "Area"}, n, rows, None, 5)


def verdicts(answered: Table, shares: dict[str, float]) -> dict[str, str]:
    return {each.code: each.verdict for each in beside(answered, shares).groups}


def test_a_group_far_below_its_share_is_missing():
    told = verdicts(table({"a": 100, "b": 300}, 400), {"a": 0.5, "b": 0.5})
    assert told == {"a": "under", "b": "over"}


def test_what_rounding_could_explain_is_alike():
    assert verdicts(table({"a": 15, "b": 25}, 40), {"a": 0.48, "b": 0.52})["a"] == "alike"


def test_a_small_group_of_which_half_is_missing_is_missing():
    told = verdicts(table({"a": 20, "b": 1980}, 2000), {"a": 0.03, "b": 0.97})
    assert told == {"a": "under", "b": "alike"}


def test_a_hidden_group_is_neither_missing_nor_there():
    assert verdicts(table({"a": None, "b": 300}, 305), {"a": 0.5, "b": 0.5})["a"] == "unknown"


def test_who_would_rather_not_say_is_left_out_of_both_sides():
    shown = beside(table({"a": 50, "b": 50, "prefer": 100}, 200), {"a": 0.5, "b": 0.5})
    assert [each.answered for each in shown.groups] == [0.5, 0.5]
    assert shown.left_out == ({"en": "prefer"},)


def test_a_profile_is_kept_and_a_newer_one_of_the_question_takes_its_place(database):
    alice = cast.alice()
    survey = open_survey_with(alice)
    about = {"source": "Census 2021", "counted_on": date(2021, 5, 11), "by": alice}
    operations.keep_profile(survey, {"waited": {"yes": 0.3, "no": 0.7}}, **about)
    operations.keep_profile(survey, {"waited": {"yes": 0.4, "no": 0.6}}, **about)
    assert [each.shares for each in CensusProfile.of(survey)] == [{"yes": 0.4, "no": 0.6}]
    operations.remove_profiles(survey, by=alice)
    assert CensusProfile.of(survey) == []


def test_nothing_is_no_profile(database):
    alice = cast.alice()
    survey = open_survey_with(alice)
    with pytest.raises(Refusal, match="no question"):
        operations.keep_profile(survey, {}, source="x", counted_on=date(2021, 5, 11), by=alice)


def sheet(text: str):
    return {"sheet": (io.BytesIO(text.encode()), "census.csv")}


def test_a_coordinator_looks_at_the_figures_before_they_are_kept(app, alice):
    survey = open_survey_with(alice)
    answer(survey, (60, "en", YES), (40, "en", NO))
    settle(survey)
    browser = Browser(app, alice)
    look = browser.submit(UPLOAD, sheet(GOOD))
    assert "Nothing has been kept yet." in look.text
    assert not CensusProfile.select().exists()
    keeping = "/surveys/classes/results/missing/keeping"
    fields = look.fields(keeping) | {"source": "Census of Population"}
    wrong = browser.post(keeping, {**fields, "counted_on": "2999-01-01"}, status=422)
    assert "This day is still to come." in wrong.text
    browser.post(keeping, {**fields, "counted_on": "2021-05-11", "link": "https://example.org"})
    page = Browser(app, cast.vera()).get(MISSING)
    assert "Missing: “No”. They are 70% of the population, but about 40%" in page.text
    assert "Census of Population" in page.text
    assert "May 11, 2021" in page.text
    assert "https://example.org" in page.links().values()


def test_figures_changed_on_the_way_are_not_kept(app, alice):
    open_survey_with(alice)
    browser = Browser(app, alice)
    fields = browser.get(UPLOAD).fields() | {"source": "x", "counted_on": "2021-05-11"}
    keeping = "/surveys/classes/results/missing/keeping"
    for shares in ('{"waited": {"yes": 7}}', '{"waited": {"yes": NaN}}', "[]", "{", '{"a": 1}'):
        browser.post(keeping, {**fields, "shares": shares}, status=422)
    unknown = '{"nothing": {"yes": 0.5}}'
    page = browser.post(keeping, {**fields, "shares": unknown}, status=422)
    assert "no question that could be compared" in page.text
    assert not CensusProfile.select().exists()


def test_a_file_with_nothing_to_use_keeps_nothing(app, alice):
    open_survey_with(alice)
    look = Browser(app, alice).submit(UPLOAD, sheet("question,code,people\nwrong,yes,1\n"))
    assert "A2" in look.text
    assert "Nothing could be used" in look.text


def test_the_template_holds_the_options_and_comes_back_as_a_profile(app, alice):
    survey = open_survey_with(alice)
    address = "/surveys/classes/results/missing/template.xlsx"
    data = Browser(app, alice).client.get(address).data
    rows = read_workbook(data, "template.xlsx").sheets[0].rows
    assert rows[0] == ["Question", "Code", "Label", "People", "Share"]
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.active["D2"], book.active["D3"] = 10, 30
    file = io.BytesIO()
    book.save(file)
    filled = read_profile(file.getvalue(), "t.xlsx", questionnaire_of(survey.published_version))
    assert filled == ({"waited": {"yes": 0.25, "no": 0.75}}, ())


def test_only_a_coordinator_brings_figures_and_takes_them_away(app, alice):
    survey = open_survey_with(alice)
    about = {"source": "Census", "counted_on": date(2021, 5, 11), "by": alice}
    operations.keep_profile(survey, {"waited": {"yes": 0.3, "no": 0.7}}, **about)
    removal = "/surveys/classes/results/missing/removal"
    reader = Browser(app, cast.charlie())
    for address in (UPLOAD, removal, "/surveys/classes/results/missing/template.xlsx"):
        reader.get(address, status=404)
    Browser(app, alice).submit(removal)
    assert not CensusProfile.select().exists()
    Browser(app, alice).get(removal, status=404)


def test_without_figures_the_page_says_what_to_bring(app, alice):
    open_survey_with(alice)
    assert "No figures of the population yet" in Browser(app, alice).get(MISSING).text
