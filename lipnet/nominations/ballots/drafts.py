"""A ballot is prepared until it opens; then its roll, candidates and reserved places are fixed."""

from lipnet.core.db import hold
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots.contests import nowhere
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.models import Call

ROLL_FIXED = lazy("The ballot has been opened: the roll does not change any more.")
PLACES_FIXED = lazy("The ballot has been opened: its reserved places do not change any more.")
CONTEST_DECIDED = lazy("This contest has been decided. Nobody is moved in or out any more.")


def hold_draft(ballot: Ballot, refusal=ROLL_FIXED) -> Ballot:
    held = hold(ballot)
    if not held.is_draft:
        raise Refusal(refusal)
    return held


def check_everybody_placed(call: Call) -> None:
    """Nobody is left out because nobody said in which contest she stands."""
    if missing := nowhere(call):
        names = ", ".join(row.nominee.name for row in missing)
        raise Refusal(
            lazy("Say first in which contest these people stand: %(names)s.", names=names)
        )
