"""Forms of indicators, periods and readings."""

from itertools import zip_longest

from wtforms import BooleanField, DateField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Optional

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.evidence.models import Finding
from lipnet.groups.models import Body
from lipnet.people.models import Organisation, Person
from lipnet.plans.indicators.figures import shown
from lipnet.plans.indicators.models import COUNTED_NAMES, Indicator
from lipnet.plans.indicators.operations import Particulars
from lipnet.plans.indicators.periods import RHYTHM_NAMES, called
from lipnet.plans.models import Priority, Strategy, years
from lipnet.plans.strategies.forms import Ticked
from lipnet.plans.strategies.models import Outcome

NONE = ""


class IndicatorForm(Form):
    outcome = SelectField(lazy("The outcome it tells of"))
    name = TextsInput(lazy("Name of the indicator"), [InOneLanguage(), Longest(200)])
    measures = TextsInput(lazy("What it measures"), [Longest(1000)], multiline=True)
    counted = RadioField(lazy("How it is counted"), [InputRequired()])
    unit = TextsInput(lazy("Unit"), [Longest(60)])
    counts_people = BooleanField(lazy("It counts people"))
    groups = TextsInput(lazy("Also counted for these groups"), [Longest(1000)], multiline=True)
    baseline = StringField(lazy("Where it begins"))
    baseline_words = TextsInput(lazy("Where it begins, in words"), [Longest(1000)], multiline=True)
    baseline_on = DateField(lazy("As it was on"), [Optional()])
    baseline_source = TextsInput(lazy("Where this is from"), [Longest(300)])
    target = StringField(lazy("Where it should be at the end of the strategy"))
    target_words = TextsInput(
        lazy("Where it should be at the end, in words"), [Longest(1000)], multiline=True
    )
    source = TextsInput(lazy("Where the readings come from"), [Longest(500)])

    def offer(self, priority: Priority) -> "IndicatorForm":
        outcomes = list(priority.outcomes.order_by(Outcome.position))
        self.outcome.choices = [
            (NONE, lazy("None: it stands beside the outcomes")),
            *((str(outcome.id), plain(outcome.text)) for outcome in outcomes),
        ]
        if not outcomes:
            del self.outcome
        self.counted.choices = list(COUNTED_NAMES.items())
        return self

    def told(self) -> Particulars:
        texts = ("measures", "unit", "baseline_words", "baseline_source", "target_words", "source")
        key = self.outcome.data if "outcome" in self else NONE
        return Particulars(
            name=self.name.data,
            counts_people=self.counts_people.data,
            baseline=self.baseline.data or "",
            baseline_on=self.baseline_on.data,
            target=self.target.data or "",
            outcome=Outcome.get_or_none(Outcome.id == int(key)) if key else None,
            **{name: self[name].data or {} for name in texts},
        )

    def group_names(self) -> list[dict]:
        """A group on each line; the same line in every language is the same group."""
        return paired_lines(self.groups.data or {})

    def aims(self) -> dict[int, str]:
        return {year: self[f"year_{year}"].data or "" for year in self.covered}


def form_for(priority: Priority, indicator: Indicator | None = None) -> IndicatorForm:
    """The form with a field for what each year of the strategy should reach."""
    strategy = priority.pillar.strategy
    covered = range(strategy.from_year, strategy.to_year)
    fields = {
        f"year_{year}": StringField(lazy("What the year %(years)s should reach", years=years(year)))
        for year in covered
    }
    kind = type("IndicatorForm", (IndicatorForm,), {**fields, "covered": covered})
    return kind(data=_as_it_is(indicator) if indicator else {}).offer(priority)


class ReporterForm(Form):
    body = SelectField(lazy("Group or committee that reports it"))
    organisation = SelectField(lazy("Organisation that reports it"))
    person = SelectField(lazy("Person who reports it"))

    def offer(self) -> "ReporterForm":
        self.body.choices = [(NONE, lazy("No group")), *_by_name(Body.standing())]
        present = Organisation.select().where(Organisation.left_on.is_null())
        self.organisation.choices = [(NONE, lazy("No organisation")), *_by_name(present)]
        people = Person.select().where(Person.left_at.is_null())
        self.person.choices = [(NONE, lazy("Nobody yet")), *_by_name(people)]
        return self

    def chosen(self) -> dict:
        kinds = {"body": Body, "organisation": Organisation, "person": Person}
        return {
            name: kind.get_or_none(kind.id == int(self[name].data)) if self[name].data else None
            for name, kind in kinds.items()
        }


class ServesForm(Form):
    indicators = Ticked(lazy("Indicators it is to move"), coerce=int)

    def offer(self, strategy: Strategy, served: list[Indicator]) -> "ServesForm":
        self.offered = {one.id: one for one in [*Indicator.of(strategy), *served]}
        self.indicators.choices = [(key, plain(one.name)) for key, one in self.offered.items()]
        if not self.is_submitted():
            self.indicators.data = [one.id for one in served]
        return self

    def chosen(self) -> list[Indicator]:
        return [self.offered[key] for key in self.indicators.data or [] if key in self.offered]


class RhythmForm(Form):
    per_year = RadioField(lazy("How often the indicators are read"), coerce=int)

    def offer(self) -> "RhythmForm":
        self.per_year.choices = list(RHYTHM_NAMES.items())
        return self


class PeriodForm(Form):
    starts = SelectField(lazy("Period"))
    due = DateField(lazy("Readings are asked for until"), [Optional()])

    def offer(self, spans) -> "PeriodForm":
        self.starts.choices = [(s.starts.isoformat(), called(s.starts, s.ends)) for s in spans]
        return self


class CorrectionForm(Form):
    why = TextsInput(lazy("Why it is corrected"), [InOneLanguage(), Longest(500)])


def findings_offered() -> list[tuple[str, str]]:
    found = [(str(f.id), plain(f.statement)[:90]) for f in Finding.newest_first()[:60]]
    return [(NONE, gettext("From no finding")), *found]


def paired_lines(texts: dict[str, str]) -> list[dict]:
    columns = [[line.strip() for line in text.splitlines()] for text in texts.values()]
    rows = (dict(zip(texts, row, strict=True)) for row in zip_longest(*columns, fillvalue=""))
    named = ({tag: text for tag, text in row.items() if text} for row in rows)
    return [row for row in named if row]


def _as_it_is(indicator: Indicator) -> dict:
    """Its fields, figures as people write them here."""
    texts = ("name", "measures", "unit", "counted", "counts_people", "baseline_words",
             "baseline_on", "baseline_source", "target_words", "source")  # fmt: skip
    groups = list(indicator.groups.order_by("position"))
    tags = {tag for group in groups for tag in group.name}
    targets = {f"year_{row.fiscal_year}": written(row.value) for row in indicator.year_targets}
    return {
        **{name: getattr(indicator, name) for name in texts},
        **targets,
        "outcome": str(indicator.outcome_id or ""),
        "baseline": written(indicator.baseline),
        "target": written(indicator.target),
        "groups": {tag: "\n".join(g.name.get(tag, "") for g in groups) for tag in tags},
    }


def written(value: str) -> str:
    """A kept figure in a field: without signs of thousands, which could be read as decimals."""
    comma = shown("0.5")[1:2]
    return value.replace(".", comma)


def _by_name(records) -> list[tuple[str, str]]:
    named = [(str(record.id), plain(record.name)) for record in records]
    return sorted(named, key=lambda choice: folded(choice[1]))
