"""Moving a card of the board: a note of progress in small."""

from wtforms import RadioField
from wtforms.validators import InputRequired

from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.plans.models import STATUS_NAMES


class MoveForm(Form):
    status = RadioField(lazy("Where it goes"), [InputRequired()])
    text = TextsInput(lazy("What has happened"), [Longest(2000)], multiline=True)
    reason = TextsInput(lazy("Why it is late, or why it stops"), [Longest(1000)], multiline=True)

    def offer(self) -> "MoveForm":
        self.status.choices = [
            (code, name) for code, name in STATUS_NAMES.items() if code != "carried_over"
        ]
        return self
