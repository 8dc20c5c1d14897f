"""The door for programs: who stands behind a token, asked anew at every request."""

from flask import current_app

from lipnet.core import clock, rates
from lipnet.core.db import db
from lipnet.people.models import ApiToken, Person, token_hash

REQUESTS_PER_QUARTER_HOUR = 600


def bearer_of(text: str) -> Person | None:
    """The person, unless the token is unknown, over or revoked, or the person has left.

    Raises TooMany if this token is used too often.
    """
    token = ApiToken.select().where(ApiToken.token_hash == token_hash(text)).first()
    if token is None or not token.works or not token.person.is_active:
        return None
    key = current_app.config["KEYS"].keyed_hash("attempts", f"token:{token.id}")
    rates.count(key, REQUESTS_PER_QUARTER_HOUR)
    _note_use(token)
    return token.person


def _note_use(token: ApiToken) -> None:
    """The day and no more; written once a day."""
    if token.used_on != clock.today():
        with db.atomic():
            used = ApiToken.update(used_on=clock.today())
            used.where(ApiToken.id == token.id).execute()
