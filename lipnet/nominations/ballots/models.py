"""A ballot, its roll, and two ledgers without a joinable value: who voted, and what was voted.

`voting_mark` and `cast_ballot` hold rows only until the count. Then both are copied, sorted by what
they hold, into `counted_mark` and `counted_ballot`, and emptied (docs/privacy.md).
"""

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, is_sqlite
from lipnet.core.i18n import lazy
from lipnet.groups.models import Seat, one_of
from lipnet.nominations.models import Call, Nomination
from lipnet.people.models import Person

RULE_NAMES = {
    "scottish": lazy("Ranking, counted by the Scottish rules (single transferable vote)"),
    "meek": lazy("Ranking, counted by Meek's method (single transferable vote)"),
    "approval": lazy("Approval: tick everybody you could agree with"),
    "plurality": lazy("Plurality: tick as many as there are seats"),
    "slate": lazy("Yes, no or abstain to all candidates together"),
}
RANKED = ("scottish", "meek")
SLATE_OPTIONS = ("Yes", "No", "Abstain")  # as ballot files hold them; pages translate them
PUBLISHED_FROM = 50  # who voted: of fewer, a published ranking is a fingerprint


class Unordered(Base):
    """A table whose rows stand in the order of their keys: SQLite numbers none of them."""

    @classmethod
    def create_table(cls, safe=True, **options):
        cls._meta.without_rowid = is_sqlite()
        super().create_table(safe, **options)


class Ballot(Base):
    """A secret vote of a call, for all its seats or for those of one contest (contests.py).

    `seed_hash` is published at opening; the seed, which decides lots, is worked out from
    `seed_nonce` by a key outside the database, and stored with the count.
    """

    call = peewee.ForeignKeyField(Call, backref="ballots")
    rule = peewee.TextField()
    seats = peewee.IntegerField()
    closes_on = peewee.DateField()
    opened_at = MomentField(null=True)
    seed_nonce = peewee.TextField(default="")
    seed_hash = peewee.TextField(default="")
    published_from = PUBLISHED_FROM

    class Meta:
        table_name = "ballot"
        constraints = [
            one_of("rule", tuple(RULE_NAMES), "ballot_rule"),
            peewee.Check("seats > 0", name="ballot_seats"),
            peewee.Check("(opened_at IS NULL) = (seed_hash = '')", name="ballot_seed_committed"),
        ]

    @property
    def is_draft(self) -> bool:
        return self.opened_at is None

    @property
    def count(self) -> "BallotCount | None":
        return self.counts.first()

    @property
    def is_open(self) -> bool:
        """Whether a vote may be cast now; the last day counts whole."""
        over = self.is_draft or clock.today() > self.closes_on or self.count
        return not over and not self.votes_lost

    @property
    def votes_lost(self) -> bool:
        """Whether it waits to be held again (lost.py)."""
        return any(row.again_on is None for row in self.losses)

    @property
    def is_ranked(self) -> bool:
        return self.rule in RANKED

    @property
    def may_reserve(self) -> bool:
        """Whether the rule can keep places for some of the candidates."""
        return self.rule == "scottish"

    @property
    def receipts(self) -> bool:
        """Whether each voter gets a receipt."""
        return self.with_receipts.exists()

    @property
    def contest(self):
        """The contest it decides; None if all seats of the call are voted on together."""
        return self.contests.first()

    @property
    def seats_to_fill(self) -> list[Seat]:
        return (self.contest or self.call).seats

    @property
    def nominated(self) -> list[Nomination]:
        """Who stands for its seats now, sorted by name."""
        return (self.contest or self.call).candidates

    @property
    def standing(self) -> "list[BallotCandidate]":
        """Who stood when it was opened, by number."""
        return list(self.candidates.order_by(BallotCandidate.number))

    @property
    def options(self) -> tuple[str, ...]:
        """What can be voted for, as the ballot file names it: number 1 is the first."""
        if self.rule == "slate":
            return SLATE_OPTIONS
        return tuple(row.name for row in self.standing)


class BallotWithReceipts(Base):
    """That the rules of a ballot give its voters receipts (receipts.py)."""

    ballot = peewee.ForeignKeyField(Ballot, unique=True, backref="with_receipts")

    class Meta:
        table_name = "ballot_with_receipts"


class BallotCandidate(Base):
    """Somebody who stands: the number and the name are fixed at opening."""

    ballot = peewee.ForeignKeyField(Ballot, backref="candidates")
    number = peewee.IntegerField()
    nomination = peewee.ForeignKeyField(Nomination, backref="candidacies")
    name = peewee.TextField()

    class Meta:
        table_name = "ballot_candidate"
        indexes = ((("ballot", "number"), True), (("ballot", "nomination"), True))
        constraints = [peewee.Check("number > 0", name="ballot_candidate_number")]


class Scrutineer(Base):
    """Somebody named before opening who gets the ballot file and signs a recount."""

    ballot = peewee.ForeignKeyField(Ballot, backref="scrutineers")
    person = peewee.ForeignKeyField(Person, backref="scrutinies")
    signed_on = peewee.DateField(null=True)
    agrees = peewee.BooleanField(null=True)
    remark = peewee.TextField(default="")

    class Meta:
        table_name = "scrutineer"
        indexes = ((("ballot", "person"), True),)
        constraints = [
            peewee.Check("(signed_on IS NULL) = (agrees IS NULL)", name="scrutineer_signed")
        ]


