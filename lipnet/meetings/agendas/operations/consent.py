"""Items of the consent agenda are pulled to be discussed, or adopted together by one motion."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext, lazy, speaking
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.meetings.agendas.consent import (
    ConsentAdoption,
    PulledItem,
    heading_of,
    is_adopted,
    on_consent_agenda,
)
from lipnet.meetings.checks import hold_open
from lipnet.meetings.models import CARRIED, AgendaItem, Meeting, Motion
from lipnet.meetings.operations.motions import move_motion
from lipnet.people.models import Person

PULLED = declare("meetings.item_pulled", lazy("%(who)s asked to discuss an item of the agenda."))
PUT_BACK = declare("meetings.item_put_back", lazy("%(who)s put an item back for consent."))
ADOPTED = declare("meetings.consent_adopted", lazy("%(who)s recorded the consent agenda."))


@operation
def pull_item(item: AgendaItem, person: Person, *, by) -> PulledItem:
    """Let `person` have it discussed: from now on it stands as an ordinary item.

    Raises Refusal if it is not on the consent agenda, or was adopted with it.
    """
    hold_open(item.meeting)
    fresh = AgendaItem.get_by_id(item.id)
    if fresh.purpose != "consent" or is_adopted(fresh):
        raise Refusal(lazy("This item is not on the consent agenda any more."))
    _set_purpose(item, "discussion")
    pulled = PulledItem.create(item=item, person=person, at=clock.now())
    record(PULLED, item.meeting, by=by, item=item.id)
    return pulled


@operation
def put_back(pulled: PulledItem, *, by) -> None:
    """It need not be discussed after all."""
    item = pulled.item
    hold_open(item.meeting)
    pulled.delete_instance()
    _set_purpose(item, "consent")
    record(PUT_BACK, item.meeting, by=by, item=item.id)


@operation
def adopt_consent_agenda(
    meeting: Meeting,
    *,
    mover: Person | None = None,
    seconder: Person | None = None,
    result: str = "carried",
    by,
) -> Motion:
    """Adopt everything on the consent agenda by one motion that names each item.

    Raises Refusal if nothing is on it, the motion did not carry, or as for `move_motion`.
    """
    hold_open(meeting)
    items = on_consent_agenda(meeting)
    if not items:
        raise Refusal(lazy("Nothing is on the consent agenda."))
    if result not in CARRIED:
        raise Refusal(lazy("Choose what became of the motion."), field="result")
    motion = move_motion(
        meeting, _wording(items), mover=mover, seconder=seconder, result=result,
        item=heading_of(meeting), because=items, by=by,
    )  # fmt: skip
    for item in items:
        ConsentAdoption.create(item=item, motion=motion)
    record(ADOPTED, meeting, by=by, number=motion.number)
    return motion


def _set_purpose(item: AgendaItem, purpose: str) -> None:
    item.purpose = purpose
    item.save(only=["purpose"])


def _wording(items: list[AgendaItem]) -> dict[str, str]:
    """The motion in each language, naming what it adopts."""
    told = {}
    for tag in content_languages():
        with speaking(tag):
            names = "; ".join(plain(item.title) for item in items)
            told[tag] = gettext("That the consent agenda be adopted: %(items)s.", items=names)
    return told
