"""The coordinator notes who may stand, or returns a nomination, which the nominee corrects."""

from datetime import timedelta

import pytest

from lipnet.core import clock, links, mail
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.nominations import jobs
from lipnet.nominations.ballots.operations import prepare_ballot
from lipnet.nominations.eligibility import CORRECTION_PURPOSE, EligibilityFinding, latest
from lipnet.nominations.further import Further
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    acclaim,
    close_call,
    correct_nomination,
    forget_old_nominations,
    note_eligibility,
    open_call,
    write_call,
)
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

AMINA = NewNominee("أمينة", "amina@example.org", "ar")
WHY_NOT = "We could not see that you live in the county."
LISTED = Rules(eligibility={"en": "Lives in the county"})


def checking(*, by) -> Call:
    body = scene.committee(by=by)
    call = write_call(
        body, title={"en": "Join us"}, seats={seat: {} for seat in scene.seats_of(body)},
        opens_on=clock.today(), closes_on=clock.today() + timedelta(days=9), rules=LISTED,
        further=Further(checks_eligibility=True), by=by,
    )  # fmt: skip
    return open_call(call, by=by)


@pytest.fixture
def house(database):
    alice, bob = cast.alice(), cast.bob()
    call = checking(by=alice)
    return alice, call, scene.accepted(call, AMINA, by=bob)


def anew(nomination: Nomination) -> Nomination:
    return Nomination.get_by_id(nomination.id)


def test_only_who_was_found_eligible_is_a_candidate_and_nothing_is_decided_before(house):
    alice, call, amina = house
    other = scene.accepted(call, NewNominee("Omar", "omar@example.org"), by=cast.charlie())
    note_eligibility(amina, "eligible", by=alice)
    assert (anew(amina).state, anew(other).state) == ("eligible", "accepted")
    assert call.candidates == [amina]
    close_call(call, by=alice)
    today = clock.today()
    days = {"from_on": today, "to_on": today + timedelta(days=99)}
    seats = {amina: call.seats[0]}
    with pytest.raises(Refusal, match="1 nomination has not been looked at"):
        acclaim(call, seats, **days, by=alice)
    with pytest.raises(Refusal, match="not been looked at"):
        prepare_ballot(call, rule="approval", seats=1, closes_on=today, scrutineers=[], by=alice)
    note_eligibility(other, "not_eligible", reason=WHY_NOT, by=alice)
    acclaim(call, seats, **days, by=alice)
    assert (anew(amina).state, anew(other).state) == ("appointed", "not_selected")


