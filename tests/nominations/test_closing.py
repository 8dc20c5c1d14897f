"""A call closes on the second, in the zone it names, and says so in every language."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lipnet.core import clock
from lipnet.core.i18n import speaking
from lipnet.core.refusals import Refusal
from lipnet.nominations import jobs
from lipnet.nominations.closing import last_second, until, zone_choices
from lipnet.nominations.further import Further
from lipnet.nominations.models import Call
from lipnet.nominations.operations import NewNominee, nominate, open_call, write_call
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame", "amina@example.org")
THE_DAY = date(2027, 4, 30)
BEFORE = date(2027, 4, 20)


def opened_until(further: Further, *, by) -> Call:
    body = scene.committee(by=by)
    call = write_call(
        body, title={"en": "Join us"}, seats={seat: {} for seat in scene.seats_of(body)},
        opens_on=clock.today(), closes_on=THE_DAY, further=further, by=by,
    )  # fmt: skip
    return open_call(call, by=by)


def test_a_nomination_one_second_late_is_late_by_the_clock_of_the_call(database):
    alice, bob = cast.alice(), cast.bob()
    with clock.at(BEFORE):
        call = opened_until(Further(closes_at="17:00", zone="America/Vancouver"), by=alice)
    five = datetime(2027, 5, 1, 0, 0, 0, tzinfo=UTC)  # 17:00 by the Pacific clock, in summer
    with clock.at(five):
        assert nominate(call, AMINA, statement="Just in time.", by=bob).is_waiting
        jobs.close_due_calls(database)
        assert Call.get_by_id(call.id).is_open
    with clock.at(five + timedelta(seconds=1)):
        with pytest.raises(Refusal, match="closed"):
            nominate(call, NewNominee("Late", "late@example.org"), statement="Why", by=bob)
        jobs.close_due_calls(database)
    assert Call.get_by_id(call.id).closed_at == five + timedelta(seconds=1)


def test_a_call_without_an_hour_keeps_its_whole_last_day_where_the_partnership_is(database):
    whole = last_second(THE_DAY)
    assert whole.tzinfo is clock.local_zone()
    assert whole.astimezone(UTC) + timedelta(seconds=1) == datetime(2027, 5, 1, 4, tzinfo=UTC)


def test_the_end_is_said_with_weekday_hour_and_zone_in_the_readers_language(database):
    with clock.at(BEFORE):
        call = opened_until(Further(closes_at="17:00", zone="America/Halifax"), by=cast.alice())
        assert until(call).replace("\u202f", " ") == (
            "Friday, April 30, 2027 at 5:00 PM (Atlantic Time)"
        )
        with speaking("fr"):
            assert "vendredi 30 avril 2027" in until(call) and "17" in until(call)


def test_a_zone_whose_clocks_never_change_is_not_mistaken_for_its_neighbour(database):
    words = dict(zone_choices())
    assert len(set(words.values())) == len(words)
    assert words["America/Regina"] == "Central Standard Time – Regina"
    assert words["America/Winnipeg"] == "Central Time – Winnipeg"


def test_a_call_whose_hour_has_passed_today_cannot_be_opened(database):
    alice = cast.alice()
    with clock.at(BEFORE):
        body = scene.committee(by=alice)
        call = write_call(
            body, title={"en": "Join us"}, seats={scene.seats_of(body)[0]: {}},
            opens_on=BEFORE, closes_on=BEFORE, further=Further(closes_at="09:00"), by=alice,
        )  # fmt: skip
        with pytest.raises(Refusal, match="is over"):
            open_call(call, by=alice)


def test_the_form_keeps_hour_and_zone_and_everybody_reads_them(app):
    alice = cast.alice()
    body = scene.committee(by=alice)
    seat = scene.seats_of(body)[0]
    browser = Browser(app, alice)
    browser.submit(
        f"/nominations/calls/new/{body.slug}",
        {"title-en": "Join us", f"seat_{seat.id}": "y", "closes_at": "16:30",
         "zone": "America/St_Johns"},
    )  # fmt: skip
    call = Call.get()
    fields = browser.get(f"/nominations/calls/{call.id}/edit").fields()
    assert (fields["closes_at"], fields["zone"]) == ("16:30", "America/St_Johns")
    open_call(call, by=alice)
    for address in (f"/calls/{call.id}?lang=en", f"/nominations/calls/{call.id}/poster?lang=en"):
        told = Browser(app, alice).get(address).text.replace("\u202f", " ")
        assert "4:30 PM (Newfoundland Time)" in told
