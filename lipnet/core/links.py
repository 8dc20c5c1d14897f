"""One-time e-mail links: signed, expiring, single use; the secret is never stored."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

import peewee
from itsdangerous import BadSignature, URLSafeSerializer

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, db
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal


class OneTimeLink(Base):
    """A link that was made for one purpose and one record; used once or expired."""

    nonce = peewee.TextField(unique=True)
    purpose = peewee.TextField()
    record_id = peewee.TextField()
    made_at = MomentField()
    expires_at = MomentField()
    used_at = MomentField(null=True)

    class Meta:
        table_name = "one_time_link"
        indexes = ((("purpose", "record_id"), False),)


EXPIRED = lazy("This link is no longer valid. Links work once and for a limited time.")
_signer: dict[str, URLSafeSerializer] = {}


def use_key(key: bytes) -> None:
    """Give the signing key; done once when the program starts."""
    _signer["links"] = URLSafeSerializer(key, salt="one-time-link")


def make(purpose: str, record_id, lasts: timedelta) -> OneTimeLink:
    """A new link; called by an operation. The letter gets `signed(link)` when it is written."""
    return OneTimeLink.create(
        nonce=secrets.token_urlsafe(18),
        purpose=purpose,
        record_id=str(record_id),
        made_at=clock.now(),
        expires_at=clock.now() + lasts,
    )


def signed(link: OneTimeLink) -> str:
    """The token that goes into the address."""
    return _signer["links"].dumps([link.purpose, link.nonce])


def read(token: str, purpose: str) -> OneTimeLink:
    """The link behind `token`, not yet used up; raises Refusal if it is not valid (any more)."""
    try:
        said_purpose, nonce = _signer["links"].loads(token)
    except (BadSignature, ValueError, TypeError):
        raise Refusal(EXPIRED) from None
    link = OneTimeLink.get_or_none((OneTimeLink.nonce == nonce) & (OneTimeLink.purpose == purpose))
    if link is None or said_purpose != purpose or link.used_at or link.expires_at < clock.now():
        raise Refusal(EXPIRED)
    return link


def are_ours(token: str) -> bool:
    """Whether `token` was signed here, whether or not its link still works."""
    try:
        _signer["links"].loads(token)
    except (BadSignature, ValueError, TypeError):
        return False
    return True


def use(link: OneTimeLink) -> None:
    """Use the link up, in the operation's transaction; of two at once one is refused."""
    with db.atomic():
        changed = (
            OneTimeLink.update(used_at=clock.now())
            .where((OneTimeLink.id == link.id) & OneTimeLink.used_at.is_null())
            .execute()
        )
    if changed != 1:
        raise Refusal(EXPIRED)


def made_for(purpose: str, record_id):
    """Every link made for one purpose and record: a query."""
    mine = (OneTimeLink.purpose == purpose) & (OneTimeLink.record_id == str(record_id))
    return OneTimeLink.select().where(mine)


def still_open(purpose: str, record_id) -> OneTimeLink | None:
    """The latest link for a record that still works."""
    usable = OneTimeLink.used_at.is_null() & (OneTimeLink.expires_at >= clock.now())
    return made_for(purpose, record_id).where(usable).order_by(OneTimeLink.id.desc()).first()


def open_of(purpose: str, record: Base) -> OneTimeLink | None:
    """The latest link for `record` that still works, as it was read with many at once if it was."""
    if "_open_link" in record.__dict__:
        return record.__dict__["_open_link"]
    return still_open(purpose, record.get_id())


def read_open(purpose: str, records: Sequence[Base]) -> None:
    """Read the links of many records by one query, for a page that shows them."""
    wanted = OneTimeLink.record_id.in_([str(each.get_id()) for each in records])
    usable = OneTimeLink.used_at.is_null() & (OneTimeLink.expires_at >= clock.now())
    rows = OneTimeLink.select().where((OneTimeLink.purpose == purpose) & wanted & usable)
    found = {row.record_id: row for row in rows.order_by(OneTimeLink.id)}
    for each in records:
        each.__dict__["_open_link"] = found.get(str(each.get_id()))


def forget_expired() -> int:
    """Delete links that ended more than a month ago; returns how many."""
    return (
        OneTimeLink.delete()
        .where(OneTimeLink.expires_at < clock.now() - timedelta(days=30))
        .execute()
    )
