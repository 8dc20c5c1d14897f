"""Papers that are laid beside a motion put to the vote between meetings."""

from peewee import Check, ForeignKeyField, Model, TextField


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class StoredFile(Base):
        class Meta:
            table_name = "stored_file"

    class EVote(Base):
        class Meta:
            table_name = "evote"

    class EVotePaper(Base):
        evote = ForeignKeyField(EVote, backref="+", on_delete="CASCADE")
        file = ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
        file_name = TextField()

        class Meta:
            table_name = "evote_paper"
            constraints = [Check("file_name <> ''", name="evote_paper_file_name")]

    db.create_tables([EVotePaper])


def down(migrator, db):
    db.execute_sql('DROP TABLE "evote_paper"')
