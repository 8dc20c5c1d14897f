"""Several ballots of one call: contests, their seats, and who stands in which."""

from peewee import Check, DateField, ForeignKeyField, Model, TextField

from lipnet.core.migrations import CannotGoBack

KINDS = (
    "'settlement', 'municipal', 'education', 'health', 'employment', 'employer', 'francophone', "
    "'faith', 'ethnocultural', 'library', 'justice', 'housing', 'newcomer', 'funder', 'other', "
    "'lived_experience', 'youth'"
)


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Call(Base):
        class Meta:
            table_name = "call"

    class CallSeat(Base):
        class Meta:
            table_name = "call_seat"

    class Nomination(Base):
        class Meta:
            table_name = "nomination"

    class Ballot(Base):
        class Meta:
            table_name = "ballot"

    class Contest(Base):
        call = ForeignKeyField(Call, backref="+")
        kind = TextField()
        ballot = ForeignKeyField(Ballot, null=True, unique=True, backref="+")
        decided_on = DateField(null=True)

        class Meta:
            table_name = "contest"
            indexes = ((("call", "kind"), True),)
            constraints = [Check(f"kind IN ({KINDS})", name="contest_kind")]

    class ContestSeat(Base):
        contest = ForeignKeyField(Contest, backref="+")
        call_seat = ForeignKeyField(CallSeat, unique=True, backref="+")

        class Meta:
            table_name = "contest_seat"

    class ContestCandidate(Base):
        contest = ForeignKeyField(Contest, backref="+")
        nomination = ForeignKeyField(Nomination, unique=True, backref="+")

        class Meta:
            table_name = "contest_candidate"

    db.execute_sql('DROP INDEX "ballot_call_id"')
    db.execute_sql('CREATE INDEX "ballot_call_id" ON "ballot" ("call_id")')
    db.create_tables([Contest, ContestSeat, ContestCandidate], safe=False)


def down(migrator, db):
    """Refused where a call has contests: its ballots cannot become one."""
    if db.execute_sql('SELECT count(*) FROM "contest"').fetchone()[0]:
        raise CannotGoBack(
            "A call is divided into contests, which the version before cannot hold. Keep this "
            "version, or restore a backup made before."
        )
    for table in ("contest_candidate", "contest_seat", "contest"):
        db.execute_sql(f'DROP TABLE "{table}"')
    db.execute_sql('DROP INDEX "ballot_call_id"')
    db.execute_sql('CREATE UNIQUE INDEX "ballot_call_id" ON "ballot" ("call_id")')
