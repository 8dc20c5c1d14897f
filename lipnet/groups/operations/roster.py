"""A whole roster is brought in at once."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.groups.roster.bringing import Bringing
from lipnet.groups.roster.rows import RosterRow

BROUGHT = declare(
    "groups.roster_brought", lazy("%(who)s brought in a roster of %(people)s people.")
)


@operation
def bring_roster(rows: list[RosterRow], *, anew: bool = False, by) -> Bringing:
    """The people, organisations, seats and appointments of a sheet; what cannot be is left out.

    `anew`: where the sheet says something else of people who are known, the sheet is right.

    Raises Refusal if nothing of the sheet can be taken.
    """
    brought = Bringing(by, anew=anew).bring(rows)
    if not brought.new:
        raise Refusal(lazy("Nothing in this sheet could be used."))
    record(BROUGHT, partnership(), by=by, people=brought.new["people"])
    return brought
