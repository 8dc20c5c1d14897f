"""Choosing reminders; noting on an action."""

from flask_wtf.file import FileField
from wtforms import BooleanField, TextAreaField, URLField
from wtforms.validators import Length

from lipnet.core.forms import Form
from lipnet.core.i18n import lazy


class RemindersForm(Form):
    week_before = BooleanField(lazy("A week before the day"))
    on_the_day = BooleanField(lazy("On the day itself"))
    weekly = BooleanField(lazy("Every Monday, all that is open in one letter"))


class NoteForm(Form):
    text = TextAreaField(lazy("In a few words"), [Length(max=4000)])
    link = URLField(lazy("A link that shows it"), [Length(max=1000)])
    file = FileField(lazy("A file that shows it"))
    done = BooleanField(lazy("It is done"))
