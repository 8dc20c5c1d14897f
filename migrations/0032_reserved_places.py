"""Places of a ballot that are reserved for some of its candidates; lots drawn by hand."""

from peewee import Check, DateField, ForeignKeyField, IntegerField, Model, TextField

TABLES = ("drawn_lot", "lot_drawer", "reserved_member", "reserved_place")
GROUPS = (
    "'settlement', 'municipal', 'education', 'health', 'employment', 'employer', 'francophone', "
    "'faith', 'ethnocultural', 'library', 'justice', 'housing', 'newcomer', 'funder', 'other', "
    "'lived_experience', 'youth'"
)


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Nomination(Base):
        class Meta:
            table_name = "nomination"

    class Ballot(Base):
        class Meta:
            table_name = "ballot"

    class ReservedPlace(Base):
        ballot = ForeignKeyField(Ballot, backref="places")
        kind = TextField()
        minimum = IntegerField(default=0)
        maximum = IntegerField(null=True)

        class Meta:
            table_name = "reserved_place"
            indexes = ((("ballot", "kind"), True),)
            constraints = [
                Check(f"kind IN ({GROUPS})", name="reserved_place_kind"),
                Check(
                    "minimum >= 0 AND (maximum IS NULL OR (maximum > 0 AND maximum >= minimum))",
                    name="reserved_place_bounds",
                ),
                Check("minimum > 0 OR maximum IS NOT NULL", name="reserved_place_says_something"),
            ]

    class ReservedMember(Base):
        place = ForeignKeyField(ReservedPlace, backref="members")
        nomination = ForeignKeyField(Nomination, unique=True, backref="reserved_memberships")

        class Meta:
            table_name = "reserved_member"

    class LotDrawer(Base):
        ballot = ForeignKeyField(Ballot, unique=True, backref="drawers")
        person = ForeignKeyField(Person, backref="lot_drawings")

        class Meta:
            table_name = "lot_drawer"

    class DrawnLot(Base):
        ballot = ForeignKeyField(Ballot, backref="drawn_lots")
        number = IntegerField()
        candidate = IntegerField()
        drawn_on = DateField()
        by = ForeignKeyField(Person, backref="lots_recorded")

        class Meta:
            table_name = "drawn_lot"
            indexes = ((("ballot", "number"), True),)
            constraints = [Check("number > 0 AND candidate > 0", name="drawn_lot_numbers")]

    db.create_tables([ReservedPlace, ReservedMember, LotDrawer, DrawnLot], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
