"""What other pages show of ballots: that one waits for a voter, for a count, for an appointment."""

from flask import url_for
from markupsafe import Markup

from lipnet.core import clock
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.web import Waiting, drawn_by
from lipnet.nominations.access import Can
from lipnet.nominations.ballots import naming, outcomes
from lipnet.nominations.ballots.contests import overview
from lipnet.nominations.ballots.lost import LostVotes
from lipnet.nominations.ballots.lots import LotDrawer
from lipnet.nominations.ballots.models import Ballot, RollEntry, Scrutineer, ballots_past_their_day


def waiting(person) -> list[Waiting]:
    """An open ballot waits for everybody on its roll, voted or not: that is not asked."""
    rows = RollEntry.select(RollEntry, Ballot).join(Ballot).where(RollEntry.person == person)
    items = [_vote(row.ballot) for row in rows if row.ballot.is_open]
    unsigned = (Scrutineer.person == person) & Scrutineer.signed_on.is_null()
    drawing = LotDrawer.select().where(LotDrawer.person == person)
    items += [_draw(row.ballot) for row in drawing if _awaits_lot(row.ballot)]
    items += [
        _sign(row.ballot)
        for row in Scrutineer.select().where(unsigned)
        if row.ballot.count and not _awaits_lot(row.ballot)
    ]
    if may(person, Can.MANAGE_CALLS):
        lost = LostVotes.select().where(LostVotes.again_on.is_null())
        items += [_lost(row) for row in lost if not row.ballot.count]
        items += [_count(each) for each in ballots_past_their_day() if not each.votes_lost]
        items += [_differs(row) for row in Scrutineer.select().where(~Scrutineer.agrees)
                  if not row.ballot.call.is_decided]  # fmt: skip
    return items


def box_on_call(call, person) -> Markup | str:
    """The ballot of a call, those of its contests, or the way to one."""
    manages = may(person, Can.MANAGE_CALLS)
    if contests := overview(call):
        return drawn_by(
            "nominations/contests/box.html", call=call, contests=contests, manages=manages
        )
    ballot = call.ballots.first()
    if ballot is None and not (manages and call.is_closed and call.candidates):
        return ""
    if ballot is None and call.is_decided:
        return ""
    return drawn_by("nominations/ballots/box.html", call=call, ballot=ballot)


def _vote(ballot: Ballot) -> Waiting:
    sentence = _(
        "You may vote until %(day)s: %(body)s",
        day=format_day(ballot.closes_on),
        body=naming.body_of(ballot),
    )
    return Waiting(sentence, _url(ballot), ballot.opened_at.date())


def _sign(ballot: Ballot) -> Waiting:
    body = naming.body_of(ballot)
    sentence = _("You are a scrutineer: count anew, and sign: %(body)s", body=body)
    return Waiting(sentence, _url(ballot), ballot.count.counted_on)


def _awaits_lot(ballot: Ballot) -> bool:
    return ballot.count is not None and outcomes.awaited_lot(ballot.count) is not None


def _draw(ballot: Ballot) -> Waiting:
    sentence = _("You draw a lot: %(body)s", body=naming.body_of(ballot))
    page = url_for("nominations.draw_lot", ballot_id=ballot.id)
    return Waiting(sentence, page, ballot.count.counted_on)


def _differs(row: Scrutineer) -> Waiting:
    """Nobody is appointed on a count that does not come out again without somebody looking."""
    sentence = _(
        "%(name)s counted anew and found another outcome: %(body)s",
        name=row.person.name,
        body=naming.body_of(row.ballot),
    )
    return Waiting(sentence, _url(row.ballot), row.signed_on)


def _lost(row: LostVotes) -> Waiting:
    sentence = _(
        "The votes of a ballot were lost, and it waits to be held again: %(body)s",
        body=naming.body_of(row.ballot),
    )
    return Waiting(sentence, _url(row.ballot), row.lost_on)


def _count(ballot: Ballot) -> Waiting:
    body = naming.body_of(ballot)
    sentence = _("A ballot has ended and is not counted: %(body)s", body=body)
    return Waiting(sentence, _url(ballot), min(ballot.closes_on, clock.today()))


def _url(ballot: Ballot) -> str:
    return url_for("nominations.ballot", ballot_id=ballot.id)
