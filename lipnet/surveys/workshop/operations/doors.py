"""An e-mailed link to one language of one survey, for somebody without an account."""

from datetime import timedelta

from lipnet.core import clock, links
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.models import Survey
from lipnet.surveys.workshop.models import DOOR_KINDS, LINK_PURPOSE, TranslationDoor
from lipnet.surveys.workshop.wording import questionnaire_worked_on

ASKED = declare(
    "surveys.translator_asked", lazy("%(who)s asked somebody to work on a language, by a link.")
)
CLOSED = declare("surveys.translator_link_closed", lazy("%(who)s closed a translator's link."))
LASTS = timedelta(days=30)


@operation
def open_door(
    survey: Survey, tag: str, *, kind: str, name: str, email: str, organisation: str = "", by
) -> TranslationDoor:
    """Send `name` a link to translate, or to read, the language `tag`; it lasts 30 days.

    An earlier link of the same kind to the same address stops working. Raises Refusal if the
    survey has closed or does not have the language.
    """
    version = hold(survey).latest_version
    if survey.is_closed:
        raise Refusal(lazy("The survey has closed: its questions stay as they were answered."))
    if version is None or tag not in questionnaire_worked_on(version).languages:
        raise Refusal(lazy("The questionnaire does not have this language any more."))
    if kind not in DOOR_KINDS:
        raise ValueError(kind)
    _close_earlier(survey, tag, kind, email)
    door = TranslationDoor.create(
        survey=survey,
        language=tag,
        kind=kind,
        name=name.strip(),
        email=email.strip(),
        organisation=organisation.strip(),
        made_at=clock.now(),
    )
    door.link = links.make(LINK_PURPOSE, door.id, LASTS)
    door.save(only=["link"])
    record(ASKED, survey, by=by, language=tag, door=door.id)
    return door


@operation
def close_door(door: TranslationDoor, *, by) -> TranslationDoor:
    """The link stops working now."""
    if hold(door).closed_at is not None:
        raise Refusal(lazy("This link does not work any more."))
    _close(door)
    record(CLOSED, door.survey, by=by, language=door.language, door=door.id)
    return door


def _close(door: TranslationDoor) -> None:
    door.closed_at = clock.now()
    door.save(only=["closed_at"])
    if door.link is not None and door.link.used_at is None:
        links.use(door.link)


def _close_earlier(survey: Survey, tag: str, kind: str, email: str) -> None:
    chosen = (
        (TranslationDoor.survey == survey)
        & (TranslationDoor.language == tag)
        & (TranslationDoor.kind == kind)
        & TranslationDoor.closed_at.is_null()
    )
    for door in TranslationDoor.select().where(chosen):
        if door.email.casefold() == email.strip().casefold():
            _close(door)
