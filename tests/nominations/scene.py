"""A group with vacant seats, a call for them, and people nominated: made by the operations."""

from datetime import date, timedelta

from lipnet.core import clock
from lipnet.core.links import OneTimeLink
from lipnet.groups.models import Body, Seat
from lipnet.groups.operations import add_seat, establish_body
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    accept_nomination,
    ask_to_second,
    close_call,
    nominate,
    open_call,
    second_nomination,
    write_call,
)
from lipnet.nominations.seconds import Second
from lipnet.nominations.statements import SHOWABLE, Said
from tests import cast

USUAL = Rules()
WHY = "She has welcomed newcomers at the library for ten years."
WORK = "Evening language classes with child care."
SHOWN = Said(interests=WORK, published=("statement", "interests"))
EVERYTHING = Said(
    interests=WORK,
    skills="Bookkeeping in three languages.",
    lived=("refugee", "youth"),
    organisation="Tuesday Circle",
    endorser="Ruth Obi",
    conflict="some",
    conflict_about="My sister rents a hall to us.",
    accommodations="A room without stairs.",
    published=tuple(SHOWABLE),
)


def committee(*, seats: int = 2, by) -> Body:
    """A steering committee whose seats are all vacant."""
    body = establish_body(
        kind="steering",
        name={"en": "Steering Committee", "fr": "Comité directeur"},
        purpose={"en": "Guides the partnership between meetings of the council."},
        by=by,
    )
    for number in range(1, seats + 1):
        add_seat(body, label={"en": f"Health {number}"}, sector="health", by=by)
    return body


def seats_of(body: Body) -> list[Seat]:
    return body.seats_on(clock.today())


def draft(body: Body, *, closes_on: date | None = None, rules: Rules = USUAL, by) -> Call:
    """A call for every seat of the body."""
    return write_call(
        body,
        title={"en": "Join the steering committee", "fr": "Siégez au comité directeur"},
        text={"en": "We meet **six times** a year."},
        seats={seat: {"en": "Works in health"} for seat in seats_of(body)},
        opens_on=clock.today(),
        closes_on=closes_on or clock.today() + timedelta(days=21),
        rules=rules,
        by=by,
    )


def opened(*, seats: int = 2, rules: Rules = USUAL, by) -> Call:
    """An open call for the vacant seats of a new committee."""
    return open_call(draft(committee(seats=seats, by=by), rules=rules, by=by), by=by)


def nominated(call: Call, nominee, *, by, **particulars) -> Nomination:
    return nominate(call, nominee, statement=WHY, by=by, **particulars)


def link_of(nomination: Nomination) -> OneTimeLink:
    """The link the nominee's letter brings."""
    return nomination.open_link


def accepted(call: Call, nominee, *, by, **particulars) -> Nomination:
    """A nomination whose nominee has agreed to stand and to be shown."""
    nomination = nominated(call, nominee, by=by, **particulars)
    return accept_nomination(link_of(nomination), said=SHOWN, by=nomination.nominee)


def closed(*, seats: int = 2, nominees=(), nominator, by) -> Call:
    """A closed call in which `nominees` accepted."""
    call = opened(seats=seats, by=by)
    for nominee in nominees:
        accepted(call, nominee, by=nominator)
    return close_call(call, by=by)


def asked_to_second(nomination: Nomination, name: str = "Ines Roy", *, by) -> Second:
    """Somebody of an organisation of their own is asked."""
    of = cast.organisation(f"{name}'s organisation", sector="health")
    address = f"{name.split()[0].lower()}@seconds.example"
    return ask_to_second(nomination, NewNominee(name, address, "fr"), of, by=by)


def seconded(nomination: Nomination, name: str = "Ines Roy", *, by) -> Second:
    asked = asked_to_second(nomination, name, by=by)
    return second_nomination(asked.open_link, by=asked.person)
