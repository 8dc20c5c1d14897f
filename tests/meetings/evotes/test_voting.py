"""A motion is put to the members between meetings, and recorded with every vote by name."""

import io
from datetime import timedelta

import pytest

from lipnet.core import clock, jobs, thread
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import draft_terms_of_reference
from lipnet.meetings import operations
from lipnet.meetings.access import own_vote
from lipnet.meetings.evotes.counting import Tally, result_of
from lipnet.meetings.evotes.doors import vote_token
from lipnet.meetings.evotes.models import EVote, EVoter, papers_of
from lipnet.meetings.evotes.operations import ask_for_vote, cast_vote, close_vote, withdraw_vote
from lipnet.meetings.models import Motion
from lipnet.reports.openness import is_public
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.evotes.scene import CLOSES, JUST_BEFORE, OPENED, Group, page_in
from tests.meetings.test_at_once import tried_at_once
from tests.meetings.test_letters import letters

PDF = b"%PDF-1.4 the lease"


def test_papers_come_with_the_vote_for_members_and_by_the_letter_for_nobody_else(app):
    group = Group()
    with clock.at(OPENED):
        form = Browser(app, group.alice)
        asked = {
            "text-en": "That we rent.", "mover": group.bob.id, "seconder": group.dana.id,
            "closes_on": CLOSES.date().isoformat(), "closes_at": "17:00",
        }  # fmt: skip
        address = f"/meetings/votes/new/{group.body.slug}"
        bad = form.submit(address, {**asked, "file": [(io.BytesIO(b"<html>"), "lease.pdf")]})
        assert "not what its name says" in bad.text
        assert EVote.select().count() == 0
        long = PDF + b"\n" * 9_000_000  # two such are more than other pages take
        brought = [(io.BytesIO(long), "lease.pdf"), (io.BytesIO(long + b"."), "costs.pdf")]
        form.submit(address, {**asked, "file": brought})
        vote, other = EVote.get(), group.asked("That we meet.")
        lease, costs = papers_of(vote)
        page = Browser(app, group.charlie).get(f"/meetings/votes/{vote.id}")
        assert {"lease.pdf", "costs.pdf"} <= set(page.links())
        voter, other_voter = (own_vote(one, group.charlie) for one in (vote, other))
        letter = f"/between/{vote_token(voter, group.charlie)}"
        visitor = app.test_client()
        shown = visitor.get(f"{letter}/papers/{lease.id}")
        assert (shown.data, shown.headers["Content-Disposition"]) == (
            long, "attachment; filename=lease.pdf",
        )  # fmt: skip
        assert f"/papers/{costs.id}" in Browser(app).get(letter).html
        elsewhere = f"/between/{vote_token(other_voter, group.charlie)}/papers/{lease.id}"
        assert visitor.get(elsewhere).status_code == 404
        assert visitor.get(f"/between/x/papers/{lease.id}").status_code == 410
        assert visitor.get(f"/meetings/votes/papers/{lease.id}").status_code == 302


