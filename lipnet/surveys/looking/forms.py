"""What is filled in to look at results: a profile of the population, a filter and its name."""

import json
import math

from flask_wtf.file import FileField, FileRequired
from wtforms import DateField, HiddenField, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from lipnet.core import clock, i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.surveys.looking.operations import LONGEST_NAME


class ProfileForm(Form):
    sheet = FileField(
        lazy("Spreadsheet with the figures"),
        [FileRequired(lazy("Choose a file first: .xlsx, .xls, .ods or .csv."))],
    )


class _About(Form):
    """Where figures come from: said before they are kept, and shown beside them."""

    source = StringField(
        lazy("Whose figures they are"),
        [InputRequired(lazy("Say whose figures these are.")), Length(max=300)],
    )
    counted_on = DateField(
        lazy("The day they are of"), [InputRequired(lazy("Say of which day the figures are."))]
    )
    link = StringField(
        lazy("Where they can be looked up"),
        [
            Optional(),
            Length(max=500),
            Regexp(r"https?://[^\s]+$", message=lazy("Write the whole address, with https://.")),
        ],
    )

    def validate_counted_on(self, field):
        if field.data and field.data > clock.today():
            raise ValidationError(i18n.gettext("This day is still to come."))


class KeepProfileForm(_About):
    """The figures a coordinator has looked at, carried by the page itself; checked once more."""

    shares = HiddenField()

    def read(self) -> dict[str, dict[str, float]]:
        """question -> code -> share; {} if the page was tampered with."""
        try:
            sent = json.loads(self.shares.data or "{}")
            return {
                str(name): {str(code): float(share) for code, share in each.items()}
                for name, each in sent.items()
            }
        except (ValueError, TypeError, AttributeError):
            return {}

    def validate_shares(self, field):
        figures = [share for each in self.read().values() for share in each.values()]
        if not figures or any(not math.isfinite(f) or not 0 <= f <= 1 for f in figures):
            raise ValidationError(
                i18n.gettext("The figures could not be read. Please begin again.")
            )


class FilterNameForm(Form):
    name = StringField(
        lazy("Name of the filter"),
        [
            InputRequired(lazy("Give the filter a name of at most 80 characters.")),
            Length(max=LONGEST_NAME),
        ],
    )
