"""Forms of the annual report."""

from wtforms import SelectField

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.plans.models import STATUS_NAMES


class DescriptionForm(Form):
    title = TextsInput(lazy("Title of the report"), [Longest(200)])
    message = TextsInput(lazy("Message of the chair"), [Longest(6000)], multiline=True)


class LineForm(Form):
    done = TextsInput(lazy("What was done"), [Longest(4000)], multiline=True)
    changed = TextsInput(lazy("What changed on the way"), [Longest(4000)], multiline=True)
    status = SelectField(lazy("How it ended"), choices=list(STATUS_NAMES.items()))
    reason = TextsInput(lazy("Why not, or not yet"), [Longest(2000)], multiline=True)


class PublicationForm(Form):
    """Nothing to fill in: a press of the button."""


class ErratumForm(Form):
    text = TextsInput(
        lazy("What the report should have said"), [InOneLanguage(), Longest(2000)], multiline=True
    )
