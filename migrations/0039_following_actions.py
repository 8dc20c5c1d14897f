"""What was taken on, followed: when people want to be reminded, and notes with what shows it."""

from peewee import BooleanField, Check, DateField, ForeignKeyField, Model, TextField

TABLES = ("action_note", "action_reminder", "reminder_choice")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class ActionItem(Base):
        class Meta:
            table_name = "action_item"

    class StoredFile(Base):
        class Meta:
            table_name = "stored_file"

    class ReminderChoice(Base):
        person = ForeignKeyField(Person, unique=True, backref="+", on_delete="CASCADE")
        week_before = BooleanField()
        on_the_day = BooleanField()
        weekly = BooleanField()
        digest_on = DateField()

        class Meta:
            table_name = "reminder_choice"

    class ActionReminder(Base):
        action = ForeignKeyField(ActionItem, backref="+", on_delete="CASCADE")
        person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
        occasion = TextField()
        due = DateField()

        class Meta:
            table_name = "action_reminder"
            indexes = ((("action", "person", "occasion", "due"), True),)
            constraints = [Check("occasion IN ('week', 'day')", name="action_reminder_occasion")]

    class ActionNote(Base):
        action = ForeignKeyField(ActionItem, backref="+", on_delete="CASCADE")
        text = TextField(default="")
        link = TextField(default="")
        file = ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
        file_name = TextField(default="")
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "action_note"
            constraints = [
                Check(
                    "text <> '' OR link <> '' OR file_id IS NOT NULL",
                    name="action_note_says_something",
                ),
                Check("(file_id IS NULL) = (file_name = '')", name="action_note_file_named"),
            ]

    db.create_tables([ReminderChoice, ActionReminder, ActionNote], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
