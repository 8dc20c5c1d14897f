"""Who may call for nominations, nominate and look; loaders that find a record or say no."""

from lipnet.core import links
from lipnet.core.links import OneTimeLink
from lipnet.core.permissions import EVERY_ROLE, Role, declare, may
from lipnet.core.refusals import NotFound, NotYours, Refusal
from lipnet.core.web import may_change, me
from lipnet.groups.models import Body
from lipnet.nominations.models import LINK_PURPOSE, Call, Nomination
from lipnet.nominations.reviewing import Reviewer, reviewer_of
from lipnet.nominations.seconds import SECOND_PURPOSE, Second
from lipnet.nominations.statements import EVERYTHING


class Can:
    SEE_CALLS = declare("nominations.see", *EVERY_ROLE)
    NOMINATE = declare("nominations.nominate", Role.COORDINATOR, Role.CHAIR, Role.MEMBER)
    MANAGE_CALLS = declare("nominations.manage", Role.COORDINATOR)


def may_see_call(person, call: Call) -> bool:
    """Who has a role here sees a call once it was opened; a draft is the coordinator's."""
    return may(person, Can.SEE_CALLS if call.opened_at else Can.MANAGE_CALLS)


def may_see_nomination(person, nomination: Nomination) -> bool:
    """The coordinator, who proposed and who was proposed; others only if the nominee agreed to
    show some of it to the partnership; the public never."""
    if not may(person, Can.SEE_CALLS):
        return False
    if may(person, Can.MANAGE_CALLS):
        return True
    if person.id in (nomination.nominee_id, nomination.nominator_id):
        return True
    return is_shown(nomination) and knows_who(person, nomination)


def nominations_seen(person, call: Call) -> list[Nomination]:
    """Those of a call that `person` may see, as may_see_nomination says of each; who `person` is in
    the call is asked once."""
    if not may(person, Can.SEE_CALLS):
        return []
    if may(person, Can.MANAGE_CALLS):
        return call.everybody
    reviewer = reviewer_of(call, person)
    done = (*reviewer.readings, *reviewer.recusals) if reviewer else ()
    named = {row.nomination_id for row in done}
    return [
        row
        for row in call.everybody
        if person.id in (row.nominee_id, row.nominator_id)
        or (is_shown(row) and (reviewer is None or row.id in named))
    ]


def is_shown(nomination: Nomination) -> bool:
    """Whether members see it: the nominee stands and agreed to show some of it."""
    return nomination.stands and nomination.forgotten_at is None and bool(nomination.published)


def parts_for(person, nomination: Nomination) -> frozenset[str]:
    """Which parts of what was said `person` reads on the page of a nomination they may see; the
    committee has pages of its own."""
    if may(person, Can.MANAGE_CALLS) or person.id == nomination.nominee_id:
        return EVERYTHING
    written = {"statement"} if person.id == nomination.nominator_id else set()
    return frozenset(written.union(nomination.published if is_shown(nomination) else ()))


def knows_who(person, nomination: Nomination) -> bool:
    """A reviewer reads first without the name, and learns it once the reading is noted."""
    reviewer = reviewer_of(nomination.call, person)
    if reviewer is None or may(person, Can.MANAGE_CALLS):
        return True
    return bool(reviewer.reading_of(nomination)) or reviewer.is_recused_from(nomination)


def may_attach(person, nomination: Nomination) -> bool:
    """Files are the nominee's, and the coordinator's who helps."""
    return may(person, Can.MANAGE_CALLS) or person.id == nomination.nominee_id


def may_fetch(person, nomination: Nomination) -> bool:
    """Also the committee, each once their reading is noted: a file tells who somebody is."""
    if may_attach(person, nomination):
        return True
    reviewer = reviewer_of(nomination.call, person)
    return bool(reviewer and reviewer.reading_of(nomination))


def call_to_see(call_id: int) -> Call:
    call = Call.get_or_none(Call.id == call_id)
    if call is None or not may_see_call(me(), call):
        raise NotFound
    return call


def call_to_manage(call_id: int) -> Call:
    call = call_to_see(call_id)
    may_change(me(), Can.MANAGE_CALLS)
    return call


def nomination_to_see(nomination_id: int) -> Nomination:
    nomination = Nomination.get_or_none(Nomination.id == nomination_id)
    if nomination is None or not may_see_nomination(me(), nomination):
        raise NotFound
    return nomination


def nomination_to_manage(nomination_id: int) -> Nomination:
    nomination = nomination_to_see(nomination_id)
    may_change(me(), Can.MANAGE_CALLS)
    return nomination


def body_to_fill(slug: str) -> Body:
    """A body for whose seats somebody may be called."""
    body = Body.by_slug(slug)
    if body is None or body.dissolved_on:
        raise NotFound
    return body


def nomination_to_answer(token: str) -> tuple[OneTimeLink, Nomination]:
    """What the holder of a one-time link may answer; raises Refusal if it cannot be any more."""
    link = links.read(token, LINK_PURPOSE)
    nomination = Nomination.get_or_none(Nomination.id == int(link.record_id))
    if nomination is None or not nomination.is_waiting or nomination.call.is_decided:
        raise Refusal(links.EXPIRED)
    return link, nomination


def second_to_answer(token: str) -> tuple[OneTimeLink, Second]:
    """What the holder of a seconder's link may answer; raises Refusal if it cannot be any more."""
    link = links.read(token, SECOND_PURPOSE)
    second = Second.get_or_none(Second.id == int(link.record_id))
    if second is None or not second.is_waiting or not second.nomination.stands:
        raise Refusal(links.EXPIRED)
    if second.nomination.call.is_decided:
        raise Refusal(links.EXPIRED)
    return link, second


def may_accompany(person, nomination: Nomination) -> bool:
    """Who proposed, who was proposed and the coordinator look after a nomination."""
    if may(person, Can.MANAGE_CALLS):
        return True
    return person.id in (nomination.nominee_id, nomination.nominator_id)


def nomination_to_accompany(nomination_id: int) -> Nomination:
    nomination = nomination_to_see(nomination_id)
    if not may_accompany(me(), nomination):
        raise NotYours
    return nomination


def call_to_review(call_id: int) -> tuple[Call, Reviewer]:
    """A call for who is on its committee; to others its reading room does not exist."""
    call = call_to_see(call_id)
    reviewer = reviewer_of(call, me())
    if reviewer is None:
        raise NotFound
    return call, reviewer


def nomination_to_read(nomination_id: int) -> tuple[Nomination, Reviewer]:
    """One that stands complete once the call is closed, or that was read then: before, nobody of
    the committee sees who might."""
    nomination = Nomination.get_or_none(Nomination.id == nomination_id)
    if nomination is None:
        raise NotFound
    call, reviewer = call_to_review(nomination.call_id)
    if not knows_who(reviewer.person, nomination) and not _is_to_read(call, nomination):
        raise NotFound
    return nomination, reviewer


def _is_to_read(call: Call, nomination: Nomination) -> bool:
    return call.is_closed and nomination in call.candidates


def may_withdraw(person, nomination: Nomination) -> bool:
    """Who stands may change their mind; the coordinator does it for who has no account."""
    return may(person, Can.MANAGE_CALLS) or person.id == nomination.nominee_id


def nomination_to_withdraw(nomination_id: int) -> Nomination:
    nomination = nomination_to_see(nomination_id)
    if not may_withdraw(me(), nomination):
        raise NotFound
    return nomination
