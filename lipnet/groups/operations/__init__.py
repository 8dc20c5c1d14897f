"""The verbs of bodies, seats, appointments, alternates and terms of reference."""

from lipnet.groups.operations.alternates import ask_for_alternate, end_alternate, name_alternate
from lipnet.groups.operations.bodies import (
    RESERVED_SLUGS,
    call_kinds,
    choose_holder,
    establish_body,
    rename_body,
)
from lipnet.groups.operations.roster import bring_roster
from lipnet.groups.operations.seats import (
    add_seat,
    appoint,
    change_seat,
    end_appointment,
    remove_seat,
)
from lipnet.groups.operations.terms import draft_terms_of_reference, put_terms_in_force

__all__ = [
    "RESERVED_SLUGS",
    "add_seat",
    "appoint",
    "ask_for_alternate",
    "bring_roster",
    "call_kinds",
    "change_seat",
    "choose_holder",
    "draft_terms_of_reference",
    "end_alternate",
    "end_appointment",
    "establish_body",
    "name_alternate",
    "put_terms_in_force",
    "remove_seat",
    "rename_body",
]
