"""Shape and wording of a vote between meetings."""

from datetime import datetime

from flask_wtf.file import MultipleFileField
from wtforms import DateField, StringField, TextAreaField, TimeField, validators

from lipnet.core import clock
from lipnet.core.brought import Brought, file_brought
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
    file = MultipleFileField(lazy("Papers"))
    link = StringField(lazy("Link to a paper"), [Longest(500)])
    findings = ChooseSome(lazy("Because of these findings"))

    @property
    def papers(self) -> list[Brought]:
        """The files that were chosen; raises Refusal for what may not be kept."""
        chosen = (one for one in self.file.data or [] if getattr(one, "filename", ""))
        return [file_brought(one.filename, one.read()) for one in chosen]

    @property
    def closing(self) -> datetime:
        """The moment, in the time of the partnership."""
        return datetime.combine(self.closes_on.data, self.closes_at.data, tzinfo=clock.local_zone())


class WithdrawForm(Form):
    reason = TextAreaField(lazy("Why it is withdrawn"), [validators.InputRequired(), Longest(1000)])
