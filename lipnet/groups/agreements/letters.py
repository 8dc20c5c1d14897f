"""The letter that reminds coordinators of what is owed."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.permissions import Role
from lipnet.groups.agreements.models import Obligation
from lipnet.groups.agreements.words import due_sentence
from lipnet.people.models import Person, RoleGrant


def reminder(event: Event, address: str) -> Iterable[Letter]:
    """To each coordinator; not if it was sent meanwhile."""
    obligation = Obligation.get_or_none(Obligation.id == int(event.record_id))
    if obligation is None or not obligation.is_open:
        return
    for person in _coordinators():
        yield letter(person.email, person.language, lambda: _words(obligation, address))


def _coordinators() -> list[Person]:
    rows = Person.select().join(RoleGrant).where(RoleGrant.role == Role.COORDINATOR)
    return [person for person in rows if person.email and person.is_active]


def _words(obligation: Obligation, address: str) -> tuple[str, str]:
    place = f"/agreements/{obligation.agreement_id}/obligations/{obligation.id}"
    return (
        _subject(obligation),
        _(
            "%(sentence)s\n\n"
            "Once it is sent, note the day and attach what shows it:\n\n%(address)s",
            sentence=due_sentence(obligation),
            address=f"{address.rstrip('/')}{place}",
        ),
    )


def _subject(obligation: Obligation) -> str:
    if obligation.is_overdue:
        return due_sentence(obligation)
    return _(
        "Owed to the funder by %(day)s: %(what)s",
        day=format_day(obligation.due_on),
        what=plain(obligation.what),
    )
