"""Sources find their place in the plan, or are set aside; every choice can be taken back."""

from datetime import timedelta

import pytest

from lipnet.core import clock, thread
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations as meetings
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import accept_nomination
from lipnet.plans import sources
from lipnet.plans.compiling import operations as compiling
from lipnet.plans.compiling.desk import default_span, laid_out
from lipnet.plans.compiling.models import ChosenSource, PlanChoice, ReshapedAction
from lipnet.plans.models import PlanAction, ProgressNote
from lipnet.plans.operations import adopt_plan, note_progress
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene as calls
from tests.plans import scene

CLASSES = {"en": "Open evening classes with child care.", "fr": "Ouvrir des cours du soir."}
WHY = {"en": "The city does this already."}


def decide(alice, text: dict = CLASSES, held=None):
    return meetings.decide(held or scene.meeting(alice), text, by=alice)


def waiting(plan, person) -> list:
    return [source.record for source in sources.waiting(default_span(plan), person)]


def test_a_source_that_became_an_action_waits_again_once_that_is_taken_back(house):
    alice = cast.alice()
    plan, decision = scene.plan(alice), decide(alice)
    action = compiling.make_action(
        plan, scene.priority(plan), CLASSES, because=[decision], sentence=WHY, by=alice
    )
    assert waiting(plan, alice) == []
    compiling.undo_choice(PlanChoice.get(), by=alice)
    assert waiting(plan, alice) == [decision]
    assert (PlanAction.select().count(), thread.led_to(thread.ref(decision))) == (0, [])
    kept = PlanChoice.get()
    assert (kept.verb, kept.number, kept.undone_by) == ("new", action.number, alice)
    assert scene.action(plan, alice).number == action.number + 1, "no number is given twice"


def test_an_action_something_was_built_on_is_not_taken_back(house):
    alice = cast.alice()
    plan, decision = scene.plan(alice), decide(alice)
    action = compiling.make_action(
        plan, scene.priority(plan), CLASSES, because=[decision], by=alice
    )
    choice = PlanChoice.get()
    note_progress(action, status="on_track", text={"en": "Begun."}, by=alice)
    with pytest.raises(Refusal, match="More has been done"):
        compiling.undo_choice(choice, by=alice)
    adopt_plan(plan, motion=scene.motion(alice), by=alice)
    with pytest.raises(Refusal, match="adopted"):
        compiling.undo_choice(choice, by=alice)


