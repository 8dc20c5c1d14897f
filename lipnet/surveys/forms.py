"""What a coordinator fills in about a survey."""

from flask_wtf.file import FileField, FileRequired
from wtforms import DateField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from lipnet import languages
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.surveys.words import language_name


class DescribeForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(160)])
    slug = StringField(
        lazy("Short address"),
        [
            InputRequired(lazy("Write a short address, for example language-classes.")),
            Length(max=40),
        ],
    )
    purpose = TextsInput(lazy("What the survey is for"), [Longest(2000)], multiline=True)
    collection_notice = TextsInput(
        lazy("Notice of collection: under what authority, and what happens with the answers"),
        [Longest(4000)],
        multiline=True,
    )
    contact = StringField(
        lazy("Who answers questions about privacy: title, address, telephone"), [Length(max=300)]
    )

    def content(self) -> dict:
        """What was written, for the operation."""
        return {
            "title": self.title.data or {},
            "slug": (self.slug.data or "").strip(),
            "purpose": self.purpose.data or {},
            "collection_notice": self.collection_notice.data or {},
            "contact": (self.contact.data or "").strip(),
        }


class UploadForm(Form):
    workbook = FileField(
        lazy("File with the questionnaire"),
        [FileRequired(lazy("Choose a file first: .xlsx, .xls, .ods, .csv or .lss."))],
    )


class ScheduleForm(Form):
    opens_on = DateField(lazy("First day of answering"), [Optional()])
    closes_on = DateField(
        lazy("Last day of answering"), [InputRequired(lazy("Choose the last day of answering."))]
    )

    def days(self) -> tuple:
        return self.opens_on.data, self.closes_on.data


class ConfirmForm(Form):
    """Nothing to fill in: the button is the answer."""


def languages_form(pairs: list[tuple[str, str | None]]) -> Form:
    """A form that asks for each language as the headers write it which one it is."""
    fields = {
        f"language_{place}": SelectField(
            written or lazy("Columns without a language"), default=tag or ""
        )
        for place, (written, tag) in enumerate(pairs)
    }
    form = type("LanguagesForm", (Form,), fields)()
    for place in range(len(pairs)):
        form[f"language_{place}"].choices = _choices()
    return form


def languages_chosen(form: Form, pairs: list[tuple[str, str | None]]) -> dict[str, str]:
    """As written -> tag, for those that were given a language."""
    chosen = {written: form[f"language_{at}"].data for at, (written, _) in enumerate(pairs)}
    return {written: tag for written, tag in chosen.items() if tag}


def _choices() -> list[tuple[str, str]]:
    named = [
        (known.tag, _both_names(known.tag, known.endonym)) for known in languages.all_languages()
    ]
    return [("", str(lazy("Not known yet"))), *named]


def _both_names(tag: str, endonym: str) -> str:
    ours = language_name(tag)
    return endonym if ours == endonym else f"{endonym} ({ours})"
