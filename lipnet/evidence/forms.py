"""What is said of a finding."""

from wtforms import DateField, StringField
from wtforms.validators import InputRequired, Length, Optional

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy


class PinForm(Form):
    statement = TextsInput(
        lazy("What the figure shows, in one sentence"),
        [InOneLanguage(), Longest(400)],
        multiline=True,
    )


class OutsideForm(Form):
    statement = TextsInput(
        lazy("What was found, in one sentence"), [InOneLanguage(), Longest(400)], multiline=True
    )
    source = StringField(
        lazy("Where it comes from"),
        [InputRequired(lazy("Say where it comes from.")), Length(max=300)],
    )
    place = StringField(lazy("Where in it: page or table"), [Length(max=200)])
    link = StringField(lazy("Address on the web"), [Length(max=500)])
    found_on = DateField(lazy("Date of the source"), [Optional()])
