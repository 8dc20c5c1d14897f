"""Somebody without an account nominates, and confirms by a letter before anybody sees it."""

from datetime import timedelta

import pytest

from lipnet.core import clock, i18n, links, mail
from lipnet.core.events import THE_PROGRAM
from lipnet.core.refusals import Refusal
from lipnet.nominations import jobs, operations
from lipnet.nominations.further import Further, FurtherRules
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations import NewNominee, confirm_proposal, open_call
from lipnet.nominations.proposals import PROPOSAL_PURPOSE, Proposal
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

WHY = "I welcome people."
ME = {"name": "Nadia Haddad", "email": "nadia@public.example", "statement-en": WHY}
SOMEONE = {**ME, "nominee_name": "Omar Diallo", "nominee_email": "omar@public.example"}


@pytest.fixture
def call(app):
    return scene.opened(by=cast.alice())


def propose(app, call: Call, whom: str, words: dict, *, status: int = 200, lang: str = "en"):
    return Browser(app).submit(
        f"/calls/{call.id}/nominate/{whom}?lang={lang}", words, status=status
    )


def letter_link(proposal: Proposal) -> str:
    link = links.still_open(PROPOSAL_PURPOSE, proposal.id)
    return f"/calls/confirm/{links.signed(link)}?lang=en"


def confirm(app, status: int = 200):
    return Browser(app).submit(letter_link(Proposal.get()), status=status)


def letters(app) -> list[str]:
    config = app.config["LIPNET"]
    mail.send_waiting(config)
    written = sorted((config.folder / "mail").glob("*.eml"))
    return [path.read_text("utf-8") for path in written]


def test_who_proposes_themselves_stands_once_the_letter_is_answered(app, call):
    page = propose(app, call, "myself", {**ME, "statement-ar": "أرحّب بالناس."}, lang="ar")
    assert page.one("html")["dir"] == "rtl"
    assert "Set-Cookie" not in page.response.headers
    assert not Nomination.select().exists() and Person.by_address(ME["email"]) is None
    address = letter_link(Proposal.get())
    for _ in range(2):  # looking changes nothing
        assert WHY in Browser(app).get(address).text
    assert not Nomination.select().exists()
    page = confirm(app)
    assert page.heading == "Thank you. You stand in this call."
    made = Nomination.get()
    assert (made.state, made.nominee.name) == ("accepted", ME["name"])
    assert made.statement == {"ar": "أرحّب بالناس.", "en": WHY}
    assert not made.nominee.may_sign_in and not Proposal.select().exists()
    Browser(app).get(address, status=410)


def test_who_is_proposed_is_asked_and_nothing_is_said_of_whom_we_know(app, call):
    bob = cast.bob()
    known = {**SOMEONE, "email": bob.email, "name": "Somebody"}
    for words in (SOMEONE, known):
        page = propose(app, call, "someone", words)
        assert "sent you a letter" in page.text and "Bob" not in page.text
        told = confirm(app)
        assert "Omar Diallo" in told.text and "Bob" not in told.text
    (made,) = Nomination.select()
    assert (made.state, made.nominator.name) == ("waiting", ME["name"])
    assert made.nominee.email == SOMEONE["nominee_email"] and made.open_link
    seen_by_members = Browser(app, bob).get("/people").html
    assert ME["email"] not in seen_by_members and SOMEONE["nominee_email"] not in seen_by_members


def test_the_letter_to_an_unconfirmed_address_holds_nothing_a_stranger_wrote(app, call):
    propose(app, call, "someone", SOMEONE)
    (letter,) = letters(app)
    assert "To: nadia@public.example" in letter and "/calls/confirm/" in letter
    for written in ("Nadia", "Omar", "welcome people"):
        assert written not in letter


def test_the_letter_tells_no_later_hour_than_the_end_of_the_call(app):
    alice = cast.alice()
    call = open_call(
        scene.draft(scene.committee(by=alice), closes_on=clock.today(), by=alice), by=alice
    )
    propose(app, call, "myself", ME)
    (letter,) = letters(app)
    assert f"until {i18n.format_day(clock.today(), 'medium')}, 11:59" in letter


