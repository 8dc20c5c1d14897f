"""What a coordinator brings and writes: files, and words for what a picture shows."""

from flask_wtf.file import MultipleFileField

from lipnet import languages
from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.questionnaire import Questionnaire

LONGEST_ALT = 300


class MediaForm(Form):
    files = MultipleFileField(lazy("Pictures and sounds"))

    @property
    def sent(self) -> list:
        """What was chosen; a browser sends one empty part where nothing was."""
        return [each for each in self.files.data or [] if getattr(each, "filename", "")]


def words_form(questionnaire: Questionnaire, alt: dict[str, str] | None = None) -> Form:
    """A form that asks in every language of the questionnaire what a picture shows."""
    tags = [tag for tag in questionnaire.languages if languages.find(tag)]
    said = TextsInput(lazy("What the picture shows"), [Longest(LONGEST_ALT)], tags=tags)
    return type("WordsForm", (Form,), {"alt": said})(alt=alt)
