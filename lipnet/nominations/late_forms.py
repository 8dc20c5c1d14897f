"""What a signed-in person writes after the end of a call; the seats of the next one may differ."""

from wtforms import TextAreaField
from wtforms.validators import InputRequired

from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.nominations.forms import NominationForm


class LateMyselfForm(Form):
    statement = TextAreaField(lazy("Why?"), [InputRequired()])


class LateSomeoneForm(NominationForm):
    seat = None
    statement = TextAreaField(lazy("Why?"), [InputRequired()])
