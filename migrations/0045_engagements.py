"""The log of engagements: who was reached, what was heard; whom the partnership wants to reach."""

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

TABLES = (
    "community_language", "population_group", "engagement_file", "engagement_heard",
    "engagement_partner", "engagement_reached", "engagement",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Body(Base):
        class Meta:
            table_name = "body"

    class Organisation(Base):
        class Meta:
            table_name = "organisation"

    class Person(Base):
        class Meta:
            table_name = "person"

    class Meeting(Base):
        class Meta:
            table_name = "meeting"

    class Finding(Base):
        class Meta:
            table_name = "finding"

    class StoredFile(Base):
        class Meta:
            table_name = "stored_file"

    class Engagement(Base):
        kind = TextField()
        title = JSONField()
        from_on = DateField(index=True)
        to_on = DateField()
        place = TextField(default="")
        body = ForeignKeyField(Body, null=True, backref="+", on_delete="SET NULL")
        organiser = ForeignKeyField(Organisation, null=True, backref="+", on_delete="SET NULL")
        purpose = JSONField()
        languages = JSONField()
        interpreters = BooleanField(default=False)
        child_care = BooleanField(default=False)
        people = IntegerField(null=True)
        hours = IntegerField(null=True)
        cents = IntegerField(null=True)
        in_kind = JSONField()
        meeting = ForeignKeyField(
            Meeting, null=True, unique=True, backref="+", on_delete="SET NULL"
        )
        logged_on = DateField()
        logged_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "engagement"
            constraints = [
                Check(
                    "kind IN ('consultation', 'focus_group', 'outreach', 'event', 'training')",
                    name="engagement_kind",
                ),
                Check("from_on <= to_on", name="engagement_days"),
                Check("people >= 0", name="engagement_people"),
                Check("hours >= 0 AND cents >= 0", name="engagement_resources"),
            ]

    class Reached(Base):
        engagement = ForeignKeyField(Engagement, backref="+", on_delete="CASCADE")
        side = TextField()
        key = TextField()
        people = IntegerField()

        class Meta:
            table_name = "engagement_reached"
            indexes = ((("engagement", "side", "key"), True),)
            constraints = [
                Check(
                    "side IN ('sector', 'language', 'population', 'newcomer')",
                    name="engagement_reached_side",
                ),
                Check("people > 0", name="engagement_reached_people"),
                Check("key <> ''", name="engagement_reached_key"),
            ]

    class Partner(Base):
        engagement = ForeignKeyField(Engagement, backref="+", on_delete="CASCADE")
        organisation = ForeignKeyField(Organisation, null=True, backref="+", on_delete="CASCADE")
        name = TextField(default="")

        class Meta:
            table_name = "engagement_partner"
            indexes = ((("engagement", "organisation"), True),)
            constraints = [
                Check("(organisation_id IS NULL) = (name <> '')", name="engagement_partner_one")
            ]

    class Heard(Base):
        engagement = ForeignKeyField(Engagement, backref="+", on_delete="CASCADE")
        text = TextField()
        language = TextField()
        translation = JSONField()
        finding = ForeignKeyField(
            Finding, null=True, unique=True, backref="+", on_delete="RESTRICT"
        )

        class Meta:
            table_name = "engagement_heard"
            constraints = [Check("text <> ''", name="engagement_heard_text")]

    class EngagementFile(Base):
        engagement = ForeignKeyField(Engagement, backref="+", on_delete="CASCADE")
        file = ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
        name = TextField()

        class Meta:
            table_name = "engagement_file"

    class PopulationGroup(Base):
        code = TextField(unique=True)
        name = JSONField()
        retired_on = DateField(null=True)

        class Meta:
            table_name = "population_group"
            constraints = [Check("code <> ''", name="population_group_code")]

    class CommunityLanguage(Base):
        tag = TextField(unique=True)

        class Meta:
            table_name = "community_language"

    db.create_tables(
        [
            Engagement, Reached, Partner, Heard, EngagementFile, PopulationGroup, CommunityLanguage,
        ],
        safe=False,
    )  # fmt: skip


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
