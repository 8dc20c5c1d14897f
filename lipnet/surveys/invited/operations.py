"""Who is asked: choosing them, writing to them, reminding them, and forgetting them.

Nothing here knows who has answered, but for what the list already shows. Whether somebody still
needs a reminder is decided when the letter is written, and written down nowhere.
"""

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.people.models import folded_address
from lipnet.surveys.invited import ledger
from lipnet.surveys.invited.models import ByInvitation, Invitee, SpentInvitation
from lipnet.surveys.invited.rows import Row
from lipnet.surveys.models import Survey

CHOSEN = declare(
    "surveys.by_invitation",
    lazy("%(who)s chose that the survey is by invitation, one answer each."),
)
OPEN_TO_ALL = declare(
    "surveys.open_to_all", lazy("%(who)s chose that anybody with the address may answer.")
)
ADDED = declare("surveys.invitees_added", lazy("%(who)s put people on the list: %(count)s."))
REMOVED = declare("surveys.invitee_removed", lazy("%(who)s took somebody off the list."))
CORRECTED = declare("surveys.invitee_corrected", lazy("%(who)s corrected an entry of the list."))
INVITED = declare("surveys.invited", lazy("%(who)s sent an invitation to answer."))
REMINDED = declare("surveys.reminded", lazy("%(who)s reminded the people invited."))
ROUND = declare("surveys.reminder_round", lazy("%(who)s had the people invited reminded."))
BOUNCED = declare("surveys.invitation_bounced", lazy("A letter to an invited person came back."))
STOPPED = declare(
    "surveys.letters_stopped", lazy("An invited person asked for no more letters about the survey.")
)
REMINDER_SET = declare(
    "surveys.reminder_set", lazy("%(who)s changed when people are reminded by themselves.")
)
FORGOTTEN = declare(
    "surveys.invitees_forgotten", lazy("The list of the people invited was erased, as announced.")
)

MOST_INVITED = 5_000
ALREADY_OPEN = lazy(
    "The survey has been opened: who may answer was said to people and does not change any more."
)
NOT_BY_INVITATION = lazy("Anybody with the address may answer this survey: it has no list.")


@operation
def choose_who_answers(survey: Survey, *, by_invitation: bool, by) -> None:
    """While it is a draft: anybody with the address, or one answer from each person invited.

    Going back to anybody forgets the list. Raises Refusal once the survey was opened.
    """
    if not hold(survey).is_draft:
        raise Refusal(ALREADY_OPEN)
    if by_invitation:
        ByInvitation.get_or_create(survey=survey)
    else:
        ByInvitation.delete().where(ByInvitation.survey == survey).execute()
        Invitee.delete().where(Invitee.survey == survey).execute()
    record(CHOSEN if by_invitation else OPEN_TO_ALL, survey, by=by)


@operation
def add_invitees(survey: Survey, rows: list[Row], *, by) -> int:
    """Put these people on the list; one already there, by e-mail address, stays as she is.

    Returns how many were new. Raises Refusal if none was, or the list would grow too long.
    """
    _refuse_unless_running(survey)
    known = {row.folded_email for row in survey.invitees}
    new = {folded_address(row.email): row for row in reversed(rows)}
    new = {address: row for address, row in new.items() if address not in known}
    if not new:
        raise Refusal(lazy("Everybody named here is on the list already."), field="email")
    if len(known) + len(new) > MOST_INVITED:
        raise Refusal(lazy("A list holds at most 5,000 people."))
    for address, row in reversed(new.items()):
        Invitee.create(survey=survey, folded_email=address, **row._asdict())
    record(ADDED, survey, by=by, count=len(new))
    return len(new)


@operation
def remove_invitee(invitee: Invitee, *, by) -> None:
    """Take somebody off the list, as long as no letter was sent."""
    if hold(invitee).sent_on is not None:
        raise Refusal(lazy("The invitation has been sent, so this person stays on the list."))
    record(REMOVED, invitee.survey, by=by)
    invitee.delete_instance()


@operation
def correct_invitee(invitee: Invitee, row: Row, *, by) -> Invitee:
    """Another name, address or language; the address only before sending or after a bounce."""
    invitee = hold(invitee)
    address = folded_address(row.email)
    if address != invitee.folded_email:
        if invitee.sent_on is not None and invitee.bounced_on is None:
            raise Refusal(
                lazy("A letter went to this address. Note first that it came back."), field="email"
            )
        if Invitee.by_address(invitee.survey, address) is not None:
            raise Refusal(lazy("Somebody with this address is on the list."), field="email")
    invitee.name, invitee.email, invitee.language = row
    invitee.folded_email = address
    invitee.save()
    record(CORRECTED, invitee.survey, by=by)
    return invitee


