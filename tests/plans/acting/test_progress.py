"""Leads tell how their actions go, by one link to all of them and without an account."""

import re
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from lipnet.core import clock, links, mail
from lipnet.core.refusals import Refusal
from lipnet.people import operations as people
from lipnet.plans import operations
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.asking import ProgressAsk, ProgressPeriod
from lipnet.plans.acting.leading import led_by, without_reporter
from lipnet.plans.acting.notes import NoteParticulars
from lipnet.plans.acting.operations.progress import PURPOSE
from lipnet.plans.acting.showing import counts_of
from tests import cast
from tests.browsing import Browser
from tests.plans import scene

DAYS = timedelta(days=14)
NOTHING_SAID = {"status": "on_track", "text": {}}


def asked(plan, by):
    """The period, and the address of each lead's page by their name."""
    period = acting.ask_leads(plan, closes_on=clock.today() + DAYS, by=by)
    return period, {ask.person.name: door(ask) for ask in period.asks}


def door(ask) -> str:
    return f"/progress/{links.signed(links.still_open(PURPOSE, ask.id))}"


def letters_sent(app) -> dict[str, str]:
    """Address -> the text of the last letter to it."""
    settings = app.config["LIPNET"]
    mail.send_waiting(settings)
    found = {}
    for path in sorted((settings.folder / "mail").glob("*.eml")):
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        found[message["To"]] = message.get_body(("plain",)).get_content()
    return found


