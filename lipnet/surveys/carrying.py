"""What a person has answered so far, carried in the page itself and readable only by us.

Encrypted and authenticated (XChaCha20-Poly1305), bound to the survey and the version, and good
for twelve hours: nothing is stored here before somebody presses send.
"""

import base64
import json
import secrets
import zlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from lipnet.core import clock
from lipnet.questionnaire import Moment

LASTS = timedelta(hours=12)
SHORT = (6, 12)  # a large window takes longer to lay out than answers to pack


class Unreadable(Exception):
    """The field was changed, or comes from another survey."""


class Expired(Exception):
    """The field is older than twelve hours."""


class Saved(NamedTuple):
    """By what the person finds her answers again: see later/."""

    link: str
    phrase: str


@dataclass(frozen=True)
class Carried:
    """answers: question name -> answer, or what was typed where it is none yet. `submission` is
    the random id under which they will be sent, minted when they are first reviewed. `saved`:
    where they are kept, if the person saved them on the way. `right`: the hash of the personal link
    by which the person came, where the survey is by invitation. `sound`: the pages that were found
    right with these answers; whoever changes answers says anew which are."""

    version_id: int
    began: datetime
    seed: int
    answers: dict[str, Any] = field(default_factory=dict)
    submission: str = ""
    saved: Saved | None = None
    right: str = ""
    sound: frozenset[int] = frozenset()

    @cached_property
    def moment(self) -> Moment:
        """The day it was begun, at noon: no rule can write the hour into an answer."""
        day = self.began.astimezone(clock.local_zone()).date()
        return Moment(day, datetime.combine(day, time(12), tzinfo=clock.local_zone()), self.seed)

    def with_answers(
        self, answers: dict[str, Any], sound: frozenset[int] = frozenset()
    ) -> "Carried":
        return replace(self, answers=answers, sound=sound)

    def found_sound(self, pages: frozenset[int]) -> "Carried":
        return replace(self, sound=pages)

    def with_submission(self) -> "Carried":
        return self if self.submission else replace(self, submission=secrets.token_hex(16))


def begin(version_id: int, right: str = "") -> Carried:
    return Carried(version_id, clock.now(), secrets.randbits(32), right=right)


def seal(carried: Carried, survey_id: int, key: bytes) -> str:
    """`carried` as a text that only `key` opens, and only for this survey and version."""
    content = {"at": int(clock.now().timestamp()), **content_of(carried)}
    if carried.sound:
        content["sound"] = sorted(carried.sound)
    sealed = Aead(key).encrypt(pack(content), aad=_bound_to(survey_id, carried.version_id))
    return f"{carried.version_id}.{base64.urlsafe_b64encode(sealed).decode()}"


def unseal(text: str, survey_id: int, key: bytes) -> Carried:
    """Raises Unreadable or Expired."""
    version_id, _, sealed = text.partition(".")
    try:
        version = int(version_id)
        packed = Aead(key).decrypt(
            base64.urlsafe_b64decode(sealed), aad=_bound_to(survey_id, version)
        )
    except (CryptoError, ValueError) as error:
        raise Unreadable from error
    content = unpack(packed)
    if clock.now() > datetime.fromtimestamp(content["at"], UTC) + LASTS:
        raise Expired
    return carried_from(version, content).found_sound(frozenset(content.get("sound", ())))


def content_of(carried: Carried) -> dict[str, Any]:
    """What is carried, but for the version, as JSON."""
    return {
        "began": int(carried.began.timestamp()),
        "seed": carried.seed,
        "answers": carried.answers,
        "submission": carried.submission,
        "saved": carried.saved,
        **({"right": carried.right} if carried.right else {}),
    }


def carried_from(version_id: int, content: dict[str, Any]) -> Carried:
    saved = content.get("saved")
    return Carried(
        version_id,
        datetime.fromtimestamp(content["began"], UTC),
        content["seed"],
        content["answers"],
        content["submission"],
        Saved(*saved) if saved else None,
        content.get("right", ""),
    )


def pack(content: dict[str, Any]) -> bytes:
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(written, *SHORT)


def unpack(packed: bytes) -> dict[str, Any]:
    return json.loads(zlib.decompress(packed))


def _bound_to(survey_id: int, version_id: int) -> bytes:
    return f"{survey_id}:{version_id}".encode()
