"""How ballots join the house, within the room of nominations."""

from functools import partial

from flask import Flask, url_for

from lipnet.core import jobs as clockwork
from lipnet.core import mail, soundness, thread, web
from lipnet.core.i18n import lazy
from lipnet.nominations.ballots import (
    again,
    contest_pages,
    drawing,
    ended,
    forgetting,
    letters,
    manage,
    naming,
    news,
    papers,
    printing,
    receipt_page,
    reserving,
    revising,
    roll_page,
    vote,
)
from lipnet.nominations.ballots.access import may_see_ballot
from lipnet.nominations.ballots.models import RULE_NAMES, Ballot
from lipnet.nominations.ballots.opening import LINK_SENT
from lipnet.nominations.ballots.operations.counting import COUNTED, DRAWN, ELECTED
from lipnet.nominations.ballots.operations.deciding import (
    CONTEST_ACCLAIMED,
    CONTEST_ELECTED,
    LEFT_VACANT,
)
from lipnet.nominations.ballots.soundness import faults

FLOOR = 4
PAGES = (
    contest_pages,
    again,
    drawing,
    manage,
    papers,
    printing,
    receipt_page,
    reserving,
    revising,
    roll_page,
    vote,
)  # their routes stand on the blueprints of nominations


def wire(app: Flask) -> None:
    app.jinja_env.filters.update(ballot_rule=RULE_NAMES.__getitem__)
    address = app.config["LIPNET"].site.address.rstrip("/")
    mail.on_event(LINK_SENT, partial(letters.voting_link, address=address), letters.came_back)
    for code in (COUNTED, DRAWN):
        mail.on_event(code, partial(letters.to_scrutineers, address=address))
    mail.on_event(ELECTED, ended.of_call)
    for code in (CONTEST_ELECTED, CONTEST_ACCLAIMED, LEFT_VACANT):
        mail.on_event(code, ended.of_contest)
    web.waiting_from(news.waiting)
    soundness.register(faults)
    web.box_on("call", news.box_on_call)
    clockwork.register("ballots.count", forgetting.TEN_MINUTES, forgetting.count_due)
    thread.register(
        thread.Kind(
            name="ballot",
            floor=FLOOR,
            label=lazy("Secret ballot"),
            load=lambda key: Ballot.get_or_none(Ballot.id == int(key)),
            title=naming.title_of,
            url=lambda ballot: url_for("nominations.ballot", ballot_id=ballot.id),
            may_see=may_see_ballot,
            on=lambda ballot: ballot.closes_on,
        )
    )
