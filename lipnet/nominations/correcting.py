"""What a nominee is asked whose nomination was returned, and the letters about who can stand."""

from collections.abc import Iterable

from wtforms import TextAreaField
from wtforms.validators import InputRequired

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.forms import Form
from lipnet.core.i18n import format_moment, lazy
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.nominations.eligibility import CORRECTION_PURPOSE, EligibilityFinding, latest
from lipnet.nominations.models import Nomination
from lipnet.nominations.public_words import SAY_WHAT_CHANGED
from lipnet.nominations.statements import tongue_of


class CorrectionForm(Form):
    answer = TextAreaField(
        lazy("What has changed, or what do you want to tell us?"),
        [InputRequired(SAY_WHAT_CHANGED)],
    )
    words = TextAreaField(lazy("Your own words, as we have them"))


def own_words(nomination: Nomination) -> str:
    """What the nominee wrote: why they stand, or what they want to work on."""
    if not nomination.is_own:
        return nomination.interests
    statement = nomination.statement
    return statement.get(tongue_of(statement, nomination.nominee.language), "")


def finding_to_correct(token: str) -> EligibilityFinding:
    """What the holder of a link may correct; raises Refusal if it cannot be any more."""
    link = links.read(token, CORRECTION_PURPOSE)
    found = EligibilityFinding.get_or_none(EligibilityFinding.id == int(link.record_id))
    if found is None or found.corrected_at or not found.nomination.stands:
        raise Refusal(links.EXPIRED)
    if latest(found.nomination) != found or found.nomination.call.is_decided:
        raise Refusal(links.EXPIRED)
    return found


def returned(event: Event, address: str) -> Iterable[Letter]:
    """To the nominee: what is missing, and the link by which to correct it."""
    found = EligibilityFinding.get_or_none(EligibilityFinding.id == event.particulars["finding"])
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if found and link and not link.used_at:
        tag = found.nomination.nominee.language
        page = f"{address}/calls/correct/{links.signed(link)}?lang={tag}"
        yield from _to_nominee(found, lambda: _please_correct(found, link, page))


def not_eligible(event: Event) -> Iterable[Letter]:
    """To the nominee: that they cannot stand, why, and that we would still like to hear."""
    found = EligibilityFinding.get_or_none(EligibilityFinding.id == event.particulars["finding"])
    if found:
        yield from _to_nominee(found, lambda: _sorry(found))


def _to_nominee(found: EligibilityFinding, words) -> Iterable[Letter]:
    nominee = found.nomination.nominee
    if nominee.email and nominee.is_active:
        yield letter(nominee.email, nominee.language, words)


def _please_correct(found: EligibilityFinding, link: OneTimeLink, page: str) -> tuple[str, str]:
    places = _particulars(found)
    subject = _("Please correct your nomination: %(body)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "You stand for a seat in this group: %(body)s. Something must be corrected first:\n\n"
        "%(reason)s\n\n"
        "Correct it, or answer, at this address:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works once, until %(until)s.\n",
        **places,
        address=page,
        until=format_moment(link.expires_at),
    )
    return subject, body


def _sorry(found: EligibilityFinding) -> tuple[str, str]:
    places = _particulars(found)
    subject = _("Your nomination: %(body)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "Thank you for standing for a seat in this group: %(body)s. We are sorry: in this call "
        "you cannot stand. The reason:\n\n"
        "%(reason)s\n\n"
        "If you think this is a mistake, answer this letter or write to the coordinator. We would "
        "be glad to work with you in another way.\n",
        **places,
    )
    return subject, body


def _particulars(found: EligibilityFinding) -> dict[str, str]:
    nomination = found.nomination
    return {
        "name": nomination.nominee.name,
        "body": plain(nomination.call.body.name),
        "reason": found.reason,
    }
