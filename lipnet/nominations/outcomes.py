"""How a call ended, told to who was appointed on a recommendation and to who was not, and to who
proposed the appointed."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.groups.models import Appointment, Body
from lipnet.nominations.letters import to_nominator
from lipnet.nominations.models import Call, Nomination


def appointed(event: Event) -> Iterable[Letter]:
    """To everybody who stood, in their own language, and to who proposed those appointed."""
    call = Call.get_or_none(Call.id == int(event.record_id))
    for nomination in _who_stood(call) if call else ():
        if nomination.appointment:
            yield from _to(nomination, _welcome)
            yield from to_nominator(nomination, nomination.appointment)
        elif nomination.stands:
            yield from thanks(nomination)


def thanks(nomination: Nomination) -> Iterable[Letter]:
    """To somebody who stood and was not appointed."""
    yield from _to(nomination, _thanks)


def nobody_was_chosen(nomination: Nomination) -> Iterable[Letter]:
    """The same where the seats stay vacant."""
    yield from _to(nomination, _nobody)


def _who_stood(call: Call) -> list[Nomination]:
    """All but those who were told already that they could not stand."""
    return [row for row in call.everybody if row.found != "not_eligible"]


def _to(nomination: Nomination, words) -> Iterable[Letter]:
    nominee = nomination.nominee
    if nominee.email and nominee.is_active:
        yield letter(nominee.email, nominee.language, lambda: words(nomination))


def _welcome(nomination: Nomination) -> tuple[str, str]:
    appointment: Appointment = nomination.appointment
    places = {"name": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    return _("You are appointed: %(body)s", **places), _(
        "Hello %(name)s,\n\n"
        "A committee read what was written and recommended you. You are appointed to a seat in "
        "this group: %(body)s.\n\n"
        "Your seat: %(seat)s\n"
        "Your term: from %(from_on)s to %(to_on)s\n\n"
        "The coordinator will write to you about the first meeting. Thank you for giving your "
        "time.\n",
        **places,
        seat=plain(appointment.seat.label),
        from_on=format_day(appointment.from_on),
        to_on=format_day(appointment.to_on),
    )


def _thanks(nomination: Nomination) -> tuple[str, str]:
    """Kind, without a rank or a reason, and with a door that is open."""
    places = {"name": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    return _("Thank you for standing: %(body)s", **places), _(
        "Hello %(name)s,\n\n"
        "Thank you for standing for a seat in this group: %(body)s. There were fewer seats than "
        "people who would have done well in them, and this time others were appointed.\n\n"
        "We would be glad to work with you. In our working groups you are welcome without an "
        "election: %(groups)s. Answer this letter or write to the coordinator, and we find the "
        "place that suits you.\n\n"
        "What you wrote is erased a year after the call closed.\n",
        **places,
        groups=_working_groups(),
    )


def _nobody(nomination: Nomination) -> tuple[str, str]:
    places = {"name": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    return _("Thank you for standing: %(body)s", **places), _(
        "Hello %(name)s,\n\n"
        "Thank you for standing for a seat in this group: %(body)s. The vote did not fill the seat "
        "this time, and it stays vacant for now.\n\n"
        "We would be glad to work with you. In our working groups you are welcome without an "
        "election: %(groups)s. Answer this letter or write to the coordinator, and we find the "
        "place that suits you.\n\n"
        "What you wrote is erased a year after the call closed.\n",
        **places,
        groups=_working_groups(),
    )


def _working_groups() -> str:
    groups = [plain(body.name) for body in Body.standing() if body.kind == "working_group"]
    return ", ".join(groups) if groups else _("ask us which are meeting now")