@operation
def send_invitations(survey: Survey, *, by) -> int:
    """Write to everybody on the list who was not written to; returns to how many."""
    _refuse_unless_open(survey)
    unsent = list(survey.invitees.where(Invitee.sent_on.is_null()).order_by(Invitee.id))
    if not unsent:
        raise Refusal(lazy("Everybody on the list has been written to."))
    for invitee in unsent:
        _send(invitee, by)
    return len(unsent)


@operation
def send_again(invitee: Invitee, *, by) -> Invitee:
    """A new letter with a new link; the old link dies. It gives nobody a second answer."""
    invitee = hold(invitee)
    _refuse_unless_open(invitee.survey)
    if invitee.stopped_on is not None:
        raise Refusal(lazy("This person asked for no more letters about this survey."))
    if invitee.id in ledger.who_answered(invitee.survey, shown_only=True):
        raise Refusal(lazy("This person has answered."))
    _send(invitee, by)
    return invitee


@operation
def note_bounce(invitee: Invitee, reason: str, *, by) -> None:
    """The letter did not arrive: said by the mail server, or by a coordinator."""
    if hold(invitee).sent_on is None:
        raise Refusal(lazy("No letter has been sent to this person yet."))
    Invitee.update(bounced_on=clock.today(), bounce_reason=" ".join(reason.split())[:300]).where(
        Invitee.id == invitee.id
    ).execute()
    record(BOUNCED, invitee, by=by)


@operation
def stop_letters(invitee: Invitee, *, by) -> None:
    """The person asked for no more letters; her link goes on working."""
    stopped = Invitee.update(stopped_on=clock.today())
    stopped.where((Invitee.id == invitee.id) & Invitee.stopped_on.is_null()).execute()
    record(STOPPED, invitee, by=by)


@operation
def set_reminder(survey: Survey, days: int | None, *, by) -> None:
    """Remind by itself so many days before the last day; None for never."""
    _refuse_unless_running(survey)
    ByInvitation.update(remind_days=days).where(ByInvitation.survey == survey).execute()
    record(REMINDER_SET, survey, by=by, days=days)


@operation
def remind_invitees(survey: Survey, *, by) -> None:
    """Remind those who have not answered; at most once a day.

    Everybody not shown as having answered gets a line in the log. Who has answered meanwhile gets
    no letter: that is decided when it is written, and nothing here tells the two apart.
    """
    _refuse_unless_open(survey)
    rule = hold(ByInvitation.of(survey))
    if rule.reminded_on == clock.today():
        raise Refusal(lazy("People were reminded today. Please wait until tomorrow."))
    shown = ledger.who_answered(survey, shown_only=True)
    sent = survey.invitees.where(Invitee.sent_on.is_null(False)).order_by(Invitee.id)
    for invitee in sent:
        if invitee.may_be_written_to and invitee.id not in shown:
            record(REMINDED, invitee, by=by)
    ByInvitation.update(reminded_on=clock.today()).where(ByInvitation.id == rule.id).execute()
    record(ROUND, survey, by=by)


@operation
def forget_invitees(survey: Survey, *, by) -> None:
    """Erase the list and its marks, when the phrases are erased as well."""
    SpentInvitation.delete().where(SpentInvitation.survey == survey).execute()
    Invitee.delete().where(Invitee.survey == survey).execute()
    record(FORGOTTEN, survey, by=by)


def _send(invitee: Invitee, by) -> None:
    ledger.give_link(invitee)
    invitee.sent_on = clock.today()
    invitee.bounced_on, invitee.bounce_reason = None, ""
    invitee.save()
    record(INVITED, invitee, by=by)


def _refuse_unless_running(survey: Survey) -> None:
    if ByInvitation.of(survey) is None:
        raise Refusal(NOT_BY_INVITATION)
    if survey.is_closed:
        raise Refusal(lazy("The survey has closed, so its list stays as it is."))


def _refuse_unless_open(survey: Survey) -> None:
    _refuse_unless_running(survey)
    if not survey.is_open:
        raise Refusal(lazy("The survey is not open yet: letters go out once people can answer."))