def test_sources_join_an_action_with_a_sentence_and_leave_it_again(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    held = scene.meeting(alice)
    old, new = decide(alice, held=held), decide(alice, {"en": "Find rooms."}, held)
    action = scene.action(plan, alice, because=[old])
    choice = compiling.join_action(action, [old, new], sentence=WHY, by=alice)
    assert [link.sentence for link in thread.came_from(thread.ref(action))] == [{}, WHY]
    with pytest.raises(Refusal, match="already"):
        compiling.join_action(action, [new], by=alice)
    compiling.undo_choice(choice, by=alice)
    links = thread.came_from(thread.ref(action))
    assert [link.to_id for link in links] == [str(old.id)], "what was there before stays"
    with pytest.raises(Refusal, match="taken back already"):
        compiling.undo_choice(choice, by=alice)


def test_progress_rests_on_the_source_it_was_noted_from(house):
    alice = cast.alice()
    plan, decision = scene.plan(alice), decide(alice)
    action = scene.action(plan, alice)
    choice = compiling.note_sources(
        action, [decision], status="on_track", text={"en": "Decided."}, by=alice
    )
    assert [link.from_kind for link in thread.led_to(thread.ref(decision))] == ["progress_note"]
    assert waiting(plan, alice) == []
    later = note_progress(action, status="done", text={}, by=alice)
    with pytest.raises(Refusal, match="since"):
        compiling.undo_choice(choice, by=alice)
    ProgressNote.delete_by_id(later.id)
    compiling.undo_choice(choice, by=alice)
    assert waiting(plan, alice) == [decision]


def test_what_is_set_aside_has_a_reason_and_may_be_taken_up(house):
    alice = cast.alice()
    plan, decision = scene.plan(alice), decide(alice)
    with pytest.raises(Refusal, match="say why"):
        compiling.set_sources_aside(plan, [decision], reason={}, by=alice)
    with pytest.raises(Refusal, match="at least one source"):
        compiling.set_sources_aside(plan, [], reason=WHY, by=alice)
    choice = compiling.set_sources_aside(plan, [decision], reason=WHY, by=alice)
    assert waiting(plan, alice) == []
    compiling.undo_choice(choice, by=alice)
    assert waiting(plan, alice) == [decision]
    assert PlanChoice.get().reason == WHY
    compiling.set_sources_aside(plan, [decision], reason=WHY, by=alice)
    compiling.join_action(scene.action(plan, alice), [decision], by=alice)
    assert [row.verb for row in PlanChoice.standing()] == ["joined"], "planned, it is taken up"


def test_sources_stand_under_the_likest_priority_alike_ones_together_the_rest_last(house):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    scene.action(plan, alice)  # evening classes near the harbour
    first = decide(alice, held=held)
    rest = decide(alice, {"en": "Buy thirty chairs."}, held)
    again = decide(alice, {"fr": "Ouvrir des cours du soir."}, held)
    laid = laid_out(plan, sources.waiting(default_span(plan), alice))
    (priority, (heap,)), (none, (last,)) = laid
    assert (priority, none) == (scene.priority(plan), None)
    assert [source.record for source in heap.sources] == [first, again]
    assert (heap.action.number, heap.words) == (1, ("evening classes",))
    assert [source.record for source in last.sources] == [rest]


def test_bodies_and_months_are_chosen(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    decide(alice)
    browser = Browser(app, alice)
    here = f"/plans/{plan.fiscal_year}/sources"
    assert "1 source waits." in browser.get(here).text
    council, month = scene.council(alice), f"{clock.today():%Y-%m}"
    assert "1 source waits." in browser.get(f"{here}?body={council.id}&from={month}").text
    assert "Nothing waits here." in browser.get(f"{here}?body={council.id + 1}").text
    before = clock.today().replace(day=1) - timedelta(days=1)
    page = browser.get(f"{here}?from={before:%Y-%m}&to={before:%Y-%m}")
    assert "Nothing waits here." in page.text
    browser.get(f"{here}?from=soon&body=x&to=9999-99")


def test_the_coordinator_chooses_on_pages_and_sees_where_each_went(app):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    scene.action(plan, alice)
    first, second, third = (
        decide(alice, {"en": text}, held)
        for text in ("Open evening classes.", "Lend the hall for free.", "Buy thirty chairs.")
    )
    browser, here = Browser(app, alice), f"/plans/{plan.fiscal_year}/sources"
    assert "evening classes" in browser.get(here).text
    joined = browser.submit(
        f"{here}/joining?these=decision:{first.id}",
        {"because": f"decision:{first.id}", "sentence-en": "Decided so."},
    )
    assert "The action rests on it now." in joined.text
    aside = f"{here}/setting-aside?these=decision:{second.id},decision:{third.id}"
    keys = {"because": [f"decision:{second.id}"]}
    assert "at least one language" in browser.submit(aside, keys).text
    browser.submit(aside, {**keys, "reason-en": WHY["en"]})
    assert [row.record_id for row in ChosenSource.select().where(~ChosenSource.tied)] == [
        str(second.id)
    ]
    assert WHY["en"] in browser.get(f"/meetings/decisions/{second.id}").text
    noted = browser.submit(
        f"{here}/progress?these=decision:{third.id}",
        {"because": f"decision:{third.id}", "status": "on_track", "text-en": "Thirty bought."},
    )
    assert "Nothing waits here." in noted.text and "Already chosen" in noted.text
    choice = PlanChoice.get(PlanChoice.verb == "set_aside")
    act = f"/plans/choices/{choice.id}/undoing"
    browser.post(act, browser.get(here).fields(act))
    assert "1 source waits." in browser.get(here).text
    charlie = Browser(app, cast.charlie())
    for path in ("joining", "progress", "setting-aside", "agenda"):
        charlie.get(f"{here}/{path}", status=404)


def test_what_stands_under_no_priority_is_put_on_an_agenda(app):
    alice = cast.alice()
    plan, decision = scene.plan(alice), decide(alice, {"en": "Buy thirty chairs."})
    browser = Browser(app, alice)
    coming = meetings.call_meeting(
        scene.council(alice), clock.today() + timedelta(days=9), starts_at="18:00", place="Hall",
        by=alice,
    )  # fmt: skip
    page = browser.submit(
        f"/plans/{plan.fiscal_year}/sources/agenda?these=decision:{decision.id}",
        {"because": f"decision:{decision.id}", "meeting": str(coming.id)},
    )
    assert "Revise the plan: what stands under no priority" in page.text
    assert [item.title["en"] for item in coming.agenda()][0].startswith("Revise the plan")


def test_the_desk_asks_as_much_for_thirty_sources_as_for_three(app):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    scene.action(plan, alice)
    finding = scene.outside_finding(alice)

    def more(count):
        for number in range(count):
            meetings.decide(held, {"en": f"Open class {number}."}, because=[finding], by=alice)
            meetings.take_action(held, {"en": f"Ask {number}."}, owner=alice, by=alice)
            item = meetings.take_action(held, {"en": f"Seek {number}."}, owner=alice, by=alice)
            compiling.set_sources_aside(plan, [item], reason=WHY, by=alice)

    browser = Browser(app, alice)
    more(3)
    few = asked(browser, plan)
    more(27)
    assert asked(browser, plan) == few


def asked(browser, plan) -> int:
    """How many statements one look at the desk costs."""
    seen = []
    execute = type(db.obj).execute_sql

    def noted(self, sql, *args, **kwargs):
        seen.append(sql)
        return execute(self, sql, *args, **kwargs)

    here = f"/plans/{plan.fiscal_year}/sources"
    browser.get(here)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(db.obj), "execute_sql", noted)
        browser.get(here)
    return len(seen)


def test_merged_actions_are_one_with_every_reason_and_note(house):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    one, two = decide(alice, held=held), decide(alice, {"en": "Find rooms."}, held)
    kept = scene.action(plan, alice, because=[one], sentence={"en": "First."})
    gone = scene.action(
        plan, alice, scene.GUIDE, because=[one, two], sentence=WHY, lead_body=scene.council(alice)
    )
    note_progress(gone, status="on_track", text={"en": "Begun."}, by=alice)
    compiling.merge_actions(kept, gone, text=CLASSES, by=alice)
    links = thread.came_from(thread.ref(kept))
    assert [(link.to_id, link.sentence) for link in links] == [
        (str(one.id), {"en": "First."}),
        (str(two.id), WHY),
    ]
    kept = PlanAction.get()
    assert (kept.text, kept.status, kept.lead_body) == (CLASSES, "on_track", scene.council(alice))
    row = ReshapedAction.get()
    assert (row.how, row.from_number, row.text, row.into) == ("merged", 2, scene.GUIDE, kept)
    assert thread.dangling() == []
    adopt_plan(plan, motion=scene.motion(alice), by=alice)
    with pytest.raises(Refusal, match="adopted"):
        compiling.split_action(kept, first=CLASSES, second=WHY, by=alice)


def test_a_split_action_is_two_that_rest_on_the_same_and_say_where_they_came_from(app):
    alice = cast.alice()
    plan, decision = scene.plan(alice), decide(alice)
    action = scene.action(plan, alice, because=[decision], sentence=WHY)
    browser = Browser(app, alice)
    page = browser.submit(
        f"/plans/actions/{action.number}/splitting",
        {"first-en": "Open classes.", "second-en": "Offer child care."},
    )
    assert "Split off from action 1" in page.text and "Offer child care." in page.text
    new = PlanAction.get(PlanAction.number == 2)
    assert thread.came_from(thread.ref(new))[0].sentence == WHY
    merged = browser.submit(f"/plans/actions/{action.number}/merging", {"gone": str(new.id)})
    assert "Action 2 became part of this one" in merged.text
    assert "The two actions are one." in merged.text
    assert "Action 1" in browser.get("/plans/actions/2").text, "the old number leads there"


def test_the_next_plan_opens_with_what_goes_on(app):
    alice = cast.alice()
    plan, held = scene.plan(alice), scene.meeting(alice)
    decision = decide(alice, held=held)
    compiling.set_sources_aside(plan, [decision], reason=WHY, by=alice)
    item = meetings.take_action(held, {"en": "Ask the school board."}, owner=alice, by=alice)
    going, done = scene.action(plan, alice), scene.action(plan, alice, scene.GUIDE)
    note_progress(done, status="done", text={}, by=alice)
    browser = Browser(app, alice)
    opening = browser.submit("/plans/start", {"fiscal_year": str(plan.fiscal_year + 1)})
    assert "What goes on from the last plan" in opening.text
    under = str(scene.priority(plan).id)
    ticked = {
        "repeat_2": "y", f"take_{item.id}": "y", f"priority_i{item.id}": under,
        f"again_{PlanChoice.get().id}": "y",
    }  # fmt: skip
    here = f"/plans/{plan.fiscal_year + 1}/opening"
    assert "at least one language" in browser.submit(here, ticked).text
    assert PlanAction.select().count() == 2, "one act: all of it or nothing"
    browser.submit(here, {**ticked, "reason_1-en": "No room was free."})
    new = list(PlanAction.select().where(PlanAction.plan != plan).order_by(PlanAction.number))
    assert [row.text.get("en") for row in new] == [
        going.text["en"], done.text["en"], "Ask the school board.",
    ]  # fmt: skip
    assert (new[0].carried_from, going.status) == (going, "carried_over")
    assert decision in waiting(plan, alice)
    for choice in PlanChoice.standing():
        compiling.undo_choice(choice, by=alice)
    assert PlanAction.select().count() == 2 and going.status == "not_started"
    assert thread.dangling() == []


def test_what_a_nominee_wants_is_on_the_desk_only_if_members_may_read_it(house):
    alice = cast.alice()
    plan, call = scene.plan(alice), calls.opened(by=alice)
    told, kept = cast.bob(), cast.charlie()
    for nominee, said in (
        (told, calls.SHOWN),
        (kept, calls.SHOWN._replace(published=("statement",))),
    ):
        row = calls.nominated(call, nominee, by=alice)
        accept_nomination(calls.link_of(row), said=said, by=nominee)
    (source,) = sources.waiting(default_span(plan), alice)
    assert (source.record.nominee, source.said) == (told, calls.WORK)
    hidden = Nomination.get(Nomination.nominee == kept)
    assert sources.from_keys([f"nomination:{hidden.id}"], alice) == []
    assert sources.waiting(default_span(plan), cast.vera()) == []
    action = compiling.make_action(
        plan, scene.priority(plan), CLASSES, because=[source.record], by=alice
    )
    assert thread.came_from(thread.ref(action))[0].to_kind == "nomination"
