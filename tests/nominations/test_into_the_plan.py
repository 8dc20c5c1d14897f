"""What somebody without an account wants to work on is in the plan, and found from both ends."""

from lipnet.core import thread
from lipnet.nominations.models import Nomination
from lipnet.nominations.proposals import Proposal
from lipnet.plans.models import PlanAction
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_public import ME, letter_link, propose
from tests.plans import scene as planning


def test_from_the_letter_to_an_action_of_the_plan_and_back(app):
    alice = cast.alice()
    planning.priority(planning.plan(alice))
    propose(app, scene.opened(by=alice), "myself", ME)
    said = {"interests": scene.WORK, "published": ["interests"]}
    Browser(app).submit(letter_link(Proposal.get()), said)
    desk, made = Browser(app, alice), Nomination.get()
    page = desk.get(f"/nominations/{made.id}?lang=en")
    (into,) = [url for name, url in page.links().items() if name.startswith("Put it into the plan")]
    form = desk.get(into)
    assert scene.WORK in form.text
    desk.submit(into, {"text-en": scene.WORK})
    action = PlanAction.get()
    assert thread.came_from(thread.ref(action))[0].to_kind == "nomination"
    box = desk.get(f"/nominations/{made.id}?lang=en").links()
    (onward,) = {url for url in box.values() if url.endswith(f"/actions/{action.number}")}
    assert f"/nominations/{made.id}" in desk.get(onward).links().values()
    assert scene.WORK in Browser(app, cast.bob()).get(f"/nominations/{made.id}?lang=en").text
