"""Letters to people who nominate without an account, and to who had written too late."""

from collections.abc import Iterable
from datetime import datetime

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.nominations.models import Nomination
from lipnet.nominations.proposals import Proposal


def please_confirm(event: Event, address: str) -> Iterable[Letter]:
    """To the address that was written. Nothing a stranger wrote stands in it: nobody has shown
    yet whose address it is."""
    proposal = Proposal.get_or_none(Proposal.id == int(event.record_id))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if proposal and link and not link.used_at:
        page = f"{address}/calls/confirm/{links.signed(link)}?lang={proposal.language}"
        yield letter(
            proposal.email, proposal.language, lambda: _please_confirm(proposal, link, page)
        )


def ask_again(event: Event, address: str) -> Iterable[Letter]:
    """To who stood too late in an earlier call: whether that still holds."""
    nomination = Nomination.get_or_none(Nomination.id == int(event.record_id))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if nomination and link and not link.used_at and nomination.nominee.email:
        nominee = nomination.nominee
        page = f"{address}/nominations/consent/{links.signed(link)}?lang={nominee.language}"
        yield letter(
            nominee.email, nominee.language, lambda: _still_willing(nomination, link, page)
        )


def declined(event: Event) -> Iterable[Letter]:
    """To who wrote too late: it is not brought into a call."""
    proposal = Proposal.get_or_none(Proposal.id == int(event.particulars["proposal"]))
    if proposal is None:
        return
    person = proposal.nominator
    to = person.email if person else proposal.email
    if to:
        tag = person.language if person else proposal.language
        yield letter(to, tag, lambda: _declined(proposal))


def _please_confirm(proposal: Proposal, link: OneTimeLink, page: str) -> tuple[str, str]:
    places = {"body": plain(proposal.call.body.name)}
    subject = _("Please confirm your nomination: %(body)s", **places)
    body = _(
        "Hello,\n\n"
        "Somebody, we hope you, wrote a nomination for this group and gave this e-mail address: "
        "%(body)s (%(partnership)s). It counts only once you confirm it here:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works once, until %(until)s. If it was not you, do "
        "nothing: what was written is then erased.\n",
        **places,
        partnership=plain(partnership().name) or _("the partnership"),
        address=page,
        until=format_moment(_in_time(proposal, link)),
    )
    return subject, body


def _in_time(proposal: Proposal, link: OneTimeLink) -> datetime:
    """Until when a confirmation counts: who is late is only kept for the next call."""
    call = proposal.call
    return min(link.expires_at, call.last_moment) if call.is_open else link.expires_at


def _still_willing(nomination: Nomination, link: OneTimeLink, page: str) -> tuple[str, str]:
    places = {"name": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    subject = _("Do you still want to stand? %(body)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "You wanted to stand for a seat in this group, and a call had just closed: %(body)s. Now "
        "there is a new call. Say yes or no at this address:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works once, until %(until)s. If you do not answer, you "
        "do not stand.\n",
        **places,
        address=page,
        until=format_moment(link.expires_at),
    )
    return subject, body


def _declined(proposal: Proposal) -> tuple[str, str]:
    places = {"name": proposal.writer, "body": plain(proposal.call.body.name)}
    subject = _("Your late nomination: %(body)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "Thank you for the nomination you wrote for this group: %(body)s. It reached us after the "
        "call had closed, so we kept it for the next one.\n\n"
        "We are sorry: this time it does not go into a call. That is no judgement of anybody, or "
        "of what you wrote. Your words are now erased.\n\n"
        "There are other ways to work with us. Answer this letter or write to the coordinator: we "
        "would be glad to hear from you. When the next call opens, you are welcome to write "
        "again.\n",
        **places,
    )
    return subject, body
