"""For which organisation a seat is held, as known of those who sit today or will."""

from peewee import ForeignKeyField, Model

AS_FAR_AS_KNOWN = """
    INSERT INTO "sits_for" ("appointment_id", "organisation_id")
    SELECT a."id", p."organisation_id"
    FROM "appointment" a JOIN "person" p ON p."id" = a."person_id"
    WHERE p."organisation_id" IS NOT NULL AND a."to_on" >= CURRENT_DATE
        AND (a."ended_on" IS NULL OR a."ended_on" > CURRENT_DATE)
"""


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Appointment(Base):
        class Meta:
            table_name = "appointment"

    class Organisation(Base):
        class Meta:
            table_name = "organisation"

    class SitsFor(Base):
        appointment = ForeignKeyField(Appointment, unique=True, backref="hats", on_delete="CASCADE")
        organisation = ForeignKeyField(Organisation, backref="+", on_delete="RESTRICT")

        class Meta:
            table_name = "sits_for"

    db.create_tables([SitsFor])
    db.execute_sql(AS_FAR_AS_KNOWN)


def down(migrator, db):
    db.execute_sql('DROP TABLE "sits_for"')