def test_a_vote_goes_from_the_letter_into_the_next_minutes_and_the_register(app):
    group = Group()
    finding = scene.finding(group.alice)
    meeting = scene.called(group.body, group.alice)
    letters(app)
    vote = group.asked(because=[finding])
    with clock.at(OPENED):
        sent = letters(app)
        assert "This is no secret ballot" in sent["bob.tremblay@example.org"].get_content()
        page, visitor = page_in(sent["charlie.osei@example.org"]), Browser(app)
        assert "That we rent the hall." in visitor.get(page).text
        visitor.post(page, {"choice": "against"})
        visitor.post(page, {"choice": "in_favour"})
        visitor.post(page, {"choice": "perhaps"}, status=409)
        visitor.get(page.replace("/between/", "/between/x"), status=410)
        signed_in = Browser(app, group.dana)
        address = f"/meetings/votes/{vote.id}"
        assert "has answered" in signed_in.get(address).text
        assert "How everybody voted" not in signed_in.get(address).text
        signed_in.submit(address, {"choice": "abstained"}, form=f"{address}/answer")
        Browser(app, group.bob).submit(address, {"choice": "in_favour"}, form=f"{address}/answer")
    with clock.at(JUST_BEFORE):
        jobs.run_all(app.config["LIPNET"])
        assert EVote.get().closed_at is None
    with clock.at(CLOSES):
        jobs.run_all(app.config["LIPNET"])
        motion = Motion.get()
        assert (motion.number, motion.result, motion.on.isoformat()) == (
            "2026-01", "carried", "2026-09-10",
        )  # fmt: skip
        assert motion.counts == {"in_favour": 2, "against": 0, "abstained": 1}
        assert [link.to_kind for link in thread.came_from(thread.ref(motion))] == ["finding"]
        assert "2026-01" in letters(app)["charlie.osei@example.org"]["Subject"]
        reader = Browser(app, group.alice)
        register = reader.get("/meetings/decisions").text
        assert "In favour 2, against 0, abstained 1." in register
        assert "Voted on between meetings" in register
        told = reader.get(f"/meetings/motions/{motion.id}").text
        assert "Eli Katz No answer" in told and "Charlie Osei In favour" in told
        assert "Dana Roy Abstains" in reader.get(address).text
    with clock.at(scene.DAY):
        page = f"/meetings/{meeting.id}/minutes"
        minutes = Browser(app, group.alice).get(page).text
        assert "2026-01" in minutes and "Charlie Osei In favour" in minutes
        assert not is_public(motion)
        operations.record_attendance(meeting, {group.bob: "present"}, by=group.alice)
        scene.closed(meeting, group.alice)
    line = meeting.adoption.frozen["between"][0]
    assert (line["number"], line["in_favour"], line["members"]) == ("2026-01", 2, 4)
    assert EVote.get().entered_in == meeting
    assert is_public(motion)
    later = scene.called(group.body, group.alice, scene.LATER)
    assert "2026-01" not in Browser(app, group.alice).get(f"/meetings/{later.id}/minutes").text


def test_the_motion_can_be_adopted_by_and_is_never_rewritten(house):
    group = Group()
    meeting = scene.held(group.body, *group.members, by=group.alice, on=OPENED.date())
    vote = group.asked()
    group.answered(vote, "in_favour", "in_favour", "against")
    with clock.at(CLOSES):
        motion = close_vote(vote, by=group.alice).motion
    draft = draft_terms_of_reference(
        group.body, sections=[], quorum_kind="fixed", quorum_value=2, by=group.alice
    )
    assert operations.adopt_terms(draft, motion=motion, by=group.alice).terms == draft
    assert draft.in_force_from == motion.on
    scene.circulated(meeting, group.alice)
    assert operations.adopt_minutes(meeting.minutes, motion=motion, by=group.alice)
    with pytest.raises(Refusal, match="between meetings"):
        operations.correct_motion(motion, {"en": "No."}, result="withdrawn", by=group.alice)
    with pytest.raises(Refusal, match="between meetings"):
        operations.remove_motion(motion, by=group.alice)
    meeting = scene.held(group.body, *group.members, by=group.alice, on=scene.LATER)
    assert scene.carried(meeting, group.bob, group.eli, group.alice).number == "2026-02"


@pytest.mark.parametrize(
    ("counts", "percent", "rule", "result"),
    [
        ((4, 1, 0, 0), 50, "body", "too_few"),
        ((4, 2, 0, 0), 50, "body", "carried"),
        ((5, 2, 0, 0), 50, "body", "too_few"),
        ((4, 2, 1, 1), 50, "body", "defeated"),
        ((4, 2, 1, 1), 50, "cast", "carried"),
        ((4, 1, 1, 0), 50, "cast", "defeated"),
        ((6, 4, 2, 0), 50, "two_thirds", "carried"),
        ((6, 3, 2, 0), 50, "two_thirds", "defeated"),
        ((4, 1, 0, 3), 50, "nobody_against", "carried"),
        ((4, 3, 1, 0), 50, "nobody_against", "defeated"),
        ((4, 0, 0, 4), 50, "nobody_against", "defeated"),
        ((0, 0, 0, 0), 50, "body", "too_few"),
    ],
)
def test_the_rule_of_the_terms_decides(counts, percent, rule, result):
    assert result_of(Tally(*counts), percent, rule) == result


