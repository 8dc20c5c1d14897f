"""Shape and wording of what is asked about minutes on their way."""

from wtforms import RadioField, SelectField, TextAreaField, validators

from lipnet.core.forms import Form, Longest
from lipnet.core.i18n import lazy
from lipnet.meetings.forms import worded
from lipnet.meetings.minuting.words import ANSWER_WORDS, PUBLIC_WORDS


class CommentForm(Form):
    line = SelectField(lazy("What it is about"), default="")
    text = TextAreaField(
        lazy("What should be put right"), [validators.InputRequired(), Longest(4000)]
    )

    @property
    def about(self) -> tuple[str, int | None]:
        kind, _, number = self.line.data.partition("-")
        return kind, int(number) if number else None


class AnswerForm(Form):
    answer = RadioField(
        lazy("What became of it"), [validators.InputRequired()], choices=worded(ANSWER_WORDS)
    )
    because = TextAreaField(lazy("Why"), [Longest(2000)])


class ConfidentialForm(Form):
    reason = TextAreaField(lazy("Why"), [validators.InputRequired(), Longest(500)])


class PublicForm(Form):
    shown = RadioField(
        lazy("Who may read minutes that are closed"), [validators.InputRequired()],
        choices=worded(PUBLIC_WORDS),
    )  # fmt: skip
