"""Forms of the composer."""

from wtforms import RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.reports.composing.words import PART_NAMES

HINTS = {
    "message": lazy("A few words of the person who chairs: what this year was about."),
    "who_we_are": lazy("Who sits at the table, and what the partnership is for."),
    "highlights": lazy("Three or four things that everybody should remember."),
    "priorities": lazy("An introduction, if one is needed. The actions follow by themselves."),
    "indicators": lazy("An introduction, if one is needed. The indicators follow by themselves."),
    "figures": lazy("An introduction, if one is needed. The figures follow by themselves."),
    "finances": lazy("An introduction, if one is needed. The amounts follow by themselves."),
    "quotation": lazy("An introduction, if one is needed. What people wrote follows by itself."),
    "next_year": lazy("What the partnership will do next."),
}


class ChapterForm(Form):
    text = TextsInput(lazy("Words of the chapter"), [Longest(6000)], multiline=True)


class FactsForm(Form):
    """Boxes written by the page itself, one for each fact."""


class PartsForm(Form):
    """A choice written by the page itself, one for each result."""


class SummaryForm(Form):
    language = SelectField(lazy("Language"))
    text = TextAreaField(lazy("A few sentences in plain words"), [InputRequired(), Longest(2000)])
    origin = RadioField(
        lazy("Who wrote it"),
        choices=[("human", lazy("A person")), ("machine", lazy("A machine translated it"))],
        default="human",
    )

    def offer(self) -> "SummaryForm":
        """Languages in which the pages for everybody speak."""
        known = [languages.get(tag) for tag in i18n.catalogues()]
        self.language.choices = [(one.tag, one.endonym) for one in known]
        return self


PART_CHOICES = {"": lazy("Not said yet"), **PART_NAMES}
