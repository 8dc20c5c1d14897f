"""Shape and wording of what is asked about agendas."""

from wtforms import IntegerField, RadioField, TextAreaField, validators

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.meetings.agendas.words import KIND_WORDS
from lipnet.meetings.forms import ChooseOne, worded
from lipnet.meetings.words import PURPOSE_WORDS


class ReasonForm(Form):
    reason = TextAreaField(lazy("Why"), [validators.InputRequired(), Longest(1000)])


class UsualForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(300)])
    purpose = RadioField(
        lazy("What it is for"), [validators.InputRequired()], choices=worded(PURPOSE_WORDS),
        default="information",
    )  # fmt: skip
    minutes_planned = IntegerField(
        lazy("Minutes planned"), [validators.Optional(), validators.NumberRange(1, 480)]
    )
    speaker = ChooseOne(lazy("Who speaks"))
    kind = RadioField(
        lazy("What belongs there"), [validators.InputRequired()], choices=worded(KIND_WORDS),
        default="plain",
    )  # fmt: skip
    text = TextsInput(lazy("Words read aloud"), [Longest(4000)], multiline=True)