def test_too_few_answers_make_no_motion_and_still_stand_in_the_minutes(house):
    group = Group(percent=75)
    vote = group.asked()
    group.answered(vote, "in_favour", "in_favour")
    with clock.at(CLOSES):
        closed = close_vote(vote, by=group.alice)
        assert (closed.result, closed.motion, Motion.select().count()) == ("too_few", None, 0)
    meeting = scene.held(group.body, *group.members, by=group.alice)
    scene.circulated(meeting, group.alice)
    assert EVote.get().entered_in == meeting


def test_from_the_closing_moment_no_answer_counts_though_nobody_closed_it_yet(house):
    group = Group()
    vote = group.asked()
    group.answered(vote, "in_favour", "in_favour", at=JUST_BEFORE)
    with clock.at(CLOSES), pytest.raises(Refusal, match="Nothing about it changes"):
        cast_vote(own_vote(vote, group.bob), "against", by=group.bob)
    with clock.at(CLOSES), pytest.raises(Refusal, match="Nothing about it changes"):
        withdraw_vote(vote, reason="Too late.", by=group.alice)
    with clock.at(CLOSES + timedelta(hours=2)):
        closed = close_vote(vote, by=group.alice)
        assert closed.closed_at == CLOSES
        with pytest.raises(Refusal, match="Nothing about it changes"):
            close_vote(vote, by=group.alice)
    assert EVoter.get(person=group.bob).choice == "in_favour"


def test_an_alternate_answers_until_the_member_does(app):
    group = Group(alternates=True)
    vera = cast.vera()
    group.alternate(group.charlie, vera)
    group.asked()
    with clock.at(OPENED):
        sent, stranger = letters(app), cast.sam()
        assert (
            "You are the alternate of Charlie Osei" in sent["vera.lopez@example.org"].get_content()
        )
        Browser(app).post(page_in(sent["vera.lopez@example.org"]), {"choice": "against"})
        voter = EVoter.get(person=group.charlie)
        assert (voter.choice, voter.cast_by) == ("against", vera)
        cast_vote(voter, "in_favour", by=group.charlie)
        with pytest.raises(Refusal, match="has answered"):
            cast_vote(voter, "against", by=vera)
        with pytest.raises(Refusal, match="Only the member"):
            cast_vote(voter, "against", by=stranger)
    assert EVoter.get(person=group.charlie).choice == "in_favour"


def test_twenty_answers_sent_at_once_are_one_vote(house):
    group = Group()
    vote = group.asked(closes_at=clock.now() + timedelta(days=3))
    voters = [own_vote(vote, group.bob) for _ in range(20)]
    choices = ["in_favour", "against"] * 10
    tried_at_once(
        *(
            lambda one=voter, said=choice: cast_vote(one, said, by=group.bob)
            for voter, choice in zip(voters, choices, strict=True)
        )
    )
    answered = [row for row in EVoter.select() if row.choice]
    assert [row.person for row in answered] == [group.bob]


def test_who_chairs_closes_early_only_once_everybody_answered(app):
    group = Group()
    vote = group.asked()
    address = f"/meetings/votes/{vote.id}"
    group.answered(vote, "in_favour", "in_favour", "in_favour")
    with clock.at(JUST_BEFORE):
        chair = Browser(app, group.bob)
        assert "close the vote now" not in chair.get(address).text
        with pytest.raises(Refusal, match="only once everybody answered"):
            close_vote(vote, by=group.bob)
        Browser(app, group.dana).post(f"{address}/closing", status=404)
        group.answered(vote, *["in_favour"] * 4, at=JUST_BEFORE)
        chair.submit(address, {}, form=f"{address}/closing")
    assert EVote.get().result == "carried"


