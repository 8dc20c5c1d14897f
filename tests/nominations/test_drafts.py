"""A nomination is saved before it is sent, and found again by who wrote it and nobody else."""

from datetime import timedelta

import pytest

from lipnet.core import clock, web
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.nominations import jobs
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    close_call,
    discard_draft,
    save_draft,
    send_draft,
    stand,
    take_draft_along,
)
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

HALF = {
    "name": "Amina Warsame", "email": "amina@", "statement-en": "She\nlistens.",
    "statement-fr": "Elle", "act": "draft",
}  # fmt: skip


@pytest.fixture
def begun(app):
    """Bob has begun to nominate somebody: (his browser, the call, the draft)."""
    call = scene.opened(by=cast.alice())
    browser = Browser(app, cast.bob())
    page = browser.submit(f"/nominations/calls/{call.id}/nominate", HALF)
    assert "nobody is nominated yet" in page.text
    return browser, call, NominationDraft.get()


def test_everything_typed_comes_back_wrong_or_unfinished_as_it_was(begun):
    browser, call, draft = begun
    back = browser.get(f"/nominations/drafts/{draft.id}").fields()
    assert {**back, "act": "draft"}.items() >= HALF.items()
    assert not Nomination.select().count() and not OneTimeLink.select().count()
    assert "Nominate Amina Warsame" in browser.get(f"/nominations/calls/{call.id}").links()


def test_ticks_and_a_language_that_is_not_spoken_now_come_back_too(app):
    call = scene.opened(by=cast.alice())
    browser = Browser(app, cast.bob())
    typed = {"statement-ar": "أصغي.", "lived": ["youth"], "conflict": ["some"], "act": "draft"}
    browser.submit(f"/nominations/calls/{call.id}/stand?lang=ar", typed)
    back = browser.get(f"/nominations/drafts/{NominationDraft.get().id}?lang=en").fields()
    assert {**back, "act": "draft"}.items() >= typed.items()


def test_a_draft_is_saved_again_sent_and_gone(begun):
    browser, _call, draft = begun
    address = f"/nominations/drafts/{draft.id}"
    browser.submit(address, {"name": "Amina W.", "act": "draft"})
    assert NominationDraft.get().about == "Amina W."
    page = browser.submit(address, {"email": "amina@"})
    assert "Write an e-mail address" in page.text and NominationDraft.select().count() == 1
    browser.submit(address, {"email": "amina@example.org"})
    assert Nomination.get().statement == {"en": "She\nlistens.", "fr": "Elle"}
    assert NominationDraft.select().count() == 0
    browser.get(address, status=404)


def test_nobody_else_sees_a_draft_the_coordinator_neither(app, begun):
    _browser, call, draft = begun
    for who in (cast.person("Ada Coordinates", "coordinator"), cast.charlie(), cast.vera()):
        browser = Browser(app, who)
        for path in ("", "/discarding"):
            browser.get(f"/nominations/drafts/{draft.id}{path}", status=404)
        assert "Amina" not in browser.get(f"/nominations/calls/{call.id}").html
    form = f"/nominations/calls/{call.id}/nominate"
    Browser(app, Person.get(Person.name == "Charlie Osei")).submit(
        form, {"name": "Changed", "act": "draft"}, to=f"/nominations/drafts/{draft.id}", status=404
    )
    assert NominationDraft.get().about == "Amina Warsame"
    assert Browser(app).get(f"/nominations/drafts/{draft.id}").path.startswith("/signin")


def test_a_draft_is_thrown_away(begun):
    browser, _call, draft = begun
    browser.submit(f"/nominations/drafts/{draft.id}/discarding")
    assert NominationDraft.select().count() == 0


def test_a_draft_waits_for_its_writer(app, begun):
    _browser, call, draft = begun
    with app.test_request_context():
        (told,) = [w.sentence for w in web.waiting_for(draft.writer) if "draft" in w.sentence]
        assert "can be sent until" in told
        close_call(call, by=cast.person("Ada Coordinates", "coordinator"))
        (told,) = [w.sentence for w in web.waiting_for(draft.writer) if "draft" in w.sentence]
        assert "closed before you sent" in told


def test_a_draft_of_a_closed_call_is_shown_and_taken_along_to_an_open_one(begun):
    browser, call, draft = begun
    ada = cast.person("Ada Coordinates", "coordinator")
    address = f"/nominations/drafts/{draft.id}"
    form = browser.get(address).fields()
    close_call(call, by=ada)
    late = browser.get(address).links()["Send for the next call"]
    back = browser.get(late).fields()
    assert (back["name"], back["statement-en"]) == ("Amina Warsame", "She\nlistens.")
    assert back["statement-fr"] == "Elle"
    page = browser.post(address, {**form, "statement-en": "Typed a moment too late."})
    assert "Typed a moment too late." in page.text
    another = scene.opened(by=ada)
    page = browser.submit(address, form=f"/taking/{another.id}")
    assert page.fields()["statement-en"] == "She\nlistens."
    assert NominationDraft.get().call == another


def test_only_its_writer_changes_a_draft_and_only_while_the_call_is_open(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    draft = save_draft(call, "stand", {"interests": ["Buses"]}, by=bob)
    for attempt in (
        lambda: save_draft(call, "stand", {}, draft=draft, by=alice),
        lambda: discard_draft(draft, by=alice),
        lambda: take_draft_along(draft, call, by=alice),
        lambda: send_draft(draft, lambda: None, by=alice),
        lambda: save_draft(call, "stand", {"interests": ["x" * 60_001]}, by=bob),
    ):
        with pytest.raises(Refusal):
            attempt()
    close_call(call, by=alice)
    with pytest.raises(Refusal, match="is closed"):
        save_draft(call, "stand", {}, draft=draft, by=bob)
    assert NominationDraft.get().content == {"interests": ["Buses"]}


def test_a_refused_nomination_leaves_the_draft(database):
    bob = cast.bob()
    call = scene.opened(by=cast.alice())
    draft = save_draft(call, "stand", {}, by=bob)
    with pytest.raises(Refusal, match="few words"):
        send_draft(draft, lambda: stand(call, statement=" ", by=bob), by=bob)
    assert NominationDraft.select().count() == 1


def test_what_was_never_sent_is_erased_sixty_days_after_the_call(database):
    alice = cast.alice()
    call = scene.opened(by=alice)
    save_draft(call, "stand", {"interests": ["Buses"]}, by=cast.bob())
    kept = save_draft(scene.opened(by=alice), "stand", {}, by=cast.charlie())
    close_call(call, by=alice)
    with clock.at(clock.now() + timedelta(days=59)):
        jobs.forget_drafts(database)
        assert NominationDraft.select().count() == 2
    with clock.at(clock.now() + timedelta(days=61)):
        jobs.forget_drafts(database)
        jobs.forget_drafts(database)
    assert [row.id for row in NominationDraft.select()] == [kept.id]
