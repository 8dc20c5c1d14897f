"""What was heard in one fiscal year, from surveys and where people were met."""

from dataclasses import dataclass, field

import peewee

from lipnet.core import clock
from lipnet.engagement.models import Engagement
from lipnet.engagement.models import Heard as SaidThere
from lipnet.evidence.models import Finding
from lipnet.reports.told import OUTCOMES, Heard, heard_of
from lipnet.surveys.models import Survey


@dataclass
class YearTold:
    """`surveys`: survey and what was learned from it; `met`: what was said at engagements, which
    are named nowhere here, since their log is not public."""

    fiscal_year: int
    surveys: list[tuple[Survey, list[Heard]]] = field(default_factory=list)
    met: list[Heard] = field(default_factory=list)

    @property
    def heard(self) -> list[Heard]:
        return [each for _, told in self.surveys for each in told] + self.met

    @property
    def tally(self) -> list[tuple[str, int]]:
        """(outcome, of how many findings), the farthest first."""
        outcomes = [heard.outcome for heard in self.heard]
        return [(each, outcomes.count(each)) for each in OUTCOMES if each in outcomes]


def year_told(fiscal_year: int) -> YearTold:
    """A year of which nothing can be told is told all the same: empty."""
    return _told({fiscal_year}).get(fiscal_year, YearTold(fiscal_year))


def years_told() -> list[YearTold]:
    """Every year of which something is told, the latest first."""
    return sorted(_told().values(), key=lambda year: -year.fiscal_year)


def _told(wanted: set[int] | None = None) -> dict[int, YearTold]:
    met_in = _years_of_engagements()
    found = [(_year_of(finding, met_in), finding) for finding in _findings(met_in)]
    findings = [finding for year, finding in found if wanted is None or year in wanted]
    years: dict[int, YearTold] = {}
    for heard in heard_of(findings):
        year = _year_of(heard.finding, met_in)
        _place(years.setdefault(year, YearTold(year)), heard)
    return years


def _findings(met_in: dict[int, int]) -> list[Finding]:
    rows = Finding.standing().select(Finding, Survey).join(Survey, peewee.JOIN.LEFT_OUTER)
    rows = rows.where(Finding.survey.is_null(False) | Finding.id.in_(list(met_in)))
    return list(rows.order_by(Finding.found_on, Finding.id))


def _years_of_engagements() -> dict[int, int]:
    """finding id -> the fiscal year in which that was heard, for findings of engagements."""
    rows = SaidThere.select(SaidThere.finding, Engagement.from_on).join(Engagement)
    rows = rows.where(SaidThere.finding.is_null(False)).tuples()
    first = {key: clock.fiscal_year(day) for key, day in rows}
    later = Finding.select(Finding.id, Finding.corrects).where(Finding.corrects.is_null(False))
    for key, corrected in sorted(later.tuples()):
        if corrected in first:
            first[key] = first[corrected]
    return first


def _year_of(finding: Finding, met_in: dict[int, int]) -> int:
    return met_in.get(finding.id) or clock.fiscal_year(finding.found_on)


def _place(year: YearTold, heard: Heard) -> None:
    survey = heard.finding.survey
    if survey is None:
        year.met.append(heard)
        return
    told = next((told for other, told in year.surveys if other == survey), None)
    if told is None:
        year.surveys.append((survey, [heard]))
    else:
        told.append(heard)
