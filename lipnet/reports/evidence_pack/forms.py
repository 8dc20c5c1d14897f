"""The form of an evidence pack."""

from wtforms import DateField
from wtforms.validators import InputRequired

from lipnet.core.forms import Form
from lipnet.core.i18n import lazy


class PackForm(Form):
    first = DateField(lazy("First day"), [InputRequired()])
    last = DateField(lazy("Last day"), [InputRequired()])
