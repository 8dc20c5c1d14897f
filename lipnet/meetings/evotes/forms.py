"""Shape and wording of a vote between meetings."""

from datetime import datetime

from wtforms import DateField, StringField, TextAreaField, TimeField, validators

from lipnet.core import clock
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.meetings.forms import ChooseOne, ChooseSome


class AskForm(Form):
    text = TextsInput(lazy("The motion"), [InOneLanguage(), Longest(4000)], multiline=True)
    reasons = TextsInput(lazy("Why, and what members should know"), [Longest(4000)], multiline=True)
    mover = ChooseOne(lazy("Moved by"), [validators.InputRequired()])
    seconder = ChooseOne(lazy("Seconded by"), [validators.InputRequired()])
    closes_on = DateField(lazy("Last day to vote"), [validators.InputRequired()])
    closes_at = TimeField(lazy("It closes at"), [validators.InputRequired()])
    link = StringField(lazy("Link to a paper"), [Longest(500)])
    findings = ChooseSome(lazy("Because of these findings"))

    @property
    def closing(self) -> datetime:
        """The moment, in the time of the partnership."""
        return datetime.combine(self.closes_on.data, self.closes_at.data, tzinfo=clock.local_zone())


class WithdrawForm(Form):
    reason = TextAreaField(lazy("Why it is withdrawn"), [validators.InputRequired(), Longest(1000)])
