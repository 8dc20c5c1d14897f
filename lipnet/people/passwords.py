"""Passwords: kept as Argon2 hashes, compared in the same time whoever asks."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded

SHORTEST, LONGEST = 12, 200
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

OBVIOUS = (
    "password", "passwort", "motdepasse", "qwerty", "azerty", "iloveyou", "welcome", "bienvenue",
    "letmein", "bonjour", "canada", "lipnet", "admin", "secret", "changeme", "12345678", "87654321",
    "abcdefgh",
)  # fmt: skip


def hashed(password: str) -> str:
    return _hasher.hash(password)


def matches(kept: str | None, given: str) -> bool:
    """Whether `given` is the password behind the hash `kept`.

    Without a hash (no such account, or no password yet) it takes just as long to say no.
    """
    try:
        return _hasher.verify(kept or _nobodys_hash(), given[:LONGEST]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def refuse_weak(password: str, *own_words: str) -> None:
    """Raise Refusal if `password` is short, long or among the first anybody would try.

    `own_words` are the person's name and address: too easy to guess. No rule asks for digits or
    signs (NIST SP 800-63B, 5.1.1.2).
    """
    if len(password) < SHORTEST:
        raise Refusal(lazy("Use at least 12 characters: a few words are fine."), field="password")
    if len(password) > LONGEST:
        raise Refusal(lazy("Use at most 200 characters."), field="password")
    if _is_obvious(folded(password), [folded(word) for word in own_words]):
        raise Refusal(
            lazy(
                "This password is too easy to guess. Try a few words that do not belong together."
            ),
            field="password",
        )


def _is_obvious(password: str, own_words: list[str]) -> bool:
    """What is left after taking away well-known and own words is hardly anything."""
    rest = password
    parts = {part for word in own_words for part in (word, *word.replace("@", " ").split())}
    for known in sorted({*OBVIOUS, *parts}, key=len, reverse=True):
        if len(known) > 2:
            rest = rest.replace(known, "")
    return len(set(password)) < 5 or len(rest.strip("0123456789 .-_!?@#*")) < 4


@cache
def _nobodys_hash() -> str:
    return _hasher.hash("nobody has this password")
