"""How minutes on their way join the house."""

from functools import partial

from flask import Flask, url_for

from lipnet.core import mail
from lipnet.core.i18n import ngettext
from lipnet.core.multilingual import plain
from lipnet.core.web import Waiting, box_on, waiting_from
from lipnet.meetings.access import may_run
from lipnet.meetings.minuting import (
    comment_pages,
    confidential_pages,
    letters,
    pages,
    public,
    public_pages,
    side_pages,
)
from lipnet.meetings.minuting.commenting import waiting_comments
from lipnet.meetings.minuting.operations.comments import COMMENTED

PAGES = (pages, comment_pages, side_pages)  # they add their routes to the blueprint


def wire(app: Flask) -> None:
    app.register_blueprint(public.bp)
    box_on("agenda_item", confidential_pages.confidence)
    box_on("body", public_pages.public_minutes)
    waiting_from(comments_wait)
    address = app.config["LIPNET"].site.address
    mail.on_event(COMMENTED, partial(letters.minutes_commented, address=address))


def comments_wait(person) -> list[Waiting]:
    """Comments on minutes without an answer, for who runs that body's meetings."""
    return [
        Waiting(
            ngettext(
                "%(num)s comment on the minutes of %(body)s waits for an answer.",
                "%(num)s comments on the minutes of %(body)s wait for an answer.",
                count,
                body=plain(meeting.body.name),
            ),
            url_for("meetings.minutes", meeting_id=meeting.id, _anchor="comments"),
            meeting.on,
        )
        for meeting, count in waiting_comments()
        if may_run(person, meeting.body)
    ]
