"""Sealing unfinished answers with a phrase, and opening them.

The key is made by Argon2id (3 passes over 32 MiB, one lane) from the salt of the row and from a
keyed hash of the phrase: whoever has a copy of the database without the installation's keys cannot
even try phrases out. The text is sealed by SecretBox (XSalsa20-Poly1305), and filled up to whole
blocks, so that its length does not say how much somebody answered.
"""

import base64
import secrets as chance
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from lipnet.core import clock, secrets
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys import carrying
from lipnet.surveys.carrying import Carried, Saved
from lipnet.surveys.later.models import MOST_KEPT, SavedAnswers
from lipnet.surveys.later.phrases import link_from, phrase_from
from lipnet.surveys.models import Survey

PASSES, KIBIBYTES, LANES = 3, 32 * 1024, 1
SALT = 16
BLOCK = 4096


@dataclass(frozen=True)
class Draft:
    """Unfinished answers, and the page on which the person left: its number, None for the review,
    or "whole" where a script kept one document."""

    carried: Carried
    page: int | str | None


@dataclass(frozen=True)
class Sealed:
    """What a row holds of a draft."""

    salt: str
    text: str


def named_after(page: str, carried: Carried, language: str) -> Saved:
    """The link and the phrase that follow from a page as it was sent: saved twice is saved once.

    `page` is the sealed field of that page, different on every page anybody ever saw; but the one
    document is the same for everybody, and there the submission that each browser draws tells them
    apart.
    """
    keys, seen = secrets.in_use(), f"{page}:{carried.submission}"
    link = int(keys.keyed_hash("later-link", seen), 16)
    phrase = int(keys.keyed_hash("later-phrase", seen), 16)
    return Saved(link_from(link), phrase_from(phrase, language))


def seal(draft: Draft, phrase: str) -> Sealed:
    """Raises Refusal if it is too much to keep."""
    salt = chance.token_bytes(SALT)
    box = SecretBox(_key(phrase, salt)).encrypt(_filled(carrying.pack(_content_of(draft))))
    text = base64.b64encode(box).decode()
    if len(text) > MOST_KEPT:
        raise Refusal(lazy("This is too much text to save for later. Please shorten it."))
    return Sealed(base64.b64encode(salt).decode(), text)


def opened(survey: Survey, link: str | None, phrase: str) -> Draft | None:
    """The draft behind a link, if the phrase opens it; no answer takes shorter than another."""
    row = SavedAnswers.behind(survey, link) if link else None
    salt = base64.b64decode(row.salt) if row else bytes(SALT)
    key = _key(phrase, salt)
    if row is None:
        return None
    try:
        packed = _unfilled(SecretBox(key).decrypt(base64.b64decode(row.sealed)))
    except CryptoError:
        return None
    return _draft_from(carrying.unpack(packed), Saved(link, phrase))


def _key(phrase: str, salt: bytes) -> bytes:
    secret = secrets.in_use().keyed_hash("later-key", phrase).encode()
    return hash_secret_raw(secret, salt, PASSES, KIBIBYTES, LANES, SecretBox.KEY_SIZE, Type.ID)


def _content_of(draft: Draft) -> dict[str, Any]:
    """Of when it was begun only the day; and not under which id it would be sent, by which a
    response could be recognised."""
    day = draft.carried.began.astimezone(clock.local_zone()).date()
    began = datetime.combine(day, time(), tzinfo=clock.local_zone())
    carried = replace(draft.carried, began=began, submission="", saved=None)
    content = carrying.content_of(carried)
    return {"version": carried.version_id, "page": draft.page, **content}


def _draft_from(content: dict[str, Any], saved: Saved) -> Draft:
    carried = carrying.carried_from(content["version"], content)
    return Draft(replace(carried, saved=saved), content["page"])


def _filled(packed: bytes) -> bytes:
    length = len(packed).to_bytes(4, "big")
    return (length + packed).ljust(-(-(len(packed) + 4) // BLOCK) * BLOCK, b"\0")


def _unfilled(block: bytes) -> bytes:
    return block[4 : 4 + int.from_bytes(block[:4], "big")]
