"""A sheet of past engagements is brought into the log."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.engagement.bringing import Bringing
from lipnet.engagement.rows import LogRow

BROUGHT = declare(
    "engagement.brought", lazy("%(who)s brought %(count)s engagements from a spreadsheet.")
)


@operation
def bring_engagements(rows: list[LogRow], *, by) -> Bringing:
    """Write down what the rows say; what cannot be is left out and listed.

    Raises Refusal if nothing of the sheet can be taken.
    """
    brought = Bringing(by).bring(rows)
    if not brought.new["engagements"]:
        raise Refusal(lazy("Nothing in this sheet could be used."))
    record(BROUGHT, partnership(), by=by, count=brought.new["engagements"])
    return brought
