"""The results page draws what belongs together, and each picture can be taken away."""

import io
import re

import pytest
from PIL import Image

from lipnet.surveys import operations
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.pictures.arranging import arranged
from lipnet.surveys.results import results_of
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import answer, end
from tests.surveys.scene import draft_survey, open_survey_with, opened, workbook

LABEL = "label::English (en)"
AGREE = [
    ("agree", "no", "Disagree", "En désaccord", "لا أوافق"),
    ("agree", "half", "In between", "Entre les deux", "محايد"),
    ("agree", "yes", "Agree", "D'accord", "أوافق"),
    ("agree", "dont_know", "I do not know", "Je ne sais pas", "لا أعرف"),
    ("place", "east", "East", "Est", "شرق"),
    ("place", "west", "West", "Ouest", "غرب"),
]
QUESTIONS = [
    {"type": "begin_group", "name": "belonging", LABEL: "How far do you agree?"},
    {"type": "select_one agree", "name": "home", LABEL: "I feel at home"},
    {"type": "select_one agree", "name": "help", LABEL: "I find help"},
    {"type": "end_group"},
    {"type": "select_one agree", "name": "easy", LABEL: "It is easy", "appearance": "likert"},
    {"type": "select_one place", "name": "lives", LABEL: "Where do you live?"},
    {"type": "integer", "name": "age", LABEL: "How old are you?"},
]
ONE = {"home": "yes", "help": "no", "easy": "yes", "lives": "east", "age": "34"}
OTHER = {"home": "half", "help": "dont_know", "easy": "no", "lives": "west", "age": "51"}


@pytest.fixture
def shown(app):
    alice = cast.alice()
    survey = draft_survey(alice, data=workbook(QUESTIONS, AGREE))
    operations.limit_results(survey, smallest=5, filters=["@language", "lives"], by=alice)
    opened(survey, by=alice)
    answer(survey, (60, "en", ONE), (40, "ar", OTHER))
    end(survey, by=alice)
    return app, survey, alice


def taken(reader: Browser, name: str, form: str):
    return reader.client.get(f"/surveys/classes/results/{name}.{form}?lang=en")


def test_questions_of_a_group_that_share_a_scale_are_one_picture(shown):
    _, survey, _ = shown
    found = arranged(questionnaire_of(survey.published_version), results_of(survey).questions)
    assert [(each.name, len(each.tables)) for each in found] == [
        ("belonging", 2), ("easy", 1), ("lives", 1), ("age", 1),
    ]  # fmt: skip
    assert found[0].scale == found[1].scale == ("no", "half", "yes")
    assert found[2].scale is None


def test_the_page_draws_each_question_once_and_offers_its_files(shown):
    app, _, _ = shown
    page = Browser(app, cast.charlie()).get("/surveys/classes/results?lang=en")
    captions = [next(table.all("caption")).text for table in page.all("table")]
    assert captions[-4:] == [
        "How far do you agree?", "It is easy", "Where do you live?", "How old are you?",
    ]  # fmt: skip
    assert page.text.count("I feel at home") == 2  # beside its line, and in the table
    assert page.text.count("Picture (PNG)") == 4
    assert "When people answered" in page.text


def test_every_question_of_a_matrix_can_still_become_a_finding(shown):
    app, _, alice = shown
    page = Browser(app, alice).get("/surveys/classes/results?lang=en")
    addresses = [link["href"] for link in page.all("a") if "pin" in (link["href"] or "")]
    assert len(addresses) == 5


@pytest.mark.parametrize("name", ["belonging", "home", "easy", "lives", "age"])
def test_a_picture_is_taken_away_as_lines_pixels_or_numbers(shown, name):
    reader = Browser(shown[0], cast.charlie())
    lines, pixels, numbers = (taken(reader, name, form) for form in ("svg", "png", "csv"))
    for answered, form in ((lines, "svg"), (pixels, "png"), (numbers, "csv")):
        held = answered.headers["Content-Disposition"]
        assert held == f"attachment; filename=classes-1-{name}.{form}"
    assert "Language classes" in lines.text
    assert Image.open(io.BytesIO(pixels.data)).format == "PNG"
    assert numbers.text.startswith("\ufeff")


def test_the_numbers_of_a_matrix_stand_in_one_table(shown):
    reader = Browser(shown[0], cast.charlie())
    head, home, helped = taken(reader, "belonging", "csv").text.splitlines()
    assert head.startswith("\ufeffQuestion,Disagree,Disagree (share),In between")
    assert (home.partition(",")[0], helped.partition(",")[0]) == ("I feel at home", "I find help")
    assert re.fullmatch(r"I feel at home(,(not shown,|\d+,[01]\.\d{4})){4},\d+", home)


@pytest.mark.parametrize(("by", "heads"), [("@language", "English"), ("lives", "East")])
def test_a_picture_divided_by_a_filter_is_taken_away_too(shown, by, heads):
    reader = Browser(shown[0], cast.charlie())
    address = f"/surveys/classes/results/easy.%s?lang=en&by={by}"
    drawn, numbers = (reader.client.get(address % form) for form in ("svg", "csv"))
    assert "It is easy" in drawn.text
    assert numbers.text.startswith(f"\ufeffAnswer,{heads},{heads} (share)")
    held = numbers.headers["Content-Disposition"]
    assert held == f"attachment; filename=classes-1-easy-by-{by.strip('@')}.csv"
    assert reader.client.get("/surveys/classes/results/easy.svg?by=home").status_code == 404


def test_there_is_no_file_of_what_was_not_asked_or_is_not_shown(app):
    alice = cast.alice()
    survey = open_survey_with(alice, data=workbook(QUESTIONS, AGREE))
    answer(survey, (4, "en", ONE))
    reader = Browser(app, cast.charlie())
    assert taken(reader, "lives", "svg").status_code == 404
    answer(survey, (60, "en", ONE), start=5)
    end(survey, by=alice)
    assert taken(reader, "lives", "svg").status_code == 200
    assert taken(reader, "nothing", "svg").status_code == 404
    assert taken(reader, "lives", "pdf").status_code == 404
    tam = Browser(app, cast.tam()).client
    assert tam.get("/surveys/classes/results/lives.svg").status_code == 404
