"""Receipts of a secret ballot, where its rules give them."""

from peewee import Check, ForeignKeyField, Model, SqliteDatabase, TextField


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Ballot(Base):
        class Meta:
            table_name = "ballot"

    class BallotWithReceipts(Base):
        ballot = ForeignKeyField(Ballot, unique=True, backref="with_receipts")

        class Meta:
            table_name = "ballot_with_receipts"

    class Unordered(Base):
        @classmethod
        def create_table(cls, safe=True, **options):
            cls._meta.without_rowid = isinstance(db, SqliteDatabase)
            super().create_table(safe, **options)

    class CastReceipt(Unordered):
        key = TextField(primary_key=True)
        ballot = ForeignKeyField(Ballot, backref="receipts_given")

        class Meta:
            table_name = "cast_receipt"
            constraints = [Check("length(key) = 64", name="cast_receipt_key_is_a_hash")]

    class CountedReceipt(Unordered):
        key = TextField(primary_key=True)
        ballot = ForeignKeyField(Ballot, backref="counted_receipts")

        class Meta:
            table_name = "counted_receipt"
            constraints = [Check("length(key) = 64", name="counted_receipt_key_is_a_hash")]

    db.create_tables([BallotWithReceipts, CastReceipt, CountedReceipt], safe=False)


def down(migrator, db):
    for table in ("counted_receipt", "cast_receipt", "ballot_with_receipts"):
        db.execute_sql(f'DROP TABLE "{table}"')
