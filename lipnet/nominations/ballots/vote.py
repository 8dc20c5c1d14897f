"""The voter's door: a personal link, no account, no cookie, no line in the log.

Looking changes nothing, and an invalid ballot uses nothing up; only the last button votes.
"""

from pathlib import Path

from flask import Response, render_template, request, url_for

from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import public_without_cookie
from lipnet.nominations.ballots import ledger, operations, rankings, receipts, telling
from lipnet.nominations.ballots.manage import ballot_file_of
from lipnet.nominations.ballots.models import BallotCount, RollEntry
from lipnet.nominations.ballots.operations.voting import AlreadyVoted
from lipnet.nominations.ballots.places import places_of
from lipnet.nominations.ballots.voting_form import voting_form
from lipnet.nominations.respond import bp

GONE = 410
RECOUNT = Path(__file__).with_name("recount.py")


@bp.route("/vote/<token>", methods=["GET", "POST"])
@public_without_cookie
def vote(token: str):
    entry = ledger.entry_by(token)
    if entry is None:
        return _no_vote("dead")
    ballot = entry.ballot
    if count := ballot.count:
        return _outcome(count, token)
    if ballot.votes_lost:
        return _no_vote("lost", entry)
    if not ballot.is_open:
        return _no_vote("late", entry)
    if ledger.has_voted(entry):
        return _no_vote("used", entry)
    return _on_the_way(entry, token)


@bp.get("/vote/<token>/ballots.blt")
@public_without_cookie
def published_ballots(token: str):
    """The ballots, sorted, where enough people voted; for everybody who could."""
    entry = ledger.entry_by(token)
    count = entry.ballot.count if entry else None
    if count is None or not count.is_published:
        raise NotFound
    return ballot_file_of(count)


@bp.get("/vote/recount.py")
@public_without_cookie
def recount():
    """The program by which anybody counts a ballot file anew."""
    return Response(RECOUNT.read_text("utf-8"), mimetype="text/x-python")


def _outcome(count: BallotCount, token: str) -> str:
    file = url_for("nominations_public.published_ballots", token=token)
    awaited = telling.awaited(count)
    return render_template(
        "nominations/ballots/vote_outcome.html",
        ballot=count.ballot,
        awaited=awaited,
        told=None if awaited else telling.told(count),
        file=file if count.is_published else "",
    )


def _on_the_way(entry: RollEntry, token: str):
    step = request.form.get("step", "")
    form = voting_form(entry.ballot)
    try:
        if step == "look":
            return _confirm(entry, token, form.ranking())
        if step == "cast":
            return _cast(entry, rankings.read(request.form.get("ranking", "")))
        if step == "change":
            chosen = rankings.read(request.form.get("ranking", ""))
            form = voting_form(entry.ballot, chosen=rankings.checked(entry.ballot, chosen))
    except AlreadyVoted:
        return _no_vote("used", entry)
    except Refusal as refusal:
        form.refuse(refusal)
    return render_template(
        "nominations/ballots/vote.html",
        form=form,
        ballot=entry.ballot,
        places=places_of(entry.ballot),
        token=token,
    )


def _confirm(entry: RollEntry, token: str, ranking) -> str:
    names = telling.names_of(entry.ballot)
    return render_template(
        "nominations/ballots/vote_confirm.html",
        ballot=entry.ballot,
        token=token,
        chosen=[names[number] for number in ranking],
        ranking=rankings.written(ranking),
    )


def _cast(entry: RollEntry, ranking) -> str:
    receipt = receipts.grouped(operations.cast_ballot(entry, ranking))
    return render_template(
        "nominations/ballots/vote_thanks.html", ballot=entry.ballot, receipt=receipt
    )


def _no_vote(why: str, entry: RollEntry | None = None) -> Response:
    page = render_template(
        "nominations/ballots/no_vote.html", why=why, ballot=entry.ballot if entry else None
    )
    return Response(page, GONE)
