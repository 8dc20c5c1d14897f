"""The verbs of the contribution agreement."""

from lipnet.groups.agreements.operations.agreeing import (
    agree_amounts,
    amend_agreement,
    change_agreement,
    sign_agreement,
    write_budget,
)
from lipnet.groups.agreements.operations.owing import (
    attach_proof,
    change_obligation,
    drop_obligation,
    end_rule,
    mark_sent,
    owe,
    owe_regularly,
    owe_still,
    remind_of_obligation,
)

__all__ = [
    "agree_amounts",
    "amend_agreement",
    "attach_proof",
    "change_agreement",
    "change_obligation",
    "drop_obligation",
    "end_rule",
    "mark_sent",
    "owe",
    "owe_regularly",
    "owe_still",
    "remind_of_obligation",
    "sign_agreement",
    "write_budget",
]
