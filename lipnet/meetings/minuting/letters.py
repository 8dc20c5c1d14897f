"""The letter to who sent the minutes round: a member commented."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.meetings.models import Meeting


def minutes_commented(event: Event, address: str) -> Iterable[Letter]:
    """After the first comment of a day. What it says stays on the page: it may be confidential."""
    meeting = Meeting.get_or_none(Meeting.id == int(event.record_id))
    sent = meeting and meeting.circulation
    keeper = sent and sent.by
    if not keeper or not event.particulars["tells"] or keeper.id == event.actor_id:
        return
    if keeper.email and keeper.is_active:
        page = f"{address.rstrip('/')}/meetings/{meeting.id}/minutes#comments"
        yield letter(keeper.email, keeper.language, lambda: _words(meeting, page))


def _words(meeting: Meeting, page: str) -> tuple[str, str]:
    places = {"body": plain(meeting.body.name), "day": format_day(meeting.on), "address": page}
    return (
        _("Comment on the minutes of %(body)s, %(day)s", **places),
        _(
            "A member commented on the minutes of %(body)s of %(day)s. Read it and answer it here:"
            "\n\n%(address)s\n\nIf there are more comments today, they wait on the same page; you "
            "get no other letter.",
            **places,
        ),
    )
