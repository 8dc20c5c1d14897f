"""A committee of people who do not stand reads, steps back, recommends; all are told kindly."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.groups.models import people_of
from lipnet.groups.operations import (
    add_seat,
    appoint,
    draft_terms_of_reference,
    establish_body,
    put_terms_in_force,
)
from lipnet.nominations import jobs
from lipnet.nominations.access import may_see_nomination
from lipnet.nominations.coverage import gaps_with, in_one_sentence
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    acclaim,
    appoint_recommended,
    close_call,
    name_reviewer,
    open_call,
    read_nomination,
    recommend,
    recuse,
    release_reviewer,
    stand,
)
from lipnet.nominations.reviewing import Reading, Recommendation, Recusal, Reviewer
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_letters import house, written

__all__ = ["house"]
AMINA = NewNominee("Amina Warsame", "amina@example.org", "fr")
OMAR = NewNominee("Omar Dia", "omar@example.org", "ar")
LEA = NewNominee("Léa Roy", "lea@example.org", "en")


def scene_of(*, seats: int = 2, by) -> Call:
    """A closed call with three candidates for two seats, and Charlie on the committee."""
    call = scene.opened(seats=seats, rules=Rules(way="recommendation"), by=by)
    name_reviewer(call, cast.charlie(), by=by)
    bob = cast.bob()
    for nominee in (AMINA, OMAR, LEA):
        scene.accepted(call, nominee, by=bob)
    return close_call(call, by=by)


def charlie_of(call: Call):
    return call.reviewers.get().person


def marks(call: Call, mark: int = 2) -> dict[str, int]:
    return {str(seat.id): mark for seat in call.seats}


def read_all(call: Call) -> None:
    for nomination in call.candidates:
        read_nomination(nomination, marks=marks(call), note="Good.", by=charlie_of(call))


def recommended(call: Call) -> Recommendation:
    """Amina and Léa, in this order."""
    read_all(call)
    amina, lea, _omar = call.candidates
    seats = dict(zip((amina, lea), call.seats, strict=True))
    return recommend(call, seats, report="Both know the field.", by=charlie_of(call))


def term() -> dict:
    return {"from_on": clock.today(), "to_on": clock.today() + timedelta(days=364)}


def test_who_stands_or_nominated_is_not_on_the_committee_and_the_other_way_round(database):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    call = scene.opened(by=alice)
    stand(call, statement=scene.WHY, by=bob)
    with pytest.raises(Refusal, match="stands, nominated"):
        name_reviewer(call, bob, by=alice)
    name_reviewer(call, charlie, by=alice)
    with pytest.raises(Refusal, match="already"):
        name_reviewer(call, charlie, by=alice)
    with pytest.raises(Refusal, match="on the committee"):
        stand(call, statement=scene.WHY, by=charlie)
    release_reviewer(call.reviewers.get(), by=alice)
    assert stand(call, statement=scene.WHY, by=charlie).stands


def test_a_reviewer_reads_first_without_the_name(database):
    call = scene_of(by=cast.alice())
    charlie, first = charlie_of(call), call.candidates[0]
    assert not may_see_nomination(charlie, first) and may_see_nomination(cast.vera(), first)
    read_nomination(first, marks=marks(call), by=charlie)
    assert may_see_nomination(charlie, first)


def test_reading_again_changes_what_was_noted(database):
    call = scene_of(by=cast.alice())
    charlie, first = charlie_of(call), call.candidates[0]
    read_nomination(first, marks=marks(call, 1), by=charlie)
    read_nomination(first, marks=marks(call, 3), note="Better than I thought.", by=charlie)
    assert [row.marks for row in Reading.select()] == [marks(call, 3)]


def test_only_the_committee_reads_after_closing_with_a_mark_for_each_seat(database):
    alice = cast.alice()
    call = scene_of(by=alice)
    charlie, first = charlie_of(call), call.candidates[0]
    with pytest.raises(Refusal, match="not on the committee"):
        read_nomination(first, marks=marks(call), by=alice)
    with pytest.raises(Refusal, match="not part of the call"):
        read_nomination(first, marks={}, by=charlie)
    with pytest.raises(Refusal, match="one of the marks"):
        read_nomination(first, marks=marks(call, 4), by=charlie)
    still_open = scene.opened(by=alice)
    name_reviewer(still_open, charlie, by=alice)
    early = scene.accepted(still_open, AMINA, by=first.nominator)
    with pytest.raises(Refusal, match="once the call is closed"):
        read_nomination(early, marks=marks(still_open), by=charlie)


def test_who_steps_back_reads_no_more_and_it_stays_on_record(database):
    alice = cast.alice()
    call = scene_of(by=alice)
    charlie, first = charlie_of(call), call.candidates[0]
    read_nomination(first, marks=marks(call), by=charlie)
    with pytest.raises(Refusal, match="few words"):
        recuse(first, reason=" ", by=charlie)
    recuse(first, reason="My cousin.", by=charlie)
    assert Reading.select().count() == 0 and Recusal.get().reason == "My cousin."
    with pytest.raises(Refusal, match="stepped back"):
        read_nomination(first, marks=marks(call), by=charlie)
    assert list(history(first))[-1].code == "nominations.recused"
    with pytest.raises(Refusal, match="stays on the record"):
        release_reviewer(call.reviewers.get(), by=alice)


def test_nobody_is_recommended_whom_nobody_read(database):
    call = scene_of(by=cast.alice())
    charlie, (amina, lea, omar) = charlie_of(call), call.candidates
    with pytest.raises(Refusal, match="has read every nomination"):
        recommend(call, {amina: call.seats[0]}, report="Yes.", by=charlie)
    recuse(amina, reason="My cousin.", by=charlie)
    for nomination in (lea, omar):
        read_nomination(nomination, marks=marks(call), by=charlie)
    with pytest.raises(Refusal, match="Nobody on the committee has read"):
        recommend(call, {amina: call.seats[0]}, report="Yes.", by=charlie)
    assert recommend(call, {lea: call.seats[0]}, report="Yes.", by=charlie)


def test_a_recommendation_says_why_gives_each_a_seat_and_is_the_committees(database):
    alice = cast.alice()
    call = scene_of(by=alice)
    read_all(call)
    charlie, (amina, lea, _omar), (one, two) = charlie_of(call), call.candidates, call.seats
    for seats, report, by, match in (
        ({amina: one}, "Yes.", alice, "Only the committee"),
        ({amina: one}, " ", charlie, "few words"),
        ({}, "Yes.", charlie, "at least one"),
        ({amina: one, lea: one}, "Yes.", charlie, "same seat"),
    ):
        with pytest.raises(Refusal, match=match):
            recommend(call, seats, report=report, by=by)
    recommend(call, {amina: one}, report="First thought.", by=charlie)
    recommend(call, {amina: two, lea: one}, report="Second thought.", by=charlie)
    assert Recommendation.get().seats == {amina: two, lea: one}


def test_those_recommended_are_appointed_in_one_act_and_everybody_is_told_kindly(house):
    alice = cast.alice()
    call = scene_of(by=alice)
    establish_body(kind="working_group", name={"en": "Language group"}, by=alice)
    recommended(call)
    written(house)
    appoint_recommended(call, **term(), by=alice)
    assert {p.name for p in people_of(call.body, clock.today())} == {"Amina Warsame", "Léa Roy"}
    states = {row.nominee.name: row.state for row in Nomination.select()}
    assert states == {
        "Amina Warsame": "appointed", "Léa Roy": "appointed", "Omar Dia": "not_selected",
    }  # fmt: skip
    told = written(house)
    letters = {each["To"]: each for each in told}
    bob = call.everybody[0].nominator  # proposed all three, and is told of the two appointed
    assert set(letters) == {"amina@example.org", "lea@example.org", "omar@example.org", bob.email}
    assert {each["Subject"] for each in told if each["To"] == bob.email} == {
        "Amina Warsame is appointed: Steering Committee",
        "Léa Roy is appointed: Steering Committee",
    }
    assert letters["omar@example.org"]["Content-Language"] == "ar"
    assert "Language group" in letters["omar@example.org"].get_content()
    assert letters["lea@example.org"]["Subject"] == "You are appointed: Steering Committee"


def test_all_are_appointed_or_nobody(database):
    alice = cast.alice()
    call = scene_of(by=alice)
    with pytest.raises(Refusal, match="not recommended anybody"):
        appoint_recommended(call, **term(), by=alice)
    seats = recommended(call).seats
    appoint(list(seats.values())[-1], cast.vera(), **term(), by=alice)
    with pytest.raises(Refusal, match="cannot be appointed"):
        appoint_recommended(call, **term(), by=alice)
    assert [p.name for p in people_of(call.body, clock.today())] == ["Vera Lopez"]
    assert not Call.get_by_id(call.id).is_decided


def test_what_the_body_would_still_lack(database):
    alice = cast.alice()
    body = scene.committee(seats=1, by=alice)
    french = add_seat(body, label={"en": "F"}, sector="francophone", francophone=True, by=alice)
    young = add_seat(body, label={"en": "Y"}, sector="health", youth=True, by=alice)
    health = scene.seats_of(body)[0]
    none = gaps_with(body, [], clock.today())
    assert (none.sectors, none.kinds) == (["francophone", "health"], ["francophone", "youth"])
    some = gaps_with(body, [health], clock.today())
    assert (some.sectors, some.vacant) == (["francophone"], [french, young])
    appoint(french, cast.vera(), **term(), by=alice)
    assert gaps_with(body, [health, young], clock.today()) == ([], [], [])


def test_what_the_committee_noted_is_erased_with_the_words_a_year_later(database):
    alice = cast.alice()
    call = scene_of(by=alice)
    recommended(call)
    appoint_recommended(call, **term(), by=alice)
    with clock.at(clock.now() + timedelta(days=366)):
        jobs.forget(database)
    left = {row.nomination.nominee.name for row in Reading.select()}
    assert left == {"Amina Warsame", "Léa Roy"}


def test_the_committee_works_through_its_pages(app):
    alice = cast.alice()
    call = scene.opened(seats=2, rules=Rules(way="recommendation"), by=alice)
    charlie, bob = cast.charlie(), cast.bob()
    coordinator, reviewer = Browser(app, alice), Browser(app, charlie)
    committee = f"/nominations/calls/{call.id}/committee"
    assert "Charlie Osei" in coordinator.submit(committee, {"person": str(charlie.id)}).text
    for nominee in (AMINA, OMAR):
        scene.accepted(call, nominee, by=bob)
    close_call(call, by=alice)
    room = f"/nominations/calls/{call.id}/readings?lang=en"
    page = reviewer.get(room)
    assert "Nomination 1" in page.text and "Amina" not in page.text
    assert "Amina" not in reviewer.get(f"/nominations/calls/{call.id}").text
    amina, omar = call.candidates
    address = f"/nominations/{amina.id}/reading"
    assert "Amina" not in reviewer.get(address).text
    noted = {f"mark_{seat.id}": "3" for seat in call.seats}
    noted[f"note_{call.seats[0].id}"] = "Ten years as a nurse."
    page = reviewer.submit(address, {**noted, "note": "Strong."})
    assert "Amina Warsame" in page.text and "Ten years as a nurse." in page.text
    reviewer.submit(f"/nominations/{omar.id}/recusal", {"reason": "We work together."})
    assert "We work together." in coordinator.get(committee).text

    seat = {f"seat_{amina.id}": str(call.seats[0].id)}
    address = f"/nominations/calls/{call.id}/recommendation"
    page = reviewer.submit(address, {**seat, "report": "She knows the field."})
    assert "She knows the field." in page.text and "Health 2" in page.text
    assert "With Amina Warsame no sector" in page.text
    report = reviewer.get(f"/nominations/calls/{call.id}/report")
    for told in (page, report):
        assert told.text.count("stay vacant") == 1
    assert "Amina Warsame" in report.one("tbody").text and "She knows the field." in report.text
    assert "Charlie Osei stepped back from 1 nomination." in report.text
    assert "Amina Warsame" in coordinator.get(address).text
    page = coordinator.submit(f"/nominations/calls/{call.id}/appointment")
    assert "Amina Warsame" in page.text and "Decided" in page.text


def test_looking_at_a_choice_records_nothing(app):
    alice = cast.alice()
    call = scene_of(by=alice)
    read_all(call)
    amina = call.candidates[0]
    browser = Browser(app, alice)
    address = f"/nominations/calls/{call.id}/recommendation"
    browser.submit(address, {f"seat_{amina.id}": str(call.seats[0].id), "look": "1"})
    assert Recommendation.select().count() == 0


def test_the_reading_room_does_not_exist_for_others(app):
    call = scene_of(by=cast.alice())
    first = call.candidates[0]
    for person in (cast.vera(), first.nominator):
        browser = Browser(app, person)
        for path in (f"calls/{call.id}/readings", f"calls/{call.id}/recommendation",
                     f"calls/{call.id}/committee", f"calls/{call.id}/report",
                     f"{first.id}/reading",
                     f"{first.id}/recusal"):  # fmt: skip
            browser.get(f"/nominations/{path}", status=404)


def test_who_stepped_back_from_somebody_does_not_recommend_them(database):
    alice = cast.alice()
    call = scene_of(by=alice)
    name_reviewer(call, cast.vera(), by=alice)
    charlie, vera = (row.person for row in call.reviewers.order_by(Reviewer.id))
    amina, lea, omar = call.candidates
    recuse(amina, reason="My cousin.", by=charlie)
    for reviewer, read in ((charlie, (lea, omar)), (vera, (amina, lea, omar))):
        for nomination in read:
            read_nomination(nomination, marks=marks(call), by=reviewer)
    with pytest.raises(Refusal, match="stepped back from Amina Warsame"):
        recommend(call, {amina: call.seats[0]}, report="Yes.", by=charlie)
    assert recommend(call, {amina: call.seats[0]}, report="Yes.", by=vera)


def test_what_is_lacking_is_told_in_one_sentence(database):
    alice = cast.alice()
    body = scene.committee(seats=1, by=alice)
    add_seat(body, label={"en": "F"}, sector="francophone", francophone=True, by=alice)
    none = gaps_with(body, [], clock.today())
    assert in_one_sentence(none, ["Amina", "Omar"]) == (
        "With Amina and Omar this group still has nobody for: Health and a francophone seat."
    )
    assert in_one_sentence(none, []).startswith("As it is, this group has nobody for: Health")
    full = gaps_with(body, scene.seats_of(body), clock.today())
    assert in_one_sentence(full, ["Amina"]).startswith("With Amina no sector")


def test_the_coordinator_takes_off_who_has_not_begun(app):
    alice = cast.alice()
    call = scene_of(by=alice)
    person, browser = charlie_of(call), Browser(app, alice)
    address = f"/nominations/calls/{call.id}/committee"
    page = browser.submit(address, form=f"/{person.id}/release")
    assert "Charlie Osei is not on the committee any more." in page.text
    name_reviewer(call, person, by=alice)
    recuse(call.candidates[0], reason="My cousin.", by=person)
    assert "Take Charlie Osei off" not in browser.get(address).text


def test_a_call_tells_who_has_served_as_long_as_the_rules_allow(app):
    alice, bob = cast.alice(), cast.bob()
    body = scene.committee(by=alice)
    further = {"second_call": "none", "term_cap": 1, "cap_exception": True, "nominators": "anyone"}
    terms = draft_terms_of_reference(
        body, sections=[], quorum_kind="fixed", quorum_value=1, further=further, by=alice
    )
    put_terms_in_force(terms, on=clock.today() - timedelta(days=400), by=alice)
    days = {"from_on": clock.today() - timedelta(days=365), "to_on": clock.today()}
    appoint(scene.seats_of(body)[0], bob, **days, by=alice)
    call = open_call(scene.draft(body, by=alice), by=alice)
    stand(call, statement=scene.WHY, by=bob)
    browser = Browser(app, alice)
    page = browser.get(f"/nominations/calls/{call.id}")
    assert "Bob Tremblay stands and has reached it" in page.text
    browser.submit(f"/groups/{body.slug}/exceptions/{bob.id}", {"reason": "Nobody else stood."})
    assert "one more term is allowed: Nobody else" in browser.get(page.path).text
    assert "Longest service" not in Browser(app, bob).get(page.path).text
    close_call(call, by=alice)
    tomorrow = clock.today() + timedelta(days=1)
    acclaim(
        call, {call.candidates[0]: call.seats[0]}, from_on=tomorrow,
        to_on=tomorrow + timedelta(days=364), by=alice,
    )  # fmt: skip
    assert Call.get_by_id(call.id).is_decided
