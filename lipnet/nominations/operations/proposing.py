"""A nomination: made, answered by the nominee, withdrawn."""

from collections.abc import Mapping
from datetime import timedelta

import peewee

from lipnet.core import clock, links
from lipnet.core.brought import Brought
from lipnet.core.db import db
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat, appointments_on
from lipnet.nominations.accompanying import may_be_withdrawn, use_up_links
from lipnet.nominations.meant import (
    NewNominee,
    check_not_reading,
    check_undecided,
    check_unsettled,
    person_of,
)
from lipnet.nominations.models import LINK_PURPOSE, Call, Nomination
from lipnet.nominations.nominators import check_nominator
from lipnet.nominations.operations.accompanying import give_links
from lipnet.nominations.operations.attaching import attach_file
from lipnet.nominations.seating import fillable_seats
from lipnet.nominations.statements import NOTHING, Said, kept_statement, kept_words
from lipnet.people.models import Person

NOMINATED = declare("nominations.nominated", lazy("%(who)s nominated somebody."))
STOOD = declare("nominations.stood", lazy("%(who)s stood for a seat."))
LINK_SENT = declare("nominations.link_sent", lazy("%(who)s sent the nominee a new link."))
ACCEPTED = declare("nominations.accepted", lazy("%(who)s accepted the nomination."))
DECLINED = declare("nominations.declined", lazy("%(who)s declined the nomination."))
ASKED_AGAIN = declare("nominations.asked_again", lazy("%(who)s had written too late for a call."))
WITHDRAWN = declare("nominations.withdrawn", lazy("%(who)s withdrew the nomination."))


@operation
def nominate(
    call: Call,
    nominee: Person | NewNominee,
    *,
    statement: str | Mapping[str, str],
    seat: Seat | None = None,
    lasts: timedelta = timedelta(days=14),
    by: Person,
) -> Nomination:
    """`by` proposes `nominee`, who is asked by a letter with a one-time link.

    `statement` says why, {tag: text}, each as long as the call allows; a plain text is in the
    language of `by`. Raises Refusal if the call is not open, the nominee is `by`, cannot be written
    to, already sits in the body or was nominated.
    """
    _check_open(call)
    person = person_of(nominee, by)
    if person == by:
        raise Refusal(lazy("To propose yourself, choose “I nominate myself”."), field="nominee")
    if not person.email:
        raise Refusal(
            lazy("We have no e-mail address for this person, so we cannot ask for consent."),
            field="nominee",
        )
    nomination = _put_forward(call, person, statement, seat, by)
    link = links.make(LINK_PURPOSE, nomination.id, lasts)
    record(NOMINATED, nomination, by=by, link=link.id)
    return nomination


@operation
def stand(
    call: Call,
    *,
    statement: str | Mapping[str, str],
    said: Said = NOTHING,
    seat: Seat | None = None,
    file: Brought | None = None,
    by: Person,
) -> Nomination:
    """`by` nominates themselves: accepted at once, since nobody else has to be asked."""
    _check_open(call)
    nomination = _put_forward(call, by, statement, seat, by)
    _note_acceptance(nomination, said)
    record(STOOD, nomination, by=by)
    if file:
        attach_file(nomination, file, by=by)
    return nomination


@operation
def ask_again(
    call: Call,
    *,
    statement: str | Mapping[str, str],
    said: Mapping | None = None,
    lasts: timedelta = timedelta(days=14),
    by: Person,
) -> Nomination:
    """`by` stood too late in an earlier call and is asked by letter whether that still holds.

    `said`, the columns of what they had said of themselves, stands in the form that asks them;
    what members may see, they choose anew.
    """
    _check_open(call)
    nomination = _put_forward(call, by, statement, None, by)
    if said:
        _note_said(nomination, {**said, "published": []})
    link = links.make(LINK_PURPOSE, nomination.id, lasts)
    record(ASKED_AGAIN, nomination, by=by, link=link.id)
    return nomination


@operation
def accept_nomination(
    link: OneTimeLink, *, said: Said = NOTHING, file: Brought | None = None, by: Person
) -> Nomination:
    """The nominee agrees to stand, by the link of the letter; this uses it up.

    `said` is what they say of themselves, and what of it members may see. An answer is taken until
    the call is decided, closed or not.
    """
    nomination = _answered_by(link, by)
    _note_acceptance(nomination, said)
    record(ACCEPTED, nomination, by=by)
    give_links(nomination, by=by)
    if file:
        attach_file(nomination, file, by=by)
    return nomination