def test_a_vote_is_withdrawn_before_it_closes_and_the_members_are_told_why(app):
    group = Group()
    vote = group.asked()
    letters(app)
    with clock.at(OPENED):
        chair = Browser(app, group.bob)
        withdrawal = f"/meetings/votes/{vote.id}/withdrawal"
        Browser(app, group.dana).get(withdrawal, status=404)
        chair.submit(withdrawal, {"reason": ""}, status=200)
        chair.submit(withdrawal, {"reason": "The hall is let."})
        assert "The hall is let." in letters(app)["charlie.osei@example.org"].get_content()
    with clock.at(CLOSES):
        jobs.run_all(app.config["LIPNET"])
    assert (EVote.get().result, Motion.select().count()) == (None, 0)


def test_who_has_not_answered_is_reminded_as_chosen(app):
    group = Group()
    vote = group.asked()
    with clock.at(OPENED):
        visitor, sent = Browser(app), letters(app)
        visitor.post(page_in(sent["charlie.osei@example.org"]), {"remind": "none"})
        visitor.post(page_in(sent["eli.katz@example.org"]), {"remind": "hours"})
        group.answered(vote, "in_favour")
        assert "Vote by" not in Browser(app, group.bob).get("/").text
        assert "That we rent the hall." in Browser(app, group.dana).get("/").text

    def reminded(moment) -> set[str]:
        with clock.at(moment):
            jobs.run_all(app.config["LIPNET"])
            return set(letters(app))

    assert reminded(CLOSES - timedelta(days=1, seconds=1)) == set()
    assert reminded(CLOSES - timedelta(days=1)) == {"dana.roy@example.org"}
    assert reminded(CLOSES - timedelta(hours=3)) == {"eli.katz@example.org"}
    assert reminded(JUST_BEFORE) == set()


def test_only_where_the_terms_allow_it_and_moved_by_two_members_with_a_vote(app):
    group = Group()
    other = scene.body(group.alice, group.bob, name="Housing group")
    with clock.at(OPENED):
        for mover, seconder, closes, words in (
            (group.bob, group.bob, CLOSES, "their own motion"),
            (group.alice, group.bob, CLOSES, "no member with a vote"),
            (group.bob, group.eli, OPENED, "still to come"),
        ):
            with pytest.raises(Refusal, match=words):
                group.asked(mover=mover, seconder=seconder, closes_at=closes)
        with pytest.raises(Refusal, match="do not allow"):
            ask_for_vote(
                other, {"en": "No."}, mover=group.bob, seconder=group.eli, closes_at=CLOSES,
                by=group.alice,
            )  # fmt: skip
        chair = Browser(app, group.bob)
        Browser(app, group.dana).get("/meetings/votes/new/language-working-group", status=404)
        chair.get("/meetings/votes/new/housing-group", status=404)
        said = {
            "text-en": "That we rent the hall.", "mover": group.bob.id, "seconder": group.eli.id,
            "closes_on": "2026-09-10", "closes_at": "17:00",
        }  # fmt: skip
        chair.submit("/meetings/votes/new/language-working-group", said)
    assert EVote.get().takes_votes is False
    assert EVoter.select().count() == 4


def test_the_clause_is_written_with_the_terms_of_reference(app):
    group = Group()
    browser, page = Browser(app, group.alice), "/groups/language-working-group/terms/draft"
    said = {"between": "y", "between_percent": "60", "between_rule": "two_thirds"}
    assert "60 %" in browser.submit(page, said).text.replace("%", " %").replace("  ", " ")
    assert "Two thirds of those who answer" in browser.get(page.replace("draft", "2")).text
    without = browser.submit(page, {"between": None})
    assert "Two thirds" not in without.text


def test_the_list_of_votes_asks_no_more_however_many_there_are(app):
    group = Group()
    for number in range(3):
        group.asked(f"Motion {number}")
    few = scene.asked(app, group.alice, "/meetings/votes")
    for number in range(12):
        group.asked(f"More {number}")
    assert scene.asked(app, group.alice, "/meetings/votes") == few
