"""Who stands, or proposed somebody, without an account asks for support and withdraws by a link."""

import re
from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.core.events import THE_PROGRAM
from lipnet.core.refusals import Refusal
from lipnet.nominations.accompanying import (
    MOST_ASKED,
    NOMINATOR,
    NOMINEE,
    accompanied,
    open_link,
)
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    accept_nomination,
    ask_by_link,
    ask_to_second,
    confirm_proposal,
    decline_to_second,
    give_links,
    propose,
    second_nomination,
    withdraw_nomination,
)
from lipnet.nominations.proposals import PROPOSAL_PURPOSE
from lipnet.nominations.seconds import Second
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_letters import house, written

__all__ = ["house"]
NADIA = NewNominee("Nadia Haddad", "nadia@public.example", "ar")
OMAR = NewNominee("Omar Diallo", "omar@public.example", "fr")
TWO = Rules(seconders=2)


def stands(rules: Rules = TWO) -> Nomination:
    """Nadia, who has no account, proposed Omar, who has none either; he has agreed."""
    call = scene.opened(rules=rules, by=cast.alice())
    propose(call, NADIA, OMAR, statement=scene.WHY, by=THE_PROGRAM)
    made = confirm_proposal(links.OneTimeLink.get(purpose=PROPOSAL_PURPOSE), by=THE_PROGRAM)
    return accept_nomination(made.open_link, by=made.nominee)


def token(nomination: Nomination, whose: str = NOMINEE) -> str:
    return links.signed(open_link(nomination, whose))


def page_of(nomination: Nomination, whose: str = NOMINEE) -> str:
    return f"/calls/nominated/{token(nomination, whose)}?lang=en"


def wanted(name: str = "Ines Roy", **more) -> dict:
    of = cast.organisation(f"{name}'s house", sector="health")
    address = f"{name.split()[0].lower()}@seconds.example"
    return {"seconder": name, "email": address, "organisation": str(of.id), **more}


def test_both_get_a_letter_with_a_link_of_their_own_and_nobody_with_an_account_does(house):
    nomination = stands()
    found = {each["To"]: each for each in written(house)}
    assert (found[NADIA.email]["Content-Language"], found[OMAR.email]["Content-Language"]) == (
        "ar", "fr",
    )  # fmt: skip
    for address, whose in ((OMAR.email, NOMINEE), (NADIA.email, NOMINATOR)):
        told = re.search(r"/calls/nominated/([^?\s]+)\?", found[address].get_content())[1]
        assert accompanied(told).is_nominee == (whose == NOMINEE)
    scene.accepted(nomination.call, NewNominee("Amina", "amina@x.example"), by=cast.bob())
    assert "bob" not in " ".join(each["To"] for each in written(house))


def test_who_accepts_asks_at_once_sees_the_answer_and_asks_another(app):
    alice = cast.alice()
    call = scene.opened(rules=Rules(seconders=1), by=alice)
    waiting = scene.nominated(call, OMAR, by=cast.bob())
    consent = f"/nominations/consent/{links.signed(waiting.open_link)}?lang=en"
    thanks = Browser(app).submit(consent, {"answer": "accept"})
    page = thanks.links()["Ask somebody to support it"]
    first, second = wanted("Ines Roy", language="so"), wanted("Léa Sy")
    told = Browser(app).submit(page, first)
    assert "Set-Cookie" not in told.response.headers and "The letter is on its way" in told.text
    assert "Ines Roy" in told.text and "Waiting" in told.text and "1 organisation is" in told.text
    asked = Second.get()
    assert (asked.person.language, asked.person.email) == ("so", "ines@seconds.example")
    assert first["organisation"] not in [option["value"] for option in told.all("option")]
    decline_to_second(asked.open_link, by=asked.person)
    assert "Ask another organisation" in Browser(app).get(page).text
    Browser(app).submit(page, second)
    last = Second.select().order_by(Second.id.desc()).get()
    second_nomination(last.open_link, by=last.person)
    told = Browser(app).get(page)
    assert "Enough organisations support it" in told.text and not told.all("select")
    assert Nomination.get().state == "accepted"


def test_who_confirms_for_themselves_finds_the_page_too(app):
    call = scene.opened(rules=Rules(seconders=1), by=cast.alice())
    propose(call, NADIA, None, statement="I would.", by=THE_PROGRAM)
    link = links.OneTimeLink.get(purpose=PROPOSAL_PURPOSE)
    thanks = Browser(app).submit(f"/calls/confirm/{links.signed(link)}?lang=en")
    page = Browser(app).get(thanks.links()["Ask somebody to support it"])
    assert page.heading == "Your nomination"


def test_the_nominator_asks_and_does_not_withdraw(app):
    nomination = stands()
    page = page_of(nomination, NOMINATOR)
    assert "Ines Roy" in Browser(app).submit(page, wanted()).text
    assert "Withdraw" not in Browser(app).get(page).text
    Browser(app).post(page.replace("?", "/withdrawal?"))
    assert Nomination.get().stands


