"""Who stands, or proposed somebody, without an account looks after the nomination by a link."""

from datetime import timedelta

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.accompanying import (
    NOMINATOR,
    NOMINEE,
    Accompanied,
    has_asked_enough,
    new_link,
)
from lipnet.nominations.meant import NewNominee, check_unsettled
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations.seconding import ask_to_second
from lipnet.nominations.public_words import ASKED_ENOUGH
from lipnet.nominations.seconds import Second
from lipnet.people.models import Organisation

LINK_GIVEN = declare(
    "nominations.link_given", lazy("A letter with a link to look after the nomination was sent.")
)


@operation
def give_links(nomination: Nomination, *, by) -> Nomination:
    """The nominee gets a link by which to ask for support and to withdraw; so does, where seconders
    are wanted, who proposed them and has no account. Earlier links stop working.

    Raises Refusal if the nominee does not stand, or it is decided.
    """
    check_unsettled(nomination)
    if not nomination.stands:
        raise Refusal(lazy("This nomination does not stand any more."))
    _give(nomination, NOMINEE, by)
    if nomination.call.rules.seconders and _needs_link(nomination):
        _give(nomination, NOMINATOR, by)
    return nomination


@operation
def ask_by_link(
    mine: Accompanied,
    seconder: NewNominee,
    organisation: Organisation,
    *,
    lasts: timedelta = timedelta(days=14),
    by,
) -> Second:
    """Ask somebody to second; nothing is said of whom we know. Raises Refusal beyond MOST_ASKED,
    and wherever ask_to_second does."""
    hold(mine.nomination)
    if has_asked_enough(mine.nomination):
        raise Refusal(ASKED_ENOUGH)
    return ask_to_second(mine.nomination, seconder, organisation, lasts=lasts, discreet=True, by=by)


def _needs_link(nomination: Nomination) -> bool:
    return not nomination.is_own and not nomination.nominator.may_sign_in


def _give(nomination: Nomination, whose: str, by) -> None:
    link = new_link(nomination, whose)
    record(LINK_GIVEN, nomination, by=by, link=link.id, whose=whose)
