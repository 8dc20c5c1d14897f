"""A pack of evidence: the document as it was that day, and the mark by which it is checked."""

from datetime import date

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField
from lipnet.groups.agreements.models import Agreement, Obligation
from lipnet.people.models import Person


class EvidencePack(Base):
    """What happened from one day to another, for an agreement or for one thing owed under it."""

    agreement = peewee.ForeignKeyField(Agreement, backref="+", on_delete="CASCADE")
    obligation = peewee.ForeignKeyField(Obligation, null=True, backref="+", on_delete="SET NULL")
    from_on = peewee.DateField()
    to_on = peewee.DateField()
    frozen = peewee.JSONField()
    digest = peewee.TextField()
    made_at = MomentField()
    made_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "evidence_pack"
        constraints = [
            peewee.Check("from_on <= to_on", name="evidence_pack_days"),
            peewee.Check("length(digest) = 64", name="evidence_pack_digest"),
        ]


def days_of_year(fiscal_year: int) -> tuple[date, date]:
    return date(fiscal_year, 4, 1), date(fiscal_year + 1, 3, 31)


def days_of(obligation: Obligation) -> tuple[date, date]:
    """The period something owed is about: its quarter or year; without a rule, the fiscal year in
    which it is due."""
    ends_on = obligation.period_ends_on
    if ends_on is None:
        return days_of_year(clock.fiscal_year(obligation.due_on))
    if obligation.rule.rhythm == "quarter":
        return date(ends_on.year, (ends_on.month - 1) // 3 * 3 + 1, 1), ends_on
    return date(clock.fiscal_year(ends_on), 4, 1), ends_on
