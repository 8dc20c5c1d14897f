"""A nomination that comes too late is kept for the next call, brought in, declined or forgotten."""

from datetime import timedelta

import pytest

from lipnet.core import clock, mail
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.nominations import jobs
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations import (
    NewNominee,
    bring_in,
    close_call,
    decline_late,
    decline_nomination,
    keep_late,
    nominate,
    open_call,
)
from lipnet.nominations.proposals import KEEP_LATE, Proposal, late_of
from lipnet.nominations.statements import Said
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_public import ME, confirm, propose

OMAR = NewNominee("Omar Diallo", "omar@late.example", "fr")
WHY = "He knows everybody on the bus."


@pytest.fixture
def closed(app) -> Call:
    """A call that was closed, and whose group may call again."""
    return just_closed()


def just_closed() -> Call:
    alice = cast.alice()
    return close_call(scene.opened(by=alice), by=alice)


def called_again(call: Call) -> Call:
    by = call_owner()
    return open_call(scene.draft(call.body, by=by), by=by)


def call_owner() -> Person:
    return Person.get(Person.name == "Alice Moreau")


def test_who_wrote_while_the_call_closed_is_told_before_anything_is_kept(app):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    browser = Browser(app, bob)
    sent = {**browser.get(f"/nominations/calls/{call.id}/nominate").fields(),
            "name": OMAR.name, "email": OMAR.email, "statement-en": WHY}  # fmt: skip
    close_call(call, by=alice)
    page = browser.post(f"/nominations/calls/{call.id}/nominate", sent)
    assert "too late" in page.text and page.fields()["statement-en"] == WHY
    assert not Proposal.select().exists() and not Nomination.select().exists()
    address = next(f["action"] for f in page.one("main").all("form"))
    told = browser.post(address, page.fields())
    assert "Kept for the next call" in told.text
    (kept,) = late_of(call.body)
    assert (kept.proposed, kept.writer, kept.statement) == (OMAR.name, bob.name, {"en": WHY})


def test_the_next_call_brings_it_in_and_the_nominee_is_asked(app, closed):
    kept = keep_late(closed, OMAR, statement=WHY, by=cast.bob())
    again = called_again(closed)
    alice = Browser(app, call_owner())
    assert "too late can be brought in" in alice.get("/").text
    page = alice.get(f"/nominations/calls/{again.id}")
    assert "Omar Diallo" in page.text
    page = alice.get(f"/nominations/late/{kept.id}")
    assert WHY in page.text
    (address,) = [f["action"] for f in page.all("form") if "/late/" in f["action"]]
    alice.post(address, page.fields(address))
    made = Nomination.get()
    assert (made.call, made.state, made.nominator.name) == (again, "waiting", "Bob Tremblay")
    assert made.open_link and not Proposal.select().exists()
    assert "brought it in" in alice.get(f"/nominations/{made.id}").text
    with pytest.raises(Refusal, match="already"):
        bring_in(kept, again, by=call_owner())


def test_who_proposed_themselves_too_late_is_asked_whether_that_still_holds(app, closed):
    bob = cast.bob()
    kept = keep_late(closed, None, statement=WHY, by=bob)
    made = bring_in(kept, called_again(closed), by=call_owner())
    assert made.is_own and made.is_waiting
    config = app.config["LIPNET"]
    mail.send_waiting(config)
    letters = [path.read_text("utf-8") for path in (config.folder / "mail").glob("*.eml")]
    assert [one for one in letters if "still want to stand" in one and bob.email in one]


def test_the_public_is_told_too_and_nobody_becomes_known_before_the_call(app, closed):
    page = propose(app, closed, "myself", ME)  # as a form that was opened in time sends it
    assert "too late" in page.text and not Proposal.select().exists()
    propose(app, closed, "myself", {**ME, "late": "yes"})
    assert confirm(app).heading == "Kept for the next call"
    (kept,) = late_of(closed.body)
    assert kept.nominator is None and not Nomination.select().exists()
    made = bring_in(kept, called_again(closed), by=call_owner())
    assert (made.state, made.nominee.name) == ("waiting", ME["name"])


def test_a_closed_page_gives_way_to_the_open_call_of_the_group(app, closed):
    again = called_again(closed)
    page = Browser(app).get(f"/calls/{closed.id}?lang=en")
    assert page.links()["Go to the new call"] == f"/calls/{again.id}?lang=en"
    page = Browser(app).get(f"/calls/{closed.id}/nominate/myself?lang=en")
    assert page.path == f"/calls/{again.id}"


