"""What we decided: meetings, attendance, motions, decisions, action items, minutes."""

from peewee import (
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = (
    "appointment_ratification", "terms_adoption", "minutes_correction", "minutes_adoption",
    "minutes_circulation", "minutes", "action_item", "decision", "motion", "attendance",
    "agenda_item", "meeting",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Organisation(Base):
        pass

    class Body(Base):
        pass

    class Appointment(Base):
        pass

    class TermsOfReference(Base):
        class Meta:
            table_name = "terms_of_reference"

    class Meeting(Base):
        body = ForeignKeyField(Body)
        on = DateField(index=True)
        starts_at = TextField()
        place = TextField(default="")
        link = TextField(default="")
        languages = JSONField()
        called_at = DateTimeField()
        called_off_at = DateTimeField(null=True)
        held_at = DateTimeField(null=True)

        class Meta:
            table_name = "meeting"
            constraints = [
                Check("length(starts_at) = 5", name="meeting_starts_at"),
                Check(
                    "called_off_at IS NULL OR held_at IS NULL", name="meeting_held_or_called_off"
                ),
            ]

    class AgendaItem(Base):
        meeting = ForeignKeyField(Meeting, on_delete="CASCADE")
        position = IntegerField()
        title = JSONField()
        purpose = TextField()
        presenter = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        minutes_planned = IntegerField(null=True)
        notes = JSONField(default=dict)

        class Meta:
            table_name = "agenda_item"
            constraints = [
                Check(
                    "purpose IN ('information', 'discussion', 'decision', 'consent')",
                    name="agenda_item_purpose",
                ),
                Check("minutes_planned > 0", name="agenda_item_minutes_planned"),
            ]

    class Attendance(Base):
        meeting = ForeignKeyField(Meeting, on_delete="CASCADE")
        person = ForeignKeyField(Person, null=True, backref="+")
        name = TextField(default="")
        status = TextField()
        alternate_for = ForeignKeyField(Person, null=True, backref="+")

        class Meta:
            table_name = "attendance"
            indexes = ((("meeting", "person"), True), (("meeting", "alternate_for"), True))
            constraints = [
                Check(
                    "status IN ('present', 'regrets', 'absent', 'guest', 'staff')",
                    name="attendance_status",
                ),
                Check("(person_id IS NULL) = (name <> '')", name="attendance_person_or_name"),
                Check(
                    "alternate_for_id IS NULL OR status = 'present'", name="attendance_alternate"
                ),
                Check("alternate_for_id <> person_id", name="attendance_not_own_alternate"),
            ]

    class Motion(Base):
        meeting = ForeignKeyField(Meeting)
        agenda_item = ForeignKeyField(AgendaItem, null=True)
        number = TextField(unique=True)
        text = JSONField()
        mover = ForeignKeyField(Person, null=True, backref="+")
        seconder = ForeignKeyField(Person, null=True, backref="+")
        result = TextField()
        in_favour = IntegerField(null=True)
        against = IntegerField(null=True)
        abstained = IntegerField(null=True)

        class Meta:
            table_name = "motion"
            constraints = [
                Check(
                    "result IN ('carried', 'consensus', 'defeated', 'tabled', 'withdrawn')",
                    name="motion_result",
                ),
                Check("mover_id <> seconder_id", name="motion_two_people"),
                Check(
                    "result = 'consensus' OR (mover_id IS NOT NULL AND seconder_id IS NOT NULL)",
                    name="motion_moved_and_seconded",
                ),
                Check("in_favour >= 0 AND against >= 0 AND abstained >= 0", name="motion_counts"),
            ]

    class Decision(Base):
        meeting = ForeignKeyField(Meeting)
        agenda_item = ForeignKeyField(AgendaItem, null=True)
        text = JSONField()
        motion = ForeignKeyField(Motion, null=True)

        class Meta:
            table_name = "decision"

    class ActionItem(Base):
        meeting = ForeignKeyField(Meeting)
        agenda_item = ForeignKeyField(AgendaItem, null=True)
        text = JSONField()
        owner = ForeignKeyField(Person, null=True, backref="+")
        owner_organisation = ForeignKeyField(Organisation, null=True)
        due = DateField(null=True)
        done_on = DateField(null=True)
        done_by = ForeignKeyField(Person, null=True, backref="+")

        class Meta:
            table_name = "action_item"
            constraints = [
                Check(
                    "owner_id IS NULL OR owner_organisation_id IS NULL",
                    name="action_item_one_owner",
                ),
                Check("done_on IS NOT NULL OR done_by_id IS NULL", name="action_item_done_by"),
            ]

    class Minutes(Base):
        meeting = ForeignKeyField(Meeting, unique=True, on_delete="CASCADE")
        notes = JSONField(default=dict)

        class Meta:
            table_name = "minutes"

    class MinutesCirculation(Base):
        minutes = ForeignKeyField(Minutes, on_delete="CASCADE")
        at = DateTimeField()
        by = ForeignKeyField(Person, null=True)
        taken_back_at = DateTimeField(null=True)

        class Meta:
            table_name = "minutes_circulation"

    class MinutesAdoption(Base):
        minutes = ForeignKeyField(Minutes, unique=True)
        motion = ForeignKeyField(Motion, null=True)
        on = DateField()
        by = ForeignKeyField(Person, null=True)
        frozen = JSONField()

        class Meta:
            table_name = "minutes_adoption"

    class MinutesCorrection(Base):
        adoption = ForeignKeyField(MinutesAdoption)
        text = JSONField()
        motion = ForeignKeyField(Motion, null=True)
        on = DateField()
        by = ForeignKeyField(Person, null=True)

        class Meta:
            table_name = "minutes_correction"

    class TermsAdoption(Base):
        terms = ForeignKeyField(TermsOfReference, unique=True)
        motion = ForeignKeyField(Motion)

        class Meta:
            table_name = "terms_adoption"

    class AppointmentRatification(Base):
        appointment = ForeignKeyField(Appointment, unique=True)
        motion = ForeignKeyField(Motion)

        class Meta:
            table_name = "appointment_ratification"

    db.create_tables(
        [
            Meeting, AgendaItem, Attendance, Motion, Decision, ActionItem, Minutes,
            MinutesCirculation, MinutesAdoption, MinutesCorrection, TermsAdoption,
            AppointmentRatification,
        ],
        safe=False,
    )  # fmt: skip


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
