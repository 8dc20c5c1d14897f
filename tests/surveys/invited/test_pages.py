"""The coordinator's list and the invited person's way, page by page, on the real program."""

import io

import pytest

from lipnet.core import clock
from lipnet.surveys import operations as surveys
from lipnet.surveys.invited import ledger, operations
from lipnet.surveys.invited.models import ByInvitation, Invitee, SpentInvitation
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.groups import scene as sitting
from tests.surveys import scene as open_scene
from tests.surveys.invited import scene
from tests.surveys.later.test_pages import come_back

HERE = "/surveys/members/invited"
PEOPLE = "Nom;Courriel;Langue\nLuc Roy;luc@example.org;fr\nAna;ana@example.org;es\nBad;bad;en\n"


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def browser(app, alice):
    return Browser(app, alice)


def link_of(person) -> str:
    return f"/s/members/i/{ledger.token_of(Invitee.get_by_id(person.id))}"


def answer_by(app, link: str) -> tuple[Browser, object]:
    """From the letter's link to the review, without script."""
    visitor = Browser(app)
    wall = visitor.get(link)
    page = visitor.submit(wall.links()["English"])
    while "review" not in page.fields().get("page", ""):
        page = visitor.post(page.path, {**page.fields(), "q-waited": "no", "act": "next"})
    return visitor, page


def test_a_coordinator_goes_from_draft_to_letters(browser, alice):
    open_scene.draft_survey(alice, slug="members")
    browser.submit("/surveys/members/schedule", {"closes_on": "2099-01-31"})
    page = browser.submit(HERE, {"who": "invited"})
    assert "Nobody is on the list yet." in page.text
    missing = browser.get("/surveys/members/opening").links()
    assert missing["Put the people you invite on the list."] == HERE
    look = browser.post(
        f"{HERE}/upload",
        {**browser.get(f"{HERE}/upload").fields(),
         "sheet": (io.BytesIO(PEOPLE.encode()), "people.csv")},
    )  # fmt: skip
    assert "2 new people. Nothing has been changed yet." in look.text
    assert "B4" in look.text
    assert Invitee.select().count() == 0
    page = browser.post(f"{HERE}/adding", look.fields())
    assert "2 people are on the list now." in page.text
    browser.submit(f"{HERE}/add", {"name": "Sam", "email": "sam@example.org", "language": "ar"})
    page = browser.submit("/surveys/members/opening")
    assert page.heading == "Who may answer"
    page = browser.get(f"{HERE}/sending")
    assert "asks you to answer its survey" in page.text
    page = browser.submit(f"{HERE}/sending")
    assert "3 letters are on their way." in page.text
    assert Invitee.select().where(Invitee.sent_on == clock.today()).count() == 3


def test_people_are_taken_from_a_group(browser, alice):
    scene.draft_by_invitation(alice, 0)
    body = sitting.council(alice)
    for person in (cast.bob(), cast.charlie()):
        sitting.seated(person, body, alice)
    look = browser.submit(f"{HERE}/roster", {"source": f"body:{body.id}"})
    assert "Charlie Osei" in look.text
    browser.post(f"{HERE}/adding", look.fields())
    assert {(i.name, i.language) for i in Invitee.select()} == {
        ("Bob Tremblay", "en"), ("Charlie Osei", "fr"),
    }  # fmt: skip


def test_a_page_of_checked_people_that_was_changed_is_checked_again(browser, alice):
    scene.draft_by_invitation(alice, 0)
    token = browser.get(f"{HERE}/add").fields()["csrf_token"]
    for rows in ('[["x", "no address", "en"]]', "nonsense", "[]", '[["x", "a@b.org", "xx"]]'):
        page = browser.post(f"{HERE}/adding", {"csrf_token": token, "rows": rows})
        assert "The list could not be read." in page.text
    assert Invitee.select().count() == 0


def test_once_open_the_page_says_why_the_choice_is_gone(browser, alice):
    scene.invited_survey(alice)
    page = browser.get(HERE)
    assert "does not change any more" in page.text
    assert not [radio for radio in page.all("input") if radio["type"] == "radio"]


