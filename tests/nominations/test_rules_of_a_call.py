"""A call says how people are chosen, until when they may withdraw, and opens by itself if asked."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import appoint
from lipnet.nominations import jobs
from lipnet.nominations.models import Call, CallRules
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    nominate,
    open_call,
    rewrite_call,
    withdraw_nomination,
)
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame", "amina@example.org")


def held_until(body, days: int, *, by):
    """The first seat of the body, held by Charlie for so many days more."""
    seat, today = scene.seats_of(body)[0], clock.today()
    charlie = cast.charlie()
    appoint(seat, charlie, from_on=today, to_on=today + timedelta(days=days), by=by)
    return charlie


def test_the_rules_are_kept_and_follow_a_change(database):
    alice = cast.alice()
    rules = Rules(way="ballot", eligibility={"en": "Lives here"}, seconders=2, statement_limit=400)
    call = scene.draft(scene.committee(by=alice), rules=rules, by=alice)
    assert (call.rules.way, call.rules.seconders) == ("ballot", 2)
    rewrite_call(
        call, title=call.title, seats={seat: {} for seat in call.seats}, opens_on=call.opens_on,
        closes_on=call.closes_on, rules=Rules(way="recommendation"), by=alice,
    )  # fmt: skip
    assert [row.way for row in CallRules.select()] == ["recommendation"]


def test_a_statement_is_as_long_as_the_call_allows(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(rules=Rules(statement_limit=200), by=alice)
    with pytest.raises(Refusal, match="under 200") as no:
        nominate(call, AMINA, statement="x" * 201, by=bob)
    assert no.value.field == "statement"
    assert nominate(call, AMINA, statement="x" * 200, by=bob).state == "waiting"


def test_a_seat_whose_term_ends_soon_is_called_for_and_its_holder_may_stand_again(database):
    alice = cast.alice()
    body = scene.committee(by=alice)
    charlie = held_until(body, 60, by=alice)
    call = open_call(scene.draft(body, by=alice), by=alice)
    assert scene.nominated(call, charlie, by=cast.bob()).state == "waiting"


def test_a_seat_held_for_long_or_already_followed_is_not_called_for(database):
    alice = cast.alice()
    body = scene.committee(by=alice)
    charlie = held_until(body, 60, by=alice)
    later = clock.today() + timedelta(days=61)
    seat = scene.seats_of(body)[0]
    appoint(seat, charlie, from_on=later, to_on=later + timedelta(days=700), by=alice)
    with pytest.raises(Refusal, match="not vacant"):
        scene.draft(body, by=alice)


def test_a_call_opens_by_itself_before_the_first_term_ends_and_stays_open_as_long(database):
    alice = cast.alice()
    body = scene.committee(by=alice)
    held_until(body, 99, by=alice)
    withdraw = clock.today() + timedelta(days=25)
    rules = Rules(opens_days_before=60, withdraw_until=withdraw)
    call = scene.draft(body, rules=rules, by=alice)
    assert call.opens_itself_on == clock.today() + timedelta(days=40)
    with clock.at(clock.today() + timedelta(days=39)):
        jobs.open_due_calls(database)
    assert Call.get().is_draft
    with clock.at(clock.today() + timedelta(days=41)):
        jobs.open_due_calls(database)
        opened = Call.get()
        assert opened.opens_on == clock.today()
        assert opened.closes_on - opened.opens_on == timedelta(days=21)
        assert opened.rules.withdraw_until - withdraw == timedelta(days=41)


def test_a_call_that_cannot_open_by_itself_keeps_no_other_shut(database):
    alice = cast.alice()
    for name in ("blocked", "free"):
        body = scene.committee(by=alice)
        seat, today = scene.seats_of(body)[0], clock.today()
        person = cast.person(name)
        last = today + timedelta(days=30)
        appoint(seat, person, from_on=today, to_on=last, by=alice)
        scene.draft(body, rules=Rules(opens_days_before=60), by=alice)
        if name == "blocked":
            after = last + timedelta(days=1)
            appoint(seat, person, from_on=after, to_on=after + timedelta(days=700), by=alice)
    jobs.open_due_calls(database)
    assert [call.is_open for call in Call.select().order_by(Call.id)] == [False, True]


def test_a_call_for_vacant_seats_cannot_wait_for_a_term_to_end(database):
    alice = cast.alice()
    with pytest.raises(Refusal, match="no term ends") as no:
        scene.draft(scene.committee(by=alice), rules=Rules(opens_days_before=60), by=alice)
    assert no.value.field == "opens_days_before"


def test_nobody_withdraws_after_the_last_day_to_do_so(database):
    alice = cast.alice()
    last = clock.today() + timedelta(days=5)
    call = scene.opened(rules=Rules(withdraw_until=last), by=alice)
    nomination = scene.accepted(call, AMINA, by=cast.bob())
    with clock.at(last + timedelta(days=1)), pytest.raises(Refusal, match="last day to withdraw"):
        withdraw_nomination(nomination, by=alice)
    with clock.at(last):
        assert withdraw_nomination(nomination, by=alice).state == "withdrawn"


def test_everybody_reads_an_opened_call_in_each_language_without_cookie(app):
    alice = cast.alice()
    rules = Rules(way="recommendation", eligibility={"en": "Lives here\nIs 18"}, seconders=2)
    call = scene.opened(rules=rules, by=alice)
    page = Browser(app).get(f"/calls/{call.id}?lang=en")
    assert "Set-Cookie" not in page.response.headers
    for told in ("Health 1", "Works in health", "Is 18", "Eastern Time", "2 people, each of"):
        assert told in page.text
    assert Browser(app).get(f"/calls/{call.id}?lang=ar").one("html")["dir"] == "rtl"
    with clock.at(call.closes_on + timedelta(days=1)):
        assert "This call is closed." in Browser(app).get(f"/calls/{call.id}?lang=en").text


def test_a_draft_is_nobodys_but_the_coordinators(app):
    alice = cast.alice()
    call = scene.draft(scene.committee(by=alice), by=alice)
    Browser(app).get(f"/calls/{call.id}", status=404)
    Browser(app, alice).get(f"/nominations/calls/{call.id}/poster", status=404)


def test_the_poster_holds_the_code_and_the_address_in_every_language(app):
    call = scene.opened(by=cast.alice())
    page = Browser(app, cast.bob()).get(f"/nominations/calls/{call.id}/poster")
    assert [svg for svg in page.all("svg") if svg["class"] == "segno"]
    assert f"/calls/{call.id}?lang=ar" in page.text and "Siégez au comité directeur" in page.text


def test_the_poster_is_printed_in_one_language_too_and_says_until_when_in_each(app):
    call = scene.opened(by=cast.alice())
    desk, address = Browser(app, cast.bob()), f"/nominations/calls/{call.id}/poster"
    whole = desk.get(f"{address}?lang=en")
    assert "Open until the end of" in whole.text and "Ouvert jusqu’à la fin du" in whole.text
    sheet = desk.get(whole.links()["العربية"])
    poster = next(part for part in sheet.all("div") if "poster-sheet" in part["class"])
    assert (poster["lang"], poster["dir"]) == ("ar", "rtl")
    assert f"/calls/{call.id}?lang=ar" in poster.text and "Open until" not in poster.text


def test_the_form_keeps_the_rules(app):
    alice = cast.alice()
    body = scene.committee(by=alice)
    seat = scene.seats_of(body)[0]
    browser = Browser(app, alice)
    browser.submit(
        f"/nominations/calls/new/{body.slug}",
        {"title-en": "Join us", f"seat_{seat.id}": "y", "way": "ballot", "seconders": "1",
         "statement_limit": "900", "eligibility-en": "Lives here"},
    )  # fmt: skip
    rules = Call.get().rules
    assert (rules.way, rules.seconders, rules.statement_limit) == ("ballot", 1, 900)
    fields = browser.get(f"/nominations/calls/{Call.get().id}/edit").fields()
    assert (fields["way"], fields["seconders"]) == ("ballot", "1")
