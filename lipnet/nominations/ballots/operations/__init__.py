"""The verbs of a ballot: prepare, open, vote, count, sign, appoint."""

from lipnet.nominations.ballots.operations.counting import (
    appoint_elected,
    count_ballot,
    draw_lot,
    sign_recount,
)
from lipnet.nominations.ballots.operations.preparing import (
    give_up_ballot,
    hold_again,
    note_bounce,
    note_lost_votes,
    open_ballot,
    prepare_ballot,
    put_on_roll,
    send_voting_link,
    take_off_roll,
)
from lipnet.nominations.ballots.operations.reserving import free_places, reserve_places
from lipnet.nominations.ballots.operations.voting import (
    cast_ballot,
    drop_paper,
    key_paper,
    take_paper,
    take_paper_back,
)

__all__ = [
    "appoint_elected",
    "cast_ballot",
    "count_ballot",
    "draw_lot",
    "drop_paper",
    "free_places",
    "give_up_ballot",
    "key_paper",
    "hold_again",
    "note_bounce",
    "note_lost_votes",
    "open_ballot",
    "prepare_ballot",
    "put_on_roll",
    "reserve_places",
    "send_voting_link",
    "sign_recount",
    "take_off_roll",
    "take_paper",
    "take_paper_back",
]
