"""The verbs: call for nominations, nominate, answer, acclaim."""

from lipnet.nominations.meant import NewNominee
from lipnet.nominations.operations.accompanying import ask_by_link, give_links
from lipnet.nominations.operations.attaching import attach_file, remove_file
from lipnet.nominations.operations.calling import (
    Rules,
    close_call,
    open_call,
    rewrite_call,
    write_call,
)
from lipnet.nominations.operations.choosing import (
    acclaim,
    appoint_recommended,
    forget_old_nominations,
)
from lipnet.nominations.operations.drafting import (
    discard_draft,
    forget_drafts,
    save_draft,
    send_draft,
    take_draft_along,
)
from lipnet.nominations.operations.eligible import correct_nomination, note_eligibility
from lipnet.nominations.operations.enclosing import add_document, take_document
from lipnet.nominations.operations.endorsing import (
    ask_to_endorse,
    decline_to_endorse,
    endorse_nomination,
)
from lipnet.nominations.operations.late import bring_in, decline_late, forget_late, keep_late
from lipnet.nominations.operations.proposing import (
    accept_nomination,
    ask_again,
    decline_nomination,
    nominate,
    send_link_again,
    stand,
    withdraw_nomination,
)
from lipnet.nominations.operations.public import (
    confirm_proposal,
    forget_unconfirmed,
    propose,
)
from lipnet.nominations.operations.reminding import (
    remind_endorser,
    remind_nominee,
    remind_of_draft,
    remind_seconder,
    remind_to_correct,
)
from lipnet.nominations.operations.reviewing import (
    name_reviewer,
    read_nomination,
    recommend,
    recuse,
    release_reviewer,
)
from lipnet.nominations.operations.seconding import (
    ask_to_second,
    decline_to_second,
    second_nomination,
)

__all__ = [
    "NewNominee",
    "Rules",
    "accept_nomination",
    "acclaim",
    "add_document",
    "appoint_recommended",
    "ask_again",
    "ask_by_link",
    "bring_in",
    "ask_to_endorse",
    "ask_to_second",
    "attach_file",
    "close_call",
    "confirm_proposal",
    "correct_nomination",
    "decline_late",
    "decline_nomination",
    "decline_to_endorse",
    "decline_to_second",
    "forget_late",
    "discard_draft",
    "endorse_nomination",
    "forget_drafts",
    "forget_old_nominations",
    "forget_unconfirmed",
    "give_links",
    "keep_late",
    "name_reviewer",
    "nominate",
    "note_eligibility",
    "open_call",
    "propose",
    "read_nomination",
    "recommend",
    "recuse",
    "release_reviewer",
    "remind_endorser",
    "remind_nominee",
    "remind_of_draft",
    "remind_seconder",
    "remind_to_correct",
    "remove_file",
    "rewrite_call",
    "save_draft",
    "second_nomination",
    "send_draft",
    "send_link_again",
    "stand",
    "take_document",
    "take_draft_along",
    "withdraw_nomination",
    "write_call",
]
