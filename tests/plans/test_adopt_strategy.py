"""A strategy is written, adopted by a motion, and then stays as it is."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.plans import operations
from lipnet.plans.models import Strategy
from tests import cast
from tests.browsing import Browser
from tests.plans import scene


def test_a_strategy_is_adopted_on_the_day_of_the_meeting_that_carried_the_motion(house):
    alice = cast.alice()
    strategy, motion = scene.strategy(alice), scene.motion(alice)
    operations.adopt_strategy(strategy, motion=motion, by=alice)
    kept = Strategy.get_by_id(strategy.id)
    assert kept.adopted_on == motion.meeting.on
    assert kept.motion == motion


def test_an_adopted_strategy_keeps_its_words(house):
    alice = cast.alice()
    strategy = scene.strategy(alice)
    operations.adopt_strategy(strategy, motion=scene.motion(alice), by=alice)
    pillar = strategy.in_order()[0]
    for verb in (
        lambda: operations.reword_pillar(pillar, {"en": "Other"}, by=alice),
        lambda: operations.add_pillar(strategy, {"en": "More"}, by=alice),
        lambda: operations.add_priority(pillar, {"en": "More"}, by=alice),
        lambda: operations.remove_priority(pillar.in_order()[0], by=alice),
        lambda: operations.reword_priority(pillar.in_order()[0], {"en": "X"}, by=alice),
        lambda: operations.describe_strategy(
            strategy, title={"en": "X"}, from_year=2026, to_year=2030, by=alice
        ),
    ):
        with pytest.raises(Refusal, match="adopted"):
            verb()


def test_a_motion_that_did_not_carry_adopts_nothing(house):
    alice, bob = cast.alice(), cast.bob()
    strategy, body = scene.strategy(alice), scene.council(alice)
    for person in (alice, bob):
        scene.seated(person, body, by=alice)
    motion = scene.defeated_motion(alice, mover=alice, seconder=bob)
    with pytest.raises(Refusal, match="did not carry"):
        operations.adopt_strategy(strategy, motion=motion, by=alice)
    assert not Strategy.get_by_id(strategy.id).is_adopted


def test_a_strategy_without_a_priority_cannot_be_adopted(house):
    alice = cast.alice()
    empty = operations.write_strategy({"en": "Thin"}, from_year=2026, to_year=2029, by=alice)
    with pytest.raises(Refusal, match="at least one pillar"):
        operations.adopt_strategy(empty, motion=scene.motion(alice), by=alice)


def test_a_strategy_covers_one_to_ten_years(house):
    with pytest.raises(Refusal, match="one to ten"):
        operations.write_strategy({"en": "X"}, from_year=2026, to_year=2026, by=cast.alice())


def test_a_priority_with_actions_stays(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    scene.action(plan, alice)
    with pytest.raises(Refusal, match="Actions stand under"):
        operations.remove_priority(scene.priority(plan), by=alice)


def test_the_coordinator_writes_the_strategy_on_its_page_and_adopts_it(app):
    alice = cast.alice()
    browser = Browser(app, alice)
    browser.submit("/plans/strategies/new", {"title-en": "Belonging", "title-fr": "Sa place"})
    here = f"/plans/strategies/{Strategy.get().id}"
    browser.submit(f"{here}/pillars/new", {"title-en": "Language"})
    pillar = Strategy.current().in_order()[0]
    browser.submit(f"/plans/pillars/{pillar.id}/priorities/new", {"title-en": "Evening classes"})
    assert "No motion has carried yet" in browser.get(f"{here}/adoption").text
    motion = scene.motion(alice)
    page = browser.submit(f"{here}/adoption", {"motion": str(motion.id)})
    assert motion.number in page.text
    assert "Evening classes" in page.text
    assert f"{here}/edit" not in page.html


def test_a_pillar_is_reworded_and_an_empty_one_removed(app):
    alice = cast.alice()
    strategy = scene.strategy(alice)
    browser = Browser(app, alice)
    pillar = strategy.in_order()[0]
    here = f"/plans/pillars/{pillar.id}"
    page = browser.submit(here, {"title-en": "Tongues"}, to=here)
    assert "Tongues" in page.text
    extra = operations.add_pillar(strategy, {"en": "Too much"}, by=alice)
    page = browser.submit(f"/plans/pillars/{extra.id}", form="/removal")
    assert "Too much" not in page.text


def test_members_read_the_strategy_and_do_not_write_it(app):
    alice = cast.alice()
    strategy = scene.strategy(alice)
    for reader in (cast.charlie(), cast.vera()):
        browser = Browser(app, reader)
        page = browser.get("/plans/strategy?lang=en")
        assert "Belonging here" in page.text
        assert "Add a pillar" not in page.text
        browser.get(f"/plans/strategies/{strategy.id}/edit", status=404)
        browser.get(f"/plans/strategies/{strategy.id}/adoption", status=404)


def test_the_next_strategy_is_written_while_the_present_one_runs(app):
    alice = cast.alice()
    present = scene.strategy(alice)
    operations.adopt_strategy(present, motion=scene.motion(alice), by=alice)
    browser = Browser(app, alice)
    page = browser.submit("/plans/strategies/new", {"title-en": "The years after"})
    assert page.heading == "The years after"
    assert Strategy.current() == present
    following = Strategy.latest()
    assert following.from_year == present.to_year
    assert "The years after" in browser.get("/plans/strategy").text
    browser.submit("/plans/start", {"fiscal_year": str(following.from_year)})
    assert following.plans.get().fiscal_year == following.from_year
