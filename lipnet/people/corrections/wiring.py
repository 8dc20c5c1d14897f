"""How the corrections of one's own entry join the people: letters, what waits, what is erased."""

from functools import partial

from flask import Flask, url_for

from lipnet.core import jobs, mail, web
from lipnet.core.events import THE_PROGRAM
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.web import Waiting
from lipnet.people import operations
from lipnet.people.access import Can
from lipnet.people.corrections import letters, pages
from lipnet.people.corrections.models import AddressChange, OrganisationWish
from lipnet.people.models import Person
from lipnet.people.operations.corrections import ADDRESS_ASKED, ADDRESS_CHANGED, ADDRESS_NOTICED

AN_HOUR = 3600
PAGES = (pages,)  # puts its pages on the blueprint of people


def wire(app: Flask) -> None:
    address = app.config["LIPNET"].site.address.rstrip("/")
    mail.on_event(ADDRESS_ASKED, partial(letters.to_the_new, address=address))
    mail.on_event(ADDRESS_NOTICED, partial(letters.to_the_present, address=address))
    mail.on_event(ADDRESS_CHANGED, letters.to_the_former)
    jobs.register("addresses not confirmed", AN_HOUR, lambda _config: forget_what_is_over())
    web.waiting_from(waiting_for)


def forget_what_is_over() -> int:
    over = AddressChange.over()
    for change in over:
        operations.forget_address_change(change, by=THE_PROGRAM)
    return len(over)


def waiting_for(person: Person) -> list[Waiting]:
    """Whose organisation is to be put right, for the coordinators."""
    if not may(person, Can.MANAGE_PEOPLE):
        return []
    rows = OrganisationWish.select(OrganisationWish, Person).join(Person)
    return [
        Waiting(
            _("%(name)s asks you to put the organisation right: %(text)s", name=row.person.name,
              text=row.text),
            url_for("people.edit_person", person_id=row.person_id),
            row.asked_at.date(),
        )
        for row in rows.order_by(OrganisationWish.id)
    ]  # fmt: skip
