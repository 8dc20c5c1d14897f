"""An item is kept confidential, or opened again to all who may read minutes."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.minuting.confidential import confidential_of
from lipnet.meetings.minuting.models import ConfidentialItem
from lipnet.meetings.models import AgendaItem

KEPT = declare("meetings.item_confidential", lazy("%(who)s made an agenda item confidential."))
LIFTED = declare(
    "meetings.item_not_confidential", lazy("%(who)s made an agenda item readable again.")
)


@operation
def keep_confidential(item: AgendaItem, reason: str, *, by) -> ConfidentialItem:
    """From now on the item, and all that stands under it, is for the members of the body alone.

    It may be done at any time, also after the minutes were adopted: what they say stays the same.
    """
    if not reason.strip():
        raise Refusal(lazy("Say why, for example: it is about a person."), field="reason")
    if confidential_of(item):
        raise Refusal(lazy("This item is confidential already."))
    row = ConfidentialItem.create(item=item, reason=reason.strip(), at=clock.now(), by=by.id)
    record(KEPT, item, by=by)
    return row


@operation
def lift_confidence(item: AgendaItem, *, by) -> None:
    row = confidential_of(item)
    if row is None:
        raise Refusal(lazy("This item is not confidential."))
    row.delete_instance()
    record(LIFTED, item, by=by)
