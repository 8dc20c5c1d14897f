"""Surveys by invitation: who is invited, and that a right to answer was used."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

TABLES = ("spent_invitation", "invitee", "by_invitation")


def up(migrator, db):
    on_sqlite = isinstance(db, SqliteDatabase)

    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class ByInvitation(Base):
        survey = ForeignKeyField(Survey, unique=True, on_delete="CASCADE")
        remind_days = IntegerField(null=True)
        reminded_on = DateField(null=True)

        class Meta:
            table_name = "by_invitation"
            constraints = [
                Check(
                    "remind_days IS NULL OR remind_days BETWEEN 1 AND 60",
                    name="by_invitation_days",
                )
            ]

    class Invitee(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        name = TextField()
        email = TextField()
        folded_email = TextField()
        language = TextField()
        link_seed = TextField(null=True)
        link_hash = TextField(null=True, unique=True)
        sent_on = DateField(null=True)
        bounced_on = DateField(null=True)
        bounce_reason = TextField(default="")
        stopped_on = DateField(null=True)

        class Meta:
            table_name = "invitee"
            indexes = ((("survey", "folded_email"), True),)
            constraints = [
                Check(
                    "(sent_on IS NULL) = (link_hash IS NULL) AND (sent_on IS NULL) = "
                    "(link_seed IS NULL)",
                    name="invitee_sent_has_a_link",
                ),
                Check("bounced_on IS NULL OR sent_on IS NOT NULL", name="invitee_bounced_was_sent"),
            ]

    class SpentInvitation(Base):
        key = TextField(primary_key=True)
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        shown = BooleanField(default=False)

        class Meta:
            table_name = "spent_invitation"
            without_rowid = on_sqlite
            constraints = [Check("length(key) = 64", name="spent_invitation_key_is_a_hash")]

    db.create_tables([ByInvitation, Invitee, SpentInvitation], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
