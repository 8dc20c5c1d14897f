"""Places of a ballot that are reserved for some of its candidates."""

from peewee import Check, ForeignKeyField, IntegerField, Model, TextField

TABLES = ("reserved_member", "reserved_place")
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

    db.create_tables([ReservedPlace, ReservedMember], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
