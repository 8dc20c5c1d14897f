"""Personal tokens: a key that a person gives to a spreadsheet or a dashboard of hers."""

import secrets
from datetime import timedelta

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.people.models import ApiToken, Person, token_hash

MADE = declare("people.token_made", lazy("%(who)s made a token for a program: %(name)s."))
REVOKED = declare("people.token_revoked", lazy("%(who)s revoked a token: %(name)s."))

PREFIX = "lipnet_"  # so that programs that look for leaked keys find it
MOST_DAYS = 366
MOST_TOKENS = 20


@operation
def make_token(person: Person, name: str, *, days: int = 365, by) -> str:
    """A new token, for who makes it; its text is shown once and kept nowhere.

    Raises Refusal for somebody else's, without a name, or for longer than a year.
    """
    if by.id != person.id or not person.is_active:
        raise Refusal(lazy("Everybody makes their own tokens."))
    if not (name := " ".join(name.split())):
        raise Refusal(lazy("Say what the token is for."), field="name")
    if not 1 <= days <= MOST_DAYS:
        raise Refusal(lazy("A token works for 1 to 366 days."), field="days")
    hold(person)
    if len(ApiToken.working_of(person)) >= MOST_TOKENS:
        raise Refusal(lazy("You have 20 tokens. Revoke one that you do not need."))
    text = PREFIX + secrets.token_urlsafe(32)
    ApiToken.create(
        person=person,
        name=name,
        token_hash=token_hash(text),
        made_on=clock.today(),
        expires_on=clock.today() + timedelta(days=days),
    )
    record(MADE, person, by=by, name=name)
    return text


@operation
def revoke_token(token: ApiToken, *, by) -> None:
    """From now on it opens nothing. Raises Refusal if it was revoked before."""
    token = hold(token)
    if token.revoked_on is not None:
        raise Refusal(lazy("This token has been revoked already."))
    token.revoked_on = clock.today()
    token.save(only=[ApiToken.revoked_on])
    record(REVOKED, token.person, by=by, name=token.name)