def test_declining_erases_the_words_at_once_and_says_so(app, closed):
    kept = keep_late(closed, OMAR, statement=WHY, by=cast.bob())
    alice = Browser(app, call_owner())
    alice.submit(f"/nominations/late/{kept.id}/declining")
    assert Proposal.get().statement == {} and not late_of(closed.body)
    alice.get(f"/nominations/late/{kept.id}", status=404)
    config = app.config["LIPNET"]
    mail.send_waiting(config)
    letters = [path.read_text("utf-8") for path in (config.folder / "mail").glob("*.eml")]
    assert [one for one in letters if "bob.tremblay@example.org" in one and "erased" in one]
    with clock.at(clock.now() + timedelta(days=31)):
        jobs.forget_proposals(config)
    assert not Proposal.select().exists()


def test_what_waits_in_vain_is_forgotten_after_eighteen_months(database):
    keep_late(just_closed(), OMAR, statement=WHY, by=cast.bob())
    for days, kept in ((-1, True), (1, False)):
        with clock.at(clock.now() + KEEP_LATE + timedelta(days=days)):
            jobs.forget_proposals(database)
        assert Proposal.select().exists() is kept


def test_only_the_coordinator_sees_what_came_late(app, closed):
    bob = cast.bob()
    kept = keep_late(closed, OMAR, statement=WHY, by=bob)
    Browser(app, bob).get(f"/nominations/late/{kept.id}", status=404)
    assert "Omar" not in Browser(app, bob).get(f"/nominations/calls/{closed.id}").text


def test_an_open_call_keeps_nothing_for_later_and_another_group_gets_nothing(database):
    closed, bob = just_closed(), cast.bob()
    kept = keep_late(closed, OMAR, statement=WHY, by=bob)
    other = scene.opened(by=call_owner())
    assert Body.select().count() == 2
    with pytest.raises(Refusal, match="another group"):
        bring_in(kept, other, by=call_owner())
    with pytest.raises(Refusal, match="kept for a later call"):
        keep_late(other, OMAR, statement=WHY, by=bob)
    nominate(other, OMAR, statement=WHY, by=bob)


def test_of_two_who_bring_it_in_at_once_the_second_is_refused(database):
    closed = just_closed()
    kept, seen = keep_late(closed, OMAR, statement=WHY, by=cast.bob()), late_of(closed.body)[0]
    again = called_again(closed)
    bring_in(kept, again, by=call_owner())
    for verb in (lambda: bring_in(seen, again, by=call_owner()),
                 lambda: decline_late(seen, by=call_owner())):  # fmt: skip
        with pytest.raises(Refusal, match="dealt with already"):
            verb()
    assert Nomination.select().count() == 1


def test_who_stood_while_the_call_closed_keeps_every_word_for_the_next_one(app):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    browser, address = Browser(app, bob), f"/nominations/calls/{call.id}/stand?lang=en"
    said = {"interests": scene.WORK, "skills": "Bookkeeping.", "lived": ["refugee"]}
    sent = browser.get(address).fields() | {"statement-fr": "J’écoute.", **said}
    close_call(call, by=alice)
    page = browser.post(address, sent)
    assert {name: page.fields()[name] for name in said} == said
    kept = next(f["action"] for f in page.one("main").all("form"))
    assert "Kept for the next call" in browser.post(kept, page.fields()).text
    made = bring_in(late_of(call.body)[0], called_again(call), by=alice)
    assert (made.statement, made.skills, made.lived) == (
        {"fr": "J’écoute."}, "Bookkeeping.", ["refugee"],
    )  # fmt: skip
    assert made.is_waiting and not made.published


def test_what_somebody_had_said_of_themselves_is_erased_when_they_decline(database):
    said = Said(skills="Dari", lived=("refugee",), accommodations="Child care")
    call, charlie = just_closed(), cast.charlie()
    kept = keep_late(call, None, statement=WHY, said=said, by=charlie)
    made = bring_in(kept, called_again(call), by=call_owner())
    assert (made.skills, made.accommodations) == ("Dari", "Child care")
    decline_nomination(made.open_link, by=charlie)
    made = Nomination.get_by_id(made.id)
    assert (made.skills, made.lived, made.accommodations) == ("", [], "")
