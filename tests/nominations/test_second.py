"""Other organisations second a nomination by one-time links; only then does it count."""

from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.core.refusals import Refusal
from lipnet.nominations import jobs
from lipnet.nominations.access import second_to_answer
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    acclaim,
    ask_to_second,
    close_call,
    decline_to_second,
    second_nomination,
    withdraw_nomination,
)
from lipnet.nominations.seconds import Second
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_letters import house, written

__all__ = ["house"]
AMINA = NewNominee("Amina Warsame", "amina@example.org", "so")


@pytest.fixture
def standing(database):
    return stands(by=cast.alice())


def stands(*, seconders: int = 2, by) -> Nomination:
    """Amina has accepted, in a call that asks for seconders."""
    call = scene.opened(rules=Rules(seconders=seconders), by=by)
    return scene.accepted(call, AMINA, by=cast.bob())


def test_a_nomination_counts_once_enough_organisations_support_it(standing):
    bob = standing.nominator
    assert standing.state == "seconding" and standing.call.candidates == []
    scene.seconded(standing, by=bob)
    assert Nomination.get().state == "seconding"
    scene.seconded(standing, "Omar Dia", by=bob)
    assert Nomination.get().state == "accepted" and standing.call.candidates == [standing]


def test_an_organisation_seconds_once_and_a_person_once(standing):
    bob = standing.nominator
    first = scene.seconded(standing, by=bob)
    with pytest.raises(Refusal, match="already been asked"):
        ask_to_second(standing, NewNominee("Léa", "lea@x.example"), first.organisation, by=bob)
    with pytest.raises(Refusal, match="already been asked"):
        ask_to_second(standing, first.person, cast.organisation("Other"), by=bob)
    assert Second.select().count() == 1
    assert not Person.by_address("lea@x.example")


def test_the_nominators_and_nominees_organisations_do_not_second(standing):
    bob = standing.nominator
    bob.organisation = cast.organisation("Library")
    bob.save()
    again = Nomination.get()
    with pytest.raises(Refusal, match="another organisation than") as no:
        ask_to_second(again, NewNominee("Léa", "lea@x.example"), bob.organisation, by=bob)
    assert no.value.field == "organisation"


def test_nominator_nominee_and_people_of_another_organisation_do_not_second(standing):
    bob, other = standing.nominator, cast.organisation("Other")
    for person in (bob, standing.nominee):
        with pytest.raises(Refusal, match="cannot second as well"):
            ask_to_second(standing, person, other, by=bob)
    elsewhere = cast.person("Elsewhere", organisation=cast.organisation("Elsewhere"))
    with pytest.raises(Refusal, match="belongs to another organisation"):
        ask_to_second(standing, elsewhere, other, by=bob)


