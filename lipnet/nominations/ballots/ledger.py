"""The right to vote once: recognised by a link, used up by a mark.

The link follows from a seed by a key outside the database, the mark is a keyed hash of who: the
database alone opens no link and does not tell who has voted.
"""

import secrets as randomness

from lipnet.core import secrets
from lipnet.counting import commitment
from lipnet.nominations.ballots.models import Ballot, RollEntry, VotingMark


def give_link(entry: RollEntry) -> None:
    """A new link; the one before it dies. The caller saves."""
    entry.link_seed = randomness.token_hex(16)
    entry.link_hash = _hash(token_of(entry))


def token_of(entry: RollEntry) -> str:
    return secrets.in_use().keyed_hash("voting token", entry.link_seed)[:32]


def entry_by(token: str) -> RollEntry | None:
    """Whose link this is; None if it is nobody's (any more)."""
    return RollEntry.get_or_none(RollEntry.link_hash == _hash(token))


def has_voted(entry: RollEntry) -> bool:
    return VotingMark.get_or_none(VotingMark.key == mark_of(entry.id)) is not None


def spend(entry: RollEntry, *, on_paper: bool = False) -> bool:
    """Use a right up; of two at once, the second waits for the first and gets False."""
    row = VotingMark.insert(key=mark_of(entry.id), ballot=entry.ballot_id, on_paper=on_paper)
    return row.on_conflict_ignore().as_rowcount().execute() == 1


def give_back(entry: RollEntry) -> bool:
    """Undo what `spend` did for a paper, and only for a paper; False if none is noted."""
    mine = (VotingMark.key == mark_of(entry.id)) & VotingMark.on_paper
    return VotingMark.delete().where(mine).execute() == 1


def mark_of(entry_id: int) -> str:
    """One per person on the roll and not per link: a new link gives no second vote."""
    return secrets.in_use().keyed_hash("voting mark", str(entry_id))


def seed_of(ballot: Ballot) -> str:
    """What decides lots: as long as the ballot is open, it stands nowhere."""
    return secrets.in_use().keyed_hash("ballot seed", ballot.seed_nonce)


def commit_seed(ballot: Ballot) -> None:
    """What decides lots is chosen, and only its hash is told. The caller saves."""
    ballot.seed_nonce = randomness.token_hex(16)
    ballot.seed_hash = commitment(seed_of(ballot))


def _hash(token: str) -> str:
    return secrets.in_use().keyed_hash("voting link", token)
