"""What is asked of who wants the letter: an address and a language, and nothing else."""

from wtforms import EmailField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Regexp

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.reports.keeping_in_touch.models import LONGEST
from lipnet.reports.keeping_in_touch.public_words import TOO_LONG, WRITE_AN_ADDRESS


class AddressForm(Form):
    """Without a token: this door has no cookie; nothing is sent before a letter was answered."""

    class Meta(Form.Meta):
        csrf = False

    email = EmailField(
        lazy("Your e-mail address"),
        [
            InputRequired(WRITE_AN_ADDRESS),
            Regexp(r"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", message=WRITE_AN_ADDRESS),
            Length(max=LONGEST, message=TOO_LONG),
        ],
    )
    language = SelectField(lazy("Language of the letter"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.language.choices = [
            SelectChoice(tag, languages.get(tag).endonym) for tag in i18n.catalogues()
        ]
