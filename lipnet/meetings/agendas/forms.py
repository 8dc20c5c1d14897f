"""Shape and wording of what is asked about agendas."""

from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    StringField,
    TextAreaField,
    validators,
)

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.meetings.agendas.words import KIND_WORDS
from lipnet.meetings.forms import ChooseOne, worded
from lipnet.meetings.purposes import PURPOSE_WORDS
from lipnet.meetings.words import RESULT_WORDS


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


class ProposalForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(300)])
    purpose = RadioField(
        lazy("What it is for"), [validators.InputRequired()], choices=worded(PURPOSE_WORDS),
        default="discussion",
    )  # fmt: skip
    minutes_planned = IntegerField(
        lazy("Minutes it may take"), [validators.Optional(), validators.NumberRange(1, 480)]
    )
    why = TextAreaField(lazy("Why"), [Longest(2000)])
    file = FileField(lazy("A paper"))
    link = StringField(lazy("Address on the web"), [Longest(500)])


class AcceptForm(Form):
    onto = ChooseOne(lazy("Meeting"), [validators.InputRequired()])


class WordsForm(Form):
    text = TextsInput(lazy("Words read aloud"), [Longest(4000)], multiline=True)


class LengthForm(Form):
    minutes = IntegerField(
        lazy("Minutes the meeting has"), [validators.Optional(), validators.NumberRange(1, 1440)]
    )


class PaperForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(120)])
    file = FileField(lazy("File"))
    link = StringField(lazy("Address on the web"), [Longest(500)])


class PullForm(Form):
    person = ChooseOne(lazy("Who wants to discuss it"), [validators.InputRequired()])


class ConsentForm(Form):
    mover = ChooseOne(lazy("Moved by"))
    seconder = ChooseOne(lazy("Seconded by"))
    result = RadioField(
        lazy("Result"), [validators.InputRequired()],
        choices=worded(RESULT_WORDS, "carried", "consensus"), default="carried",
    )  # fmt: skip


class ConflictForm(Form):
    person = ChooseOne(lazy("Whose conflict it is"))
    nature = TextAreaField(lazy("What is at stake"), [validators.InputRequired(), Longest(1000)])
    steps_out = BooleanField(lazy("Leaves the room, and does not decide"))
