"""How votes between meetings join the house: pages, letters, a job, what waits, the thread."""

from functools import partial

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import jobs as clockwork
from lipnet.core import mail, web
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.web import Waiting, drawn_by
from lipnet.meetings.access import may_see
from lipnet.meetings.evotes import jobs, letters, pages, public, words
from lipnet.meetings.evotes.entering import line_of
from lipnet.meetings.evotes.models import EVote, EVoter
from lipnet.meetings.evotes.operations import ASKED, CLOSED, REMINDED, WITHDRAWN
from lipnet.meetings.evotes.seated import still_seated

WORDING = {
    "CHOICE_WORDS": words.CHOICE_WORDS,
    "CHOICE_TONES": words.CHOICE_TONES,
    "EVOTE_WORDS": words.RESULT_WORDS,
    "EVOTE_TONES": words.RESULT_TONES,
    "NO_ALTERNATE": words.NO_ALTERNATE,
    "NO_SEAT": words.NO_SEAT,
    "REMINDER_WORDS": words.REMINDER_WORDS,
    "closing_words": words.closing_words,
    "tally_words": words.tally_words,
}


def wire(app: Flask) -> None:
    app.register_blueprint(pages.bp)
    app.register_blueprint(public.bp)
    app.jinja_env.globals.update(WORDING)
    web.waiting_from(votes_wait)
    web.box_on("motion", how_they_voted)
    clockwork.register("votes between meetings", jobs.A_MINUTE, jobs.close_and_remind)
    address = app.config["LIPNET"].site.address
    mail.on_event(ASKED, partial(letters.asked, address=address))
    mail.on_event(REMINDED, partial(letters.reminded, address=address))
    mail.on_event(CLOSED, partial(letters.closed, address=address))
    mail.on_event(WITHDRAWN, partial(letters.withdrawn, address=address))


def votes_wait(person) -> list[Waiting]:
    """Votes that are open and that the person has not answered."""
    if not may_see(person):
        return []
    own = (EVoter.person == person) & EVoter.choice.is_null()
    running = EVote.closed_at.is_null() & EVote.withdrawn_at.is_null()
    rows = EVoter.select(EVoter, EVote).join(EVote).where(own, running)
    votes = [row.evote for row in rows if row.evote.takes_votes]
    seated = still_seated(votes)
    return [_waiting(vote) for vote in votes if (vote.id, person.id) in seated]


def how_they_voted(motion, person) -> Markup | str:
    """On a motion that was voted on between meetings: every vote by name."""
    vote = motion.evotes.first() if motion.is_between_meetings and may_see(person) else None
    if vote is None:
        return ""
    return drawn_by("meetings/evotes/box.html", vote=vote, line=line_of(vote))


def _waiting(vote: EVote) -> Waiting:
    day = vote.closes_locally.date()
    sentence = _("Vote by %(day)s: %(text)s", day=format_day(day), text=plain(vote.text))
    return Waiting(sentence, url_for("evotes.vote", evote_id=vote.id), day)
