"""Forms: ratifying a part, the rule of amendments, an amendment."""

from wtforms import BooleanField, DateField, SelectField
from wtforms.validators import Optional

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.groups.models import Body
from lipnet.meetings.operations import carried_motions as carried_by
from lipnet.plans.acting.forms import DescribedActionForm
from lipnet.plans.acting.models import AGREED
from lipnet.plans.forms import NONE, _motion_label, carried_motions
from lipnet.plans.models import ActionPlan


class ProposeForm(Form):
    until = DateField(lazy("The groups are asked to answer by"), [Optional()])


class RatifyForm(Form):
    motion = SelectField(lazy("How the group said yes"))
    remarks = TextsInput(lazy("Remarks of the group"), [Longest(2000)], multiline=True)

    def offer(self, body: Body) -> "RatifyForm":
        motions = [(str(motion.id), _motion_label(motion)) for motion in carried_by(body)[:50]]
        self.motion.choices = [(NONE, lazy("The chair confirms it, without a motion")), *motions]
        return self


class RuleForm(Form):
    wording = BooleanField(lazy("What will be done, and what will be there when it is done"))
    priority = BooleanField(lazy("Moving an action to another priority"))
    lead = BooleanField(lazy("Who leads"))
    due = BooleanField(lazy("The day by which it is to be done"))
    numbers = BooleanField(lazy("Numbers to reach"))


class AmendForm(DescribedActionForm):
    """What was adopted with the plan; its other columns are changed without an amendment."""

    reason = TextsInput(lazy("Why it changes"), [InOneLanguage(), Longest(1000)], multiline=True)

    def offer(self, plan: ActionPlan) -> "AmendForm":
        super().offer(plan)
        self.motion.label.text = lazy("The motion that amends it")
        self.motion.choices = [(NONE, lazy("No motion")), *carried_motions()]
        del self.because, self.sentence
        for name in (field.short_name for field in self.further):
            if name not in AGREED:
                delattr(self, name)
        return self
