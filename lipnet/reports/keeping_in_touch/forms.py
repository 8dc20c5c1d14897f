"""The coordinator's words in the letter, and an address whose owner asks for no more."""

from wtforms import EmailField
from wtforms.validators import InputRequired, Length

from lipnet.core import i18n
from lipnet.core.forms import Form, TextsInput
from lipnet.core.i18n import lazy
from lipnet.reports.keeping_in_touch.models import LONGEST


class LetterForm(Form):
    words = TextsInput(lazy("Your own words"), multiline=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.words.tags = i18n.catalogues()


class SendingForm(Form):
    pass


class ForgetForm(Form):
    email = EmailField(lazy("E-mail address"), [InputRequired(), Length(max=LONGEST)])
