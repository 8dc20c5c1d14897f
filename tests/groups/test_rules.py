"""Terms of reference come into force; the agreement's holder is chosen; the steps know it."""

from datetime import timedelta

import pytest
from peewee import IntegrityError

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.core.web import steps
from lipnet.groups import operations, wording
from lipnet.groups.models import HolderChoice, TermsOfReference, quorum_of, terms_on
from tests.browsing import Browser
from tests.cast import alice, bob, organisation, person, vera
from tests.groups import scene


def seat_people(body, by, how_many: int) -> None:
    for n in range(how_many):
        scene.seated(person(f"Member Number {n}"), body, by)


@pytest.mark.parametrize(
    ("kind", "value", "filled", "needed"),
    [("share", 50, 9, 5), ("share", 50, 10, 5), ("share", 51, 10, 6), ("share", 100, 3, 3),
     ("share", 34, 0, 0), ("fixed", 4, 9, 4)],
)  # fmt: skip
def test_a_share_is_rounded_up_to_whole_people(kind, value, filled, needed):
    assert TermsOfReference(quorum_kind=kind, quorum_value=value).quorum_among(filled) == needed


def test_without_terms_in_force_no_quorum_is_known(database):
    coordinator = alice()
    body = scene.council(coordinator)
    seat_people(body, coordinator, 4)
    drafted = scene.terms(body, coordinator, in_force=False)
    assert quorum_of(body, clock.today()) is None
    operations.put_terms_in_force(drafted, by=coordinator)
    assert quorum_of(body, clock.today()) == 2


def test_on_an_earlier_day_the_earlier_terms_count(database):
    coordinator, today = alice(), clock.today()
    body = scene.council(coordinator)
    old = scene.terms(body, coordinator, in_force=False)
    operations.put_terms_in_force(old, on=today - timedelta(days=400), by=coordinator)
    new = scene.terms(body, coordinator, quorum_kind="fixed", quorum_value=3)
    assert terms_on(body, today - timedelta(days=1)) == old
    assert terms_on(body, today) == body.terms_in_force == new
    assert terms_on(body, today - timedelta(days=500)) is None
    assert new.version == 2


def test_a_draft_is_rewritten_and_what_is_in_force_is_not(database):
    coordinator = alice()
    body = scene.council(coordinator)
    first = scene.terms(body, coordinator)
    draft = scene.terms(body, coordinator, in_force=False, quorum_value=30)
    again = scene.terms(body, coordinator, in_force=False, quorum_value=40)
    assert (draft.id, again.quorum_value) == (again.id, 40)
    assert TermsOfReference.get_by_id(first.id).quorum_value == 50
    with pytest.raises(Refusal):
        operations.put_terms_in_force(first, by=coordinator)


def test_a_share_above_a_hundred_is_refused_twice(database):
    coordinator = alice()
    body = scene.council(coordinator)
    with pytest.raises(Refusal) as refused:
        scene.terms(body, coordinator, quorum_value=150)
    assert refused.value.field == "quorum_value"
    scene.terms(body, coordinator)
    with pytest.raises(IntegrityError), db.atomic():
        TermsOfReference.update(quorum_value=150).execute()


def test_the_clauses_read_as_plain_sentences(database):
    coordinator = alice()
    terms = scene.terms(scene.council(coordinator), coordinator, notice_days=1, term_years=3)
    said = dict(wording.clauses(terms, 9))
    assert said["Quorum"] == (
        "50% of the filled voting seats must be present: today that is 5 people."
    )
    assert said["Term"] == "3 years"
    assert said["Notice"] == "A meeting is called at least 1 day before."


def test_the_page_drafts_shows_and_puts_in_force(app):
    coordinator = alice()
    scene.council(coordinator)
    browser = Browser(app, coordinator)
    given = {"text_0-en": "To **plan** together.", "quorum_value": "40", "title_3-en": "Empty one"}
    page = browser.submit("/groups/partnership-council/terms/draft", given)
    assert "a draft" in page.text and "To plan together." in page.text
    assert "Purpose" in page.text and "Empty one" not in page.text
    page = browser.submit("/groups/partnership-council/terms/1", form="/force")
    assert "in force since" in page.text
    reader = Browser(app, vera())
    assert "40%" in reader.get("/groups/partnership-council").text
    reader.post("/groups/partnership-council/terms/1/force", {}, status=404)


