"""A ballot is prepared until it opens; then its roll, candidates and reserved places are fixed."""

from lipnet.core.db import hold
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots.models import Ballot

ROLL_FIXED = lazy("The ballot has been opened: the roll does not change any more.")
PLACES_FIXED = lazy("The ballot has been opened: its reserved places do not change any more.")


def hold_draft(ballot: Ballot, refusal=ROLL_FIXED) -> Ballot:
    held = hold(ballot)
    if not held.is_draft:
        raise Refusal(refusal)
    return held
