"""Votes that were lost with a house and are cast anew; PostgreSQL takes no samples of open votes.

ANALYZE keeps values of a table's columns for the planner, and keeps them when the table is empty.
"""

from peewee import Check, DateField, ForeignKeyField, Model, SqliteDatabase

UNSAMPLED = (
    ("cast_ballot", "key"),
    ("cast_ballot", "ranking"),
    ("voting_mark", "key"),
    ("cast_receipt", "key"),
    ("paper_ballot", "ranking"),
)


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Ballot(Base):
        class Meta:
            table_name = "ballot"

    class LostVotes(Base):
        ballot = ForeignKeyField(Ballot, unique=True, backref="+")
        lost_on = DateField()
        again_on = DateField(null=True)

        class Meta:
            table_name = "lost_votes"
            constraints = [
                Check("again_on IS NULL OR again_on >= lost_on", name="lost_votes_order")
            ]

    db.create_tables([LostVotes], safe=False)
    _sample(db, 0)


def down(migrator, db):
    _sample(db, -1)
    db.execute_sql('DROP TABLE "lost_votes"')


def _sample(db, how_many):
    if isinstance(db, SqliteDatabase):
        return
    for table, column in UNSAMPLED:
        db.execute_sql(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS {how_many}")
