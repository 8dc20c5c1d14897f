"""The contribution agreement: who holds it, what it gives in which year, what is owed by when."""

from datetime import date, timedelta

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, TextsField
from lipnet.core.files import StoredFile
from lipnet.core.i18n import lazy
from lipnet.groups.models import one_of
from lipnet.people.models import Organisation, Person

PART_NAMES = {"signs": lazy("Signs the agreement"), "co_applicant": lazy("Co-applicant")}
BUDGET_LINE_NAMES = {
    "salaries": lazy("Salaries and benefits"),
    "professional_fees": lazy("Professional fees"),
    "translation": lazy("Translation and interpretation"),
    "travel": lazy("Travel"),
    "meetings": lazy("Meetings and events"),
    "honoraria": lazy("Honoraria and childcare"),
    "communications": lazy("Communications"),
    "office": lazy("Office and information technology"),
    "overhead": lazy("Overhead"),
}
RHYTHM_NAMES = {
    "quarter": lazy("After the end of each quarter"),
    "year": lazy("After the end of each fiscal year"),
}


class Agreement(Base):
    """What was signed. Amounts and the last day change by amendments, never here."""

    number = peewee.TextField(unique=True)
    title = TextsField()
    officer_name = peewee.TextField(default="")
    officer_address = peewee.TextField(default="")
    starts_on = peewee.DateField()
    ends_on = peewee.DateField()

    class Meta:
        table_name = "agreement"
        constraints = [
            peewee.Check("number <> ''", name="agreement_number"),
            peewee.Check("starts_on < ends_on", name="agreement_days"),
        ]

    @property
    def signs(self) -> Organisation | None:
        return next((row.organisation for row in self.holders if row.part == "signs"), None)

    @property
    def co_applicants(self) -> list[Organisation]:
        rows = [row.organisation for row in self.holders if row.part == "co_applicant"]
        return sorted(rows, key=lambda row: (row.folded_name, row.id))

    def amended(self) -> list["Amendment"]:
        """Its amendments, the first one first."""
        return list(self.amendments.order_by(Amendment.number))

    def owed(self) -> list["Obligation"]:
        """Everything that is or was owed, by day."""
        return list(self.obligations.order_by(Obligation.due_on, Obligation.id))


class AgreementHolder(Base):
    """That an organisation holds the agreement: one signs, others apply with it."""

    agreement = peewee.ForeignKeyField(Agreement, backref="holders", on_delete="CASCADE")
    organisation = peewee.ForeignKeyField(Organisation, backref="agreements", on_delete="RESTRICT")
    part = peewee.TextField()

    class Meta:
        table_name = "agreement_holder"
        indexes = ((("agreement", "organisation"), True),)
        constraints = [one_of("part", tuple(PART_NAMES), "agreement_holder_part")]


class Amendment(Base):
    """A change both sides signed: what changes, another last day, other amounts."""

    agreement = peewee.ForeignKeyField(Agreement, backref="amendments", on_delete="CASCADE")
    number = peewee.IntegerField()
    on = peewee.DateField()
    what = TextsField()
    ends_on = peewee.DateField(null=True)

    class Meta:
        table_name = "agreement_amendment"
        indexes = ((("agreement", "number"), True),)
        constraints = [peewee.Check("number > 0", name="agreement_amendment_number")]


class AgreedAmount(Base):
    """What a fiscal year gets, in cents: as signed, or as an amendment says."""

    agreement = peewee.ForeignKeyField(Agreement, backref="amounts", on_delete="CASCADE")
    amendment = peewee.ForeignKeyField(Amendment, null=True, backref="amounts", on_delete="CASCADE")
    fiscal_year = peewee.IntegerField()
    amount = peewee.BigIntegerField()
    share = peewee.BigIntegerField(default=0)

    class Meta:
        table_name = "agreed_amount"
        indexes = ((("agreement", "amendment", "fiscal_year"), True),)
        constraints = [
            peewee.Check("amount >= 0 AND share >= 0", name="agreed_amount_not_negative")
        ]


