"""People as they are about to go on the list, checked one by one."""

import re
from typing import NamedTuple

AN_ADDRESS = re.compile(r"[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+")
LONGEST = {"name": 160, "email": 254}


class Row(NamedTuple):
    """A person to invite. language: a tag of the registry."""

    name: str
    email: str
    language: str


def is_address(text: str) -> bool:
    """Whether a letter can be sent there: one @, a dot in the host, plain letters only."""
    return len(text) <= LONGEST["email"] and AN_ADDRESS.fullmatch(text) is not None
