"""Writing down an agreement, its money, its amendments, and what is owed."""

from flask_wtf.file import FileField
from wtforms import (
    DateField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.money import MoneyField
from lipnet.core.multilingual import plain
from lipnet.groups.agreements.models import BUDGET_LINE_NAMES, RHYTHM_NAMES
from lipnet.groups.forms import RecordField, offered
from lipnet.people.models import Organisation


class OrganisationsField(SelectMultipleField):
    """Any number of organisations, each a box; `chosen` are the records."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()

    def __init__(self, label, **kwargs):
        super().__init__(label, choices=self._listed, coerce=str, **kwargs)

    @staticmethod
    def _listed():
        return [SelectChoice(str(row.id), plain(row.name)) for row in Organisation.present()]

    @property
    def chosen(self) -> list[Organisation]:
        wanted = [int(key) for key in self.data or []]
        return list(Organisation.select().where(Organisation.id.in_(wanted)))


class AgreementForm(Form):
    number = StringField(lazy("Number of the agreement"), [InputRequired(), Length(max=60)])
    title = TextsInput(lazy("Title of the project"), [InOneLanguage(), Longest(200)])
    signs = RecordField(
        lazy("The organisation that signs"), Organisation, Organisation.present,
        nobody=lazy("Choose an organisation"), validators=[InputRequired()],
    )  # fmt: skip
    co_applicants = OrganisationsField(lazy("Co-applicants"))
    officer_name = StringField(lazy("The funder's officer"), [Length(max=120)])
    officer_address = TextAreaField(lazy("Address of the officer"), [Length(max=500)])


class SignForm(AgreementForm):
    starts_on = DateField(lazy("First day"), [InputRequired()])
    ends_on = DateField(lazy("Last day"), [InputRequired()])


class AmendForm(Form):
    on = DateField(lazy("Signed on"), [InputRequired()])
    what = TextsInput(lazy("What changes"), [InOneLanguage(), Longest(2000)], multiline=True)
    ends_on = DateField(lazy("Another last day"), [Optional()])


class ObligationForm(Form):
    what = TextsInput(lazy("What is owed"), [InOneLanguage(), Longest(200)])
    due_on = DateField(lazy("Due on"), [InputRequired()])
    remind_days = IntegerField(
        lazy("Days before that coordinators are reminded"), [InputRequired(), NumberRange(0, 366)]
    )
    note = TextAreaField(lazy("Note"), [Length(max=2000)])


class RuleForm(Form):
    what = TextsInput(lazy("What is owed"), [InOneLanguage(), Longest(200)])
    rhythm = RadioField(lazy("How often"), [InputRequired()], choices=offered(RHYTHM_NAMES))
    days = IntegerField(lazy("How many days after it"), [InputRequired(), NumberRange(0, 366)])
    remind_days = IntegerField(
        lazy("Days before that coordinators are reminded"), [InputRequired(), NumberRange(0, 366)]
    )
    from_on = DateField(lazy("From the period that ends on or after"), [InputRequired()])


class SentForm(Form):
    on = DateField(lazy("Sent on"), [InputRequired()])
    note = TextAreaField(lazy("Note"), [Length(max=2000)])
    file = FileField(lazy("Proof"))


class ProofForm(Form):
    file = FileField(lazy("Proof"), [InputRequired()])


class ActForm(Form):
    """A button that asks nothing."""


def with_money(kind: type[Form], years: list[int]) -> type[Form]:
    """The form with an amount and a cost share for each fiscal year."""
    fields = {}
    for year in years:
        fields[f"amount_{year}"] = MoneyField(lazy("Amount"))
        fields[f"share_{year}"] = MoneyField(lazy("Cost share"))
    return type(f"{kind.__name__}WithMoney", (kind,), fields)


def money_given(form: Form, years: list[int]) -> dict[int, tuple[int, int]]:
    """{year: (amount, cost share)} of the years an amount was written for."""
    pairs = {year: (form[f"amount_{year}"].data, form[f"share_{year}"].data) for year in years}
    return {
        year: (amount, share or 0) for year, (amount, share) in pairs.items() if amount is not None
    }


BudgetForm = type(
    "BudgetForm",
    (Form,),
    {
        f"{part}_{kind}": MoneyField(label)
        for kind in BUDGET_LINE_NAMES
        for part, label in (("planned", lazy("Planned")), ("actual", lazy("Spent")))
    },
)


def lines_given(form: Form) -> dict[str, tuple[int, int | None]]:
    """{kind of cost: (planned, spent)} of the lines where anything was written."""
    pairs = {
        kind: (form[f"planned_{kind}"].data, form[f"actual_{kind}"].data)
        for kind in BUDGET_LINE_NAMES
    }
    return {
        kind: (planned or 0, actual)
        for kind, (planned, actual) in pairs.items()
        if (planned, actual) != (None, None)
    }
