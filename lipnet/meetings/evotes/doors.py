"""The address in a letter that lets one person vote without an account: signed, never stored."""

from itsdangerous import BadSignature, URLSafeSerializer

from lipnet.core import secrets
from lipnet.core.links import EXPIRED
from lipnet.core.refusals import Refusal
from lipnet.meetings.evotes.models import EVote, EVoter
from lipnet.meetings.evotes.seated import check_seat
from lipnet.people.models import Person


def vote_token(voter: EVoter, person: Person) -> str:
    """For the member, or who stands in: the end of the address, as often as needed."""
    return _signer().dumps([voter.id, person.id])


def voter_by(token: str) -> tuple[EVoter, Person]:
    """Whose vote it is, and who came by the letter; Refusal for any other token, and with its own
    sentence once they no longer sit there with a vote."""
    try:
        voter_id, person_id = _signer().loads(token)
    except (BadSignature, ValueError, TypeError):
        raise Refusal(EXPIRED) from None
    voter = EVoter.select(EVoter, EVote).join(EVote).where(EVoter.id == voter_id).first()
    person = Person.get_or_none(Person.id == person_id)
    if voter is None or person is None or not person.is_active:
        raise Refusal(EXPIRED)
    if person.id not in (voter.person_id, voter.alternate_id):
        raise Refusal(EXPIRED)
    check_seat(voter, person)
    return voter, person


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(secrets.in_use().derive("between-vote"), salt="between-vote")
