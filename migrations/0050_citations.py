"""Lines of minutes name records of upper floors, such as actions of the plan."""

from peewee import Check, Model, TextField


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Citation(Base):
        from_kind = TextField()
        from_id = TextField()
        to_kind = TextField()
        to_id = TextField()

        class Meta:
            table_name = "citation"
            indexes = (
                (("from_kind", "from_id", "to_kind", "to_id"), True),
                (("to_kind", "to_id"), False),
            )
            constraints = [
                Check(
                    "from_kind IN ('motion', 'decision', 'action_item')",
                    name="citation_from_kind",
                )
            ]

    db.create_tables([Citation])


def down(migrator, db):
    db.execute_sql('DROP TABLE "citation"')
