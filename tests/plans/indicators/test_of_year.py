"""What the report asks: every indicator before and after a year, in one fixed number of queries."""

from decimal import Decimal

import pytest

from lipnet.core.db import db
from lipnet.plans.indicators import operations
from lipnet.plans.indicators.of_year import indicators_of
from lipnet.plans.indicators.operations import Particulars, Said
from tests import cast
from tests.plans.indicators import scene
from tests.plans.indicators.scene import APRIL, JULY, NEXT_APRIL, OCTOBER


@pytest.fixture
def alice(house):
    return cast.alice()


def test_increments_add_up_totals_stand_and_words_are_the_last(alice):
    stage = scene.stage(alice)
    french, youth = stage.visits.groups
    spring, summer, fall, later = (
        scene.opened(stage.strategy, day, alice) for day in (APRIL, JULY, OCTOBER, NEXT_APRIL)
    )
    scene.noted(stage.visits, spring, alice, "30", groups={french.id: "12", youth.id: "2"})
    scene.noted(stage.visits, summer, alice, "12.5", groups={french.id: "3"})
    scene.noted(stage.visits, fall, alice, is_nil=True, reason={"en": "Closed."})
    scene.noted(stage.share, summer, alice, "55")
    scene.noted(stage.share, spring, alice, "54")
    scene.noted(stage.story, summer, alice, words={"en": "A first circle met."})
    scene.noted(stage.visits, later, alice, "3")
    visits, share, story = indicators_of(stage.strategy, 2025)
    assert [one.indicator for one in (visits, share, story)] == list(stage[1:])
    assert (visits.before, visits.after, visits.so_far) == (Decimal(40), Decimal("42.5"), 42.5)
    assert (visits.target_of_year, visits.target) == (Decimal(150), Decimal(1000))
    assert (visits.nils, visits.missing, share.missing) == (1, [], [fall])
    assert [(g.group, g.value, g.few) for g in visits.groups] == [
        (french, Decimal(15), False), (youth, Decimal(2), True),
    ]  # fmt: skip
    assert (share.before, share.after) == (Decimal("52.5"), Decimal(55))
    assert story.words_before == {"en": "Nobody is asked."}
    assert story.words_after == {"en": "A first circle met."}
    visits, share, story = indicators_of(stage.strategy, 2026)
    assert (visits.before, visits.after, visits.so_far) == (Decimal("42.5"), 3, Decimal("45.5"))
    assert visits.few
    assert (share.before, share.after) == (55, None)
    assert story.words_before == {"en": "A first circle met."}


def test_what_was_corrected_counts_and_what_it_corrects_does_not(alice):
    stage = scene.stage(alice)
    spring = scene.opened(stage.strategy, APRIL, alice)
    scene.noted(stage.visits, spring, alice, "30")
    operations.close_period(spring, by=alice)
    for value in ("33", "34"):
        operations.correct_reading(
            stage.visits, spring, Said(value), why={"en": "Counted again."}, by=alice
        )
    assert indicators_of(stage.strategy, 2025)[0].after == 34


def test_one_out_of_use_is_told_of_the_years_it_was_read_in(alice):
    stage = scene.stage(alice)
    spring = scene.opened(stage.strategy, APRIL, alice)
    scene.noted(stage.visits, spring, alice, "30")
    for indicator in stage[1:]:
        operations.retire_indicator(indicator, by=alice)
    assert [one.indicator for one in indicators_of(stage.strategy, 2025)] == [stage.visits]
    assert indicators_of(stage.strategy, 2026) == []


def test_more_indicators_and_readings_ask_no_more_of_the_database(alice, monkeypatch):
    stage = scene.stage(alice)
    periods = [scene.opened(stage.strategy, day, alice) for day in (APRIL, JULY, OCTOBER)]
    scene.noted(stage.visits, periods[0], alice, "1")
    few = _asked(stage.strategy, monkeypatch)
    for number in range(12):
        more = operations.add_indicator(
            stage.visits.priority,
            Particulars({"en": f"Number {number}"}),
            counted="total",
            groups=[{"en": "Youth"}],
            by=alice,
        )
        for period in periods:
            scene.noted(more, period, alice, "5", groups={more.groups.get().id: "1"})
    assert _asked(stage.strategy, monkeypatch) == few == 6


def _asked(strategy, monkeypatch) -> int:
    seen = []
    execute = type(db.obj).execute_sql
    with monkeypatch.context() as patch:
        patch.setattr(
            type(db.obj),
            "execute_sql",
            lambda self, *a, **k: seen.append(a) or execute(self, *a, **k),
        )
        for one in indicators_of(strategy, 2025):
            assert one.indicator.priority.pillar.title
            assert all(reading.period.ends for reading in one.readings)
    return len(seen)
