"""What we decided: series of meetings, answers to invitations, calendars, agendas sent."""

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


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(name):
        meta = type("Meta", (), {"table_name": name})
        return type(name, (Base,), {"Meta": meta})

    Body, Meeting, Person = known("body"), known("meeting"), known("person")
    tables = [*_of_series(Base, Body, Meeting), *_of_invitations(Base, Meeting, Person)]
    db.create_tables(tables, safe=False)


def down(migrator, db):
    """The meetings stay; which of them were only planned is lost."""
    for table in (
        "agenda_sending", "calendar_feed", "meeting_reply", "series_meeting", "meeting_series",
    ):  # fmt: skip
        db.execute_sql(f'DROP TABLE "{table}"')


def _of_series(Base, Body, Meeting):
    class MeetingSeries(Base):
        body = ForeignKeyField(Body, backref="+")
        rhythm = TextField()
        week = IntegerField()
        weekday = IntegerField()
        left_out = JSONField()
        from_on = DateField()
        until_on = DateField(null=True)
        starts_at = TextField()
        place = TextField(default="")
        link = TextField(default="")
        languages = JSONField()
        ahead_months = IntegerField()
        call_days = IntegerField()
        ended_at = DateTimeField(null=True)

        class Meta:
            table_name = "meeting_series"
            constraints = [
                Check(
                    "rhythm IN ('weekly', 'two_weeks', 'monthly', 'two_months', 'quarterly')",
                    name="meeting_series_rhythm",
                ),
                Check("week IN (1, 2, 3, 4, -1)", name="meeting_series_week"),
                Check("weekday BETWEEN 0 AND 6", name="meeting_series_weekday"),
                Check("length(starts_at) = 5", name="meeting_series_starts_at"),
                Check("until_on IS NULL OR until_on >= from_on", name="meeting_series_days"),
                Check("ahead_months > 0 AND call_days >= 0", name="meeting_series_lengths"),
            ]

    class SeriesMeeting(Base):
        series = ForeignKeyField(MeetingSeries, backref="+")
        meeting = ForeignKeyField(Meeting, unique=True, on_delete="CASCADE")
        due_on = DateField()
        called_at = DateTimeField(null=True)

        class Meta:
            table_name = "series_meeting"
            indexes = ((("series", "due_on"), True),)

    return MeetingSeries, SeriesMeeting


def _of_invitations(Base, Meeting, Person):
    class MeetingReply(Base):
        meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
        person = ForeignKeyField(Person, backref="+")
        answer = TextField()
        instead = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
        instead_name = TextField(default="")
        at = DateTimeField()

        class Meta:
            table_name = "meeting_reply"
            indexes = ((("meeting", "person"), True),)
            constraints = [
                Check("answer IN ('come', 'online', 'cannot')", name="meeting_reply_answer"),
                Check(
                    "answer = 'cannot' OR (instead_id IS NULL AND instead_name = '')",
                    name="meeting_reply_instead",
                ),
                Check("instead_id IS NULL OR instead_name = ''", name="meeting_reply_one_instead"),
            ]

    class CalendarFeed(Base):
        person = ForeignKeyField(Person, unique=True, on_delete="CASCADE")
        nonce = TextField(unique=True)
        made_at = DateTimeField()

        class Meta:
            table_name = "calendar_feed"

    class AgendaSending(Base):
        meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
        agenda = JSONField()
        at = DateTimeField()

        class Meta:
            table_name = "agenda_sending"

    return MeetingReply, CalendarFeed, AgendaSending
