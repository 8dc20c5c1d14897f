"""How each fact stands to the report: not looked at, approved, changed since, or gone."""

from dataclasses import dataclass

from lipnet.core.documents import digest
from lipnet.reports.composing.facts import Fact, facts_of
from lipnet.reports.composing.models import ApprovedFact
from lipnet.reports.models import AnnualReport

CHAPTER_OF_UNIT = {
    "text": "highlights",
    "indicator": "indicators",
    "count": "figures",
    "cents": "finances",
    "hours": "finances",
    "quotation": "quotation",
}


@dataclass(frozen=True)
class Standing:
    """A fact as its source says it now (`fact`, None if that is gone), and as it was approved."""

    key: str
    chapter: str
    fact: Fact | None
    approved: ApprovedFact | None

    @property
    def state(self) -> str:
        """new, approved, changed or gone."""
        if self.approved is None:
            return "new"
        if self.fact is None:
            return "gone"
        return "approved" if self.fact.said == self.approved.said else "changed"

    @property
    def said(self) -> dict:
        """What the report says, or would say if it were approved now."""
        return self.approved.said if self.approved else self.now

    @property
    def now(self) -> dict:
        return self.fact.said if self.fact else {}

    @property
    def digest_kept(self) -> str:
        return digest(self.said)

    @property
    def digest_now(self) -> str:
        return digest(self.now) if self.fact else ""


def standings_of(report: AnnualReport) -> list[Standing]:
    """Every fact of the year, those whose source is gone last."""
    approved = approved_of(report)
    found = [
        Standing(fact.key, fact.chapter, fact, approved.pop(fact.key, None))
        for fact in facts_of(report.plan)
    ]
    gone = (Standing(key, chapter_of(row.said), None, row) for key, row in approved.items())
    return [*found, *gone]


def approved_of(report: AnnualReport) -> dict[str, ApprovedFact]:
    """By key, in the order in which they were approved."""
    return {row.key: row for row in report.facts.order_by(ApprovedFact.id)}


def chapter_of(said: dict) -> str:
    return CHAPTER_OF_UNIT[said["unit"]]
