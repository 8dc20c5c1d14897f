"""What one source gives to an action."""

from wtforms import IntegerField, SelectField
from wtforms.validators import NumberRange, Optional

from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.core.money import MoneyField
from lipnet.core.multilingual import plain
from lipnet.groups.agreements.models import Agreement, BudgetLine
from lipnet.people.models import Organisation
from lipnet.plans.acting.money import ActionMoney
from lipnet.plans.acting.money_told import line_named
from lipnet.plans.acting.totals import AMOUNTS
from lipnet.plans.models import PlanAction

NONE = ""
HOURS = (Optional(), NumberRange(0, 1_000_000))


class MoneyForm(Form):
    budget_line = SelectField(lazy("Line of the contribution agreement"))
    organisation = SelectField(lazy("Or an organisation that gives it"))
    cash_planned = MoneyField(lazy("Cash, planned"))
    cash_actual = MoneyField(lazy("Cash, spent"))
    gifts_planned = MoneyField(lazy("Value of gifts in kind, planned"))
    gifts_actual = MoneyField(lazy("Value of gifts in kind, received"))
    hours_planned = IntegerField(lazy("Hours of volunteers, planned"), HOURS)
    hours_actual = IntegerField(lazy("Hours of volunteers, given"), HOURS)

    def offer(self, action: PlanAction) -> "MoneyForm":
        lines = (
            BudgetLine.select(BudgetLine, Agreement)
            .join(Agreement)
            .where(BudgetLine.fiscal_year == action.plan.fiscal_year)
            .order_by(Agreement.id, BudgetLine.id)
        )
        named = [(_key(line.agreement_id, line.kind), _named(line)) for line in lines]
        self.lines = {_key(line.agreement_id, line.kind): line for line in lines}
        given = [(str(row.id), plain(row.name)) for row in Organisation.present()]
        self.budget_line.choices = [(NONE, lazy("No line of the agreement")), *named]
        self.organisation.choices = [(NONE, lazy("No organisation")), *given]
        return self

    def said(self) -> dict:
        """As keep_money takes it; what was planned and left empty is nothing."""
        amounts = {name: self[name].data for name in AMOUNTS}
        nothing = {name: 0 for name in AMOUNTS if name.endswith("planned")}
        return {
            **amounts,
            **{name: amounts[name] or none for name, none in nothing.items()},
            "budget_line": self.lines.get(self.budget_line.data),
            "organisation": _chosen(Organisation, self.organisation.data),
        }


def as_written(row: ActionMoney) -> dict:
    """What the form begins with."""
    return {
        **row.amounts._asdict(),
        "budget_line": _key(row.agreement_id, row.line) if row.line else NONE,
        "organisation": str(row.organisation_id or NONE),
    }


def _key(agreement_id: int, kind: str) -> str:
    return f"{agreement_id}-{kind}"


def _named(line: BudgetLine) -> str:
    return line_named(line.agreement, line.kind)


def _chosen(model, key: str):
    return model.get_or_none(model.id == int(key)) if key else None
