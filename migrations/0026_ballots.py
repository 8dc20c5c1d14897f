"""The secret ballot: its roll, who voted, what was voted, how it was counted."""

from peewee import (
    BooleanField,
    Check,
    CompositeKey,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

TABLES = (
    "counted_mark",
    "counted_ballot",
    "ballot_count",
    "paper_ballot",
    "cast_ballot",
    "voting_mark",
    "roll_entry",
    "scrutineer",
    "ballot_candidate",
    "ballot",
)
RULES = "'scottish', 'meek', 'approval', 'plurality', 'slate'"


def up(migrator, db):
    on_sqlite = isinstance(db, SqliteDatabase)

    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Call(Base):
        class Meta:
            table_name = "call"

    class Nomination(Base):
        class Meta:
            table_name = "nomination"

    class Ballot(Base):
        call = ForeignKeyField(Call, unique=True, backref="ballots")
        rule = TextField()
        seats = IntegerField()
        closes_on = DateField()
        opened_at = DateTimeField(null=True)
        seed_nonce = TextField(default="")
        seed_hash = TextField(default="")

        class Meta:
            table_name = "ballot"
            constraints = [
                Check(f"rule IN ({RULES})", name="ballot_rule"),
                Check("seats > 0", name="ballot_seats"),
                Check("(opened_at IS NULL) = (seed_hash = '')", name="ballot_seed_committed"),
            ]

    class BallotCandidate(Base):
        ballot = ForeignKeyField(Ballot, backref="candidates")
        number = IntegerField()
        nomination = ForeignKeyField(Nomination, backref="candidacies")
        name = TextField()

        class Meta:
            table_name = "ballot_candidate"
            indexes = ((("ballot", "number"), True), (("ballot", "nomination"), True))
            constraints = [Check("number > 0", name="ballot_candidate_number")]

    class Scrutineer(Base):
        ballot = ForeignKeyField(Ballot, backref="scrutineers")
        person = ForeignKeyField(Person, backref="scrutinies")
        signed_on = DateField(null=True)
        agrees = BooleanField(null=True)
        remark = TextField(default="")

        class Meta:
            table_name = "scrutineer"
            indexes = ((("ballot", "person"), True),)
            constraints = [
                Check("(signed_on IS NULL) = (agrees IS NULL)", name="scrutineer_signed")
            ]

    class RollEntry(Base):
        ballot = ForeignKeyField(Ballot, backref="roll")
        person = ForeignKeyField(Person, backref="rolls")
        link_seed = TextField(null=True)
        link_hash = TextField(null=True, unique=True)

        class Meta:
            table_name = "roll_entry"
            indexes = ((("ballot", "person"), True),)
            constraints = [
                Check("(link_seed IS NULL) = (link_hash IS NULL)", name="roll_entry_link")
            ]

    class VotingMark(Base):
        key = TextField(primary_key=True)
        ballot = ForeignKeyField(Ballot, backref="marks")
        on_paper = BooleanField(default=False)

        class Meta:
            table_name = "voting_mark"
            without_rowid = on_sqlite
            constraints = [Check("length(key) = 64", name="voting_mark_key_is_a_hash")]

    class CastBallot(Base):
        key = TextField(primary_key=True)
        ballot = ForeignKeyField(Ballot, backref="cast")
        ranking = TextField()

        class Meta:
            table_name = "cast_ballot"
            without_rowid = on_sqlite

    class PaperBallot(Base):
        ballot = ForeignKeyField(Ballot, backref="papers")
        number = IntegerField()
        ranking = TextField()
        first_by = ForeignKeyField(Person, backref="papers_keyed")
        second_by = ForeignKeyField(Person, null=True, backref="papers_keyed_again")

        class Meta:
            table_name = "paper_ballot"
            indexes = ((("ballot", "number"), True),)
            constraints = [
                Check("number > 0", name="paper_ballot_number"),
                Check(
                    "second_by_id IS NULL OR second_by_id <> first_by_id",
                    name="paper_ballot_two_people",
                ),
            ]

    class BallotCount(Base):
        ballot = ForeignKeyField(Ballot, unique=True, backref="counts")
        counted_on = DateField()
        entitled = IntegerField()
        turnout = IntegerField()
        seed = TextField()
        file_hash = TextField()
        withdrawn = JSONField()
        elected = JSONField()

        class Meta:
            table_name = "ballot_count"
            constraints = [Check("turnout BETWEEN 0 AND entitled", name="ballot_count_turnout")]

    class CountedBallot(Base):
        ballot = ForeignKeyField(Ballot, backref="counted")
        ranking = TextField()
        times = IntegerField()

        class Meta:
            table_name = "counted_ballot"
            without_rowid = on_sqlite
            primary_key = CompositeKey("ballot", "ranking")
            constraints = [Check("times > 0", name="counted_ballot_times")]

    class CountedMark(Base):
        key = TextField(primary_key=True)
        ballot = ForeignKeyField(Ballot, backref="counted_marks")

        class Meta:
            table_name = "counted_mark"
            without_rowid = on_sqlite
            constraints = [Check("length(key) = 64", name="counted_mark_key_is_a_hash")]

    db.create_tables(
        [
            Ballot,
            BallotCandidate,
            Scrutineer,
            RollEntry,
            VotingMark,
            CastBallot,
            PaperBallot,
            BallotCount,
            CountedBallot,
            CountedMark,
        ],
        safe=False,
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
