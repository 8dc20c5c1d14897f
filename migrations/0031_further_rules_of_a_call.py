"""When a call closes and who may write to it, documents, late nominations, who is eligible."""

from peewee import (
    BooleanField,
    Check,
    DateTimeField,
    ForeignKeyField,
    JSONField,
    Model,
    TextField,
)

TABLES = ("eligibility_finding", "proposal", "call_document", "further_rules")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class StoredFile(Base):
        class Meta:
            table_name = "stored_file"

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
        languages = JSONField(default=list)

        class Meta:
            table_name = "further_rules"
            constraints = [
                Check("closes_at = '' OR length(closes_at) = 5", name="further_rules_hour")
            ]

    class CallDocument(Base):
        call = ForeignKeyField(Call)
        title = JSONField()
        link = TextField(default="")
        file = ForeignKeyField(StoredFile, null=True, on_delete="RESTRICT")
        name = TextField(default="")
        added_at = DateTimeField()

        class Meta:
            table_name = "call_document"
            constraints = [
                Check("(link <> '') = (file_id IS NULL)", name="call_document_link_or_file"),
                Check("(file_id IS NULL) = (name = '')", name="call_document_file_has_a_name"),
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

    db.create_tables([FurtherRules, CallDocument, Proposal, EligibilityFinding], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