def test_a_call_that_does_not_check_is_as_ever(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(rules=LISTED, by=alice)
    amina = scene.accepted(call, AMINA, by=bob)
    assert call.candidates == [amina]
    with pytest.raises(Refusal, match="not checked"):
        note_eligibility(amina, "eligible", by=alice)


def test_returned_is_corrected_by_the_nominee_and_looked_at_again(house):
    alice, call, amina = house
    found = note_eligibility(amina, "returned", reason=WHY_NOT, by=alice)
    assert anew(amina).state == "returned" and call.awaited == [amina]
    correct_nomination(found, answer="I moved here.", words="Buses.", by=amina.nominee)
    corrected = anew(amina)
    assert (corrected.state, corrected.interests) == ("accepted", "Buses.")
    assert found.open_link is None and call.candidates == []
    note_eligibility(amina, "eligible", after=found.id, by=alice)
    assert call.candidates == [amina]
    kept = EligibilityFinding.select().order_by(EligibilityFinding.id)
    assert [(row.finding, row.answer) for row in kept] == [
        ("returned", "I moved here."), ("eligible", ""),
    ]  # fmt: skip


def test_who_was_asked_to_correct_is_reminded_once_before_the_link_ends(database):
    alice = cast.alice()
    amina = scene.accepted(checking(by=alice), AMINA, by=cast.bob())
    note_eligibility(amina, "returned", reason=WHY_NOT, by=alice)
    for days, reminded in ((10, 0), (12, 1), (13, 1)):
        with clock.at(clock.now() + timedelta(days=days)):
            jobs.remind(database)
        codes = [event.code for event in history(amina)]
        assert codes.count("nominations.correction_reminded") == reminded


def test_of_two_who_look_at_once_the_second_reads_what_the_first_found(house):
    alice, _, amina = house
    note_eligibility(amina, "returned", reason=WHY_NOT, by=alice)
    with pytest.raises(Refusal, match="quicker"):
        note_eligibility(amina, "eligible", by=alice)
    assert [row.finding for row in amina.findings] == ["returned"]


def test_a_correction_of_what_was_decided_otherwise_meanwhile_is_refused(house):
    alice, _, amina = house
    found = note_eligibility(amina, "returned", reason=WHY_NOT, by=alice)
    note_eligibility(amina, "not_eligible", reason="Too late.", after=found.id, by=alice)
    with pytest.raises(Refusal, match="no longer valid"):
        correct_nomination(found, answer="I moved.", words="", by=amina.nominee)
    assert anew(amina).state == "not_eligible"


@pytest.mark.parametrize(
    ("finding", "reason", "match"), [("returned", " ", "Say why"), ("perhaps", "x", "not checked")]
)
def test_a_finding_needs_its_reason_and_a_known_kind(house, finding, reason, match):
    alice, _, amina = house
    with pytest.raises(Refusal, match=match):
        note_eligibility(amina, finding, reason=reason, by=alice)


def test_who_has_not_accepted_is_not_looked_at(database):
    alice = cast.alice()
    call = checking(by=alice)
    asked = scene.nominated(call, AMINA, by=cast.bob())
    with pytest.raises(Refusal, match="must accept"):
        note_eligibility(asked, "eligible", by=alice)


def test_checking_needs_a_list_of_who_can_stand(database):
    alice = cast.alice()
    body = scene.committee(by=alice)
    with pytest.raises(Refusal, match="Say who can stand") as no:
        write_call(
            body, title={"en": "Join"}, seats={seat: {} for seat in scene.seats_of(body)},
            opens_on=clock.today(), closes_on=clock.today(),
            further=Further(checks_eligibility=True), by=alice,
        )  # fmt: skip
    assert no.value.field == "eligibility"


def test_reasons_and_answers_are_erased_with_the_words_a_year_later(house):
    alice, call, amina = house
    note_eligibility(amina, "not_eligible", reason=WHY_NOT, by=alice)
    close_call(call, by=alice)
    with clock.at(clock.now() + timedelta(days=366)):
        forget_old_nominations(Call.get_by_id(call.id), by=alice)
    assert not EligibilityFinding.select().exists()


def test_the_way_through_returns_by_letter_and_comes_back_in_the_nominees_language(app):
    alice, bob = cast.alice(), cast.bob()
    amina = scene.accepted(checking(by=alice), AMINA, by=bob)
    desk = Browser(app, alice)
    page = desk.submit(
        f"/nominations/{amina.id}/eligibility", {"finding": "returned", "reason": WHY_NOT}
    )
    assert "Returned for correction" in page.text and WHY_NOT in page.text
    assert "Alice Moreau returned the nomination" in page.text
    config = app.config["LIPNET"]
    mail.send_waiting(config)
    found = latest(amina)
    token = links.signed(links.still_open(CORRECTION_PURPOSE, found.id))
    page = Browser(app).get(f"/calls/correct/{token}?lang=ar")
    assert page.one("html")["dir"] == "rtl" and WHY_NOT in page.text
    assert page.fields()["words"] == scene.WORK
    Browser(app).submit(f"/calls/correct/{token}?lang=ar", {"answer": "انتقلت إلى هنا."})
    assert anew(amina).state == "accepted"
    Browser(app).get(f"/calls/correct/{token}?lang=ar", status=410)
    assert "انتقلت إلى هنا." in desk.get(f"/nominations/{amina.id}").text


def test_who_is_signed_in_corrects_without_a_letter_and_nobody_else_does(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    made = scene.accepted(checking(by=alice), charlie, by=bob)
    note_eligibility(made, "returned", reason=WHY_NOT, by=alice)
    address = f"/nominations/{made.id}/correction"
    for other in (alice, bob):
        Browser(app, other).get(address, status=404)
    Browser(app, charlie).submit(address, {"answer": "J'habite ici."})
    assert anew(made).state == "accepted"


def test_why_somebody_may_not_stand_is_for_them_and_not_for_who_nominated_them(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    made = scene.accepted(checking(by=alice), charlie, by=bob)
    note_eligibility(made, "not_eligible", reason=WHY_NOT, by=alice)
    pages = {
        who: Browser(app, who).get(f"/nominations/{made.id}?lang=en") for who in (bob, charlie)
    }
    assert all("May not stand" in page.text for page in pages.values())
    assert WHY_NOT in pages[charlie].text and WHY_NOT not in pages[bob].text
