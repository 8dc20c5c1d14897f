"""What a coordinator fills in about the people invited."""

import json

from flask_wtf.file import FileField, FileRequired
from wtforms import EmailField, HiddenField, IntegerField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.surveys.invited.roster import sources
from lipnet.surveys.invited.rows import LONGEST, Row, is_address


class WhoForm(Form):
    who = RadioField(
        lazy("Who may answer"),
        choices=[
            SelectChoice("anybody", lazy("Anyone with the address may answer")),
            SelectChoice("invited", lazy("By invitation: one answer each")),
        ],
    )


class ListForm(Form):
    sheet = FileField(
        lazy("Spreadsheet with the people"),
        [FileRequired(lazy("Choose a file first: .xlsx, .xls, .ods or .csv."))],
    )


def _source_choices() -> list[SelectChoice]:
    return [SelectChoice(code, name) for code, name in sources()]


class RosterForm(Form):
    source = SelectField(lazy("Whom to take"), choices=_source_choices)


def _a_sendable_address(form, field):
    if not is_address((field.data or "").strip()):
        raise ValidationError(
            i18n.gettext("Write an e-mail address, for example name@example.org.")
        )


def _language_choices() -> list[SelectChoice]:
    return [SelectChoice(tag, languages.get(tag).endonym) for tag in i18n.catalogues()]


class PersonForm(Form):
    name = StringField(lazy("Name"), [InputRequired(), Length(max=LONGEST["name"])])
    email = EmailField(lazy("E-mail address"), [InputRequired(), _a_sendable_address])
    language = SelectField(lazy("Language of the letter"), choices=_language_choices)

    def row(self) -> Row:
        return Row(self.name.data.strip(), self.email.data.strip(), self.language.data)


class ReminderForm(Form):
    days = IntegerField(
        lazy("Days before the last day"),
        [Optional(), NumberRange(min=1, max=60)],
        render_kw={"inputmode": "numeric"},
    )


class CheckedForm(Form):
    """The people a coordinator has looked at, carried by the page itself; checked once more."""

    rows = HiddenField()

    def people(self) -> list[Row]:
        try:
            return [Row(*map(str, cells)) for cells in json.loads(self.rows.data or "[]")]
        except (ValueError, TypeError):
            return []

    def validate_rows(self, field):
        people = self.people()
        known = {language.tag for language in languages.all_languages()}
        if not people or any(not is_address(p.email) or p.language not in known for p in people):
            raise ValidationError(i18n.gettext("The list could not be read. Please begin again."))

    @classmethod
    def of(cls, rows) -> "CheckedForm":
        form = cls(formdata=None)
        form.rows.data = json.dumps([list(row) for row in rows], ensure_ascii=False)
        return form
