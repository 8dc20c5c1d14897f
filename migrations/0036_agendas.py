"""What an agenda is made of besides its items: usual items, what came back by itself."""

from peewee import Check, DateField, ForeignKeyField, IntegerField, JSONField, Model, TextField

KINDS = "kind IN ('plain', 'land', 'conflicts', 'consent', 'arising', 'closing')"
PURPOSES = "purpose IN ('information', 'discussion', 'decision', 'consent')"
BUILT_ON = ("body", "person", "meeting", "agenda_item", "action_item")


def up(migrator, db):
    db.create_tables(_tables(db), safe=False)


def down(migrator, db):
    for table in reversed(_tables(db)):
        db.execute_sql(f'DROP TABLE "{table._meta.table_name}"')


def _tables(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    there = {name: _standing(Base, name) for name in BUILT_ON}
    return [*_usual(Base, there), *_returning(Base, there)]


def _standing(base, name):
    """A table that other ones refer to, by its name alone."""
    meta = type("Meta", (), {"table_name": name})
    return type("".join(part.title() for part in name.split("_")), (base,), {"Meta": meta})


def _usual(base, there):
    class UsualItem(base):
        body = ForeignKeyField(there["body"], on_delete="CASCADE")
        position = IntegerField()
        kind = TextField()
        title = JSONField()
        purpose = TextField()
        minutes_planned = IntegerField(null=True)
        text = JSONField()
        speaker = ForeignKeyField(there["person"], null=True, on_delete="SET NULL")

        class Meta:
            table_name = "usual_item"
            constraints = [
                Check(KINDS, name="usual_item_kind"),
                Check(PURPOSES, name="usual_item_purpose"),
                Check("minutes_planned > 0", name="usual_item_minutes_planned"),
            ]

    class StandingItem(base):
        item = ForeignKeyField(there["agenda_item"], unique=True, on_delete="CASCADE")
        kind = TextField()
        text = JSONField()

        class Meta:
            table_name = "standing_item"
            constraints = [Check(KINDS, name="standing_item_kind")]

    return UsualItem, StandingItem


def _returning(base, there):
    class CameBack(base):
        meeting = ForeignKeyField(there["meeting"], on_delete="CASCADE")
        item = ForeignKeyField(there["agenda_item"], null=True, unique=True)
        earlier = ForeignKeyField(there["agenda_item"], unique=True, on_delete="CASCADE")
        since = DateField()
        nth = IntegerField()
        left_off_because = TextField()

        class Meta:
            table_name = "came_back"
            constraints = [
                Check("nth > 0", name="came_back_nth"),
                Check("item_id <> earlier_id", name="came_back_two_items"),
                Check("(item_id IS NULL) = (left_off_because <> '')", name="came_back_or_left"),
            ]

    class StillOpen(base):
        meeting = ForeignKeyField(there["meeting"], on_delete="CASCADE")
        action = ForeignKeyField(there["action_item"], on_delete="CASCADE")
        nth = IntegerField()
        left_off_because = TextField()

        class Meta:
            table_name = "still_open"
            indexes = ((("meeting", "action"), True),)
            constraints = [Check("nth > 0", name="still_open_nth")]

    return CameBack, StillOpen
