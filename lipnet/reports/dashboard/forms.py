"""Forms of the plan's public page."""

from wtforms import BooleanField, TextAreaField

from lipnet.core.forms import Form, Longest
from lipnet.core.i18n import lazy


class ShowForm(Form):
    with_notes = BooleanField(lazy("Also show what the leads noted last, in their words"))


class TakeBackForm(Form):
    """Nothing to fill in: a press of the button."""


class SitesForm(Form):
    sites = TextAreaField(lazy("Sites that may show the plan"), [Longest(4000)])