def test_the_list_shows_states_by_day_and_no_one_answer(browser, alice):
    survey = scene.invited_survey(alice, 20)
    everybody = scene.on_list(survey)
    operations.note_bounce(everybody[19], "550 unknown", by=alice)
    scene.answer(survey, everybody[0])
    surveys.settle_responses(survey)
    page = browser.get(HERE)
    assert "Came back" in page.text
    assert not [cell for cell in page.all("td") if cell.text == "Answered"]
    for person in everybody[1:7]:
        scene.answer(survey, person)
    surveys.settle_responses(survey)
    page = browser.get(HERE)
    assert len([cell for cell in page.all("td") if cell.text == "Answered"]) == 7


def test_the_page_of_a_person_corrects_resends_and_removes(browser, alice):
    survey = scene.invited_survey(alice, 3)
    person = scene.on_list(survey)[0]
    here = f"{HERE}/{person.id}"
    changed = {"email": "new@example.org"}
    page = browser.submit(here, changed, form=f"/{person.id}")
    assert "Note first that it came back." in page.text
    browser.submit(here, form="/bounce")
    browser.submit(here, changed, form=f"/{person.id}")
    page = browser.submit(here, form="/sending")
    assert "new link is on its way" in page.text
    assert Invitee.get_by_id(person.id).email == "new@example.org"
    operations.add_invitees(survey, [scene.Row("Late", "late@example.org", "en")], by=alice)
    late = scene.on_list(survey)[-1]
    browser.submit(f"{HERE}/{late.id}", form="/removal")
    assert len(scene.on_list(survey)) == 3


def test_reminders_are_set_and_sent_by_hand(browser, alice):
    survey = scene.invited_survey(alice, 3)
    browser.submit(f"{HERE}/reminder", {"days": "3"}, form="/reminder")
    assert ByInvitation.of(survey).remind_days == 3
    page = browser.submit(f"{HERE}/reminder", form="/reminding")
    assert "on their way" in page.text


@pytest.mark.parametrize("who", ["bob", "vera", "tam"])
def test_only_a_coordinator_sees_the_list(app, alice, who):
    survey = scene.invited_survey(alice, 3)
    visitor = Browser(app, getattr(cast, who)())
    number = scene.on_list(survey)[0].id
    for path in ("", "/upload", "/roster", "/add", "/sending", "/reminder", f"/{number}"):
        visitor.get(HERE + path, status=404)


def test_a_survey_for_everybody_has_no_list_pages(browser, alice):
    open_scene.draft_survey(alice, slug="members")
    for path in ("/upload", "/roster", "/add", "/sending", "/reminder", "/1"):
        browser.get(HERE + path, status=404)


def test_the_link_leads_through_the_usual_pages_to_one_answer(app, alice):
    survey = scene.invited_survey(alice)
    person = scene.on_list(survey)[0]
    visitor, page = answer_by(app, link_of(person))
    assert "does not make your personal link work again" in page.text
    page = visitor.post(page.path, {**page.fields(), "act": "send"})
    assert page.heading == "Thank you. Your answers have arrived."
    assert WaitingResponse.select().count() == SpentInvitation.select().count() == 1
    page = visitor.get(link_of(person), status=410)
    assert page.heading == "This link has been used"


def test_the_one_document_for_a_script_carries_the_right_too(app, alice):
    person = scene.on_list(scene.invited_survey(alice))[0]
    visitor = Browser(app)
    assert visitor.get("/s/members/en/whole").heading == "This survey is by invitation"
    page = visitor.get(link_of(person).replace("/i/", "/en/i/") + "/whole")
    sent = {"carried": page.fields()["carried"], "page": "whole", "q-waited": "no", "act": "send"}
    page = visitor.post("/s/members/en/answer", sent)
    assert page.heading == "Thank you. Your answers have arrived."
    assert SpentInvitation.select().count() == 1
    visitor.post("/s/members/en/answer", {**sent, "submission": "a" * 32}, status=410)


