"""Readings are noted in open periods, corrected after closing, and never lost."""

from datetime import date

import pytest

from lipnet.core import clock, thread
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.plans import operations as plans
from lipnet.plans.indicators import operations
from lipnet.plans.indicators.models import GroupReading, IndicatorReading, ReportingPeriod
from lipnet.plans.indicators.operations import Particulars, Said
from lipnet.plans.models import Strategy
from tests import cast
from tests.plans import scene as plans_scene
from tests.plans.indicators import scene
from tests.plans.indicators.scene import APRIL, JULY


@pytest.fixture
def alice(house):
    return cast.alice()


@pytest.fixture
def stage(alice):
    return scene.stage(alice)


@pytest.fixture
def spring(stage, alice):
    return scene.opened(stage.strategy, APRIL, alice)


def test_nothing_to_report_needs_a_reason_and_takes_no_figure(stage, spring, alice):
    with pytest.raises(Refusal, match="why there is nothing"):
        scene.noted(stage.visits, spring, alice, is_nil=True)
    nil = scene.noted(stage.visits, spring, alice, "7", is_nil=True, reason={"fr": "Fermé."})
    assert (nil.value, nil.reason) == ("", {"fr": "Fermé."})
    with pytest.raises(Refusal, match="nothing to report"):
        scene.noted(stage.visits, spring, alice)


def test_an_open_period_takes_a_reading_anew_with_its_groups(stage, spring, alice):
    french, youth = stage.visits.groups
    scene.noted(stage.visits, spring, alice, "30", groups={french.id: "12", youth.id: "٣"})
    reading = scene.noted(stage.visits, spring, alice, "31", groups={french.id: "13"})
    assert IndicatorReading.get().value == "31"
    assert [(part.group, part.value) for part in GroupReading.select()] == [(french, "13")]
    assert [event.code for event in history(reading)] == ["plans.reading_noted"] * 2


def test_one_in_words_keeps_words_and_no_figure(stage, spring, alice):
    with pytest.raises(Refusal):
        scene.noted(stage.story, spring, alice, "5")
    reading = scene.noted(stage.story, spring, alice, "5", words={"en": "They were asked."})
    assert (reading.value, reading.words) == ("", {"en": "They were asked."})


def test_a_closed_period_refuses_and_names_in_the_log_what_is_missing(stage, spring, alice):
    scene.noted(stage.visits, spring, alice, "30")
    operations.close_period(spring, by=alice)
    with pytest.raises(Refusal, match="period is closed"):
        scene.noted(stage.visits, spring, alice, "31")
    with pytest.raises(Refusal, match="closed already"):
        operations.close_period(spring, by=alice)
    closing = history(spring)[-1]
    assert closing.particulars["without"] == [stage.share.id, stage.story.id]


def test_a_correction_after_closing_is_a_new_record_that_names_the_old(stage, spring, alice):
    old = scene.noted(stage.visits, spring, alice, "30")
    with pytest.raises(Refusal, match="still open"):
        operations.correct_reading(stage.visits, spring, Said("33"), why={"en": "x"}, by=alice)
    operations.close_period(spring, by=alice)
    with pytest.raises(Refusal, match="at least one language"):
        operations.correct_reading(stage.visits, spring, Said("33"), why={}, by=alice)
    new = operations.correct_reading(
        stage.visits, spring, Said("33"), why={"en": "Three came late."}, by=alice
    )
    late = operations.correct_reading(
        stage.share, spring, Said("60"), why={"en": "It came in late."}, by=alice
    )
    assert (new.corrects, new.number, late.corrects, late.number) == (old, 2, None, 1)
    assert IndicatorReading.get_by_id(old.id).value == "30"


def test_a_period_opens_once_it_has_begun_and_only_if_it_is_the_strategys(stage, spring, alice):
    with pytest.raises(Refusal, match="opened already"):
        scene.opened(stage.strategy, APRIL, alice)
    with pytest.raises(Refusal, match="not one of"):
        scene.opened(stage.strategy, date(2025, 5, 1), alice)
    with clock.at(APRIL), pytest.raises(Refusal, match="not begun"):
        operations.open_period(stage.strategy, JULY, by=alice)
    assert (spring.ends, spring.due) == (date(2025, 6, 30), date(2025, 7, 30))
    assert [spring.is_late(day) for day in (spring.due, date(2025, 7, 31))] == [False, True]


def test_the_rhythm_is_chosen_before_the_first_period(stage, alice):
    operations.set_rhythm(stage.strategy, 2, by=alice)
    half = scene.opened(stage.strategy, APRIL, alice)
    assert half.ends == date(2025, 9, 30)
    with pytest.raises(Refusal, match="rhythm stays"):
        operations.set_rhythm(stage.strategy, 4, by=alice)
    assert ReportingPeriod.select().count() == 1


def test_an_indicator_keeps_its_words_once_adopted_or_read_and_readings_go_on(alice):
    with clock.at(date(2025, 4, 2)):
        stage = scene.stage(alice)
        plans.adopt_strategy(stage.strategy, motion=plans_scene.motion(alice), by=alice)
        told = Particulars({"en": "Other"})
    priority = stage.visits.priority
    priority.pillar.strategy = Strategy.get()
    with pytest.raises(Refusal, match="adopted"):
        operations.describe_indicator(stage.visits, told, by=alice)
    with clock.at(date(2025, 6, 1)):
        later = operations.add_indicator(priority, told, counted="total", by=alice)
        operations.describe_indicator(later, Particulars({"en": "Better"}), by=alice)
        period = operations.open_period(stage.strategy, APRIL, by=alice)
    scene.noted(later, period, alice, "1")
    with pytest.raises(Refusal, match="Readings rest"):
        operations.describe_indicator(later, told, by=alice)


def test_a_reading_rests_on_a_finding_and_an_action_on_the_indicator_it_serves(
    stage, spring, alice
):
    finding = plans_scene.outside_finding(alice)
    reading = scene.noted(stage.share, spring, alice, "25", finding=finding)
    assert thread.came_from(thread.ref(reading))[0].to_id == str(finding.id)
    plan = plans.start_plan(stage.strategy, 2025, by=alice)
    action = plans_scene.action(plan, alice)
    operations.say_what_it_serves(action, [stage.share, stage.visits], by=alice)
    operations.say_what_it_serves(action, [stage.visits], by=alice)
    served = [link.to_id for link in thread.came_from(thread.ref(action))]
    assert served == [str(stage.visits.id)]
    scene.noted(stage.share, spring, alice, "26")
    assert thread.came_from(thread.ref(reading)) == []
