"""The letter with the voting link, and that to the scrutineers once the ballot is counted."""

from collections.abc import Iterable

from lipnet.core.events import THE_PROGRAM, Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.nominations.ballots import ledger, outcomes
from lipnet.nominations.ballots.models import Ballot, RollEntry, Scrutineer
from lipnet.nominations.ballots.operations import note_bounce


def voting_link(event: Event, address: str) -> Iterable[Letter]:
    """To somebody on the roll: whether she has voted is not asked. `address` is the site's."""
    entry = RollEntry.get_or_none(RollEntry.id == int(event.record_id))
    if entry is None or not entry.ballot.is_open or not entry.person.email:
        return
    person = entry.person
    page = f"{address}/vote/{ledger.token_of(entry)}?lang={person.language}"
    yield letter(person.email, person.language, lambda: _voting_link(entry, page))


def to_scrutineers(event: Event, address: str) -> Iterable[Letter]:
    """To whoever has not signed yet, once no lot is awaited. `address` is the site's."""
    ballot = Ballot.get_or_none(Ballot.id == int(event.record_id))
    if ballot and outcomes.awaited_lot(ballot.count):
        return
    for row in ballot.scrutineers.where(Scrutineer.signed_on.is_null()) if ballot else ():
        if row.person.email:
            page = f"{address}/nominations/ballots/{ballot.id}"
            yield letter(
                row.person.email,
                row.person.language,
                lambda row=row, page=page: _to_scrutineer(row, page),
            )


def came_back(event: Event, reason: str) -> None:
    entry = RollEntry.get_or_none(RollEntry.id == int(event.record_id))
    if entry is not None:
        note_bounce(entry, reason, by=THE_PROGRAM)


def _to_scrutineer(row: Scrutineer, page: str) -> tuple[str, str]:
    call = row.ballot.call
    places = {
        "name": row.person.name,
        "title": plain(call.title),
        "body": plain(call.body.name),
        "page": page,
    }
    body = _(
        "Hello %(name)s,\n\n"
        "The secret ballot is counted: %(title)s, %(body)s. You are one of its two scrutineers. "
        "Please fetch the ballot file, count it anew and sign whether the outcome is the same:\n\n"
        "%(page)s\n\n"
        "Keep the file to yourself, and delete it afterwards: a ranking can show whose it is.\n",
        **places,
    )
    return _("Please check the count: %(title)s", **places), body


def _voting_link(entry: RollEntry, page: str) -> tuple[str, str]:
    subject, body = _your_vote(entry, page)
    if not entry.ballot.losses.exists():
        return subject, body
    said = _(
        "The votes cast before were lost when the server was brought back from a backup. Please "
        "vote again, also if you had voted. We are sorry."
    )
    return subject, f"{said}\n\n{body}"


def _your_vote(entry: RollEntry, page: str) -> tuple[str, str]:
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
