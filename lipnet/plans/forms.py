"""Forms of strategy, plan and progress."""

from wtforms import DateField, IntegerField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange, Optional

from lipnet.core import i18n
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.groups.models import Body
from lipnet.meetings.models import Motion
from lipnet.meetings.operations import carried_motions as carried_by
from lipnet.people.models import Organisation, Person
from lipnet.plans.models import STATUS_NAMES, ActionPlan, Strategy, years
from lipnet.plans.strategies.models import Objective
from lipnet.plans.strategies.naming import levels_called

NONE = ""


class StrategyForm(Form):
    title = TextsInput(lazy("Title of the strategy"), [InOneLanguage(), Longest(200)])
    from_year = IntegerField(
        lazy("From 1 April of the year"), [InputRequired(), NumberRange(1990, 2100)]
    )
    to_year = IntegerField(
        lazy("To 31 March of the year"), [InputRequired(), NumberRange(1990, 2100)]
    )


class TitleForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(300)])


class MotionForm(Form):
    motion = SelectField(lazy("The motion that adopts it"), coerce=int)

    def offer(self) -> "MotionForm":
        self.motion.choices = carried_motions()
        return self


class StartForm(Form):
    fiscal_year = SelectField(lazy("The year, from 1 April to 31 March"), coerce=int)

    def offer(self) -> "StartForm":
        """The years that a strategy covers and no plan yet."""
        taken = {plan.fiscal_year for plan in ActionPlan.select(ActionPlan.fiscal_year)}
        covered = {year for s in Strategy.select() for year in range(s.from_year, s.to_year)}
        self.fiscal_year.choices = [(year, years(year)) for year in sorted(covered - taken)]
        return self


class ActionForm(Form):
    because = SelectMultipleField(lazy("It rests on"), choices=[], validate_choice=False)
    priority = SelectField(lazy("Priority of the strategy"))
    text = TextsInput(lazy("What will be done"), [InOneLanguage(), Longest(1000)], multiline=True)
    sentence = TextsInput(lazy("Why, in one sentence"), [Longest(500)])
    lead_body = SelectField(lazy("Group or committee in the lead"))
    lead_organisation = SelectField(lazy("Organisation in the lead"))
    lead_person = SelectField(lazy("Person who reports how it goes"))
    due = DateField(lazy("To be done by"), [Optional()])
    output = TextsInput(lazy("What will be there when it is done"), [Longest(500)])
    motion = SelectField(lazy("The motion that adds it to the adopted plan"))

    def offer(self, plan: ActionPlan) -> "ActionForm":
        self.priority.choices = places(plan.strategy)
        self.priority.label.text = place_label(plan.strategy)
        self.lead_body.choices = [(NONE, lazy("No group")), *_by_name(Body.standing())]
        self.lead_organisation.choices = [
            (NONE, lazy("No organisation")),
            *_by_name(Organisation.select().where(Organisation.left_on.is_null())),
        ]
        self.lead_person.choices = [
            (NONE, lazy("Nobody yet")),
            *_by_name(Person.select().where(Person.left_at.is_null())),
        ]
        if plan.is_adopted:
            self.motion.choices = [(NONE, lazy("Choose a motion")), *carried_motions()]
        else:
            del self.motion
        return self

    def chosen(self) -> dict:
        """The particulars as plan_action and reword_action take them."""
        ids = {
            f"{name}_id": int(self[name].data) if self[name].data else None
            for name in ("lead_body", "lead_organisation", "lead_person")
        }
        return {
            "objective": self._objective(),
            "text": self.text.data,
            "output": self.output.data or {},
            "due": self.due.data,
            "lead_body": Body.get_or_none(Body.id == ids["lead_body_id"]),
            "lead_organisation": Organisation.get_or_none(
                Organisation.id == ids["lead_organisation_id"]
            ),
            "lead_person": Person.get_or_none(Person.id == ids["lead_person_id"]),
        }

    def _objective(self) -> Objective | None:
        _priority, _dash, objective = self.priority.data.partition("-")
        return Objective.get_or_none(Objective.id == int(objective)) if objective else None


class ProgressForm(Form):
    status = RadioField(lazy("How it stands"), [InputRequired()])
    text = TextsInput(lazy("What has happened"), [Longest(2000)], multiline=True)
    reason = TextsInput(lazy("Why it is late, or why it stops"), [Longest(1000)], multiline=True)

    def offer(self) -> "ProgressForm":
        self.status.choices = [
            (code, name) for code, name in STATUS_NAMES.items() if code != "carried_over"
        ]
        return self


class CarryForm(Form):
    plan = SelectField(lazy("The plan that goes on with it"), coerce=int)
    reason = TextsInput(
        lazy("Why it was not finished"), [InOneLanguage(), Longest(1000)], multiline=True
    )
    motion = SelectField(lazy("The motion that adds it, if that plan is adopted"))

    def offer(self, plans: list[ActionPlan]) -> "CarryForm":
        self.plan.choices = [(plan.fiscal_year, years(plan.fiscal_year)) for plan in plans]
        self.motion.choices = [(NONE, lazy("No motion: that plan is not adopted yet"))]
        self.motion.choices += carried_motions()
        return self


def carried_motions() -> list[tuple[int, str]]:
    """The latest hundred motions that carried, as choices."""
    return [(motion.id, _motion_label(motion)) for motion in carried_by()[:100]]


def priorities(strategy: Strategy) -> dict[str, list[tuple[int, str]]]:
    """The priorities grouped by pillar, as choices."""
    return {
        plain(pillar.title): [(p.id, plain(p.title)) for p in pillar.in_order()]
        for pillar in strategy.in_order()
    }


def places(strategy: Strategy) -> dict[str, list[tuple[str, str]]]:
    """The priorities grouped by pillar, each followed by its objectives, as choices: "12" is a
    priority, "12-3" an objective of it."""
    below: dict[int, list[tuple[str, str]]] = {}
    for one in Objective.of(strategy):
        key = f"{one.priority_id}-{one.id}"
        below.setdefault(one.priority_id, []).append((key, f"\u2014 {plain(one.title)}"))
    return {
        pillar: [
            each for key, title in offered for each in ((str(key), title), *below.get(key, []))
        ]
        for pillar, offered in priorities(strategy).items()
    }


def place_label(strategy: Strategy) -> str:
    """What the choice of a place is called: by the partnership's own word, if it has one."""
    if Objective.of(strategy):
        return i18n.gettext("Where it stands in the strategy")
    own = levels_called()["priority"]
    return own.word if own.is_own else i18n.gettext("Priority of the strategy")


def place_key(priority_id: int, objective: Objective | None) -> str:
    return f"{priority_id}-{objective.id}" if objective else str(priority_id)


def _motion_label(motion: Motion) -> str:
    return i18n.gettext(
        "Motion %(number)s of %(day)s: %(text)s",
        number=motion.number,
        day=i18n.format_day(motion.on, "medium"),
        text=_shortened(plain(motion.text)),
    )


def _shortened(text: str, longest: int = 70) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _by_name(records) -> list[tuple[str, str]]:
    named = [(str(record.id), plain(record.name)) for record in records]
    return sorted(named, key=lambda choice: folded(choice[1]))
