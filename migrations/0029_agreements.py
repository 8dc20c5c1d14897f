"""The contribution agreement: its holders, money, amendments, budget, and what is owed by when."""

from peewee import (
    BigIntegerField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = (
    "obligation_proof", "obligation", "due_rule", "budget_line", "agreed_amount",
    "agreement_amendment", "agreement_holder", "agreement",
)  # fmt: skip


def up(migrator, db):
    db.create_tables(_tables(db), safe=False)


def down(migrator, db):
    """Agreements go with what is tied to them; the files of proofs stay."""
    for end in ("from", "to"):
        db.execute_sql(
            f"DELETE FROM because WHERE {end}_kind IN ('agreement', 'obligation')"  # noqa: S608
        )
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')


def _tables(db):
    Agreement, AgreementHolder = _agreement(db)
    Amendment, AgreedAmount, BudgetLine = _money(db, Agreement)
    return [
        Agreement, AgreementHolder, Amendment, AgreedAmount, BudgetLine, *_owed(db, Agreement)
    ]  # fmt: skip


def _base(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    return Base


def _known(db, name):
    meta = type("Meta", (), {"table_name": name})
    return type(name, (_base(db),), {"Meta": meta})


def _agreement(db):
    class Agreement(_base(db)):
        number = TextField(unique=True)
        title = JSONField()
        officer_name = TextField(default="")
        officer_address = TextField(default="")
        starts_on = DateField()
        ends_on = DateField()

        class Meta:
            table_name = "agreement"
            constraints = [
                Check("number <> ''", name="agreement_number"),
                Check("starts_on < ends_on", name="agreement_days"),
            ]

    class AgreementHolder(_base(db)):
        agreement = ForeignKeyField(Agreement, on_delete="CASCADE")
        organisation = ForeignKeyField(_known(db, "organisation"), on_delete="RESTRICT")
        part = TextField()

        class Meta:
            table_name = "agreement_holder"
            indexes = ((("agreement", "organisation"), True),)
            constraints = [Check("part IN ('signs', 'co_applicant')", name="agreement_holder_part")]

    return Agreement, AgreementHolder


def _money(db, Agreement):
    class Amendment(_base(db)):
        agreement = ForeignKeyField(Agreement, on_delete="CASCADE")
        number = IntegerField()
        on = DateField()
        what = JSONField()
        ends_on = DateField(null=True)

        class Meta:
            table_name = "agreement_amendment"
            indexes = ((("agreement", "number"), True),)
            constraints = [Check("number > 0", name="agreement_amendment_number")]

    class AgreedAmount(_base(db)):
        agreement = ForeignKeyField(Agreement, on_delete="CASCADE")
        amendment = ForeignKeyField(Amendment, null=True, on_delete="CASCADE")
        fiscal_year = IntegerField()
        amount = BigIntegerField()
        share = BigIntegerField(default=0)

        class Meta:
            table_name = "agreed_amount"
            indexes = ((("agreement", "amendment", "fiscal_year"), True),)
            constraints = [Check("amount >= 0 AND share >= 0", name="agreed_amount_not_negative")]

    class BudgetLine(_base(db)):
        agreement = ForeignKeyField(Agreement, on_delete="CASCADE")
        fiscal_year = IntegerField()
        kind = TextField()
        planned = BigIntegerField(default=0)
        actual = BigIntegerField(null=True)

        class Meta:
            table_name = "budget_line"
            indexes = ((("agreement", "fiscal_year", "kind"), True),)
            constraints = [
                Check(
                    "kind IN ('salaries', 'professional_fees', 'translation', 'travel', "
                    "'meetings', 'honoraria', 'communications', 'office', 'overhead')",
                    name="budget_line_kind",
                ),
                Check(
                    "planned >= 0 AND (actual IS NULL OR actual >= 0)",
                    name="budget_line_not_negative",
                ),
            ]

    return Amendment, AgreedAmount, BudgetLine


def _owed(db, Agreement):
    class DueRule(_base(db)):
        agreement = ForeignKeyField(Agreement, on_delete="CASCADE")
        what = JSONField()
        rhythm = TextField()
        days = IntegerField()
        remind_days = IntegerField(default=14)
        from_on = DateField()

        class Meta:
            table_name = "due_rule"
            constraints = [
                Check("rhythm IN ('quarter', 'year')", name="due_rule_rhythm"),
                Check("days >= 0 AND remind_days >= 0", name="due_rule_days"),
            ]

    class Obligation(_base(db)):
        agreement = ForeignKeyField(Agreement, on_delete="CASCADE")
        rule = ForeignKeyField(DueRule, null=True, on_delete="CASCADE")
        period_ends_on = DateField(null=True)
        what = JSONField()
        due_on = DateField()
        remind_days = IntegerField(default=14)
        reminded_on = DateField(null=True)
        sent_on = DateField(null=True)
        note = TextField(default="")
        dropped_on = DateField(null=True)

        class Meta:
            table_name = "obligation"
            indexes = ((("rule", "period_ends_on"), True),)
            constraints = [
                Check(
                    "(rule_id IS NULL) = (period_ends_on IS NULL)",
                    name="obligation_rule_has_periods",
                ),
                Check("remind_days >= 0", name="obligation_remind_days"),
                Check("sent_on IS NULL OR dropped_on IS NULL", name="obligation_sent_or_dropped"),
            ]

    class ObligationProof(_base(db)):
        obligation = ForeignKeyField(Obligation, on_delete="CASCADE")
        file = ForeignKeyField(_known(db, "stored_file"), on_delete="RESTRICT")
        name = TextField()
        added_on = DateField()
        added_by = ForeignKeyField(_known(db, "person"), null=True, on_delete="SET NULL")

        class Meta:
            table_name = "obligation_proof"
            indexes = ((("obligation", "file"), True),)

    return DueRule, Obligation, ObligationProof
