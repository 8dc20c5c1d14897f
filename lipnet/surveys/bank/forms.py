"""What a coordinator fills in about questions of the bank."""

from wtforms import SelectField, SelectMultipleField
from wtforms.validators import InputRequired

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.questionnaire import Questionnaire
from lipnet.surveys.bank.entries import Entry
from lipnet.surveys.bank.words import theme_choices
from lipnet.surveys.words import language_name

FIRST = ["en", "fr"]
LONGEST_NOTE = 500


class RewordForm(Form):
    label = TextsInput(lazy("Question"), [InOneLanguage(), Longest(300)], multiline=True)
    hint = TextsInput(lazy("Hint below the question"), [Longest(300)])


class SaveForm(Form):
    name = SelectField(
        lazy("Question"), [InputRequired(lazy("Choose a question that people answer."))]
    )
    theme = SelectField(lazy("Theme"), [InputRequired(lazy("Choose a theme."))])
    why = TextsInput(lazy("Why it is asked"), [Longest(LONGEST_NOTE)], multiline=True)
    note = TextsInput(
        lazy("What its answers may be compared with"), [Longest(LONGEST_NOTE)], multiline=True
    )

    def offer(self, questionnaire: Questionnaire) -> None:
        answered = [each for each in questionnaire.questions() if each.is_answered]
        self.name.choices = [(each.name, plain(each.label) or each.name) for each in answered]
        self.theme.choices = [("", lazy("Choose a theme")), *theme_choices()]


class PickForm(Form):
    """Themes and single questions; a theme stands for all of its questions."""

    themes = SelectMultipleField(lazy("Themes"))
    questions = SelectMultipleField(lazy("Questions"))
    languages = SelectMultipleField(
        lazy("Languages"), [InputRequired(lazy("Choose at least one language."))], default=FIRST
    )

    def offer(self, entries: list[Entry]) -> None:
        self.themes.choices = theme_choices()
        self.questions.choices = [(each.bank_id, each.bank_id) for each in entries]
        tags = dict.fromkeys(tag for each in entries for tag in each.languages)
        self.languages.choices = [(tag, language_name(tag)) for tag in tags]

    def picked(self, entries: list[Entry]) -> list[Entry]:
        themes, single = self.themes.data or (), self.questions.data or ()
        return [each for each in entries if each.theme in themes or each.bank_id in single]