def test_nothing_is_told_of_whom_we_know(app):
    """Neither the name behind an address, nor where somebody works, nor who is on a committee."""
    nomination, bob = stands(), cast.bob()
    page = page_of(nomination)
    told = Browser(app).submit(page, wanted("Robert", email=bob.email))
    assert "Robert" in told.text and "Bob" not in told.html and Second.get().person == bob
    elsewhere = cast.person("Vic Ode", organisation=cast.organisation("Elsewhere"))
    told = Browser(app).submit(page, wanted("Vik", email=elsewhere.email), status=422)
    assert "We cannot ask this person" in told.text and "Vic Ode" not in told.html
    assert told.fields()["seconder"] == "Vik"
    Browser(app).submit(page, wanted("Ines Roy"))
    ines = Second.select().order_by(Second.id.desc()).get().person
    charlie = Browser(app, cast.charlie())
    assert "Ines Roy" not in charlie.get("/people").html
    charlie.get(f"/nominations/{nomination.id}", status=404)
    assert Person.get_by_id(ines.id).organisation is None


def test_members_read_who_supports_a_shown_nomination_and_not_who_was_asked(app):
    bob = cast.bob()
    nomination = scene.accepted(scene.opened(rules=TWO, by=cast.alice()), OMAR, by=bob)
    scene.asked_to_second(nomination, "Ines Roy", by=bob)
    scene.seconded(nomination, "Omar Dia", by=bob)
    seen = Browser(app, cast.charlie()).get(f"/nominations/{nomination.id}").text
    assert "Omar Dia" in seen and "Ines Roy" not in seen


def test_one_link_causes_few_letters(app):
    nomination = stands()
    page = page_of(nomination)
    for number in range(5):
        Browser(app).submit(page, wanted(f"N{number} Roy"))
    told = Browser(app).submit(page, wanted("Last Roy"), status=429)
    assert "too often" in told.text and Second.select().count() == 5
    mine = accompanied(token(nomination))
    for number in range(5, MOST_ASKED):
        of = cast.organisation(f"House {number}")
        ask_by_link(mine, NewNominee("N", f"n{number}@x.example"), of, by=mine.person)
    with pytest.raises(Refusal, match="written to many people"):
        ask_by_link(mine, NewNominee("N", "z@x.example"), cast.organisation("Z"), by=mine.person)
    assert "written to many people" in Browser(app).get(page).text


def test_the_same_organisations_are_refused_as_for_members(app):
    nomination = stands()
    library = cast.organisation("Library")
    Person.update(organisation=library).where(Person.email == NADIA.email).execute()
    page = page_of(nomination)
    told = Browser(app).submit(page, wanted(organisation=str(library.id)))
    assert "Choose one." in told.text and not Second.select().exists()
    mine = accompanied(token(nomination))
    with pytest.raises(Refusal, match="another organisation than"):
        ask_by_link(mine, NewNominee("Ines", "i@x.example"), library, by=mine.person)
    told = Browser(app).submit(page, wanted(email=OMAR.email), status=422)
    assert "We cannot ask this person" in told.text


def test_the_nominee_withdraws_by_the_link_until_the_last_day(app):
    nomination = stands(Rules(withdraw_until=clock.today() + timedelta(days=9)))
    page = page_of(nomination)
    withdrawal = page.replace("?", "/withdrawal?")
    with clock.at(clock.now() + timedelta(days=10)):
        assert "The last day to withdraw is over" in Browser(app).get(page).text
        Browser(app).post(withdrawal)
    assert Nomination.get().stands
    assert "cannot be nominated again" in Browser(app).get(withdrawal).text
    assert Nomination.get().stands, "looking changes nothing"
    assert Browser(app).submit(withdrawal).heading == "Your nomination is withdrawn"
    assert Nomination.get().state == "withdrawn"
    Browser(app).get(page, status=410)
    Browser(app).post(withdrawal, status=410)


def test_the_coordinator_sends_a_new_link_and_the_earlier_one_stops(app):
    nomination = stands()
    former = page_of(nomination)
    ada = Browser(app, cast.person("Ada Lee", "coordinator"))
    assert (
        "new link is on its way" in ada.submit(f"/nominations/{nomination.id}", form="/letter").text
    )
    Browser(app).get(former, status=410)
    Browser(app).get(page_of(nomination))


def test_no_link_outlives_the_nomination(database):
    nomination = stands()
    former = [token(nomination, whose) for whose in (NOMINEE, NOMINATOR)]
    withdraw_nomination(nomination, by=nomination.nominee)
    for each in former:
        with pytest.raises(Refusal):
            accompanied(each)
    with pytest.raises(Refusal):
        give_links(Nomination.get(), by=nomination.nominee)


def test_who_asked_signed_in_is_told_the_name_that_was_written(database):
    nomination, bob = stands(), cast.bob()
    asked = ask_to_second(
        nomination, NewNominee("Robert", bob.email), cast.organisation("Other"), by=cast.vera()
    )
    assert (asked.asked_as, asked.person.name) == ("Robert", bob.name)