def test_answers_saved_on_the_way_keep_the_right_and_are_still_one_answer(app, alice):
    person = scene.on_list(scene.invited_survey(alice))[0]
    visitor, page = answer_by(app, link_of(person))
    saved = visitor.post(page.path, {**page.fields(), "act": "save"})
    assert SpentInvitation.select().count() == 0
    page = come_back(app, saved)
    page = visitor.post("/s/members/en/answer", {**page.fields(), "act": "send"})
    assert page.heading == "Thank you. Your answers have arrived."
    visitor.get(link_of(person), status=410)
    assert WaitingResponse.select().count() == SpentInvitation.select().count() == 1


def test_two_tabs_of_one_link_bring_one_answer_and_a_kind_page(app, alice):
    person = scene.on_list(scene.invited_survey(alice))[0]
    one, first = answer_by(app, link_of(person))
    other, second = answer_by(app, link_of(person))
    one.post(first.path, {**first.fields(), "act": "send"})
    page = other.post(second.path, {**second.fields(), "act": "send"}, status=410)
    assert page.heading == "This link has been used"
    again = one.post(first.path, {**first.fields(), "act": "send"})
    assert again.heading == "Thank you. Your answers have arrived."
    assert WaitingResponse.select().count() == 1


def test_opening_the_link_notes_nothing_and_keeps_nothing(app, alice):
    person = scene.on_list(scene.invited_survey(alice))[0]
    before = str(list(Invitee.select().dicts()))
    visitor = Browser(app)
    for path in (link_of(person), link_of(person).replace("/i/", "/en/i/")):
        page = visitor.get(path)
        assert page.response.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in page.response.headers
    assert str(list(Invitee.select().dicts())) == before
    assert SpentInvitation.select().count() == 0


@pytest.mark.parametrize("path", ["/s/members", "/s/members/en", "/s/members/en/whole"])
def test_the_public_address_says_that_a_link_is_needed(app, alice, path):
    scene.invited_survey(alice)
    page = Browser(app).get(path)
    assert page.heading == "This survey is by invitation"
    assert "privacy@example.org" in page.text


def test_nobody_begins_without_a_link_or_with_a_dead_one(app, alice):
    scene.invited_survey(alice)
    visitor = Browser(app)
    page = visitor.post("/s/members/en/answer", {})
    assert page.heading == "This survey is by invitation"
    page = visitor.post("/s/members/en/answer", {"invitation": "0" * 32}, status=410)
    assert page.heading == "This link does not work any more"
    visitor.get("/s/members/i/nonsense", status=410)


def test_who_lost_her_pages_is_led_back_to_the_letter(app, alice):
    scene.invited_survey(alice)
    page = Browser(app).post("/s/members/en/answer", {"carried": "broken"}, status=400)
    assert "open the personal link in your letter again" in page.text


def test_no_more_letters_takes_one_question_and_one_button(app, alice):
    person = scene.on_list(scene.invited_survey(alice))[0]
    visitor = Browser(app)
    stop = link_of(person).replace("/i/", "/fr/i/") + "/stop"
    visitor.get(stop)
    assert Invitee.get_by_id(person.id).stopped_on is None
    visitor.submit(stop)
    assert Invitee.get_by_id(person.id).stopped_on == clock.today()
    assert "Wants no letters" in Browser(app, alice).get(HERE).text
    visitor.get("/s/members/en/i/none/stop", status=410)


def test_a_closed_survey_says_so_by_the_personal_link_too(app, alice):
    survey = scene.invited_survey(alice)
    person = scene.on_list(survey)[0]
    surveys.close_survey(survey, by=alice)
    page = Browser(app).get(link_of(person))
    assert "closed on" in page.text
    assert page.response.headers["Cache-Control"] == "no-store"


def test_withdrawing_says_that_the_link_stays_used(app, alice):
    scene.invited_survey(alice)
    page = Browser(app).get("/s/members/en/withdraw")
    assert "does not make your personal link work again" in page.text
