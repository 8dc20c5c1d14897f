"""The letter that asks somebody to name an alternate."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.groups.alternates.models import AlternateRequest
from lipnet.groups.models import Appointment


def asking(event: Event, address: str) -> Iterable[Letter]:
    """To the one appointed, unless an alternate was named before the letter could be written."""
    row = Appointment.get_or_none(Appointment.id == int(event.record_id))
    asked = row and AlternateRequest.get_or_none(AlternateRequest.appointment == row)
    if asked and row.person.email and row.person.is_active:
        yield letter(row.person.email, row.person.language, lambda: _words(row, address))


def _words(row: Appointment, address: str) -> tuple[str, str]:
    group = plain(row.seat.body.name)
    subject = _("Who could come in your place? %(group)s", group=group)
    body = _(
        "Hello %(name)s,\n\n"
        "You sit in %(group)s (%(seat)s). When you cannot come, somebody could come in your "
        "place, so that your voice is heard and there are enough people to decide.\n\n"
        "Please name this person here, or answer this letter with a name:\n\n"
        "%(address)s\n\n"
        "Thank you.\n",
        name=row.person.name,
        group=group,
        seat=plain(row.seat.label),
        address=f"{address}/groups/{row.seat.body.slug}/appointments/{row.id}/alternate",
    )
    return subject, body
