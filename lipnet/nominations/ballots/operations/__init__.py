"""The verbs of a ballot: prepare, open, vote, count, sign, appoint."""

from lipnet.nominations.ballots.operations.counting import (
    appoint_elected,
    count_ballot,
    draw_lot,
    sign_recount,
)
from lipnet.nominations.ballots.operations.deciding import acclaim_contest, leave_vacant
from lipnet.nominations.ballots.operations.dividing import (
    divide_seats,
    move_seats,
    open_contests,
    place_candidates,
    prepare_contests,
    undivide_seats,
)
from lipnet.nominations.ballots.operations.preparing import (
    give_up_ballot,
    hold_again,
    note_bounce,
    note_lost_votes,
    open_ballot,
    prepare_ballot,
    put_on_every_roll,
    put_on_roll,
    revise_ballot,
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
    "acclaim_contest",
    "appoint_elected",
    "cast_ballot",
    "count_ballot",
    "divide_seats",
    "draw_lot",
    "drop_paper",
    "free_places",
    "give_up_ballot",
    "key_paper",
    "leave_vacant",
    "move_seats",
    "hold_again",
    "note_bounce",
    "note_lost_votes",
    "open_ballot",
    "open_contests",
    "place_candidates",
    "prepare_ballot",
    "prepare_contests",
    "put_on_every_roll",
    "put_on_roll",
    "reserve_places",
    "revise_ballot",
    "send_voting_link",
    "sign_recount",
    "take_off_roll",
    "take_paper",
    "undivide_seats",
    "take_paper_back",
]