def test_the_public_is_shown_nobody_and_may_not_write_an_address_for_a_name(app, call):
    cast.charlie()
    page = Browser(app).get(f"/calls/{call.id}/nominate/someone?lang=en")
    assert "Charlie" not in page.html and not [f for f in page.fields() if "csrf" in f]
    wrong = {**SOMEONE, "nominee_name": "See http://bad.example", "nominee_email": ME["email"]}
    page = propose(app, call, "someone", wrong)
    assert "not an address" in page.text and "your own address" in page.text
    assert page.fields()["statement-en"] == WHY and not Proposal.select().exists()


def test_what_nobody_confirms_is_erased_after_three_days(app, call):
    propose(app, call, "myself", ME)
    with clock.at(clock.now() + timedelta(days=2)):
        jobs.forget_proposals(app.config["LIPNET"])
        assert Proposal.select().exists()
    with clock.at(clock.now() + timedelta(days=3, minutes=1)):
        jobs.forget_proposals(app.config["LIPNET"])
    assert not Proposal.select().exists()


def test_one_address_gets_few_letters(app, call):
    for _ in range(3):
        propose(app, call, "myself", ME)
    assert "too often" in propose(app, call, "myself", ME, status=429).text
    with clock.at(clock.now() + timedelta(hours=1)):
        for _ in range(2):
            propose(app, call, "myself", ME)
        assert "several times" in propose(app, call, "myself", ME, status=422).text
    assert Proposal.select().count() == 5


def test_who_cannot_stand_learns_it_of_themselves_and_of_nobody_else(app, call):
    scene.accepted(call, cast.charlie(), by=cast.bob())
    charlie = Person.get(Person.name == "Charlie Osei")
    propose(app, call, "someone", {**SOMEONE, "nominee_email": charlie.email})
    told = confirm(app)
    assert told.heading == "Thank you for thinking of somebody"
    assert Person.by_address(ME["email"]) is None, "nothing came of it, so nobody is kept"
    propose(app, call, "myself", {**ME, "email": charlie.email})
    assert confirm(app).heading == "You are not nominated once more"
    assert Nomination.select().count() == 1


def test_the_same_letter_answered_twice_at_once_makes_one_nomination(database):
    call = scene.opened(by=cast.alice())
    writer = NewNominee(ME["name"], ME["email"], "fr")
    proposal = operations.propose(call, writer, None, statement="Why", by=THE_PROGRAM)
    link = links.still_open(PROPOSAL_PURPOSE, proposal.id)
    confirm_proposal(link, by=THE_PROGRAM)
    assert links.still_open(PROPOSAL_PURPOSE, proposal.id) is None
    with pytest.raises(Refusal, match="no longer valid"):
        confirm_proposal(link, by=THE_PROGRAM)
    assert Nomination.select().count() == 1


def test_a_call_for_members_only_has_no_such_page(app, call):
    FurtherRules.update(is_public=False).where(FurtherRules.call == call).execute()
    assert FurtherRules.of(call).told == Further(is_public=False)
    Browser(app).get(f"/calls/{call.id}/nominate/myself", status=404)
    assert "/nominate/" not in Browser(app).get(f"/calls/{call.id}").html


def test_the_public_page_leads_to_both_ways(app, call):
    page = Browser(app).get(f"/calls/{call.id}?lang=ar")
    assert f"/calls/{call.id}/nominate/someone?lang=ar" in page.links().values()
    assert f"/calls/{call.id}/nominate/myself?lang=ar" in page.links().values()


def test_words_typed_beside_a_confirmation_that_came_too_late_are_shown_to_copy(app, call):
    propose(app, call, "myself", ME)
    address = letter_link(Proposal.get())
    with clock.at(clock.now() + timedelta(days=4)):
        told = Browser(app).post(address, {"interests": "Child care."}, status=410)
    assert "Child care." in "".join(told.one("textarea").children)
    assert not Nomination.select().exists()
