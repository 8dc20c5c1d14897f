"""The form of an action with the further columns its plan uses; choosing these columns."""

from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, NumberRange, Optional

from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.people.models import Organisation
from lipnet.plans.acting.models import (
    AGREED,
    COLUMN_NAMES,
    KIND_NAMES,
    LIKELIHOOD_NAMES,
    UNSAID,
    columns_of,
    particulars_of,
    partners_of,
)
from lipnet.plans.forms import ActionForm
from lipnet.plans.models import ActionPlan, PlanAction

MOST = 1_000_000
A_COUNT = (Optional(), NumberRange(0, MOST))
FIELDS_OF = {
    "kind": ("kind",),
    "partners": ("partners",),
    "when": ("starts_on",),
    "target": ("target", "unit"),
    "people": ("people_wanted",),
    "risks": ("risks", "likelihood"),
    "code": ("code",),
    "again": ("again",),
    "money": (),
}


class BoxesField(SelectMultipleField):
    """Any number of a few, each a box."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()


class ColumnsForm(Form):
    names = BoxesField(
        lazy("Further columns"), choices=[SelectChoice(*named) for named in COLUMN_NAMES.items()]
    )


class FurtherForm(Form):
    """The further columns of an action that its plan uses."""

    kind = SelectField(COLUMN_NAMES["kind"])
    partners = BoxesField(COLUMN_NAMES["partners"], coerce=int)
    starts_on = DateField(lazy("First day"), [Optional()])
    target = IntegerField(COLUMN_NAMES["target"], A_COUNT)
    unit = TextsInput(lazy("What is counted"), [Longest(100)])
    people_wanted = IntegerField(lazy("How many people it is to reach"), A_COUNT)
    risks = TextsInput(lazy("What could get in the way"), [Longest(1000)], multiline=True)
    likelihood = SelectField(lazy("How likely that is"))
    code = StringField(COLUMN_NAMES["code"], [Length(max=60)])
    again = BooleanField(lazy("It comes back every year: the next plan opens with it"))

    def offer_further(self, plan: ActionPlan) -> None:
        self.kind.choices = [(UNSAID, lazy("Not said")), *KIND_NAMES.items()]
        self.likelihood.choices = [(UNSAID, lazy("Not said")), *LIKELIHOOD_NAMES.items()]
        self.partners.choices = [(row.id, plain(row.name)) for row in Organisation.present()]
        self.used = [name for name in columns_of(plan) if FIELDS_OF[name]]
        for name in set(FIELDS_OF) - set(self.used):
            for field in FIELDS_OF[name]:
                delattr(self, field)

    @property
    def further(self) -> list:
        """The fields of the columns in use."""
        names = [field for name in self.used for field in FIELDS_OF[name]]
        return [self[name] for name in names if name in self]

    def particulars(self) -> dict:
        """What they say, as describe_action takes it; columns not in use are left out."""
        said = {field.short_name: _said(field) for field in self.further}
        if "partners" in said:
            chosen = Organisation.id.in_(self.partners.data or [])
            said["partners"] = list(Organisation.select().where(chosen))
        return said


class LaterForm(FurtherForm):
    """What may still be written once the plan is adopted."""

    def offer(self, plan: ActionPlan) -> "LaterForm":
        self.offer_further(plan)
        for name in AGREED if plan.is_adopted else ():
            if name in self:
                delattr(self, name)
        return self


class DescribedActionForm(ActionForm, FurtherForm):
    """What an action is, and below "More" the further columns that its plan uses."""

    def offer(self, plan: ActionPlan) -> "DescribedActionForm":
        super().offer(plan)
        self.offer_further(plan)
        return self


def further_wording(action: PlanAction) -> dict:
    """What the form begins with."""
    row = particulars_of(action)
    names = [name for fields in FIELDS_OF.values() for name in fields if name != "partners"]
    partners = partners_of([action]).get(action.id, [])
    return {name: getattr(row, name) for name in names} | {"partners": [p.id for p in partners]}


def _said(field):
    """Nothing in a text is an empty one, in a number or day None."""
    if isinstance(field, TextsInput):
        return field.data or {}
    return (field.data or "").strip() if isinstance(field, StringField) else field.data
