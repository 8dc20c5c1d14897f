"""What an agenda is made of besides its items: usual items, what came back by itself, what members
propose, papers, what is adopted by consent, conflicts of interest."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

KINDS = "kind IN ('plain', 'land', 'conflicts', 'consent', 'arising', 'closing')"
PURPOSES = "purpose IN ('information', 'discussion', 'decision', 'consent')"
BUILT_ON = ("body", "person", "meeting", "agenda_item", "action_item", "motion", "stored_file")


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
    made = [*_usual(Base, there), *_returning(Base, there)]
    return [
        *made,
        *_brought(Base, there),
        *_consent(Base, there),
        _conflicts(Base, there),
        _length(Base, there),
    ]


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


def _brought(base, there):
    class ProposedItem(base):
        meeting = ForeignKeyField(there["meeting"], on_delete="CASCADE")
        person = ForeignKeyField(there["person"], on_delete="CASCADE")
        title = JSONField()
        purpose = TextField()
        minutes_planned = IntegerField(null=True)
        why = TextField()
        link = TextField()
        file = ForeignKeyField(there["stored_file"], null=True, on_delete="RESTRICT")
        file_name = TextField()
        proposed_at = DateTimeField()
        answered_at = DateTimeField(null=True)
        item = ForeignKeyField(there["agenda_item"], null=True, on_delete="SET NULL")
        declined_because = TextField()

        class Meta:
            table_name = "proposed_item"
            constraints = [
                Check(PURPOSES, name="proposed_item_purpose"),
                Check("minutes_planned > 0", name="proposed_item_minutes_planned"),
                Check("(file_id IS NULL) = (file_name = '')", name="proposed_item_file_name"),
                Check(
                    "answered_at IS NOT NULL OR (item_id IS NULL AND declined_because = '')",
                    name="proposed_item_answered",
                ),
                Check("item_id IS NULL OR declined_because = ''", name="proposed_item_one_answer"),
            ]

    class Paper(base):
        item = ForeignKeyField(there["agenda_item"], on_delete="CASCADE")
        title = JSONField()
        link = TextField()
        file = ForeignKeyField(there["stored_file"], null=True, on_delete="RESTRICT")
        file_name = TextField()
        added_at = DateTimeField()

        class Meta:
            table_name = "paper"
            constraints = [
                Check("(link <> '') = (file_id IS NULL)", name="paper_link_or_file"),
                Check("(file_id IS NULL) = (file_name = '')", name="paper_file_name"),
            ]

    return ProposedItem, Paper


def _consent(base, there):
    class PulledItem(base):
        item = ForeignKeyField(there["agenda_item"], unique=True, on_delete="CASCADE")
        person = ForeignKeyField(there["person"], null=True, on_delete="SET NULL")
        at = DateTimeField()

        class Meta:
            table_name = "pulled_item"

    class ConsentAdoption(base):
        item = ForeignKeyField(there["agenda_item"], unique=True, on_delete="CASCADE")
        motion = ForeignKeyField(there["motion"], on_delete="CASCADE")

        class Meta:
            table_name = "consent_adoption"

    return PulledItem, ConsentAdoption


def _conflicts(base, there):
    class DeclaredConflict(base):
        item = ForeignKeyField(there["agenda_item"], on_delete="CASCADE")
        person = ForeignKeyField(there["person"], on_delete="CASCADE")
        nature = TextField()
        steps_out = BooleanField()
        at = DateTimeField()

        class Meta:
            table_name = "declared_conflict"
            indexes = ((("item", "person"), True),)
            constraints = [Check("nature <> ''", name="declared_conflict_nature")]

    return DeclaredConflict


def _length(base, there):
    class PlannedLength(base):
        meeting = ForeignKeyField(there["meeting"], unique=True, on_delete="CASCADE")
        minutes = IntegerField()

        class Meta:
            table_name = "planned_length"
            constraints = [Check("minutes > 0", name="planned_length_minutes")]

    return PlannedLength