def test_each_lead_is_asked_once_for_all_they_lead(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    plan, body = scene.plan(alice), scene.council(alice)
    scene.seated(bob, body, role="chair", by=alice)
    library = people.add_organisation({"en": "Library"}, sector="library", by=alice)
    people.change_person(charlie, name=charlie.name, email=charlie.email,
                         organisation=library, language="fr", by=alice)  # fmt: skip
    chaired = scene.action(plan, alice, lead_body=body)
    of_both = scene.action(plan, alice, lead_organisation=library, lead_body=body)
    named = scene.action(plan, alice, lead_person=charlie, lead_body=body)
    nobodys, over = scene.action(plan, alice), scene.action(plan, alice, lead_body=body)
    operations.note_progress(over, status="dropped", text={}, reason={"en": "No."}, by=alice)
    assert led_by(plan) == {bob: [chaired, of_both], charlie: [of_both, named]}
    assert without_reporter(plan) == [nobodys]
    period, doors = asked(plan, alice)
    assert len(doors) == 2
    with pytest.raises(Refusal, match="asked already"):
        asked(plan, alice)


def test_a_lead_writes_from_the_letter_without_an_account(app):
    alice, charlie = cast.alice(), cast.charlie()
    plan = scene.plan(alice)
    mine, second = (scene.action(plan, alice, lead_person=charlie) for _ in range(2))
    other = scene.action(plan, alice, {"en": "Nothing of Charlie's"}, lead_person=alice)
    acting.choose_columns(plan, ["target", "people"], by=alice)
    period, doors = asked(plan, alice)
    visitor, path = Browser(app), doors[charlie.name]
    page = visitor.get(path)
    assert "Nothing of Charlie" not in page.text
    assert "Set-Cookie" not in app.test_client().get(path).headers
    sent = {
        f"a{mine.number}-text-en": "Two evenings held\n- A room found", "a1-so_far": "2",
        f"a{mine.number}-challenges-fr": "Peu de monde", "a1-people": "31",
        f"a{other.number}-text-en": "Not mine", f"a{mine.number}-status": "on_track",
    }  # fmt: skip
    page = visitor.submit(path, sent)
    assert "Thank you" in page.text
    note = mine.latest_note
    said = NoteParticulars.get(note=note)
    assert (note.by, note.status, note.on) == (charlie, "on_track", clock.today())
    assert (said.so_far, said.people, said.without_account) == (2, 31, True)
    assert second.latest_note is None and other.latest_note is None
    assert ProgressAsk.get(person=charlie).answered_at
    seen = Browser(app, cast.vera()).get(f"/plans/actions/{mine.number}")
    assert [li.text for li in seen.all("li") if li.text == "A room found"]
    assert "Peu de monde" in seen.text and "31 people reached" in seen.text


def test_what_was_typed_comes_back_when_a_reason_is_missing(app):
    alice, charlie = cast.alice(), cast.charlie()
    plan = scene.plan(alice)
    first, second = (scene.action(plan, alice, lead_person=charlie) for _ in range(2))
    period, doors = asked(plan, alice)
    page = Browser(app).submit(
        doors[charlie.name],
        {"a1-text-en": "A room is found", "a2-status": "delayed", "a2-text-fr": "Pas encore"},
    )
    assert "Please say why, in at least one language." in page.text
    assert page.fields()["a1-text-en"] == "A room is found"
    assert page.fields()["a2-text-fr"] == "Pas encore"
    assert first.latest_note is None and second.latest_note is None


def test_an_empty_page_is_refused_and_notes_nothing(app):
    alice, charlie = cast.alice(), cast.charlie()
    plan = scene.plan(alice)
    scene.action(plan, alice, lead_person=charlie)
    period, doors = asked(plan, alice)
    page = Browser(app).submit(doors[charlie.name], {})
    assert "Write something about at least one action." in page.text
    assert ProgressAsk.get().answered_at is None


def test_a_link_ends_with_the_answers_and_with_its_day(app):
    alice, charlie = cast.alice(), cast.charlie()
    plan = scene.plan(alice)
    scene.action(plan, alice, lead_person=charlie)
    period, doors = asked(plan, alice)
    path, visitor = doors[charlie.name], Browser(app)
    with clock.at(clock.now() + DAYS + timedelta(days=1)):
        visitor.get(path, status=410)
        visitor.post(path, {"a1-text-en": "Late"}, status=410)
    visitor.get(path)
    visitor.get(path + "x", status=410)
    Browser(app, alice).submit(f"/plans/{plan.fiscal_year}/leads", form="closing")
    visitor.get(path, status=410)
    with pytest.raises(Refusal, match="no longer takes answers"):
        acting.report_progress(ProgressAsk.get(), [], by=charlie)


def test_what_is_no_longer_theirs_is_neither_shown_nor_taken(app):
    alice, charlie = cast.alice(), cast.charlie()
    plan = scene.plan(alice)
    action = scene.action(plan, alice, lead_person=charlie)
    period, doors = asked(plan, alice)
    operations.reword_action(
        action, priority=action.priority, text=action.text, output={}, due=None,
        lead_person=alice, by=alice,
    )  # fmt: skip
    page = Browser(app).get(doors[charlie.name])
    assert "You lead no action of this plan any more" in page.text
    with pytest.raises(Refusal):
        acting.report_progress(ProgressAsk.get(), [(action, NOTHING_SAID)], by=charlie)


def test_the_coordinator_sees_who_answered_and_reminds_the_others(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    plan = scene.plan(alice)
    scene.action(plan, alice, lead_person=bob)
    mine = scene.action(plan, alice, lead_person=charlie)
    browser, path = Browser(app, alice), f"/plans/{plan.fiscal_year}/leads"
    browser.submit(path, {"closes_on": (clock.today() + DAYS).isoformat()})
    letters = letters_sent(app)
    assert set(letters) == {bob.email, charlie.email}
    address = re.search(r"/progress/\S+", letters[charlie.email])[0]
    Browser(app).submit(address, {f"a{mine.number}-text-fr": "Ça va"})
    with clock.at(clock.now() + timedelta(days=2)):
        browser = Browser(app, alice)
        page = browser.get(path)
        assert "Answered" in page.text and "Not yet" in page.text
        browser.submit(path, form="reminder")
        assert [ask.person for ask in ProgressAsk.select() if ask.reminded_on] == [bob]
        with pytest.raises(Refusal, match="written to today"):
            acting.remind_leads(ProgressPeriod.get(), by=alice)
    for person in (charlie, cast.vera()):
        Browser(app, person).get(path, status=404)


def test_a_wrong_note_stays_and_the_new_one_names_it(app):
    alice, bob = cast.alice(), cast.bob()
    action = scene.action(scene.plan(alice), alice, lead_person=bob)
    acting.choose_columns(action.plan, ["people"], by=alice)
    wrong = acting.note_further(
        action, status="on_track", text={"en": "300 came"}, people=300, by=bob
    )
    browser = Browser(app, bob)
    path = f"/plans/actions/{action.number}/progress?corrects={wrong.id}"
    browser.submit(path, {"status": "on_track", "text-en": "30 came", "people": "30"}, to=path)
    page = browser.get(f"/plans/actions/{action.number}")
    for told in ("300 came", "30 came", "This corrects the note of", "Corrected by the note of"):
        assert told in page.text
    assert counts_of([action.id]) == {action.id: (None, 30)}
    with pytest.raises(Refusal, match="was corrected before"):
        acting.note_further(action, corrects=wrong, by=alice, **NOTHING_SAID)
    other = scene.action(action.plan, alice)
    with pytest.raises(Refusal, match="another action"):
        acting.note_further(other, corrects=wrong, by=alice, **NOTHING_SAID)
