"""The letters of a nomination: the question to the nominee, and how it ended."""

from collections.abc import Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_day, format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.groups.models import Appointment
from lipnet.nominations.models import Call, Nomination
from lipnet.people.models import Person


def question(event: Event, address: str) -> Iterable[Letter]:
    """To the nominee: who proposed them for what, and the link to answer. `address` is the
    site's. Nothing is sent if the answer is there already or the link was replaced."""
    nomination = Nomination.get_or_none(Nomination.id == int(event.record_id))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if nomination and link and not link.used_at and _reaches(nomination.nominee):
        nominee = nomination.nominee
        token = f"{links.signed(link)}?lang={nominee.language}"
        page = f"{address}/nominations/consent/{token}"
        yield letter(nominee.email, nominee.language, lambda: _question(nomination, link, page))


def outcome(event: Event) -> Iterable[Letter]:
    """To each person appointed, and to who proposed them."""
    call = Call.get_or_none(Call.id == int(event.record_id))
    acclamation = call and call.acclamation
    for row in acclamation.acclaimed_seats if acclamation else ():
        yield from to_appointed(row.nomination, row.appointment)


def _question(nomination: Nomination, link: OneTimeLink, page: str) -> tuple[str, str]:
    places = {"name": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    subject = _("You have been nominated: %(body)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "%(nominator)s has nominated you for a seat in this group: %(body)s (%(partnership)s). "
        "You stand only if you agree.\n\n"
        "Read what it is about, and say yes or no, at this address:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works once, until %(until)s. If you do not answer, "
        "you do not stand.\n",
        **places,
        nominator=nomination.nominator.name,
        partnership=_partnership(),
        address=page,
        until=format_moment(link.expires_at),
    )
    return subject, body


def to_appointed(nomination: Nomination, appointment: Appointment) -> Iterable[Letter]:
    nominee = nomination.nominee
    if _reaches(nominee):
        yield letter(nominee.email, nominee.language, lambda: _welcome(nomination, appointment))
    yield from to_nominator(nomination, appointment)


def to_nominator(nomination: Nomination, appointment: Appointment) -> Iterable[Letter]:
    """The same thanks in whichever way the seat was filled; nobody thanks themselves."""
    nominator = nomination.nominator
    if not nomination.is_own and _reaches(nominator):
        yield letter(nominator.email, nominator.language, lambda: _thanks(nomination, appointment))


def _welcome(nomination: Nomination, appointment: Appointment) -> tuple[str, str]:
    places = _particulars(nomination, appointment)
    subject = _("Welcome to a new seat: %(body)s", **places)
    if nomination.candidacies.exists():  # she stood in a ballot
        return subject, _elected(places)
    body = _(
        "Hello %(name)s,\n\n"
        "You are appointed to a seat in this group: %(body)s (%(partnership)s).\n\n"
        "Your seat: %(seat)s\n"
        "Your term: from %(from_on)s to %(to_on)s\n\n"
        "No more people stood than there were seats, so you were chosen by acclamation. The "
        "coordinator will write to you about the first meeting. Thank you for giving your time.\n",
        **places,
    )
    return subject, body


def _elected(places: dict) -> str:
    return _(
        "Hello %(name)s,\n\n"
        "You are appointed to a seat in this group: %(body)s (%(partnership)s).\n\n"
        "Your seat: %(seat)s\n"
        "Your term: from %(from_on)s to %(to_on)s\n\n"
        "You were elected by secret ballot. The coordinator will write to you about the first "
        "meeting. Thank you for giving your time.\n",
        **places,
    )


def _thanks(nomination: Nomination, appointment: Appointment) -> tuple[str, str]:
    places = {**_particulars(nomination, appointment), "nominator": nomination.nominator.name}
    subject = _("%(name)s is appointed: %(body)s", **places)
    body = _(
        "Hello %(nominator)s,\n\n"
        "%(name)s, whom you nominated, is appointed to a seat in this group: %(body)s "
        "(%(partnership)s).\n\n"
        "The seat: %(seat)s\n"
        "The term: from %(from_on)s to %(to_on)s\n\n"
        "Thank you for thinking of somebody.\n",
        **places,
    )
    return subject, body


def _particulars(nomination: Nomination, appointment: Appointment) -> dict:
    return {
        "name": nomination.nominee.name,
        "body": plain(nomination.call.body.name),
        "seat": plain(appointment.seat.label),
        "partnership": _partnership(),
        "from_on": format_day(appointment.from_on),
        "to_on": format_day(appointment.to_on),
    }


def _reaches(person: Person) -> bool:
    return bool(person.email) and person.is_active


def _partnership() -> str:
    return plain(partnership().name) or _("the partnership")
