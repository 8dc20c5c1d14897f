"""A strategy in the partnership's own words: levels, reasons, outcomes, tags, two languages."""

import pytest

from lipnet.core import i18n
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.plans import operations as plans
from lipnet.plans.models import Pillar, Priority
from lipnet.plans.strategies import operations
from lipnet.plans.strategies.goals import as_tags
from lipnet.plans.strategies.models import Outcome, PriorityTag, Tag, tags_of
from lipnet.plans.strategies.naming import level_called
from tests import cast
from tests.browsing import Browser
from tests.plans import scene


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def strategy(alice):
    return scene.strategy(alice)


def test_levels_are_called_what_the_partnership_calls_them(app, alice, strategy):
    browser = Browser(app, alice)
    assert "Add a pillar" in browser.get("/plans/strategy?lang=en").text
    page = browser.submit("/plans/levels", {"pillar-en": "Goal", "pillar-fr": "But"})
    assert "Goal 1" in page.text
    assert "Add: Goal" in page.text
    assert "Add a pillar" not in page.text
    assert "But 1" in browser.get("/plans/strategy?lang=fr").text
    plan = plans.start_plan(strategy, strategy.from_year, by=alice)
    action = scene.action(plan, alice)
    for lang, word in (("en", "Goal"), ("fr", "But")):
        terms = browser.get(f"/plans/actions/{action.number}?lang={lang}").all("dt")
        assert word in [term.text for term in terms]
    operations.call_levels({"pillar": {"en": " "}}, by=alice)
    with i18n.speaking("en"):
        assert level_called("pillar") == "Pillar"


def test_a_strategy_says_why_and_what_will_be_different_until_it_is_adopted(app, alice, strategy):
    browser = Browser(app, alice)
    pillar = strategy.in_order()[0]
    priority = pillar.in_order()[0]
    browser.submit(
        f"/plans/strategies/{strategy.id}/preface",
        {"rationale-en": "Because they asked.", "highlights-fr": "Quatre comptoirs."},
    )
    browser.submit(f"/plans/pillars/{pillar.id}/reason", {"text-en": "Words open doors."})
    browser.submit(f"/plans/priorities/{priority.id}/reason", {"text-en": "Classes are full."})
    page = browser.submit(
        f"/plans/priorities/{priority.id}/outcomes/new",
        {"text-en": "Nobody waits a year.", "term": "medium"},
    )
    for said in ("Because they asked.", "Quatre comptoirs.", "Words open doors.",
                 "Classes are full.", "Nobody waits a year.", "Medium term"):  # fmt: skip
        assert said in page.text
    with pytest.raises(Refusal, match="Take them out first"):
        plans.remove_priority(priority, by=alice)
    plans.adopt_strategy(strategy, motion=scene.motion(alice), by=alice)
    outcome, pillar, priority = Outcome.get(), Pillar.get(), Priority.get()
    for verb in (
        lambda: operations.preface_strategy(strategy, rationale={}, highlights={}, by=alice),
        lambda: operations.give_reason(pillar, {"en": "x"}, by=alice),
        lambda: operations.give_reason(priority, {"en": "x"}, by=alice),
        lambda: operations.add_outcome(priority, {"en": "x"}, term="long", by=alice),
        lambda: operations.reword_outcome(outcome, {"en": "x"}, term="long", by=alice),
        lambda: operations.remove_outcome(outcome, by=alice),
    ):
        with pytest.raises(Refusal, match="adopted"):
            verb()


def test_english_and_french_stand_side_by_side_and_what_is_missing_says_so(app, alice, strategy):
    operations.add_outcome(
        strategy.in_order()[0].in_order()[0], {"fr": "On attend moins."}, term="short", by=alice
    )
    page = Browser(app, cast.vera()).get(f"/plans/strategies/{strategy.id}/whole?lang=en")
    for lang, title in (("en", "Language"), ("fr", "Langue")):
        assert any(e["lang"] == lang and title in e.text for e in page.all("div")), lang
    assert any(e["lang"] == "fr" and "On attend moins." in e.text for e in page.all("div"))
    assert "Not written in this language yet." in page.text


def test_tags_are_the_partnerships_own_and_the_goals_come_by_one_button(app, alice, strategy):
    browser = Browser(app, alice)
    browser.submit("/plans/tags", {"family": "population", "name-en": "Refugees"})
    page = browser.submit("/plans/tags", form="/goals")
    assert "Égalité" in browser.get("/plans/tags?lang=fr").text
    assert page.text.index("No poverty") < page.text.index("Partnerships for the goals")
    assert Tag.select().count() == 18
    operations.make_tags(as_tags(), by=alice)
    assert Tag.select().count() == 18
    priority = strategy.in_order()[0].in_order()[0]
    chosen = [str(Tag.get(Tag.code == "10").id)]
    page = browser.submit(f"/plans/priorities/{priority.id}/tags?lang=en", {"sdg": chosen})
    assert "10 Reduced inequalities" in page.text
    browser.submit(f"/plans/tags/{chosen[0]}", form="/retirement")
    other = strategy.in_order()[0].in_order()[1]
    assert "Reduced inequalities" not in browser.get(f"/plans/priorities/{other.id}/tags").text
    assert [tag.code for tag in tags_of(priority)] == ["10"]
    browser.submit(f"/plans/priorities/{priority.id}/tags", {"sdg": []})
    assert not PriorityTag.select().exists()


def test_a_page_of_a_longer_strategy_asks_no_more_of_the_database(app, alice, strategy):
    client = Browser(app, alice).client
    short = _asked(client)
    pillar = strategy.in_order()[0]
    for number in range(8):
        more = plans.add_priority(pillar, {"en": f"Priority {number}"}, by=alice)
        operations.give_reason(more, {"en": "Because."}, by=alice)
        operations.add_outcome(more, {"en": "Better."}, term="long", by=alice)
    assert _asked(client) == short


def _asked(client) -> int:
    seen, execute = [], type(db.obj).execute_sql
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            type(db.obj),
            "execute_sql",
            lambda self, *a, **k: seen.append(a) or execute(self, *a, **k),
        )
        client.get("/plans/strategy")
    return len(seen)
