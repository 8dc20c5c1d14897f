"""Minutes on their way: revisions, comments, what is confidential, what is public."""

from peewee import (
    BooleanField,
    Check,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

BUILT_ON = ("body", "person", "agenda_item", "minutes")


def up(migrator, db):
    db.create_tables(_tables(db), safe=False)


def down(migrator, db):
    for table in reversed(_tables(db)):
        db.execute_sql(f'DROP TABLE "{table._meta.table_name}"')


def _tables(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    there = {name: _standing(Base, name) for name in BUILT_ON}
    return [*_written(Base, there), *_shown(Base, there)]


def _standing(base, name):
    """A table that other ones refer to, by its name alone."""
    meta = type("Meta", (), {"table_name": name})
    return type("".join(part.title() for part in name.split("_")), (base,), {"Meta": meta})


def _written(base, there):
    class MinutesRevision(base):
        minutes = ForeignKeyField(there["minutes"], on_delete="CASCADE")
        number = IntegerField()
        occasion = TextField()
        document = JSONField()
        digest = TextField()
        at = DateTimeField()
        by = ForeignKeyField(there["person"], null=True, on_delete="SET NULL")

        class Meta:
            table_name = "minutes_revision"
            indexes = ((("minutes", "number"), True),)
            constraints = [
                Check("occasion IN ('circulated', 'adopted')", name="minutes_revision_occasion"),
                Check("number > 0", name="minutes_revision_number"),
            ]

    class MinutesComment(base):
        minutes = ForeignKeyField(there["minutes"], on_delete="CASCADE")
        person = ForeignKeyField(there["person"], on_delete="CASCADE")
        about = TextField()
        about_id = IntegerField(null=True)
        about_text = JSONField()
        text = TextField()
        at = DateTimeField()
        answer = TextField()
        because = TextField()
        answered_at = DateTimeField(null=True)
        answered_by = ForeignKeyField(there["person"], null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "minutes_comment"
            constraints = [
                Check(
                    "about IN ('', 'item', 'motion', 'decision', 'action')",
                    name="minutes_comment_about",
                ),
                Check("answer IN ('', 'put_right', 'left')", name="minutes_comment_answer"),
                Check("text <> ''", name="minutes_comment_says_something"),
                Check("(about = '') = (about_id IS NULL)", name="minutes_comment_line"),
                Check("(answer = '') = (answered_at IS NULL)", name="minutes_comment_answered"),
                Check("answer <> 'left' OR because <> ''", name="minutes_comment_reason"),
            ]

    return MinutesRevision, MinutesComment


def _shown(base, there):
    class ConfidentialItem(base):
        item = ForeignKeyField(there["agenda_item"], unique=True, on_delete="CASCADE")
        reason = TextField()
        at = DateTimeField()
        by = ForeignKeyField(there["person"], null=True, on_delete="SET NULL")

        class Meta:
            table_name = "confidential_item"
            constraints = [Check("reason <> ''", name="confidential_item_reason")]

    class PublicMinutes(base):
        body = ForeignKeyField(there["body"], unique=True, on_delete="CASCADE")
        names = BooleanField()
        at = DateTimeField()
        by = ForeignKeyField(there["person"], null=True, on_delete="SET NULL")

        class Meta:
            table_name = "public_minutes"

    class MinutesPublication(base):
        minutes = ForeignKeyField(there["minutes"], on_delete="CASCADE")
        at = DateTimeField()
        by = ForeignKeyField(there["person"], null=True, on_delete="SET NULL")
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            table_name = "minutes_publication"

    return ConfidentialItem, PublicMinutes, MinutesPublication
