"""What a candidate is asked; the words of the page newcomers may see."""

from wtforms import BooleanField, TextAreaField

from lipnet.core.forms import Form
from lipnet.core.i18n import lazy


class Consent:
    """What a candidate says; mixed into the two forms by which somebody stands."""

    interests = TextAreaField(lazy("What do you want to work on?"))
    may_publish = BooleanField(
        lazy("Everybody who signs in here may see my name and what is written here.")
    )


class AnswerForm(Consent, Form):
    """The nominee's page: no cookie, so no token; the link itself is the key."""

    class Meta(Form.Meta):
        csrf = False
