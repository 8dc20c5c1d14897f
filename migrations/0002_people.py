"""Who we are: organisations, persons, roles, sign-ins."""

from peewee import Check, DateField, DateTimeField, ForeignKeyField, JSONField, Model, TextField

TABLES = ("sign_in", "role_grant", "person", "organisation")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Organisation(Base):
        name = JSONField()
        folded_name = TextField(index=True)
        sector = TextField()
        website = TextField(default="")
        left_on = DateField(null=True)

        class Meta:
            table_name = "organisation"
            constraints = [
                Check(
                    "sector IN ('settlement', 'municipal', 'education', 'health', 'employment', "
                    "'employer', 'francophone', 'faith', 'ethnocultural', 'library', 'justice', "
                    "'housing', 'newcomer', 'funder', 'other')",
                    name="organisation_sector",
                )
            ]

    class Person(Base):
        name = TextField()
        folded_name = TextField(index=True)
        email = TextField(null=True)
        folded_email = TextField(null=True, unique=True)
        language = TextField(default="en")
        organisation = ForeignKeyField(
            Organisation, null=True, backref="people", on_delete="SET NULL"
        )
        password_hash = TextField(null=True)
        added_at = DateTimeField()
        left_at = DateTimeField(null=True)

        class Meta:
            table_name = "person"
            constraints = [
                Check("(email IS NULL) = (folded_email IS NULL)", name="person_email_folded_too")
            ]

    class RoleGrant(Base):
        person = ForeignKeyField(Person, backref="grants", on_delete="CASCADE")
        role = TextField()
        granted_at = DateTimeField()

        class Meta:
            table_name = "role_grant"
            indexes = ((("person", "role"), True),)
            constraints = [
                Check(
                    "role IN ('coordinator', 'chair', 'member', 'translator', 'viewer')",
                    name="role_grant_role",
                )
            ]

    class SignIn(Base):
        key_hash = TextField(unique=True)
        person = ForeignKeyField(Person, backref="sign_ins", on_delete="CASCADE")
        began_at = DateTimeField()
        seen_at = DateTimeField()
        ended_at = DateTimeField(null=True)

        class Meta:
            table_name = "sign_in"

    db.create_tables([Organisation, Person, RoleGrant, SignIn], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
