"""Addresses that need no account: signed, each for one person, never stored."""

from itsdangerous import BadSignature, URLSafeSerializer

from lipnet.core import secrets
from lipnet.core.links import EXPIRED
from lipnet.core.refusals import Refusal
from lipnet.groups.models import people_of
from lipnet.meetings.inviting.models import CalendarFeed
from lipnet.meetings.models import Meeting
from lipnet.people.models import Person


def reply_token(meeting: Meeting, person: Person) -> str:
    """The end of the address on which `person` answers for this meeting, as often as needed."""
    return _signer("meeting-reply").dumps([meeting.id, person.id])


def invited_by(token: str) -> tuple[Meeting, Person]:
    """Whose token it is, for which meeting; raises Refusal for who is no member any more."""
    meeting_id, person_id = _two(token, "meeting-reply")
    meeting = Meeting.get_or_none(Meeting.id == meeting_id)
    person = Person.get_or_none(Person.id == person_id)
    if meeting is None or person is None or not person.is_active:
        raise Refusal(EXPIRED)
    if person not in people_of(meeting.body, meeting.on):
        raise Refusal(EXPIRED)
    return meeting, person


def feed_token(feed: CalendarFeed) -> str:
    return _signer("calendar-feed").dumps([feed.person_id, feed.nonce])


def reader_of(token: str) -> Person | None:
    """Whose calendar it is; None once the address was renewed or the person has left."""
    try:
        person_id, nonce = _two(token, "calendar-feed")
    except Refusal:
        return None
    feed = CalendarFeed.get_or_none(person=person_id, nonce=nonce)
    return feed.person if feed and feed.person.is_active else None


def _signer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(secrets.in_use().derive(purpose), salt=purpose)


def _two(token: str, purpose: str) -> list:
    try:
        first, second = _signer(purpose).loads(token)
    except (BadSignature, ValueError, TypeError):
        raise Refusal(EXPIRED) from None
    return [first, second]