@operation
def decline_nomination(link: OneTimeLink, *, by: Person) -> Nomination:
    """The nominee would rather not; no reason is asked. What they had said of themselves when they
    stood too late in an earlier call is erased."""
    nomination = _answered_by(link, by)
    nomination.declined_at = clock.now()
    nomination.save(only=[Nomination.declined_at])
    _note_said(nomination, kept_words(NOTHING))
    record(DECLINED, nomination, by=by)
    return nomination


@operation
def send_link_again(
    nomination: Nomination, *, lasts: timedelta = timedelta(days=14), by
) -> OneTimeLink:
    """A new link for a nominee who has not answered; the earlier one stops working."""
    check_undecided(nomination.call)
    if not nomination.is_waiting:
        raise Refusal(lazy("This nomination does not wait for an answer any more."))
    _use_up_links(nomination)
    link = links.make(LINK_PURPOSE, nomination.id, lasts)
    record(LINK_SENT, nomination, by=by, link=link.id)
    return link


@operation
def withdraw_nomination(nomination: Nomination, *, by) -> Nomination:
    """The nomination does not count any more, whether or not it was answered."""
    check_unsettled(nomination)
    if nomination.withdrawn_at or nomination.declined_at:
        raise Refusal(lazy("This nomination does not stand any more."))
    if not may_be_withdrawn(nomination):
        raise Refusal(lazy("The last day to withdraw is over."))
    nomination.withdrawn_at = clock.now()
    nomination.save(only=[Nomination.withdrawn_at])
    _use_up_links(nomination)
    use_up_links(nomination)
    record(WITHDRAWN, nomination, by=by)
    return nomination


def _check_open(call: Call) -> None:
    if call.is_draft:
        raise Refusal(lazy("This call has not been opened yet."))
    if not call.is_open:
        raise Refusal(lazy("This call is closed: nobody can be nominated any more."))


def _put_forward(
    call: Call, person: Person, statement: str | Mapping, seat: Seat | None, by: Person
) -> Nomination:
    check_nominator(call.body, by)
    if not person.is_active:
        raise Refusal(lazy("This person has left the partnership."), field="nominee")
    for one in (person, by):
        check_not_reading(call, one, "nominee")
    if _sits_elsewhere(call, person):
        raise Refusal(
            lazy("%(name)s already sits in this group.", name=person.name), field="nominee"
        )
    if seat is not None and seat not in call.seats:
        raise Refusal(lazy("This seat is not part of the call."), field="seat")
    words = kept_statement(statement, call.rules.statement_limit, language=by.language)
    try:
        with db.atomic():
            return Nomination.create(
                call=call, nominee=person, nominator=by, seat=seat, statement=words,
                made_at=clock.now(),
            )  # fmt: skip
    except peewee.IntegrityError:
        raise _already_nominated(person, by) from None


def _already_nominated(person: Person, by: Person) -> Refusal:
    if person == by:
        return Refusal(lazy("You have already been nominated in this call."))
    return Refusal(
        lazy(
            "%(name)s has already been nominated in this call. One nomination is enough: "
            "more do not count for more.",
            name=person.name,
        ),
        field="nominee",
    )


def _sits_elsewhere(call: Call, person: Person) -> bool:
    """Whether the person will still hold a seat of the body that is not about to be refilled."""
    free = {seat.id for seat in fillable_seats(call.body, call.closes_on)}
    held = appointments_on(call.body, call.closes_on)
    return any(row.person_id == person.id and row.seat_id not in free for row in held)


def _note_acceptance(nomination: Nomination, said: Said) -> None:
    nomination.accepted_at = clock.now()
    nomination.save(only=[Nomination.accepted_at])
    _note_said(nomination, kept_words(said))


def _note_said(nomination: Nomination, words: Mapping) -> None:
    for name, value in words.items():
        setattr(nomination, name, value)
    nomination.save(only=list(words))


def _answered_by(link: OneTimeLink, by: Person) -> Nomination:
    nomination = Nomination.get_or_none(Nomination.id == int(link.record_id))
    if link.purpose != LINK_PURPOSE or nomination is None or nomination.nominee != by:
        raise Refusal(links.EXPIRED)
    if not nomination.is_waiting or not by.is_active:
        raise Refusal(links.EXPIRED)
    check_undecided(nomination.call)
    links.use(link)
    return nomination


def _use_up_links(nomination: Nomination) -> None:
    OneTimeLink.update(used_at=clock.now()).where(
        OneTimeLink.id.in_(nomination.links.select(OneTimeLink.id)) & OneTimeLink.used_at.is_null()
    ).execute()