class BudgetLine(Base):
    """One kind of cost in one fiscal year, in cents: planned, and spent as far as it is known."""

    agreement = peewee.ForeignKeyField(Agreement, backref="budget", on_delete="CASCADE")
    fiscal_year = peewee.IntegerField()
    kind = peewee.TextField()
    planned = peewee.BigIntegerField(default=0)
    actual = peewee.BigIntegerField(null=True)

    class Meta:
        table_name = "budget_line"
        indexes = ((("agreement", "fiscal_year", "kind"), True),)
        constraints = [
            one_of("kind", tuple(BUDGET_LINE_NAMES), "budget_line_kind"),
            peewee.Check(
                "planned >= 0 AND (actual IS NULL OR actual >= 0)", name="budget_line_not_negative"
            ),
        ]


class DueRule(Base):
    """Something owed so many days after the end of each quarter or fiscal year."""

    agreement = peewee.ForeignKeyField(Agreement, backref="rules", on_delete="CASCADE")
    what = TextsField()
    rhythm = peewee.TextField()
    days = peewee.IntegerField()
    remind_days = peewee.IntegerField(default=14)
    from_on = peewee.DateField()

    class Meta:
        table_name = "due_rule"
        constraints = [
            one_of("rhythm", tuple(RHYTHM_NAMES), "due_rule_rhythm"),
            peewee.Check("days >= 0 AND remind_days >= 0", name="due_rule_days"),
        ]


class Obligation(Base):
    """Something owed on a day: sent, still to be sent, or not asked for any more."""

    agreement = peewee.ForeignKeyField(Agreement, backref="obligations", on_delete="CASCADE")
    rule = peewee.ForeignKeyField(DueRule, null=True, backref="dated", on_delete="CASCADE")
    period_ends_on = peewee.DateField(null=True)
    what = TextsField()
    due_on = peewee.DateField()
    remind_days = peewee.IntegerField(default=14)
    reminded_on = peewee.DateField(null=True)
    sent_on = peewee.DateField(null=True)
    note = peewee.TextField(default="")
    dropped_on = peewee.DateField(null=True)

    class Meta:
        table_name = "obligation"
        indexes = ((("rule", "period_ends_on"), True),)
        constraints = [
            peewee.Check(
                "(rule_id IS NULL) = (period_ends_on IS NULL)", name="obligation_rule_has_periods"
            ),
            peewee.Check("remind_days >= 0", name="obligation_remind_days"),
            peewee.Check(
                "sent_on IS NULL OR dropped_on IS NULL", name="obligation_sent_or_dropped"
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.sent_on is None and self.dropped_on is None

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due_on < clock.today()

    @property
    def remind_from(self) -> date:
        return self.due_on - timedelta(days=self.remind_days)

    @property
    def awaits_reminder(self) -> bool:
        if self.reminded_on is None:
            return self.remind_from <= clock.today()
        return self.is_overdue and self.reminded_on <= self.due_on

    @property
    def state(self) -> str:
        """done | off | late | now | later"""
        if self.sent_on:
            return "done"
        if self.dropped_on:
            return "off"
        if self.is_overdue:
            return "late"
        return "now" if self.remind_from <= clock.today() else "later"

    @classmethod
    def to_remind_of(cls) -> list["Obligation"]:
        """Those still to be sent whose reminder is due and did not go out yet: the one before the
        day, and the one once that has passed."""
        waiting = cls.sent_on.is_null() & cls.dropped_on.is_null()
        return [row for row in cls.select().where(waiting) if row.awaits_reminder]


class ObligationProof(Base):
    """A file that shows that what was owed was sent."""

    obligation = peewee.ForeignKeyField(Obligation, backref="proofs", on_delete="CASCADE")
    file = peewee.ForeignKeyField(StoredFile, on_delete="RESTRICT")
    name = peewee.TextField()
    added_on = peewee.DateField()
    added_by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "obligation_proof"
        indexes = ((("obligation", "file"), True),)
