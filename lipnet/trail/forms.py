"""The form by which somebody says why a record is there."""

from wtforms import RadioField
from wtforms.validators import InputRequired

from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import format_day, gettext, lazy
from lipnet.trail.changing import name_of
from lipnet.trail.walking import Stop


class TieForm(Form):
    earlier = RadioField(lazy("What it rests on"), [InputRequired()])
    sentence = TextsInput(lazy("Why, in one sentence"), [Longest(500)])

    def offer(self, stops: list[Stop]) -> "TieForm":
        self.earlier.choices = [(name_of(stop.ref), _told(stop)) for stop in stops]
        return self


def _told(stop: Stop) -> str:
    """The kind and the day stand behind the title: two records may be called alike."""
    title = stop.title.striptags()
    if stop.on is None:
        return gettext("%(title)s (%(kind)s)", title=title, kind=stop.kind)
    return gettext(
        "%(title)s (%(kind)s, %(day)s)", title=title, kind=stop.kind, day=format_day(stop.on)
    )
