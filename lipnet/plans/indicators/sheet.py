"""The lines of a period's sheet: each indicator with its form, its reading, and who is late."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import request
from wtforms import SelectField, StringField

from lipnet.core import thread
from lipnet.core.db import db, hold
from lipnet.core.i18n import gettext, lazy
from lipnet.core.refusals import Refusal
from lipnet.evidence.models import Finding
from lipnet.plans.indicators.access import may_report
from lipnet.plans.indicators.figures import figure, kept
from lipnet.plans.indicators.forms import findings_offered, written
from lipnet.plans.indicators.meanwhile import ASIDE, as_shown, carried, settled
from lipnet.plans.indicators.models import (
    Indicator,
    IndicatorGroup,
    IndicatorReading,
    ReportingPeriod,
)
from lipnet.plans.indicators.of_year import is_few
from lipnet.plans.indicators.operations import Said
from lipnet.plans.indicators.reading_form import MEANWHILE, NIL, ReadingForm
from lipnet.plans.indicators.standing import latest_of_period, parts_of

TAKEN_FROM = lazy("It is taken from this finding")


@dataclass
class Line:
    """One indicator of the sheet; `form` is None for who only reads it.

    `before` is what holds now, `both` the fields that somebody else changed, too, since the page
    was shown.
    """

    indicator: Indicator
    reading: IndicatorReading | None
    groups: list[IndicatorGroup]
    parts: dict[int, str]
    before: dict = field(default_factory=dict)
    form: ReadingForm | None = None
    both: list[str] = field(default_factory=list)

    @property
    def group_fields(self) -> list:
        return [self.form[f"group_{group.id}"] for group in self.groups]

    @property
    def says_something_new(self) -> bool:
        now = self._typed()
        return any((now[name] or None) != (self.before[name] or None) for name in now)

    def is_right(self) -> bool:
        """Whether what was typed may be kept; if not, the form says why."""
        right = self.form.validate()
        for name in self.both:
            self.form.refuse(Refusal(MEANWHILE.fill(theirs=self._theirs(name)), field=name))
        return right and not self.both

    def settle(self) -> None:
        """What was left as the page had shown it stays as it is now, whoever changed it since."""
        shown = as_shown(self.form.shown.data, self.before)
        stands, self.both = settled(shown, self._typed(), self.before)
        for name, value in stands.items():
            self.form[name].data = value

    def show(self, fields: dict) -> None:
        self.form.shown.data = carried(fields)

    def kept_by(self, note: Callable[[Said], IndicatorReading]) -> bool:
        """Whether the line said something new, and `note` kept it: from here on the page shows
        what was typed, also if another line must be sent again."""
        if not self.says_something_new or not self.is_right():
            return False
        made = self.form.carry_out(lambda: note(self.said()))
        if made:
            self.show(self._typed())
        return bool(made)

    def _typed(self) -> dict:
        return {name: self.form[name].data for name in self.before}

    def _theirs(self, name: str) -> str:
        """What somebody else wrote there, in each language they wrote it."""
        now = self.before
        if now["is_nil"] and name not in ASIDE:
            return gettext("%(what)s: %(said)s", what=NIL, said=_in_words(now["reason"]))
        if name == "is_nil":
            return _in_words(now["value"] or now["words"])
        if name == "finding":
            return dict(self.form.finding.choices).get(now[name], "–")
        return _in_words(now[name])

    def said(self) -> Said:
        return Said(
            value=self.form.value.data or "",
            words=self.form.words.data or {},
            is_nil=self.form.is_nil.data,
            reason=self.form.reason.data or {},
            note=self.form.note.data or {},
            groups={group.id: self.form[f"group_{group.id}"].data or "" for group in self.groups},
            finding=self._finding(),
        )

    def _finding(self) -> Finding | None:
        """One of those offered; whatever else was sent, it stays as it was."""
        key, offered = self.form.finding.data, dict(self.form.finding.choices)
        key = key if key in offered else self.before["finding"]
        return Finding.get_or_none(Finding.id == int(key)) if key else None


@contextmanager
def alone(period: ReportingPeriod) -> Iterator[ReportingPeriod]:
    """The period as it is now: while one page is laid beside what holds and kept, another waits."""
    with db.atomic():
        yield hold(period)


def lines_of(period: ReportingPeriod, person) -> list[Line]:
    """Every indicator in use, or read in this period; to fill in where `person` reports it."""
    read = latest_of_period(period)
    every = Indicator.of(period.strategy, retired=True)
    shown = [one for one in every if one.retired_on is None or one.id in read]
    offered = findings_offered() if period.is_open else []
    return _lines(period, shown, read, lambda one: may_report(person, one), offered)


def lines_to_fill_in(period: ReportingPeriod, theirs: list[Indicator]) -> list[Line]:
    """Those of somebody who was asked, and only these; findings are for who sees the evidence."""
    return _lines(period, theirs, latest_of_period(period), lambda one: True, offered=[])


def _lines(
    period: ReportingPeriod,
    shown: list[Indicator],
    read: dict[int, IndicatorReading],
    fills_in: Callable[[Indicator], bool],
    offered: list[tuple[str, str]],
) -> list[Line]:
    rows = IndicatorGroup.select().where(IndicatorGroup.indicator.in_([one.id for one in shown]))
    groups: dict[int, list[IndicatorGroup]] = {}
    for group in rows.order_by(IndicatorGroup.position):
        groups.setdefault(group.indicator_id, []).append(group)
    parts = parts_of(read.values())
    findings = _findings_of(read)
    lines = []
    for one in shown:
        reading = read.get(one.id)
        line = Line(one, reading, groups.get(one.id, []), parts.get(reading.id, {}) if reading
                    else {})  # fmt: skip
        if period.is_open and fills_in(one):
            _give_form(line, offered, findings.get(reading.id, "") if reading else "")
        lines.append(line)
    return lines


def line_of(indicator: Indicator, period: ReportingPeriod) -> Line:
    """One line with its form, for a correction; it begins with what holds now."""
    reading = latest_of_period(period).get(indicator.id)
    groups = list(indicator.groups.order_by(IndicatorGroup.position))
    parts = parts_of([reading]).get(reading.id, {}) if reading else {}
    line = Line(indicator, reading, groups, parts)
    found = _findings_of({indicator.id: reading}).get(reading.id, "") if reading else ""
    _give_form(line, findings_offered(), found)
    return line


def few_in(line: Line) -> bool:
    """Whether what was typed counts so few people that somebody could tell who they are."""
    typed = [line.form.value.data, *(each.data for each in line.group_fields)]
    return not line.form.is_nil.data and any(
        is_few(line.indicator, _read(raw)) for raw in typed if raw
    )


def _read(raw: str):
    try:
        return figure(kept(raw, "value"))
    except Refusal:
        return None


def _give_form(line: Line, offered, finding: str) -> None:
    fields = {f"group_{group.id}": StringField(group.name) for group in line.groups}
    fields["finding"] = SelectField(TAKEN_FROM, validate_choice=False)
    kind = type("ReadingForm", (ReadingForm,), fields)
    line.before = _as_it_is(line, finding)
    prefix = f"i{line.indicator.id}-"
    sent = any(name.startswith(prefix) for name in request.form)
    line.form = kind(**({} if sent else {"formdata": None}), prefix=prefix, data=line.before)
    line.form.finding.choices = offered
    if sent:
        line.settle()
    line.show(line.before)


def _as_it_is(line: Line, finding: str) -> dict:
    reading = line.reading
    return {
        "value": written(reading.value) if reading else "",
        "words": reading.words if reading else {},
        "is_nil": bool(reading and reading.is_nil),
        "reason": reading.reason if reading else {},
        "note": reading.note if reading else {},
        "finding": finding,
        **{f"group_{g.id}": written(line.parts.get(g.id, "")) for g in line.groups},
    }


def _in_words(said: str | dict) -> str:
    text = " / ".join(said.values()) if isinstance(said, dict) else said
    return text or "–"


def _findings_of(read: dict[int, IndicatorReading]) -> dict[int, str]:
    """reading -> the finding it was taken from."""
    ids = [str(reading.id) for reading in read.values()]
    links = thread.Because.select().where(
        thread.Because.from_kind == IndicatorReading._meta.table_name,
        thread.Because.from_id.in_(ids),
        thread.Because.to_kind == Finding._meta.table_name,
    )
    return {int(link.from_id): link.to_id for link in links}