def test_a_mistake_in_the_draft_is_named_and_nothing_is_lost(app):
    coordinator = alice()
    scene.council(coordinator)
    given = {"text_0-en": "To plan together.", "quorum_kind": "share", "quorum_value": "150"}
    page = Browser(app, coordinator).submit("/groups/partnership-council/terms/draft", given)
    assert "percentage from 1 to 100" in page.text and "To plan together." in page.html
    assert not TermsOfReference.select().exists()


def test_the_choice_of_the_holder_is_recorded_with_its_reasons(app):
    coordinator, agency = alice(), organisation("Harbour Settlement")
    browser = Browser(app, coordinator)
    given = {"configuration": "partnership", "holder": str(agency.id), "reason-en": "Both agreed."}
    page = browser.submit("/groups/agreement/choice", given)
    assert "Both agreed." in page.text and "Harbour Settlement" in page.text
    another = {"configuration": "municipality", "reason-en": "The agency closed."}
    assert "The agency closed." in browser.submit("/groups/agreement/choice", another).text
    assert [choice.configuration for choice in HolderChoice.select()] == [
        "partnership", "municipality",
    ]  # fmt: skip


def test_a_choice_needs_a_reason_and_a_way(app):
    page = Browser(app, alice()).submit("/groups/agreement/choice", {})
    assert page.path == "/groups/agreement/choice"
    assert not HolderChoice.select().exists()


def test_everybody_inside_may_compare_the_three_ways(app):
    page = Browser(app, bob()).get("/groups/agreement")
    for name in ("The municipality", "A community agency", "Both as partners"):
        assert name in page.text
    assert "Record the choice" not in page.text


def test_the_steps_know_what_is_done(app):
    def done():
        ours = ("council", "terms", "groups", "holder")
        return [step.key for step in steps() if step.key in ours and step.done()]

    coordinator = alice()
    body = scene.council(coordinator)
    assert done() == []
    scene.seated(bob(), body, coordinator)
    scene.terms(body, coordinator)
    group = operations.establish_body(kind="working_group", name={"en": "Health"}, by=coordinator)
    scene.seated(coordinator, group, coordinator, role="chair")
    operations.choose_holder("agency", reason={"en": "Trust."}, by=coordinator)
    assert done() == ["council", "terms", "groups", "holder"]


def test_the_second_step_leads_to_the_councils_terms_wherever_they_stand(app):
    coordinator = alice()
    browser = Browser(app, coordinator)
    assert browser.get("/groups/terms").path == "/groups/"
    body = scene.council(coordinator)
    assert browser.get("/groups/terms").path == "/groups/partnership-council/terms/draft"
    assert Browser(app, bob()).get("/groups/terms").path == "/groups/partnership-council"
    scene.terms(body, coordinator)
    assert browser.get("/groups/terms").path == "/groups/partnership-council/terms/1"


def test_terms_that_begin_later_are_announced_and_rule_from_their_day(app):
    coordinator, today = alice(), clock.today()
    body = scene.council(coordinator)
    old = scene.terms(body, coordinator, quorum_kind="fixed", quorum_value=4)
    new = scene.terms(body, coordinator, in_force=False, quorum_kind="fixed", quorum_value=2)
    browser, begins = Browser(app, coordinator), today + timedelta(days=30)
    page = browser.submit(f"/groups/{body.slug}/terms/2", {"on": begins.isoformat()})
    assert "Version 2, in force from" in page.text
    assert "Version 2, in force since" not in page.text
    assert (body.terms_in_force, body.terms_to_come) == (old, new)
    seen = browser.get(f"/groups/{body.slug}").text
    assert "Version 1, in force since" in seen and "4 people with a vote must be present" in seen
    assert "Version 2, in force from" in seen
    begun = browser.get(f"/groups/{body.slug}/terms/draft").fields()
    assert begun["quorum_value"] == "2"
    with clock.at(begins):
        assert body.terms_in_force == new and body.terms_to_come is None


def test_a_version_begins_no_earlier_than_the_one_before_it(database):
    coordinator, today = alice(), clock.today()
    body = scene.council(coordinator)
    scene.terms(body, coordinator)
    later = scene.terms(body, coordinator, in_force=False)
    with pytest.raises(Refusal) as refused:
        operations.put_terms_in_force(later, on=today - timedelta(days=1), by=coordinator)
    assert refused.value.field == "on"
    assert operations.put_terms_in_force(later, on=today, by=coordinator).in_force_from == today