class RollEntry(Base):
    """Somebody entitled to vote. Nothing here changes when she opens her link or votes."""

    ballot = peewee.ForeignKeyField(Ballot, backref="roll")
    person = peewee.ForeignKeyField(Person, backref="rolls")
    link_seed = peewee.TextField(null=True)
    link_hash = peewee.TextField(null=True, unique=True)

    class Meta:
        table_name = "roll_entry"
        indexes = ((("ballot", "person"), True),)
        constraints = [
            peewee.Check("(link_seed IS NULL) = (link_hash IS NULL)", name="roll_entry_link")
        ]


class VotingMark(Unordered):
    """That a right to vote was used, while the ballot is open: a keyed hash of whose. No time, no
    number, and nothing that a ballot holds."""

    key = peewee.TextField(primary_key=True)
    ballot = peewee.ForeignKeyField(Ballot, backref="marks")
    on_paper = peewee.BooleanField(default=False)

    class Meta:
        table_name = "voting_mark"
        constraints = [peewee.Check("length(key) = 64", name="voting_mark_key_is_a_hash")]


class CastBallot(Unordered):
    """A vote, while the ballot is open: a random key; no voter, no time, no order.

    `ranking`: numbers of candidates, the most wanted first; empty for a blank ballot.
    """

    key = peewee.TextField(primary_key=True)
    ballot = peewee.ForeignKeyField(Ballot, backref="cast")
    ranking = peewee.TextField()

    class Meta:
        table_name = "cast_ballot"


class CastReceipt(Unordered):
    """That a vote was cast for which somebody holds a receipt, while the ballot is open: a keyed
    hash of its digits, and nothing of the vote or the voter."""

    key = peewee.TextField(primary_key=True)
    ballot = peewee.ForeignKeyField(Ballot, backref="receipts_given")

    class Meta:
        table_name = "cast_receipt"
        constraints = [peewee.Check("length(key) = 64", name="cast_receipt_key_is_a_hash")]


class PaperBallot(Base):
    """A vote on paper, keyed by one person and then by another before it counts. The number was
    written on it after the papers were mixed; the row goes at the count."""

    ballot = peewee.ForeignKeyField(Ballot, backref="papers")
    number = peewee.IntegerField()
    ranking = peewee.TextField()
    first_by = peewee.ForeignKeyField(Person, backref="papers_keyed")
    second_by = peewee.ForeignKeyField(Person, null=True, backref="papers_keyed_again")

    class Meta:
        table_name = "paper_ballot"
        indexes = ((("ballot", "number"), True),)
        constraints = [
            peewee.Check("number > 0", name="paper_ballot_number"),
            peewee.Check(
                "second_by_id IS NULL OR second_by_id <> first_by_id",
                name="paper_ballot_two_people",
            ),
        ]


class BallotCount(Base):
    """That a ballot was counted: what was published, and the seed that was promised."""

    ballot = peewee.ForeignKeyField(Ballot, unique=True, backref="counts")
    counted_on = peewee.DateField()
    entitled = peewee.IntegerField()
    turnout = peewee.IntegerField()
    seed = peewee.TextField()
    file_hash = peewee.TextField()
    withdrawn = peewee.JSONField()
    elected = peewee.JSONField()

    class Meta:
        table_name = "ballot_count"
        constraints = [peewee.Check("turnout BETWEEN 0 AND entitled", name="ballot_count_turnout")]

    @property
    def is_published(self) -> bool:
        """Whether the ballots themselves, sorted, are shown to everybody: a long roll hides nobody
        where few of those on it vote."""
        return min(self.entitled, self.turnout) >= PUBLISHED_FROM


class CountedBallot(Unordered):
    """How often a ranking was voted: after the count there are no single ballots any more."""

    ballot = peewee.ForeignKeyField(Ballot, backref="counted")
    ranking = peewee.TextField()
    times = peewee.IntegerField()

    class Meta:
        table_name = "counted_ballot"
        primary_key = peewee.CompositeKey("ballot", "ranking")
        constraints = [peewee.Check("times > 0", name="counted_ballot_times")]


class CountedMark(Unordered):
    """A mark after the count: written anew, in the order of its hash."""

    key = peewee.TextField(primary_key=True)
    ballot = peewee.ForeignKeyField(Ballot, backref="counted_marks")

    class Meta:
        table_name = "counted_mark"
        constraints = [peewee.Check("length(key) = 64", name="counted_mark_key_is_a_hash")]


class CountedReceipt(Unordered):
    """A receipt after the count: written anew, in the order of its hash."""

    key = peewee.TextField(primary_key=True)
    ballot = peewee.ForeignKeyField(Ballot, backref="counted_receipts")

    class Meta:
        table_name = "counted_receipt"
        constraints = [peewee.Check("length(key) = 64", name="counted_receipt_key_is_a_hash")]


def ballots_past_their_day() -> list[Ballot]:
    """Ballots that were opened, whose last day is over, and which are not counted."""
    rows = Ballot.select().where(
        Ballot.opened_at.is_null(False) & (Ballot.closes_on < clock.today())
    )
    return [ballot for ballot in rows if not ballot.count]
