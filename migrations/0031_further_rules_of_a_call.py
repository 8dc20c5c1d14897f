"""When exactly a call closes, who may write to it, late nominations, who was found eligible."""

from peewee import (
    BooleanField,
    Check,
    DateTimeField,
    ForeignKeyField,
    Model,
    TextField,
)

TABLES = ("eligibility_finding", "proposal", "further_rules")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Seat(Base):
        class Meta:
            table_name = "seat"

    class Call(Base):
        class Meta:
            table_name = "call"

    class Nomination(Base):
        class Meta:
            table_name = "nomination"

    class FurtherRules(Base):
        call = ForeignKeyField(Call, unique=True)
        closes_at = TextField(default="")
        zone = TextField(default="")
        is_public = BooleanField(default=True)
        checks_eligibility = BooleanField(default=False)

        class Meta:
            table_name = "further_rules"
            constraints = [
                Check("closes_at = '' OR length(closes_at) = 5", name="further_rules_hour")
            ]

    class Proposal(Base):
        call = ForeignKeyField(Call)
        nominator = ForeignKeyField(Person, null=True)
        name = TextField(default="")
        email = TextField(default="")
        language = TextField(default="en")
        nominee = ForeignKeyField(Person, null=True)
        nominee_name = TextField(default="")
        nominee_email = TextField(default="")
        nominee_language = TextField(default="")
        seat = ForeignKeyField(Seat, null=True)
        statement = TextField()
        made_at = DateTimeField()
        confirmed_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)

        class Meta:
            table_name = "proposal"
            constraints = [
                Check("nominator_id IS NOT NULL OR email <> ''", name="proposal_has_a_writer"),
                Check(
                    "nominee_id IS NULL OR nominee_email = ''", name="proposal_names_one_nominee"
                ),
                Check(
                    "declined_at IS NULL OR confirmed_at IS NOT NULL",
                    name="proposal_confirmed_first",
                ),
                Check(
                    "(declined_at IS NULL) = (statement <> '')", name="proposal_words_while_kept"
                ),
            ]

    class EligibilityFinding(Base):
        nomination = ForeignKeyField(Nomination)
        finding = TextField()
        reason = TextField(default="")
        at = DateTimeField()
        by = ForeignKeyField(Person)
        answer = TextField(default="")
        corrected_at = DateTimeField(null=True)

        class Meta:
            table_name = "eligibility_finding"
            constraints = [
                Check(
                    "finding IN ('eligible', 'returned', 'not_eligible')",
                    name="eligibility_finding_kind",
                ),
                Check("(finding = 'eligible') = (reason = '')", name="eligibility_finding_reason"),
                Check("(corrected_at IS NULL) = (answer = '')", name="eligibility_finding_answer"),
                Check(
                    "corrected_at IS NULL OR finding = 'returned'",
                    name="eligibility_finding_corrected",
                ),
            ]

    db.create_tables([FurtherRules, Proposal, EligibilityFinding], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