def test_nobody_is_asked_to_second_before_the_nominee_agreed_or_where_none_are_wanted(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(rules=Rules(seconders=1), by=alice)
    nomination = scene.nominated(call, AMINA, by=bob)
    with pytest.raises(Refusal, match="once the nominee has accepted"):
        scene.asked_to_second(nomination, by=bob)
    without = scene.accepted(scene.opened(by=alice), AMINA, by=bob)
    with pytest.raises(Refusal, match="no seconders"):
        scene.asked_to_second(without, "Omar Dia", by=bob)


def test_a_link_seconds_once_and_for_nobody_else(standing):
    bob = standing.nominator
    asked = scene.asked_to_second(standing, by=bob)
    link, token = asked.open_link, links.signed(asked.open_link)
    with pytest.raises(Refusal):
        second_nomination(link, by=bob)
    with pytest.raises(Refusal):
        second_nomination(scene.link_of(standing) or link, by=standing.nominee)
    second_nomination(link, by=asked.person)
    for late in (second_nomination, decline_to_second):
        with pytest.raises(Refusal):
            late(link, by=asked.person)
    with pytest.raises(Refusal):
        second_to_answer(token)


def test_a_withdrawn_nomination_is_not_seconded(standing):
    asked = scene.asked_to_second(standing, by=standing.nominator)
    link = asked.open_link
    withdraw_nomination(standing, by=standing.nominator)
    with pytest.raises(Refusal):
        second_nomination(link, by=asked.person)


def test_who_lacks_seconders_that_can_still_answer_holds_the_decision_up(standing):
    alice = cast.person("Ada Lee", "coordinator")
    asked = scene.asked_to_second(standing, by=alice)
    call = close_call(standing.call, by=alice)
    assert call.awaited == [standing]
    days = {"from_on": clock.today(), "to_on": clock.today() + timedelta(days=99)}
    with pytest.raises(Refusal, match="can still answer"):
        acclaim(call, {}, **days, by=alice)
    decline_to_second(asked.open_link, by=asked.person)
    assert call.awaited == []


def test_the_seconder_is_written_to_in_their_language_and_reminded_once(house):
    alice = cast.alice()
    asked = scene.asked_to_second(stands(by=alice), by=alice)
    letter = next(each for each in written(house) if each["To"] == "ines@seconds.example")
    assert letter["Content-Language"] == "fr" and "/nominations/second/" in letter.get_content()
    jobs.remind(house)
    assert written(house) == []
    with clock.at(clock.now() + timedelta(days=12)):
        for _ in range(2):
            jobs.remind(house)
        (reminder,) = written(house)
        assert reminder["To"] == "ines@seconds.example"
        assert links.signed(asked.open_link) in reminder.get_content()


def test_a_silent_nominee_is_reminded_once_of_each_link(house):
    alice = cast.alice()
    scene.nominated(scene.opened(by=alice), AMINA, by=cast.bob())
    written(house)
    with clock.at(clock.now() + timedelta(days=12)):
        for _ in range(2):
            jobs.remind(house)
        (reminder,) = written(house)
        assert (reminder["To"], reminder["Content-Language"]) == ("amina@example.org", "so")


def test_somebody_seconds_on_a_page_without_cookie_and_looking_changes_nothing(app):
    alice = cast.alice()
    nomination = stands(by=alice)
    asked = scene.asked_to_second(nomination, by=alice)
    address = f"/nominations/second/{links.signed(asked.open_link)}?lang=en"
    page = Browser(app).get(address)
    assert "Set-Cookie" not in page.response.headers
    assert "Amina Warsame" in page.text and scene.WHY not in page.text
    assert Second.get().is_waiting
    Browser(app).submit(address)
    assert Second.get().is_waiting
    page = Browser(app).submit(address, {"answer": "second"})
    assert "Your support is noted" in page.text and Second.get().confirmed_at
    page = Browser(app).get(address, status=410)
    assert page.heading == "This link does not work any more"
    seen = Browser(app, alice).get(f"/nominations/{nomination.id}").text
    assert "Supports it" in seen and "Waiting for seconders" in seen


def test_a_seconder_who_would_rather_not_is_thanked(app):
    alice = cast.alice()
    asked = scene.asked_to_second(stands(by=alice), by=alice)
    address = f"/nominations/second/{links.signed(asked.open_link)}?lang=en"
    assert "Nobody will ask you why" in Browser(app).submit(address, {"answer": "decline"}).text
    assert Second.get().declined_at


def test_the_nominator_asks_a_seconder_on_the_page_and_others_do_not(app):
    nomination = stands(by=cast.alice())
    other = cast.organisation("Health Centre", sector="health")
    browser = Browser(app, nomination.nominator)
    address = f"/nominations/{nomination.id}/seconders"
    page = browser.submit(
        address,
        {"seconder": "Ines Roy", "email": "ines@x.example", "organisation": str(other.id)},
    )
    assert "Ines Roy" in page.text and "Health Centre" in page.text
    Browser(app, cast.charlie()).get(address, status=403)


def test_the_organisation_a_nominee_named_in_words_does_not_second(standing):
    circle = cast.organisation("Tuesday Circle")
    Nomination.update(organisation="tuesday circle").execute()
    named = Nomination.get_by_id(standing.id)
    with pytest.raises(Refusal, match="another organisation"):
        ask_to_second(named, NewNominee("Ruth", "ruth@x.example"), circle, by=standing.nominator)
