"""The verbs of bodies, seats, appointments, alternates and terms of reference; what is asked of
alternates and of the further clauses by upper floors."""

from lipnet.groups.alternates.models import alternate_seats_of, alternates_on
from lipnet.groups.holding import terms_of
from lipnet.groups.operations.alternates import ask_for_alternate, end_alternate, name_alternate
from lipnet.groups.operations.bodies import (
    RESERVED_SLUGS,
    call_kinds,
    choose_holder,
    dissolve_body,
    establish_body,
    rename_body,
)
from lipnet.groups.operations.hats import sit_for
from lipnet.groups.operations.roster import bring_roster
from lipnet.groups.operations.seat_roles import give_role
from lipnet.groups.operations.seats import (
    add_seat,
    appoint,
    change_seat,
    end_appointment,
    remove_seat,
)
from lipnet.groups.operations.service import allow_another_term
from lipnet.groups.operations.terms import draft_terms_of_reference, put_terms_in_force
from lipnet.groups.terms.between import CARRYING_NAMES, BetweenMeetings, between_meetings_on
from lipnet.groups.terms.models import NOMINATOR_NAMES, clauses_on
from lipnet.groups.terms.service import (
    cap_on,
    exception_for,
    has_reached_cap,
    may_make_exception,
    unused_exceptions,
    who_reached_cap,
)

__all__ = [
    "CARRYING_NAMES",
    "BetweenMeetings",
    "NOMINATOR_NAMES",
    "RESERVED_SLUGS",
    "add_seat",
    "allow_another_term",
    "alternate_seats_of",
    "alternates_on",
    "appoint",
    "ask_for_alternate",
    "between_meetings_on",
    "bring_roster",
    "call_kinds",
    "cap_on",
    "change_seat",
    "choose_holder",
    "clauses_on",
    "dissolve_body",
    "draft_terms_of_reference",
    "end_alternate",
    "end_appointment",
    "establish_body",
    "exception_for",
    "give_role",
    "has_reached_cap",
    "may_make_exception",
    "name_alternate",
    "put_terms_in_force",
    "remove_seat",
    "rename_body",
    "sit_for",
    "terms_of",
    "unused_exceptions",
    "who_reached_cap",
]
