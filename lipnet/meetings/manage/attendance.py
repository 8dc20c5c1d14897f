"""Who is here: the members by tapping, the others by name."""

from flask import redirect, render_template, request, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings import choices, forms, operations
from lipnet.meetings.access import Can, attendee_to_remove, meeting_to_run
from lipnet.meetings.agendas.conflicts import conflicts_of
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import once_confirmed
from lipnet.meetings.models import Meeting
from lipnet.meetings.presence import (
    alternates_wanted,
    may_be_called_again,
    members_and_status,
    others_at,
    quorum_at,
    voting_at,
)
from lipnet.meetings.room.there import movements_at
from lipnet.meetings.words import quorum_words
from lipnet.people.models import Person


@bp.route("/<int:meeting_id>/attendance", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def attendance(meeting_id: int):
    found = meeting_to_run(meeting_id)
    members = members_and_status(found)
    form = forms.attendance_form(members)
    if form.carry_out(lambda: _record(found, members, form)):
        notice(_("Attendance is recorded."))
        return redirect(url_for("meetings.attendance", meeting_id=found.id), 303)
    return render_template(
        "meetings/attendance.html",
        meeting=found,
        form=form,
        fields=[(person, form[forms.field_of(person)]) for person, _row in members],
        others=others_at(found),
        **_meter(found),
        movements=movements_at(found),
        someone=found.held_at is not None,
        wanted=alternates_wanted(found),
        conflicts=[row for rows in conflicts_of(found).values() for row in rows],
        begun=found.on <= clock.today(),
        again=may_be_called_again(found),
        may_write=found.minutes_state == "draft" and not found.is_called_off,
    )


@bp.route("/<int:meeting_id>/attendance/others", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def add_attendee(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = forms.AttendeeForm()
    form.person.offer(choices.not_members(found), _("Nobody from the list"))
    form.alternate_for.offer(choices.members(found), _("Nobody"))
    page = url_for("meetings.attendance", meeting_id=found.id)
    if form.carry_out(lambda: _add(found, form)):
        notice(_("Added to the attendance."))
        return redirect(page, 303)
    return render_template(
        "meetings/form.html",
        form=form,
        heading=_("Add somebody to the attendance"),
        submit=_("Add to the attendance"),
        back=(_("Back to the attendance"), page),
        hints={
            "name": _("For somebody who is in no list here."),
            "alternate_for": _("Only for an alternate: the member whose place is taken."),
        },
    )


@bp.post("/<int:meeting_id>/attendance/alternates/<int:appointment_id>")
@requires(Can.RUN_MEETINGS)
def present_for(meeting_id: int, appointment_id: int):
    """The standing alternate of a member who is away came."""
    found = meeting_to_run(meeting_id)
    wanted = {row.id: (came, row.person) for came, row in alternates_wanted(found)}
    if appointment_id not in wanted:
        raise NotFound
    came, member = wanted[appointment_id]
    operations.add_attendee(found, status="alternate", person=came, alternate_for=member, by=me())
    notice(_("Added to the attendance."))
    return redirect(url_for("meetings.attendance", meeting_id=found.id), 303)


@bp.route("/attendance/<int:attendee_id>/remove", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def remove_attendee(attendee_id: int):
    attendee = attendee_to_remove(attendee_id)
    return once_confirmed(
        lambda: operations.remove_attendee(attendee, by=me()),
        heading=_("Take this person out of the attendance?"),
        quoted=attendee.shown_name,
        label=_("Take out"),
        done=_("Taken out of the attendance."),
        back=url_for("meetings.attendance", meeting_id=attendee.meeting_id),
    )


def _meter(meeting: Meeting) -> dict:
    """The quorum as saved, and its sentence for every number of people who could be there."""
    quorum, voting = quorum_at(meeting), voting_at(meeting)
    return {
        "quorum": quorum,
        "voting": voting,
        "represented": {row.alternate_for_id for row in meeting.attendances},
        "sentences": [quorum_words(quorum.needed, n) for n in range(len(voting) + 1)],
    }


def _record(meeting: Meeting, members, form) -> None:
    said = {person: form[forms.field_of(person)].data for person, _row in members}
    statuses = {person: status for person, status in said.items() if status}
    if request.form.get("rest") == "present":
        statuses |= dict.fromkeys(_unmarked(meeting, said), "present")
    operations.record_attendance(meeting, statuses, by=me())


def _unmarked(meeting: Meeting, said: dict) -> list[Person]:
    """Of whom nothing is said yet, and in whose place nobody sits."""
    replaced = {row.alternate_for_id for row in meeting.attendances}
    return [person for person, told in said.items() if not told and person.id not in replaced]


def _add(meeting: Meeting, form: forms.AttendeeForm):
    return operations.add_attendee(
        meeting,
        status=form.status.data,
        person=Person.get_or_none(Person.id == form.person.data),
        name=form.name.data or "",
        alternate_for=Person.get_or_none(Person.id == form.alternate_for.data),
        by=me(),
    )
