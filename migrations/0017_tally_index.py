"""What they answered, counted: a bitmap index takes the place of the snapshot."""

from peewee import (
    BlobField,
    Check,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class SurveyVersion(Base):
        class Meta:
            table_name = "survey_version"

    class TallyBlock(Base):
        version = ForeignKeyField(SurveyVersion, backref="blocks", on_delete="CASCADE")
        question = TextField()
        what = TextField()
        value = TextField()
        block = IntegerField()
        count = IntegerField()
        bits = BlobField()

        class Meta:
            table_name = "tally_block"
            primary_key = CompositeKey("version", "question", "what", "value", "block")
            constraints = [
                Check("count > 0", name="tally_block_counts_somebody"),
                Check("block >= 0", name="tally_block_from_zero"),
            ]

    db.create_tables([TallyBlock], safe=False)
    if not isinstance(db, SqliteDatabase):  # bits hardly shrink, and trying costs time
        db.execute_sql("ALTER TABLE tally_block ALTER COLUMN bits SET STORAGE EXTERNAL")
    db.execute_sql('DROP TABLE "tally_snapshot"')


def down(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class SurveyVersion(Base):
        class Meta:
            table_name = "survey_version"

    class TallySnapshot(Base):
        version = ForeignKeyField(
            SurveyVersion, backref="snapshots", unique=True, on_delete="CASCADE"
        )
        responses = IntegerField(default=0)
        tally = JSONField()

        class Meta:
            table_name = "tally_snapshot"
            constraints = [Check("responses >= 0", name="tally_snapshot_not_below_zero")]

    db.execute_sql('DROP TABLE "tally_block"')
    db.create_tables([TallySnapshot], safe=False)
