"""A committee of people who do not stand: named, reading, stepping back, recommending."""

import peewee

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat
from lipnet.nominations.meant import check_undecided
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.reviewing import (
    MARKS,
    Reading,
    Recommendation,
    RecommendedSeat,
    Recusal,
    Reviewer,
    involved_in,
    reviewer_of,
)
from lipnet.people.models import Person

NAMED = declare("nominations.reviewer_named", lazy("%(who)s named somebody to the committee."))
LEFT = declare("nominations.reviewer_left", lazy("%(who)s took somebody off the committee."))
RECUSED = declare("nominations.recused", lazy("%(who)s stepped back from this nomination."))
READ = declare("nominations.read", lazy("%(who)s read this nomination for the committee."))
RECOMMENDED = declare("nominations.recommended", lazy("%(who)s recorded a recommendation."))


@operation
def name_reviewer(call: Call, person: Person, *, by) -> Reviewer:
    """`person` reads the nominations of `call`; raises Refusal if they stand in it, nominated or
    were asked to support somebody."""
    check_undecided(call)
    if person.id in involved_in(call):
        raise Refusal(
            lazy(
                "%(name)s stands, nominated or was asked to support somebody in this call.",
                name=person.name,
            ),
            field="person",
        )
    try:
        with db.atomic():
            reviewer = Reviewer.create(call=call, person=person, named_at=clock.now())
    except peewee.IntegrityError:
        raise Refusal(lazy("This person is on the committee already."), field="person") from None
    record(NAMED, call, by=by, person=person.id)
    return reviewer


@operation
def release_reviewer(reviewer: Reviewer, *, by) -> None:
    """Take somebody off the committee; refused once they have read or stepped back."""
    check_undecided(reviewer.call)
    if reviewer.readings.exists() or reviewer.recusals.exists():
        raise Refusal(lazy("Who has read or stepped back stays on the record of the committee."))
    reviewer.delete_instance()
    record(LEFT, reviewer.call, by=by, person=reviewer.person_id)


@operation
def recuse(nomination: Nomination, *, reason: str, by: Person) -> Recusal:
    """`by` steps back from one nomination; what they noted on it before is let go."""
    reviewer = _reviewing(nomination, by)
    if not reason.strip():
        raise Refusal(lazy("Say in a few words why you step back."), field="reason")
    Reading.delete().where(
        (Reading.reviewer == reviewer) & (Reading.nomination == nomination)
    ).execute()
    recusal = Recusal.create(
        reviewer=reviewer, nomination=nomination, reason=reason.strip(), recused_at=clock.now()
    )
    record(RECUSED, nomination, by=by)
    return recusal


@operation
def read_nomination(
    nomination: Nomination,
    *,
    marks: dict[str, int],
    notes: dict[str, str] | None = None,
    note: str = "",
    by: Person,
) -> Reading:
    """Note how well each seat of the call would suit: `marks` is {seat id as text: 0 to 3}, `notes`
    {seat id as text: what was found of what is looked for}, `note` a word on the whole.

    Reading again changes what was noted; the first marks stay beside it. Raises Refusal unless
    `by` is on the committee and has not stepped back, the call is closed and undecided, and the
    nomination counts.
    """
    reviewer = _reviewing(nomination, by)
    if not nomination.call.is_closed:
        raise Refusal(lazy("The committee reads once the call is closed."))
    if nomination not in nomination.call.candidates:
        raise Refusal(lazy("This nomination does not stand any more."))
    if set(marks) != {str(seat.id) for seat in nomination.call.seats}:
        raise Refusal(lazy("This seat is not part of the call."))
    if not set(notes or {}) <= set(marks):
        raise Refusal(lazy("This seat is not part of the call."))
    if not set(marks.values()) <= set(MARKS):
        raise Refusal(lazy("Choose one of the marks."))
    reading = reviewer.reading_of(nomination) or Reading(
        reviewer=reviewer, nomination=nomination, first_marks=marks
    )
    reading.marks, reading.note, reading.read_at = marks, note.strip(), clock.now()
    reading.notes = {seat: text.strip() for seat, text in (notes or {}).items() if text.strip()}
    reading.save()
    record(READ, nomination, by=by)
    return reading


@operation
def recommend(
    call: Call, seats: dict[Nomination, Seat], *, report: str, by: Person
) -> Recommendation:
    """The committee recommends each nomination for its seat; an earlier one is replaced.

    Raises Refusal unless `by` is on the committee, everybody on it has read or stepped back from
    every candidate, each recommended person was read by somebody, `by` has stepped back from none
    of them, and no seat is given twice.
    """
    check_undecided(call)
    if not call.is_closed:
        raise Refusal(lazy("The committee reads once the call is closed."))
    if reviewer_of(call, by) is None:
        raise Refusal(lazy("Only the committee recommends."))
    _check_read(call, seats)
    _check_seats(call, seats)
    _check_not_recused(seats, by)
    if not report.strip():
        raise Refusal(lazy("Say in a few words what speaks for this choice."), field="report")
    _let_go_of_earlier(call)
    recommendation = Recommendation.create(
        call=call, report=report.strip(), made_at=clock.now(), by=by
    )
    for nomination, seat in seats.items():
        RecommendedSeat.create(recommendation=recommendation, nomination=nomination, seat=seat)
    record(RECOMMENDED, call, by=by)
    return recommendation


def _reviewing(nomination: Nomination, by: Person) -> Reviewer:
    check_undecided(nomination.call)
    reviewer = reviewer_of(nomination.call, by)
    if reviewer is None:
        raise Refusal(lazy("You are not on the committee of this call."))
    if reviewer.is_recused_from(nomination):
        raise Refusal(lazy("You have stepped back from this nomination."))
    return reviewer


def _check_read(call: Call, seats: dict[Nomination, Seat]) -> None:
    if any(reviewer.still_to_read for reviewer in call.reviewers):
        raise Refusal(lazy("Not everybody on the committee has read every nomination yet."))
    if any(not nomination.readings.exists() for nomination in seats):
        raise Refusal(lazy("Nobody on the committee has read one of these nominations."))


def _check_not_recused(seats: dict[Nomination, Seat], by: Person) -> None:
    """Who stepped back from somebody does not recommend them either."""
    for nomination in seats:
        if nomination.recusals.join(Reviewer).where(Reviewer.person == by).exists():
            raise Refusal(
                lazy(
                    "You have stepped back from %(name)s. Somebody else on the committee records "
                    "a recommendation that names them.",
                    name=nomination.nominee.name,
                )
            )


def _check_seats(call: Call, seats: dict[Nomination, Seat]) -> None:
    if not seats:
        raise Refusal(lazy("Recommend at least one person."))
    if not set(seats) <= set(call.candidates):
        raise Refusal(lazy("Who stands has changed. Look at the list again."))
    chosen = [seat.id for seat in seats.values()]
    if len(set(chosen)) != len(chosen):
        raise Refusal(lazy("Two candidates have the same seat. Give each a seat of their own."))
    if not set(chosen) <= {seat.id for seat in call.seats}:
        raise Refusal(lazy("This seat is not part of the call."))


def _let_go_of_earlier(call: Call) -> None:
    earlier = call.recommendations.first()
    if earlier:
        RecommendedSeat.delete().where(RecommendedSeat.recommendation == earlier).execute()
        earlier.delete_instance()
