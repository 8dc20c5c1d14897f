"""The letter with the voting link."""

from collections.abc import Iterable

from lipnet.core.events import THE_PROGRAM, Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots.models import RollEntry
from lipnet.nominations.ballots.operations import note_bounce


def voting_link(event: Event, address: str) -> Iterable[Letter]:
    """To somebody on the roll: whether she has voted is not asked. `address` is the site's."""
    entry = RollEntry.get_or_none(RollEntry.id == int(event.record_id))
    if entry is None or not entry.ballot.is_open or not entry.person.email:
        return
    person = entry.person
    page = f"{address}/vote/{ledger.token_of(entry)}?lang={person.language}"
    yield letter(person.email, person.language, lambda: _voting_link(entry, page))


def came_back(event: Event, reason: str) -> None:
    entry = RollEntry.get_or_none(RollEntry.id == int(event.record_id))
    if entry is not None:
        note_bounce(entry, reason, by=THE_PROGRAM)


def _voting_link(entry: RollEntry, page: str) -> tuple[str, str]:
    call = entry.ballot.call
    places = {
        "name": entry.person.name,
        "title": plain(call.title),
        "body": plain(call.body.name),
        "partnership": plain(partnership().name) or _("the partnership"),
        "day": format_day(entry.ballot.closes_on),
        "page": page,
    }
    body = _(
        "Hello %(name)s,\n\n"
        "You may vote: %(title)s, %(body)s (%(partnership)s).\n\n"
        "This is your personal link. It takes one vote, until the end of %(day)s:\n\n"
        "%(page)s\n\n"
        "Please do not pass it on. The vote is secret; the page says what that means. After the "
        "count, the same link shows the outcome.\n",
        **places,
    )
    return _("Your vote: %(title)s", **places), body
