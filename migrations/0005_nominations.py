"""Whom we chose: calls, nominations, acclamations."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    JSONField,
    Model,
    TextField,
)

TABLES = ("acclaimed_seat", "acclamation", "nomination", "call_seat", "call")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Body(Base):
        class Meta:
            table_name = "body"

    class Seat(Base):
        class Meta:
            table_name = "seat"

    class Appointment(Base):
        class Meta:
            table_name = "appointment"

    class Call(Base):
        body = ForeignKeyField(Body)
        title = JSONField()
        text = JSONField(default=dict)
        opens_on = DateField()
        closes_on = DateField()
        opened_at = DateTimeField(null=True)
        closed_at = DateTimeField(null=True)

        class Meta:
            table_name = "call"
            constraints = [
                Check("opens_on <= closes_on", name="call_days"),
                Check("closed_at IS NULL OR opened_at IS NOT NULL", name="call_opened_first"),
            ]

    class CallSeat(Base):
        call = ForeignKeyField(Call)
        seat = ForeignKeyField(Seat)
        criteria = JSONField(default=dict)

        class Meta:
            table_name = "call_seat"
            indexes = ((("call", "seat"), True),)

    class Nomination(Base):
        call = ForeignKeyField(Call)
        nominee = ForeignKeyField(Person, backref="nominations")
        nominator = ForeignKeyField(Person, backref="nominations_made")
        seat = ForeignKeyField(Seat, null=True)
        statement = TextField()
        interests = TextField(default="")
        may_publish = BooleanField(default=False)
        made_at = DateTimeField()
        accepted_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)
        withdrawn_at = DateTimeField(null=True)
        forgotten_at = DateTimeField(null=True)

        class Meta:
            table_name = "nomination"
            indexes = ((("call", "nominee"), True),)
            constraints = [
                Check("accepted_at IS NULL OR declined_at IS NULL", name="nomination_one_answer"),
                Check("accepted_at IS NOT NULL OR NOT may_publish", name="nomination_consent"),
                Check(
                    "forgotten_at IS NULL OR (statement = '' AND interests = '')",
                    name="nomination_forgotten",
                ),
            ]

    class Acclamation(Base):
        call = ForeignKeyField(Call, unique=True)
        on = DateField()
        by = ForeignKeyField(Person)

        class Meta:
            table_name = "acclamation"

    class AcclaimedSeat(Base):
        acclamation = ForeignKeyField(Acclamation)
        nomination = ForeignKeyField(Nomination, unique=True)
        appointment = ForeignKeyField(Appointment, unique=True)

        class Meta:
            table_name = "acclaimed_seat"

    db.create_tables([Call, CallSeat, Nomination, Acclamation, AcclaimedSeat], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
