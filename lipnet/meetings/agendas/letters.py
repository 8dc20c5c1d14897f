"""Letters about agendas, each in its reader's language."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.meetings.agendas.proposals import ProposedItem


def proposal_answered(event: Event, address: str) -> Iterable[Letter]:
    """To who proposed an item, unless she answered it herself."""
    proposal = ProposedItem.get_or_none(ProposedItem.id == int(event.record_id))
    if proposal is None or proposal.waits or proposal.person_id == event.actor_id:
        return
    person = proposal.person
    if person.email and person.is_active:
        page = f"{address.rstrip('/')}/meetings/proposals/{proposal.id}"
        yield letter(person.email, person.language, lambda: _answer(proposal, page))


def _answer(proposal: ProposedItem, page: str) -> tuple[str, str]:
    title = plain(proposal.title)
    if proposal.declined_because:
        return (
            _("Your item was declined: %(title)s", title=title),
            _(
                "The item that you proposed, “%(title)s”, does not come on the agenda:\n\n"
                "%(reason)s\n\n%(address)s",
                title=title, reason=proposal.declined_because, address=page,
            ),
        )  # fmt: skip
    meeting = proposal.item.meeting if proposal.item else proposal.meeting
    return (
        _("Your item is on the agenda: %(title)s", title=title),
        _(
            "The item that you proposed, “%(title)s”, is on the agenda of %(body)s of "
            "%(day)s.\n\n%(address)s",
            title=title, body=plain(meeting.body.name), day=format_day(meeting.on), address=page,
        ),
    )  # fmt: skip
