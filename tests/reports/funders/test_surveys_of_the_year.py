"""Responses to surveys are told of as they were released: never exactly, nor of few, nor early."""

import json
import logging
from datetime import date
from hashlib import sha256

import pytest

from lipnet.core import clock, i18n
from lipnet.reports import operations as reports
from lipnet.reports.composing import operations as composing
from lipnet.reports.composing.facts import facts_of
from lipnet.reports.figures import year_in_figures
from lipnet.reports.funders.drawing import Drawing, proposed
from lipnet.reports.funders.sources import SOURCES
from lipnet.surveys import operations as surveys
from tests import cast
from tests.plans import scene as planning
from tests.reports.funders import scene
from tests.surveys.scene import open_survey_with, respond

pytestmark = pytest.mark.usefixtures("day")
SURVEYS = ["survey_answers", "survey_languages"]
TONGUES = ["en"] * 40 + ["fr"] * 21 + ["ar"] * 12


def answered(by, tongues, *, slug: str = "classes", ended: bool = True):
    """A survey answered in these languages, that ended on the first of September or goes on."""
    with clock.at(date(2026, 9, 1)):
        survey = open_survey_with(by, slug=slug)
        for number, tongue in enumerate(tongues, start=1):
            person = sha256(f"{slug} {number}".encode()).hexdigest()[:32]
            respond(survey, person, tongue, waited="no")
        if ended:
            surveys.close_survey(survey, by=by)
        surveys.settle_responses(survey, by=by)
    return survey


def drawn(by, sources=SURVEYS, year: int = scene.YEAR) -> dict:
    template = scene.template(by)
    asked = scene.question(template, by, sources=list(sources))
    return Drawing(template, year).figures_for(asked)


def test_only_what_was_released_for_good_is_told(house):
    alice = cast.alice()
    survey = answered(alice, TONGUES)
    early = drawn(alice)
    assert early["survey_answers"] == {"about": 0, "surveys": []}, "its last answers may still wait"
    surveys.settle_responses(survey, by=alice)
    told = drawn(alice)
    about = surveys.responses_of(survey)
    assert about in (70, 75) and told["survey_answers"]["about"] == about
    assert told["survey_languages"] == {"count": 3, "languages": ["ar", "en", "fr"]}
    assert "73" not in json.dumps(told)
    assert drawn(alice, year=2027)["survey_answers"]["surveys"] == []
    said = proposed(told)["en"]
    assert said.splitlines() == [
        f"About {about} responses came in to our surveys.",
        "People answered our surveys in 3 languages at least: Arabic, English, and French.",
    ]
    with i18n.speaking("fr"):
        assert "anglais" in str(SOURCES["survey_languages"].rows(told["survey_languages"]))


def test_of_an_open_survey_and_of_one_that_few_answered_no_number_is_told(house):
    alice = cast.alice()
    answered(alice, TONGUES, ended=False)
    few = answered(alice, ["en", "fr", "en"], slug="few")
    surveys.settle_responses(few, by=alice)
    told = drawn(alice)
    (only,) = told["survey_answers"]["surveys"]
    assert (only["about"], told["survey_answers"]["about"]) == (None, 0)
    assert told["survey_languages"]["count"] == 0 and proposed(told) == {}
    rows = SOURCES["survey_answers"].rows(told["survey_answers"])
    assert [value for _, value in rows] == ["too few people to be shown"]
    plan = planning.plan(alice, year=2026)
    assert not [fact for fact in facts_of(plan) if fact.key.startswith("survey")]


def test_a_language_of_few_is_not_told_nor_one_from_which_it_could_be_worked_out(house):
    alice = cast.alice()
    survey = answered(alice, ["en"] * 40 + ["fr"] * 21 + ["ar"] * 2)
    surveys.settle_responses(survey, by=alice)
    shown = {row.code for row in surveys.results_of(survey).languages.rows if not row.hidden}
    told = drawn(alice)["survey_languages"]
    assert set(told["languages"]) == shown == {"en"} and told["count"] == 1


def test_the_report_may_hold_the_same_figures_and_its_chapters_answer_a_funder(house, caplog):
    alice = cast.alice()
    plan = planning.adopted_plan(alice, year=2026)
    few = queries(caplog, plan)
    for slug in ("classes", "buses", "homes"):
        surveys.settle_responses(answered(alice, TONGUES, slug=slug), by=alice)
    assert queries(caplog, plan) == few, "however many surveys there were"
    values = {fact.key: fact.said["value"] for fact in facts_of(plan) if "value" in fact.said}
    listed = year_in_figures(plan)["surveys"]
    assert values["survey_answers"] == sum(one["responses"] for one in listed), (
        "as the report lists"
    )
    told = drawn(alice, [*SURVEYS, "chapter_highlights"])
    assert values["survey_answers"] == told["survey_answers"]["about"]
    assert values["survey_languages"] == told["survey_languages"]["count"] == 3
    assert told["chapter_highlights"] == []
    report = reports.compile_report(plan, by=alice)
    composing.write_chapter(report, "highlights", {"en": "A year of buses."}, by=alice)
    told = drawn(alice, ["chapter_highlights"])
    assert proposed(told) == {"en": "A year of buses.", "fr": "A year of buses."}


def queries(caplog, plan) -> int:
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        facts_of(plan)
    return len([one for one in caplog.records if one.name == "peewee"])
