"""Forms of a funder's questions and of their answers."""

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from lipnet.core import clock
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.groups.agreements.models import Agreement
from lipnet.plans.models import years
from lipnet.reports.funders.models import KIND_NAMES, STATE_NAMES, UNIT_NAMES, FunderQuestion
from lipnet.reports.funders.sources import SOURCES

NONE = ""


def _choices(names: dict) -> list[SelectChoice]:
    return [SelectChoice(key, name) for key, name in names.items()]


class ActForm(Form):
    """A button that asks nothing."""


class AgreementField(SelectField):
    """An agreement, or none."""

    def __init__(self, label, **kwargs):
        super().__init__(label, choices=self._listed, **kwargs)

    @staticmethod
    def _listed():
        rows = Agreement.select().order_by(Agreement.starts_on.desc(), Agreement.id.desc())
        named = [SelectChoice(str(row.id), f"{row.number} · {plain(row.title)}") for row in rows]
        return [SelectChoice(NONE, gettext("None in particular")), *named]

    @property
    def chosen(self) -> Agreement | None:
        return Agreement.get_or_none(Agreement.id == int(self.data)) if self.data else None


class YearField(SelectField):
    """A fiscal year: of the last five, this one, or one of the next five."""

    def __init__(self, label, **kwargs):
        super().__init__(label, choices=self._listed, coerce=int, **kwargs)

    @staticmethod
    def _listed():
        this = clock.fiscal_year(clock.today())
        return [SelectChoice(year, years(year)) for year in range(this - 5, this + 6)]


class GenericForm(Form):
    fiscal_year = YearField(lazy("Fiscal year"))
    agreement = AgreementField(lazy("Contribution agreement"))


class TemplateForm(Form):
    name = TextsInput(lazy("Name"), [InOneLanguage(), Longest(200)])
    from_year = YearField(lazy("First fiscal year"))
    to_year = YearField(lazy("Last fiscal year"))
    agreement = AgreementField(lazy("Contribution agreement"))


class QuestionForm(Form):
    code = StringField(lazy("Its number in the form"), [InputRequired(), Length(max=40)])
    text = TextsInput(lazy("Question"), [InOneLanguage(), Longest(2000)], multiline=True)
    hint = TextsInput(lazy("What the form says about it"), [Longest(4000)], multiline=True)
    kind = SelectField(lazy("Kind of answer"), choices=_choices(KIND_NAMES))
    most = IntegerField(lazy("Longest answer"), [Optional(), NumberRange(1, 100_000)])
    unit = SelectField(lazy("Counted in"), choices=_choices(UNIT_NAMES))
    choices = TextAreaField(lazy("Answers to choose from"), [Length(max=4000)])
    sources = SelectMultipleField(
        lazy("Filled from"),
        choices=[SelectChoice(key, source.label) for key, source in SOURCES.items()],
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )

    def given(self) -> dict:
        names = ("code", "text", "kind", "most", "unit", "sources")
        found = {name: self[name].data for name in names}
        return found | {
            "hint": self.hint.data or {},
            "choices": choices_from(self.choices.data or ""),
        }


class AnswerForm(Form):
    text = TextsInput(lazy("Answer"), [Longest(40_000)], multiline=True)
    value = StringField(lazy("Number"), [Length(max=20)])
    state = RadioField(lazy("How far it is"), choices=_choices(STATE_NAMES))

    def about(self, question: FunderQuestion) -> "AnswerForm":
        """Without what this kind of question does not ask."""
        if question.kind in ("text", "figures"):
            del self.value
        return self


class ChosenForm(AnswerForm):
    value = RadioField(lazy("Answer"), validators=[Optional()])
    text = TextsInput(lazy("Remark"), [Longest(40_000)], multiline=True)

    def about(self, question: FunderQuestion) -> "ChosenForm":
        self.value.choices = _choices(dict(offered(question)))
        return self


class SheetForm(Form):
    sheet = FileField(
        lazy("Spreadsheet of questions"),
        [FileRequired(lazy("Choose a file first: .xlsx, .xls, .ods or .csv."))],
    )


def offered(question: FunderQuestion) -> list[tuple[str, str]]:
    """What a yes-or-no or a choice may be answered with."""
    if question.kind == "yes_no":
        return [("yes", gettext("Yes")), ("no", gettext("No"))]
    return [(str(n), plain(text)) for n, text in enumerate(question.choices, start=1)]


def choices_from(lines: str) -> list[dict[str, str]]:
    """ "Yes, fully | Oui, entièrement" on a line each -> [{"en": ..., "fr": ...}]."""
    found = []
    for line in filter(None, (one.strip() for one in lines.splitlines())):
        english, _bar, french = (part.strip() for part in line.partition("|"))
        found.append({t: text for t, text in (("en", english), ("fr", french)) if text})
    return found


def as_lines(choices: list[dict[str, str]]) -> str:
    return "\n".join(
        " | ".join(filter(None, (one.get("en", ""), one.get("fr", "")))) for one in choices
    )
