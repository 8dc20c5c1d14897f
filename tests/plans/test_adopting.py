"""A plan is laid before its groups, ratified, frozen at adoption, and amended with a reason."""

import pytest

from lipnet.core import clock, thread
from lipnet.core.refusals import Refusal
from lipnet.core.web import waiting_for
from lipnet.groups import operations as groups
from lipnet.people import operations as people
from lipnet.plans import operations
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.leading import led_by
from lipnet.plans.acting.models import particulars_of
from lipnet.plans.adopting import operations as adopting
from lipnet.plans.adopting.baseline import baseline_of
from lipnet.plans.adopting.comparing import plans_compared
from lipnet.plans.adopting.document import digest_of, document_of, entries_of
from lipnet.plans.adopting.models import ActionAmendment, PlanBaseline, PlanRatification
from lipnet.plans.adopting.standing import parts_of
from lipnet.plans.models import PlanAction
from lipnet.plans.viewing.rows import whole_plan
from tests import cast
from tests.browsing import Browser
from tests.plans import scene

OTHER = {"en": "Offer evening classes and morning classes near the harbour"}


def group(by):
    return groups.establish_body(
        kind="working_group",
        name={"en": "Learning group"},
        adopts_minutes=False,
        founded_on=scene.council(by).founded_on,
        by=by,
    )


def amend(action, by, **changes):
    said = {
        "priority": action.priority,
        "text": action.text,
        "output": action.output,
        "due": action.due,
        "reason": {"en": "The room was taken."},
    }
    return adopting.amend_action(action, by=by, **(said | changes))


def test_each_group_ratifies_its_own_part_and_a_later_change_is_seen(house):
    alice, bob = cast.alice(), cast.bob()
    plan, learning = scene.plan(alice), group(alice)
    action = scene.action(plan, alice, lead_body=learning)
    scene.action(plan, alice, scene.GUIDE, lead_body=scene.council(alice))
    proposal = adopting.propose_plan(plan, by=alice)
    adopting.ratify_part(proposal, learning, remarks={"en": "With two teachers."}, by=bob)

    def states():
        return [part.state for part in parts_of(whole_plan(plan), proposal)]

    assert states() == ["waits", "ratified"]
    operations.reword_action(
        action, priority=action.priority, text=OTHER, output={}, due=None, by=alice
    )
    assert states() == ["waits", "changed"]
    adopting.ratify_part(proposal, learning, motion=scene.motion(alice, body=learning), by=bob)
    assert states() == ["waits", "ratified"]
    assert PlanRatification.select().count() == 1


def test_a_ratification_of_another_group_or_of_an_old_proposal_is_refused(house):
    alice = cast.alice()
    plan, learning = scene.plan(alice), group(alice)
    with pytest.raises(Refusal, match="No group leads"):
        adopting.propose_plan(plan, by=alice)
    scene.action(plan, alice, lead_body=learning)
    old = adopting.propose_plan(plan, by=alice)
    with pytest.raises(Refusal, match="leads no action"):
        adopting.ratify_part(old, scene.council(alice), by=alice)
    with pytest.raises(Refusal, match="own meeting") as no:
        adopting.ratify_part(old, learning, motion=scene.motion(alice), by=alice)
    assert no.value.field == "motion"
    adopting.propose_plan(plan, by=alice)
    with pytest.raises(Refusal, match="proposed anew"):
        adopting.ratify_part(old, learning, by=alice)


