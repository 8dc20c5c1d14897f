"""What a motion makes binding on the floors below."""

from collections.abc import Iterable

from lipnet.core import thread
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Appointment, Body, TermsOfReference
from lipnet.groups.operations import put_terms_in_force
from lipnet.meetings.checks import refuse_unless_it_stands
from lipnet.meetings.models import AppointmentRatification, Motion, TermsAdoption
from lipnet.meetings.resolved import bodies_over

TERMS_ADOPTED = declare(
    "meetings.terms_adopted", lazy("The terms of reference were adopted by motion %(number)s.")
)
RATIFIED = declare(
    "meetings.appointment_ratified", lazy("The appointment was ratified by motion %(number)s.")
)


@operation
def adopt_terms(terms: TermsOfReference, *, motion: Motion, by) -> TermsAdoption:
    """The motion puts the terms in force from its own day.

    Raises Refusal if they are adopted already, or the motion did not carry or is of a body that
    does not decide for this one.
    """
    if TermsAdoption.get_or_none(TermsAdoption.terms == terms):
        raise Refusal(lazy("These terms of reference have been adopted already."))
    _check_motion(motion, terms.body)
    if terms.in_force_from is None:
        put_terms_in_force(terms, on=motion.on, by=by)
    adoption = TermsAdoption.create(terms=terms, motion=motion)
    thread.tie(motion, terms, by=by)
    record(TERMS_ADOPTED, terms, by=by, number=motion.number)
    return adoption


@operation
def ratify_appointment(appointment: Appointment, *, motion: Motion, by) -> AppointmentRatification:
    """The motion ratifies the appointment; refused twice, or as for `adopt_terms`."""
    known = AppointmentRatification.get_or_none(AppointmentRatification.appointment == appointment)
    if known:
        raise Refusal(lazy("This appointment has been ratified already."))
    _check_motion(motion, appointment.seat.body)
    ratification = AppointmentRatification.create(appointment=appointment, motion=motion)
    thread.tie(motion, appointment, by=by)
    record(RATIFIED, appointment, by=by, number=motion.number)
    return ratification


@operation
def ratify_appointments(
    appointments: Iterable[Appointment], *, motion: Motion, by
) -> list[AppointmentRatification]:
    """One motion ratifies all of these that no motion has ratified yet; refused if none is left."""
    known = AppointmentRatification.select(AppointmentRatification.appointment)
    ratified = {row.appointment_id for row in known}
    left = [row for row in appointments if row.id not in ratified]
    if not left:
        raise Refusal(lazy("Every one of these appointments has been ratified already."))
    return [ratify_appointment(row, motion=motion, by=by) for row in left]


def _check_motion(motion: Motion | None, body: Body) -> None:
    if motion is None:
        raise Refusal(lazy("Choose the motion."), field="motion")
    if motion.body not in bodies_over(body):
        raise Refusal(
            lazy("Choose a motion of this body, of one above it, or of the council."),
            field="motion",
        )
    refuse_unless_it_stands(motion)
