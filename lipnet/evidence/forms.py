"""What is said of a finding."""

from flask_wtf.file import FileField
from wtforms import DateField, SelectMultipleField, StringField, TextAreaField, widgets
from wtforms.fields import RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.evidence.models import SOURCE_KINDS, Theme

LONGEST = 400


class ThemesField(SelectMultipleField):
    """Themes chosen by ticking them; data are their numbers."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()

    def __init__(self, label=None, **kwargs):
        super().__init__(label, coerce=int, choices=[], **kwargs)

    def offer(self, themes: list[Theme]) -> None:
        self.themes = {theme.id: theme for theme in themes}
        self.choices = [SelectChoice(theme.id, plain(theme.title)) for theme in themes]

    @property
    def chosen(self) -> list[Theme]:
        return [self.themes[number] for number in self.data or []]


class _UnderThemes(Form):
    themes = ThemesField(lazy("Themes"))

    def __init__(self, *args, offered: list[Theme] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.themes.offer(Theme.in_use() if offered is None else offered)


class PinForm(_UnderThemes):
    statement = TextsInput(
        lazy("What the figure shows, in one sentence"),
        [InOneLanguage(), Longest(LONGEST)],
        multiline=True,
    )


class OutsideForm(_UnderThemes):
    statement = TextsInput(
        lazy("What was found, in one sentence"),
        [InOneLanguage(), Longest(LONGEST)],
        multiline=True,
    )
    kind = RadioField(
        lazy("What it comes from"),
        choices=[SelectChoice(code, name) for code, name in SOURCE_KINDS.items()],
        default="report",
    )
    source = StringField(
        lazy("Where it comes from"),
        [InputRequired(lazy("Say where it comes from.")), Length(max=300)],
    )
    place = StringField(lazy("Where in it: page or table"), [Length(max=200)])
    link = StringField(lazy("Address on the web"), [Length(max=500)])
    found_on = DateField(lazy("Date of the source"), [Optional()])
    table = TextAreaField(lazy("A small table of it"), [Length(max=20_000)])
    file = FileField(lazy("The source as a file"))


class SortForm(_UnderThemes):
    """The themes of a finding."""


class CorrectForm(Form):
    statement = TextsInput(
        lazy("What is right, in one sentence"), [InOneLanguage(), Longest(LONGEST)], multiline=True
    )
    why = TextsInput(lazy("What was wrong"), [InOneLanguage(), Longest(LONGEST)], multiline=True)


class ConfirmForm(Form):
    """A button that asks once more."""


class ThemeForm(Form):
    title = TextsInput(lazy("Name of the theme"), [InOneLanguage(), Longest(80)])


class MergeForm(Form):
    into = SelectField(lazy("Its findings go to"), coerce=int)

    def offer(self, themes: list[Theme]) -> None:
        self.into.choices = [SelectChoice(theme.id, plain(theme.title)) for theme in themes]