def test_a_chair_finds_the_part_waiting_and_says_yes_on_its_page(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    plan, learning = scene.plan(alice), group(alice)
    scene.seated(bob, learning, role="chair", by=alice)
    scene.seated(charlie, learning, by=alice)
    scene.action(plan, alice, lead_body=learning)
    page = Browser(app, alice).submit(f"/plans/{plan.fiscal_year}/proposal", {})
    assert "Has not answered yet" in page.text
    address = f"/plans/{plan.fiscal_year}/ratification/{learning.slug}"
    with app.test_request_context():
        assert address in [waits.url for waits in waiting_for(bob)]
        assert address not in [waits.url for waits in waiting_for(charlie)]
    Browser(app, charlie).get(address, status=403)
    page = Browser(app, bob).submit(address, {"remarks-en": "With two teachers."})
    assert "Ratified" in page.text
    assert "With two teachers." in page.text
    with app.test_request_context():
        assert address not in [waits.url for waits in waiting_for(bob)]


def test_the_plan_is_frozen_as_it_was_adopted(house):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    frozen = document_of(whole_plan(plan))
    scene.action(plan, alice, {"en": "One more"}, motion=scene.motion(alice))
    amend(plan.in_order()[0], alice, text=OTHER, motion=scene.motion(alice))
    baseline = PlanBaseline.get()
    assert baseline.frozen == frozen
    assert baseline.digest == digest_of(frozen)
    PlanBaseline.delete().execute()
    assert len(list(entries_of(baseline_of(plan).frozen))) == 2


def test_who_left_is_named_in_what_was_adopted_and_written_to_no_more(house):
    alice, charlie = cast.alice(), cast.charlie()
    plan = scene.plan(alice)
    scene.action(plan, alice, lead_person=charlie)
    operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    assert charlie in led_by(plan)
    people.leave(charlie, by=alice)
    (entry,) = entries_of(PlanBaseline.get().frozen)
    assert (entry["lead_person"], led_by(plan)) == (charlie.name, {})
    assert PlanBaseline.get().digest == digest_of(document_of(whole_plan(plan)))


def test_an_amendment_keeps_what_stood_before_with_reason_and_motion(house):
    alice, bob = cast.alice(), cast.bob()
    plan = scene.adopted_plan(alice)
    action = plan.in_order()[0]
    before = action.text
    with pytest.raises(Refusal, match="needs a motion") as no:
        amend(action, alice, text=OTHER)
    assert no.value.field == "motion"
    action = PlanAction.get_by_id(action.id)
    with pytest.raises(Refusal, match="say why"):
        amend(action, alice, lead_person=bob, reason={})
    with pytest.raises(Refusal, match="Nothing is different"):
        amend(action, alice)
    assert ActionAmendment.select().count() == 0
    made = amend(action, alice, text=OTHER, lead_person=bob, motion=scene.motion(alice))
    assert made.before == {"text": before, "lead_person": None}
    assert made.after == {"text": OTHER, "lead_person": bob.name}
    assert PlanAction.get_by_id(action.id).text == OTHER
    assert [link.to_kind for link in thread.came_from(thread.ref(action))] == ["motion"]


def test_the_rule_says_what_needs_a_motion_and_stays_once_adopted(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    with pytest.raises(Refusal, match="not adopted yet"):
        amend(action, alice, text=OTHER)
    rule = {"wording": False, "priority": False, "lead": False, "due": True}
    adopting.choose_amendment_rule(plan, by=alice, **rule)
    operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    amend(action, alice, text=OTHER)
    with pytest.raises(Refusal, match="needs a motion"):
        amend(action, alice, due=clock.today())
    with pytest.raises(Refusal, match="rule for amendments stays"):
        adopting.choose_amendment_rule(plan, by=alice, **rule)


def test_what_changed_since_adoption_is_read_word_by_word(app):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    browser = Browser(app, alice)
    number = plan.in_order()[0].number
    assert "Nothing was changed" in browser.get(f"/plans/{plan.fiscal_year}/changes").text
    page = browser.submit(
        f"/plans/{plan.fiscal_year}/actions/{number}/amendment",
        {
            "text-en": OTHER["en"],
            "reason-en": "More people.",
            "motion": str(plan.adoption.motion_id),
        },
    )
    assert [mark.text for mark in page.all("ins")][1:] == ["classes and morning"]
    assert "More people." in page.text
    adopted = browser.get(f"/plans/{plan.fiscal_year}/as-adopted")
    assert OTHER["en"] not in adopted.text
    assert scene.EVENING["en"] in adopted.text


def test_numbers_to_reach_are_amended_like_words_and_read_beside_each_other(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    action = scene.action(plan, alice)
    acting.choose_columns(plan, ["when", "target", "people", "risks"], by=alice)
    acting.describe_action(action, target=80, unit={"en": "seats"}, people_wanted=200, by=alice)
    operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    with pytest.raises(Refusal, match="needs a motion"):
        amend(action, alice, agreed={"target": 60})
    with pytest.raises(Refusal, match="outside this plan's year"):
        amend(action, alice, agreed={"starts_on": clock.today().replace(year=2001)})
    browser = Browser(app, alice)
    there = f"/plans/{plan.fiscal_year}/actions/{action.number}/amendment"
    assert "What could get in the way" not in browser.get(there).text
    said = {"target": "60", "people_wanted": "", "reason-en": "One room.",
            "motion": str(plan.adoption.motion_id)}  # fmt: skip
    page = browser.submit(there, said)
    for words in ("Number to reach", "80", "60", "How many people it is to reach", "200"):
        assert words in page.text
    assert particulars_of(action).people_wanted is None
    made = ActionAmendment.get()
    assert made.before == {"target": 80, "people": 200}
    assert made.after == {"target": 60, "people": None}
    compared = browser.get(f"/plans/{plan.fiscal_year}/compared?lang=en")
    assert [mark.text for mark in compared.all("del")][1:] == ["80", "200"]
    adopted = browser.get(f"/plans/{plan.fiscal_year}/as-adopted?lang=en").text
    assert "Number to reach: 80" in adopted
    assert "What is counted: seats" in adopted


def test_two_years_are_laid_beside_each_other(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    kept = scene.action(plan, alice)
    scene.action(plan, alice, scene.GUIDE)
    later = operations.start_plan(plan.strategy, plan.fiscal_year + 1, by=alice)
    operations.carry_over(kept, later, reason={"en": "No teacher."}, by=alice)
    scene.action(later, alice, {"en": "New"})
    documents = [document_of(whole_plan(one)) for one in (plan, later)]
    assert [one.state for one in plans_compared(*documents)] == ["same", "new", "gone"]


@pytest.mark.parametrize("key", ["²²²²-now", "2026", "1999-now", "nonsense", "-adopted"])
def test_a_version_that_does_not_exist_is_no_page(app, key):
    alice = cast.alice()
    plan = scene.adopted_plan(alice)
    Browser(app, alice).get(f"/plans/{plan.fiscal_year}/compared?with={key}", status=404)
