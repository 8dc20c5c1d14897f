"""Who leaves a group votes no longer in it; what they voted before stays."""

from datetime import timedelta

import pytest

from lipnet.core import clock, jobs
from lipnet.core.brought import Brought
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Appointment
from lipnet.groups.operations import end_appointment, name_alternate
from lipnet.meetings.access import own_vote
from lipnet.meetings.evotes.models import EVoter, papers_of
from lipnet.meetings.evotes.operations import cast_vote, choose_vote_reminder, close_vote
from tests import cast
from tests.browsing import Browser
from tests.meetings.evotes.scene import CLOSES, OPENED, Group, page_in
from tests.meetings.test_letters import letters

LEASE = Brought("lease.pdf", "application/pdf", b"%PDF-1.4 the lease")
NEXT_DAY = OPENED + timedelta(days=1)
GONE = "You no longer sit with a vote in this group"


def left(group, person) -> None:
    own = Appointment.get(Appointment.person == person)
    end_appointment(own, on=NEXT_DAY.date(), by=group.alice)


def test_the_link_of_who_left_the_group_ends_and_says_why_but_the_vote_given_stays(app):
    group = Group()
    vote = group.asked(papers=[LEASE])
    with clock.at(OPENED):
        door = page_in(letters(app)["charlie.osei@example.org"]).partition("?")[0]
        page, paper = f"{door}?lang=en", f"{door}/papers/{papers_of(vote)[0].id}?lang=en"
        Browser(app).post(page, {"choice": "against"})
        assert app.test_client().get(paper).status_code == 200
    with clock.at(NEXT_DAY):
        left(group, group.charlie)
        shown = Browser(app).get(page, status=410).text
        assert GONE in shown and "stays and counts" in shown
        assert "That we rent the hall." not in shown
        assert GONE in Browser(app).post(page, {"choice": "in_favour"}, status=410).text
        assert GONE in Browser(app).get(paper, status=410).text
        group.answered(vote, "in_favour", at=NEXT_DAY)
    assert EVoter.get(person=group.charlie).choice == "against"
    with clock.at(CLOSES):
        motion = close_vote(vote, by=group.alice).motion
        assert (motion.in_favour, motion.against) == (1, 1)
        assert set(letters(app)) == {
            f"{name}@example.org" for name in ("bob.tremblay", "dana.roy", "eli.katz")
        }


def test_who_left_is_neither_asked_nor_reminded_nor_heard_when_signed_in(app):
    group = Group()
    vote = group.asked()
    letters(app)
    address = f"/meetings/votes/{vote.id}"
    with clock.at(NEXT_DAY):
        member = Browser(app, group.eli)
        assert "Vote by" in member.get("/").text
        left(group, group.eli)
        assert "Vote by" not in member.get("/").text
        shown = member.get(address)
        assert GONE in shown.text and 'name="choice"' not in shown.html
        own = own_vote(vote, group.eli)
        with pytest.raises(Refusal, match=GONE):
            cast_vote(own, "in_favour", by=group.eli)
        with pytest.raises(Refusal, match=GONE):
            choose_vote_reminder(own, "hours", by=group.eli)
    with clock.at(CLOSES - timedelta(hours=3)):
        jobs.run_all(app.config["LIPNET"])
        reminded = set(letters(app))
    assert "dana.roy@example.org" in reminded and "eli.katz@example.org" not in reminded


def test_an_alternate_answers_only_while_named_for_a_member_who_sits_there(app):
    group = Group(alternates=True)
    vera, sam = cast.vera(), cast.sam()
    group.alternate(group.charlie, vera)
    vote = group.asked()
    with clock.at(OPENED):
        page = page_in(letters(app)["vera.lopez@example.org"])
        assert "You are the alternate of" in Browser(app).get(page).text
    with clock.at(NEXT_DAY):
        own = Appointment.get(Appointment.person == group.charlie)
        name_alternate(own, sam, from_on=NEXT_DAY.date(), by=group.alice)
        ended = Browser(app).get(page, status=410).text
        assert "no longer stand in for a member" in ended
        with pytest.raises(Refusal, match="no longer stand in"):
            cast_vote(own_vote(vote, vera), "against", by=vera)
