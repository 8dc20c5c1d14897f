"""The verbs: call for nominations, nominate, answer, acclaim."""

from lipnet.nominations.operations.calling import (
    Rules,
    close_call,
    open_call,
    rewrite_call,
    write_call,
)
from lipnet.nominations.operations.choosing import acclaim, forget_old_nominations
from lipnet.nominations.operations.proposing import (
    NewNominee,
    accept_nomination,
    decline_nomination,
    nominate,
    send_link_again,
    stand,
    withdraw_nomination,
)

__all__ = [
    "NewNominee",
    "Rules",
    "accept_nomination",
    "acclaim",
    "close_call",
    "decline_nomination",
    "forget_old_nominations",
    "nominate",
    "open_call",
    "rewrite_call",
    "send_link_again",
    "stand",
    "withdraw_nomination",
    "write_call",
]
