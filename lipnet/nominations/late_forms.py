"""What a signed-in person writes after the end of a call; the seats of the next one may differ."""

from wtforms.validators import InputRequired

from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.nominations.forms import NominationForm
from lipnet.nominations.statement_forms import OneStatement


class LateMyselfForm(Form):
    statement = OneStatement(lazy("Why?"), [InputRequired()])


class LateSomeoneForm(NominationForm):
    seat = None
    statement = OneStatement(lazy("Why?"), [InputRequired()])
