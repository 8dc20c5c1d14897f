"""The link by which somebody without an account looks after a nomination until it is decided.

It works as often as needed. The nominee's shows who was asked to second, asks others and withdraws;
the nominator's asks and shows.
"""

from datetime import timedelta
from typing import NamedTuple

from lipnet.core import clock, links
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.nominations.closing import last_second
from lipnet.nominations.models import Nomination
from lipnet.people.models import Person

ACCOMPANY_PURPOSE = "accompany"
NOMINEE, NOMINATOR = WHOSE = ("nominee", "nominator")
AFTER_THE_END = timedelta(days=90)  # of the call, or of the last day to withdraw
MOST_ASKED = 12  # people asked to second one nomination before somebody of ours has to ask more


class Accompanied(NamedTuple):
    """What the holder of a link looks after, and who of the two they are."""

    link: OneTimeLink
    nomination: Nomination
    person: Person
    is_nominee: bool


def accompanied(token: str) -> Accompanied:
    """Raises Refusal once the nomination is decided or does not stand any more."""
    link = links.read(token, ACCOMPANY_PURPOSE)
    number, _, whose = link.record_id.partition(":")
    nomination = Nomination.get_or_none(Nomination.id == int(number))
    if nomination is None or not nomination.stands or nomination.is_settled:
        raise Refusal(links.EXPIRED)
    person = person_called(nomination, whose)
    if not person.is_active:
        raise Refusal(links.EXPIRED)
    return Accompanied(link, nomination, person, whose == NOMINEE)


def person_called(nomination: Nomination, whose: str) -> Person:
    return nomination.nominee if whose == NOMINEE else nomination.nominator


def open_link(nomination: Nomination, whose: str) -> OneTimeLink | None:
    return links.still_open(ACCOMPANY_PURPOSE, _key(nomination, whose))


def new_link(nomination: Nomination, whose: str) -> OneTimeLink:
    """Called by operations; an earlier one stops working."""
    _use_up(_key(nomination, whose))
    return links.make(ACCOMPANY_PURPOSE, _key(nomination, whose), _lasts(nomination))


def use_up_links(nomination: Nomination) -> None:
    """Called by the operation that takes the nomination back."""
    for whose in WHOSE:
        _use_up(_key(nomination, whose))


def may_be_withdrawn(nomination: Nomination) -> bool:
    last = nomination.call.rules.withdraw_until
    return last is None or clock.today() <= last


def has_asked_enough(nomination: Nomination) -> bool:
    return nomination.seconds.count() >= MOST_ASKED


def _key(nomination: Nomination, whose: str) -> str:
    return f"{nomination.id}:{whose}"


def _use_up(key: str) -> None:
    mine = links.made_for(ACCOMPANY_PURPOSE, key).select(OneTimeLink.id)
    OneTimeLink.update(used_at=clock.now()).where(
        OneTimeLink.id.in_(mine) & OneTimeLink.used_at.is_null()
    ).execute()


def _lasts(nomination: Nomination) -> timedelta:
    call = nomination.call
    last = call.rules.withdraw_until
    ends = [call.last_moment, clock.now(), *([last_second(last)] if last else [])]
    return max(ends) + AFTER_THE_END - clock.now()
