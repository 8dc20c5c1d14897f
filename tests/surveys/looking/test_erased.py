"""Once single answers were erased, the desk says so and shows what is left; nothing is zero."""

from datetime import timedelta

import pytest

from lipnet import create_app
from lipnet.core import clock
from lipnet.core.events import THE_PROGRAM
from lipnet.core.refusals import Refusal
from lipnet.core.soundness import every_fault
from lipnet.surveys import operations as surveys
from lipnet.surveys.counting import in_step
from lipnet.surveys.counting.models import Release
from lipnet.surveys.exporting.operations import order_export
from lipnet.surveys.jobs import settle as settle_job
from lipnet.surveys.retention import jobs
from lipnet.surveys.retention.models import Erasure
from lipnet.surveys.retention.operations import erase_due
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import open_survey_with

EXACT = "/surveys/classes/exact"
ERASED = "The single answers were erased, as announced."
LATER = timedelta(days=1_827)


def answered(by, slug: str = "classes", start: int = 0):
    survey = open_survey_with(by, slug=slug)
    answer(survey, (40, "en", YES), (20, "ar", NO), start=start)
    settle(survey)
    return survey


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def after(database, alice):
    """A survey whose answers are erased, on a day after that."""
    survey = answered(alice)
    with clock.at(survey.closes_on + LATER):
        settle_job(database)
        jobs.carry_out(database)
        yield survey


@pytest.fixture
def house(database):
    return create_app(database)


@pytest.fixture
def sam(database):
    return cast.sam()


def erased(database, survey) -> None:
    jobs.carry_out(database)
    assert Erasure.of(survey, "answers").done_on


@pytest.mark.parametrize(
    "page",
    [f"{EXACT}?who=waited:yes", f"{EXACT}/filter", f"{EXACT}/crossed?down=waited&across=ways",
     f"{EXACT}/crossed"],
)  # fmt: skip
def test_filters_and_cross_tabs_say_that_answers_were_erased(house, sam, alice, page):
    survey = answered(alice)
    with clock.at(survey.closes_on + LATER):
        erased(house.config["LIPNET"], survey)
        shown = Browser(house, sam).get(page)
    assert ERASED in shown.text
    assert "Nobody" not in shown.text
    assert EXACT in shown.links().values()


def test_the_figures_of_everybody_stay_on_the_desk(house, sam, alice):
    survey = answered(alice)
    before = Browser(house, sam).get(f"{EXACT}?lang=en").text
    with clock.at(survey.closes_on + LATER):
        erased(house.config["LIPNET"], survey)
        page = Browser(house, sam).get(f"{EXACT}?lang=en")
    assert ERASED in page.text
    assert "Change the filter" not in page.text
    assert "60 people" in page.text and "60 people" in before


def test_open_answers_say_that_they_were_erased(house, alice):
    survey = answered(alice)
    with clock.at(survey.closes_on + timedelta(days=731)):
        jobs.carry_out(house.config["LIPNET"])
        page = Browser(house, alice).get("/surveys/classes/open")
    assert "What people wrote was erased" in page.text
    assert "Too few answers yet" not in page.text


def test_files_of_single_answers_are_refused_and_the_pack_is_made(after, alice):
    version = after.published_version
    with pytest.raises(Refusal, match="The single answers were erased"):
        order_export(version, "csv", by=cast.sam())
    assert order_export(version, "pack", by=alice).id


def test_what_readers_were_told_is_not_made_anew(after, database):
    before = surveys.results_of(after)
    assert before.n == 60
    Release.update(pending=99, last=False).execute()
    settle_job(database)
    assert surveys.results_of(after) == before


def test_what_could_still_be_released_is_released_before_answers_go(database, alice):
    """The clock stood still for years, so nothing had been released when erasing began."""
    survey = answered(alice)
    Release.update(pending=60).execute()
    with clock.at(survey.closes_on + LATER):
        jobs.carry_out(database)
        assert Release.get().pending == 0
        assert surveys.results_of(survey).n == 60


def test_counting_anew_leaves_out_what_was_erased(after, database, alice):
    younger = answered(alice, "younger", start=9_000)
    in_step.recount_what_was_never_counted()
    with pytest.raises(Refusal, match="erased in time"):
        surveys.recount(after.published_version, by=alice)
    assert surveys.recount(younger.published_version, by=alice) == 60
    assert every_fault(database) == []
    assert surveys.results_of(after).n == 60


def test_answers_that_go_in_batches_are_not_counted_anew_in_between(database, alice, monkeypatch):
    monkeypatch.setattr("lipnet.surveys.retention.erasing.A_BATCH", 7)
    survey = answered(alice)
    with clock.at(survey.closes_on + LATER):
        assert erase_due(survey, "answers", by=THE_PROGRAM)
        settle_job(database)
        assert {each.code for each in every_fault(database)} <= {"erasing_overdue"}
