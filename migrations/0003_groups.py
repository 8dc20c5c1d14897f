"""How we sit: bodies, seats, appointments, terms of reference, who holds the agreement."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = ("holder_choice", "terms_of_reference", "appointment", "seat", "body")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Organisation(Base):
        class Meta:
            table_name = "organisation"

    class Person(Base):
        class Meta:
            table_name = "person"

    class Body(Base):
        kind = TextField()
        name = JSONField()
        slug = TextField(unique=True)
        purpose = JSONField(default=dict)
        parent = ForeignKeyField("self", null=True, backref="children")
        adopts_minutes = BooleanField()
        founded_on = DateField()
        dissolved_on = DateField(null=True)

        class Meta:
            table_name = "body"
            constraints = [
                Check(
                    "kind IN ('council', 'steering', 'executive', 'working_group', 'ad_hoc')",
                    name="body_kind",
                )
            ]

    class Seat(Base):
        body = ForeignKeyField(Body, backref="seats")
        number = IntegerField()
        label = JSONField()
        sector = TextField()
        voting = BooleanField(default=True)
        ex_officio = BooleanField(default=False)
        francophone = BooleanField(default=False)
        lived_experience = BooleanField(default=False)
        youth = BooleanField(default=False)
        removed_on = DateField(null=True)

        class Meta:
            table_name = "seat"
            indexes = ((("body", "number"), True),)
            constraints = [
                Check("number > 0", name="seat_number"),
                Check(
                    "sector IN ('settlement', 'municipal', 'education', 'health', 'employment', "
                    "'employer', 'francophone', 'faith', 'ethnocultural', 'library', 'justice', "
                    "'housing', 'newcomer', 'funder', 'other')",
                    name="seat_sector",
                ),
            ]

    class Appointment(Base):
        seat = ForeignKeyField(Seat, backref="appointments")
        person = ForeignKeyField(Person, backref="appointments")
        role = TextField(default="member")
        from_on = DateField()
        to_on = DateField()
        ended_on = DateField(null=True)
        ended_reason = TextField(default="")
        term_number = IntegerField(default=1)

        class Meta:
            table_name = "appointment"
            constraints = [
                Check("role IN ('member', 'chair', 'co_chair')", name="appointment_role"),
                Check("from_on <= to_on", name="appointment_days"),
                Check("term_number > 0", name="appointment_term"),
            ]

    class TermsOfReference(Base):
        body = ForeignKeyField(Body, backref="terms")
        version = IntegerField()
        sections = JSONField()
        quorum_kind = TextField()
        quorum_value = IntegerField()
        decision_rule = TextField()
        term_years = IntegerField()
        notice_days = IntegerField()
        review_on = DateField(null=True)
        in_force_from = DateField(null=True)

        class Meta:
            table_name = "terms_of_reference"
            indexes = ((("body", "version"), True),)
            constraints = [
                Check("quorum_kind IN ('fixed', 'share')", name="terms_quorum_kind"),
                Check(
                    "decision_rule IN ('consensus_then_majority', 'majority')",
                    name="terms_decision_rule",
                ),
                Check(
                    "quorum_value > 0 AND (quorum_kind = 'fixed' OR quorum_value <= 100)",
                    name="terms_quorum_value",
                ),
                Check("term_years > 0 AND notice_days >= 0", name="terms_lengths"),
            ]

    class HolderChoice(Base):
        configuration = TextField()
        holder = ForeignKeyField(Organisation, null=True)
        reason = JSONField()
        on = DateField()

        class Meta:
            table_name = "holder_choice"
            constraints = [
                Check(
                    "configuration IN ('municipality', 'agency', 'partnership')",
                    name="holder_choice_configuration",
                )
            ]

    db.create_tables([Body, Seat, Appointment, TermsOfReference, HolderChoice], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
