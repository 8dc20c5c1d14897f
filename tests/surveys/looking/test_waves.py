"""The waves of a survey side by side, with a mark where they no longer compare."""

import pytest

from lipnet.surveys import operations
from lipnet.surveys.looking.waves import lines_of, moved_modes, waves_of
from lipnet.surveys.results import Row, Table
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import CHOICES, QUESTIONS, open_survey_with, opened, workbook

REWORDED = {
    **QUESTIONS[0],
    "label::English (en)": "Were you on a waiting list?",
    "label::Français (fr)": "Étiez-vous sur une liste d'attente?",
    "label::العربية (ar)": "هل كنت على قائمة انتظار؟",
}
WAVES = "/surveys/classes/results/waves?lang=en"


def asked_twice(alice, second: bytes | None = None):
    """A survey and its next wave, both with answers; the second asks what `second` says."""
    first = open_survey_with(alice)
    answer(first, (30, "en", YES), (20, "en", NO))
    settle(first)
    again = operations.ask_again(
        first, {"en": "Classes 2027", "fr": "Cours 2027"}, slug="again", by=alice
    )
    operations.upload_questionnaire(again, second or workbook(), "again.xlsx", by=alice)
    opened(again, by=alice)
    answer(again, (20, "en", YES), (40, "en", NO), start=1000)
    settle(again)
    return first, again


def points(survey, name: str):
    lines = lines_of(waves_of(survey))
    return next(line.points for line in lines if line.question.name == name)


@pytest.fixture
def alice(app):
    return cast.alice()


def test_both_waves_are_found_from_either_of_them(alice):
    first, again = asked_twice(alice)
    assert waves_of(first) == waves_of(again)
    assert [wave.survey.slug for wave in waves_of(first)] == ["classes", "again"]


def test_the_same_questions_in_the_same_words_have_no_break(alice):
    first, _ = asked_twice(alice)
    assert not any(point.breaks for point in points(first, "waited"))


def test_new_words_are_a_break_and_only_of_their_question(alice):
    first, _ = asked_twice(alice, workbook([REWORDED, *QUESTIONS[1:]]))
    before, now = points(first, "waited")
    assert (before.breaks, now.breaks) == (False, True)
    assert [change.code for change in now.changes][:1] == ["reworded"]
    assert not any(point.breaks for point in points(first, "ways"))


def test_a_choice_more_is_a_break(alice):
    more = [*CHOICES, ("yes_no", "unsure", "Not sure", "Incertain", "غير متأكد")]
    first, _ = asked_twice(alice, workbook(QUESTIONS, more))
    assert {change.code for change in points(first, "waited")[1].changes} == {"choice_added"}


def test_a_language_less_is_a_break_of_every_question(alice):
    arabic = "العربية (ar)"
    fewer = [{k: v for k, v in each.items() if arabic not in k} for each in QUESTIONS]
    first, _ = asked_twice(alice, workbook(fewer))
    assert points(first, "ways")[1].shift.dropped == ("ar",)


def modes(**shares: float | None) -> Table:
    rows = tuple(
        Row(code, {}, None if share is None else round(200 * share), share)
        for code, share in shares.items()
    )
    return Table("mode", "one", {}, 200, rows, None, 5)


def test_a_way_of_answering_that_grew_or_shrank_by_more_than_ten_points_is_a_break():
    former, now = modes(web=0.9, paper=0.1), modes(web=0.6, paper=0.4)
    assert [code for code, _, _ in moved_modes(former, now)] == ["web", "paper"]
    assert not list(moved_modes(former, modes(web=0.81, paper=0.19)))


def test_a_way_that_is_not_shown_is_not_known_to_have_moved():
    assert not list(moved_modes(modes(web=0.9, paper=None), modes(web=0.85, paper=0.15)))
    assert not list(moved_modes(None, modes(web=0.5)))


def test_two_versions_of_one_survey_are_two_waves(alice):
    survey = open_survey_with(alice)
    answer(survey, (30, "en", YES))
    settle(survey)
    second = operations.upload_questionnaire(survey, workbook(), "second.xlsx", by=alice)
    operations.publish_version(second, by=alice)
    assert [wave.version.number for wave in waves_of(survey)] == [1, 2]


def test_a_draft_of_the_next_wave_is_no_wave(alice):
    survey = open_survey_with(alice)
    operations.ask_again(survey, {"en": "Classes 2027"}, slug="again", by=alice)
    assert [wave.survey.slug for wave in waves_of(survey)] == ["classes"]


def test_the_page_marks_the_break_and_says_why(app, alice):
    asked_twice(alice, workbook([REWORDED, *QUESTIONS[1:]]))
    page = Browser(app, cast.charlie()).get(WAVES)
    assert "Break before Classes 2027" in page.text
    assert "The words changed in English." in page.text
    table = next(each for each in page.all("table") if "waiting list" in each.text)
    assert "60%" in table.text
    assert "33%" in table.text


def test_the_page_shows_one_question_when_it_is_asked_for(app, alice):
    asked_twice(alice)
    page = Browser(app, cast.charlie()).get(f"{WAVES}&q=ways")
    assert len(list(page.all("table"))) == 1


def test_a_survey_asked_once_says_that_there_is_nothing_to_compare(app, alice):
    open_survey_with(alice)
    assert "Asked once so far" in Browser(app, cast.vera()).get(WAVES).text
    Browser(app, cast.tam()).get(WAVES, status=404)
