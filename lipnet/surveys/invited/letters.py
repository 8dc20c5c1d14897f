"""The letters to people invited: the invitation and the reminder, each with the personal link."""

from collections.abc import Iterable

from lipnet.core import i18n
from lipnet.core.events import THE_PROGRAM, Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.surveys.invited import ledger
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.invited.operations import note_bounce
from lipnet.surveys.models import Survey


def invitation(event: Event, address: str) -> Iterable[Letter]:
    """To the person invited: what is asked, her link, what is recorded. `address` is the site's."""
    return _to_invitee(event, lambda invitee: _inviting(_places(invitee, address)))


def reminder(event: Event, address: str) -> Iterable[Letter]:
    """To who has not answered; whoever has gets none, and nothing notes which it was."""
    return _to_invitee(event, lambda invitee: _reminding(_places(invitee, address)))


def sample(survey: Survey, address: str, name: str) -> tuple[str, str]:
    """Subject and body as an invited person reads them, in the language being spoken."""
    return _inviting(_places_for(survey, name, "…", address))


def came_back(event: Event, reason: str) -> None:
    """The mail server refused the recipient at once."""
    invitee = _invitee_of(event)
    if invitee is not None:
        note_bounce(invitee, reason, by=THE_PROGRAM)


def _inviting(places: dict[str, str]) -> tuple[str, str]:
    opening = _(
        "Hello %(name)s,\n\n"
        "%(partnership)s asks you to answer its survey: %(title)s\n\n"
        "This is your personal link. It takes one answer, until the end of %(day)s:\n\n"
        "%(link)s\n\n"
        "Please do not pass it on.\n",
        **places,
    )
    subject = _("%(partnership)s asks you: %(title)s", **places)
    return subject, opening + "\n" + _what_is_recorded(places)


def _reminding(places: dict[str, str]) -> tuple[str, str]:
    opening = _(
        "Hello %(name)s,\n\n"
        "%(partnership)s asked you to answer its survey: %(title)s\n\n"
        "No answer has come by your personal link yet. It takes one, until the end of "
        "%(day)s:\n\n"
        "%(link)s\n\n"
        "Please do not pass it on.\n",
        **places,
    )
    return _("A reminder: %(title)s", **places), opening + "\n" + _what_is_recorded(places)


def _what_is_recorded(places: dict[str, str]) -> str:
    return _(
        "What is recorded: that your link was used, without the hour, so that it works once and "
        "you are not reminded. What you answer is kept apart from that, without your name, and "
        "nothing in it says that it is yours.\n\n"
        "Questions, or a lost link: %(contact)s\n\n"
        "If you do not want letters about this survey, open this address:\n\n"
        "%(stop)s\n",
        **places,
    )


def _to_invitee(event: Event, words) -> Iterable[Letter]:
    invitee = _invitee_of(event)
    if invitee is None or not _is_due(invitee):
        return
    known = invitee.language in i18n.catalogues()
    language = invitee.language if known else i18n.SOURCE_LANGUAGE
    yield letter(invitee.email, language, lambda: words(invitee))


def _invitee_of(event: Event) -> Invitee | None:
    return Invitee.get_or_none(Invitee.id == int(event.record_id))


def _is_due(invitee: Invitee) -> bool:
    return (
        invitee.sent_on is not None
        and invitee.may_be_written_to
        and invitee.survey.is_open
        and not ledger.is_used(invitee)
    )


def _places(invitee: Invitee, address: str) -> dict[str, str]:
    return _places_for(invitee.survey, invitee.name, ledger.token_of(invitee), address)


def _places_for(survey: Survey, name: str, token: str, address: str) -> dict[str, str]:
    door = f"{address}/s/{survey.slug}"
    return {
        "name": name,
        "partnership": plain(partnership().name) or _("the partnership"),
        "title": plain(survey.title),
        "day": format_day(survey.closes_on) if survey.closes_on else "…",
        "contact": survey.contact,
        "link": f"{door}/i/{token}",
        "stop": f"{door}/{i18n.language().tag}/i/{token}/stop",
    }
