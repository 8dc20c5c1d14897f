"""An address sealed so that the database alone, or a backup of it, tells nobody's.

The keys lie outside the database. Sealed is the address together with the language of the letters,
filled up to one length: neither the language nor a length stands beside anything.
"""

import base64
import hashlib
import json

from nacl.secret import SecretBox

from lipnet.core import secrets
from lipnet.people.models import folded_address

BLOCK = 384  # bytes
DOOR = 40  # hex digits of the token in a letter's address


def fits(address: str) -> bool:
    return len(_packed(address, "zh-Hans")) <= BLOCK


def key_of(address: str) -> str:
    """By which the same address is found again, however it is written."""
    return secrets.in_use().keyed_hash("yearly-letter", folded_address(address) or "")


def seal(address: str, language: str) -> str:
    filled = _packed(address.strip(), language).ljust(BLOCK)
    return base64.b64encode(SecretBox(_box_key()).encrypt(filled)).decode()


def opened(sealed: str) -> tuple[str, str]:
    """(address, language)"""
    filled = SecretBox(_box_key()).decrypt(base64.b64decode(sealed))
    address, language = json.loads(filled)
    return address, language


def door_of(key: str) -> str:
    """What stands in the addresses of letters to this one; nobody without our keys can make it."""
    return secrets.in_use().keyed_hash("yearly-letter-door", key)[:DOOR]


def hash_of(door: str) -> str:
    return hashlib.sha256(door.encode()).hexdigest()


def _packed(address: str, language: str) -> bytes:
    return json.dumps([address, language], ensure_ascii=False).encode()


def _box_key() -> bytes:
    return secrets.in_use().derive("yearly-letter")
