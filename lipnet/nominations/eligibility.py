"""Whether somebody who accepted may stand: what was found, why, and how it was corrected."""

import peewee

from lipnet.core import links
from lipnet.core.db import Base, MomentField
from lipnet.core.i18n import lazy_n
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.groups.models import one_of
from lipnet.nominations.models import Call, Nomination
from lipnet.people.models import Person

CORRECTION_PURPOSE = "correction"
FINDINGS = ("eligible", "returned", "not_eligible")


class EligibilityFinding(Base):
    """What the coordinator found at one moment; the latest counts, until it was corrected."""

    nomination = peewee.ForeignKeyField(Nomination, backref="findings")
    finding = peewee.TextField()
    reason = peewee.TextField(default="")
    at = MomentField()
    by = peewee.ForeignKeyField(Person, backref="eligibility_findings")
    answer = peewee.TextField(default="")
    corrected_at = MomentField(null=True)

    class Meta:
        table_name = "eligibility_finding"
        constraints = [
            one_of("finding", FINDINGS, "eligibility_finding_kind"),
            peewee.Check(
                "(finding = 'eligible') = (reason = '')", name="eligibility_finding_reason"
            ),
            peewee.Check(
                "(corrected_at IS NULL) = (answer = '')", name="eligibility_finding_answer"
            ),
            peewee.Check(
                "corrected_at IS NULL OR finding = 'returned'",
                name="eligibility_finding_corrected",
            ),
        ]

    @property
    def open_link(self) -> OneTimeLink | None:
        """The link by which the nominee can still correct what was returned."""
        if self.finding != "returned" or self.corrected_at:
            return None
        return links.open_of(CORRECTION_PURPOSE, self)


def latest(nomination: Nomination) -> EligibilityFinding | None:
    """What was found last."""
    rows = nomination.findings.order_by(EligibilityFinding.id.desc())
    return rows.first()


def unchecked(call: Call) -> list[Nomination]:
    """Who could be a candidate, and nobody has looked at yet."""
    if not call.checks_eligibility:
        return []
    complete = [row for row in call.everybody if row.stands and row.is_seconded]
    return [row for row in complete if row.found is None]


def check_looked_at(call: Call) -> None:
    """Nothing is decided before every nomination was looked at."""
    waiting = len(unchecked(call))
    if waiting:
        raise Refusal(
            lazy_n(
                "Find out first who can stand: %(n)s nomination has not been looked at.",
                "Find out first who can stand: %(n)s nominations have not been looked at.",
                waiting,
            )
        )
