"""Receipts, where the rules of the ballot give them: sixteen digits, shown once.

Whoever has them can see after the count that a ballot was counted, and nobody can see from them
what was voted: a receipt that showed a vote would let votes be bought, or demanded.
"""

import secrets as randomness

from lipnet.core import secrets
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import digits_in
from lipnet.nominations.ballots.models import Ballot, CastReceipt, CountedReceipt

DIGITS = 16
NOT_A_RECEIPT = lazy("A receipt has 16 digits, in groups of four. Please check it.")


def give(ballot: Ballot) -> str:
    """New digits for a vote that is being cast; "" where this ballot gives no receipts."""
    if not ballot.receipts:
        return ""
    digits = f"{randomness.randbelow(10**DIGITS):0{DIGITS}d}"
    CastReceipt.create(key=hash_of(ballot, digits), ballot=ballot)
    return digits


def was_counted(ballot: Ballot, typed: str) -> bool:
    """Whether a ballot with this receipt was counted; digits of any script are digits.

    Raises Refusal if what was typed is no receipt.
    """
    digits = digits_in(typed)
    if len(digits) != DIGITS:
        raise Refusal(NOT_A_RECEIPT, field="receipt")
    return CountedReceipt.get_or_none(CountedReceipt.key == hash_of(ballot, digits)) is not None


def hash_of(ballot: Ballot, digits: str) -> str:
    return secrets.in_use().keyed_hash("ballot receipt", f"{ballot.id}:{digits}")


def grouped(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
