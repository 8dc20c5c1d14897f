"""How the partnership presents itself."""

from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy


class IntroduceForm(Form):
    name = TextsInput(lazy("Name of the partnership"), [InOneLanguage(), Longest(120)])
    place = TextsInput(lazy("Where it is"), [Longest(120)])
    contact = StringField(lazy("Contact shown on every page"), [Length(max=200)])
    privacy_officer = StringField(
        lazy("Who answers questions about privacy (title and contact)"), [Length(max=200)]
    )
    land_acknowledgement = TextsInput(
        lazy("Land acknowledgement, in your own words"), [Longest(2000)], multiline=True
    )


class OutsideLinksForm(Form):
    links = TextAreaField(
        lazy("Pages elsewhere that help with this step, one address a line"), [Length(max=4000)]
    )
