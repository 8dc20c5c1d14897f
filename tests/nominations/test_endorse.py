"""The organisation a nominee names is asked by a one-time link whether it supports them."""

import pytest

from lipnet.core import links
from lipnet.core.refusals import Refusal
from lipnet.nominations.endorsing import Endorsement, endorsement_to_answer
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    NewNominee,
    ask_to_endorse,
    decline_to_endorse,
    endorse_nomination,
    stand,
    withdraw_nomination,
)
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_letters import house, written

__all__ = ["house"]
RUTH = NewNominee("Ruth Obi", "ruth@circle.example", "fr")


def standing(said=scene.EVERYTHING) -> Nomination:
    """Bob stands, and names the Tuesday Circle."""
    call = scene.opened(by=cast.alice())
    return stand(call, statement=scene.WHY, said=said, by=cast.bob())


def test_the_nominee_asks_and_somebody_there_confirms_without_account(app):
    found = standing()
    browser, page = Browser(app, found.nominee), f"/nominations/{found.id}"
    asked = browser.submit(f"{page}/endorsement", {"email": "ruth@circle.example"})
    assert "A letter asks Ruth Obi" in asked.text and "Waiting" in asked.text
    address = f"/nominations/endorse/{links.signed(Endorsement.get().open_link)}?lang=en"
    visitor = Browser(app)
    for _ in range(2):
        seen = visitor.get(address)
        assert "Tuesday Circle" in seen.text and "Bob Tremblay" in seen.text
        assert scene.WHY not in seen.html and "Set-Cookie" not in seen.response.headers
    assert Endorsement.get().is_waiting
    visitor.submit(address, {"answer": "second"})
    visitor.get(address, status=410)
    told = browser.get(page)
    assert "Yes Ruth Obi" in told.text and "Ask the organisation" not in told.text


def test_the_letter_is_in_the_language_of_who_is_asked(house):
    found = standing()
    ask_to_endorse(found, RUTH, by=found.nominee)
    (letter,) = [each for each in written(house) if each["To"] == RUTH.email]
    text = letter.get_content()
    assert "Tuesday Circle" in text and "/nominations/endorse/" in text and "lang=fr" in text


def test_members_read_of_it_only_with_the_organisation(app):
    found = standing(scene.EVERYTHING._replace(published=("skills",)))
    asked = ask_to_endorse(found, RUTH, by=found.nominee)
    endorse_nomination(asked.open_link, by=asked.person)
    member = Browser(app, cast.charlie())
    assert "Ruth Obi" not in member.get(f"/nominations/{found.id}").html
    member.get(f"/nominations/{found.id}/endorsement", status=404)


def test_who_was_asked_before_is_asked_no_more_and_who_confirmed_stays(database):
    found = standing()
    first = ask_to_endorse(found, RUTH, by=found.nominee)
    link = first.open_link
    second = ask_to_endorse(found, NewNominee("Omar Dia", "omar@c.example"), by=found.nominee)
    with pytest.raises(Refusal):
        endorse_nomination(link, by=first.person)
    decline_to_endorse(second.open_link, by=second.person)
    third = ask_to_endorse(found, RUTH, by=found.nominee)
    endorse_nomination(third.open_link, by=third.person)
    with pytest.raises(Refusal, match="confirmed its support already"):
        ask_to_endorse(found, RUTH, by=found.nominee)
    assert [row.id for row in Endorsement.select()] == [third.id]


def test_nobody_confirms_for_themselves_for_no_organisation_or_after_withdrawing(database):
    found = standing()
    with pytest.raises(Refusal, match="Somebody else"):
        ask_to_endorse(found, found.nominee, by=found.nominee)
    asked = ask_to_endorse(found, RUTH, by=found.nominee)
    link = asked.open_link
    with pytest.raises(Refusal):
        endorse_nomination(link, by=found.nominee)
    withdraw_nomination(found, by=found.nominee)
    with pytest.raises(Refusal):
        endorsement_to_answer(links.signed(link))
    nameless = stand(found.call, statement=scene.WHY, by=cast.charlie())
    with pytest.raises(Refusal, match="no organisation"):
        ask_to_endorse(nameless, RUTH, by=nameless.nominee)
