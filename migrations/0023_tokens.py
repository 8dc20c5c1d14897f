"""Who we are: personal tokens, by which programs read what their person may read."""

from peewee import Check, DateField, ForeignKeyField, Model, TextField


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class ApiToken(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE")
        name = TextField()
        token_hash = TextField(unique=True)
        made_on = DateField()
        used_on = DateField(null=True)
        expires_on = DateField()
        revoked_on = DateField(null=True)

        class Meta:
            table_name = "api_token"
            constraints = [
                Check("length(token_hash) = 64", name="api_token_is_a_hash"),
                Check("name <> ''", name="api_token_has_a_name"),
                Check("expires_on > made_on", name="api_token_expires"),
            ]

    db.create_tables([ApiToken], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "api_token"')
