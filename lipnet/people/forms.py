"""Signing in, inviting, and what is written down about people and organisations."""

from wtforms import (
    BooleanField,
    EmailField,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
    TelField,
    TextAreaField,
    URLField,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, Regexp

from lipnet import languages
from lipnet.core import forms, i18n
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.people.models import CHANNEL_NAMES, ROLE_NAMES, SECTOR_NAMES, Organisation

# A chair is the chair of a group: that role is held by a seat, not given here.
EVERYWHERE = {code: name for code, name in ROLE_NAMES.items() if code != "chair"}

AN_ADDRESS = (
    Length(max=254),
    Regexp(
        r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
        message=lazy("Write an e-mail address, for example name@example.org."),
    ),
)


A_NUMBER = Regexp(
    r"^$|^[+\d][\d\s().\-]{4,}( ?(x|ext\.?|poste) ?\d+)?$",
    message=lazy("Write a telephone number, for example 506 555 0123."),
)


def offered(names: dict) -> list[SelectChoice]:
    """The choices of a fixed list of codes and their names."""
    return [SelectChoice(code, name) for code, name in names.items()]


def language_choices() -> list[SelectChoice]:
    """The languages in which the program speaks to those who sign in."""
    tags = dict.fromkeys((*i18n.whole_catalogues(), *forms.content_languages()))
    return [SelectChoice(tag, languages.get(tag).endonym) for tag in tags]


def organisation_choices() -> list[SelectChoice]:
    rows = [SelectChoice(str(row.id), plain(row.name)) for row in Organisation.present()]
    return [SelectChoice("", i18n.gettext("None")), *rows]


class OrganisationField(SelectField):
    """One of the organisations at the table, or none; `chosen` is the record."""

    def __init__(self, label=None, **kwargs):
        super().__init__(label, choices=organisation_choices, coerce=_key, **kwargs)

    @property
    def chosen(self) -> Organisation | None:
        return Organisation.get_or_none(Organisation.id == int(self.data)) if self.data else None


def _key(value) -> str:
    return str(getattr(value, "id", value) or "")


class SignInForm(Form):
    email = EmailField(lazy("E-mail address"), [InputRequired()])
    password = PasswordField(lazy("Password"), [InputRequired()])


class LinkForm(Form):
    email = EmailField(lazy("E-mail address"), [InputRequired(), *AN_ADDRESS])


class ConfirmForm(Form):
    """A form with nothing but its button and token."""


class PasswordForm(Form):
    password = PasswordField(lazy("New password"), [InputRequired()])


class ChangePasswordForm(PasswordForm):
    present = PasswordField(lazy("Present password"), [Optional()])


class ProfileForm(Form):
    name = StringField(lazy("Your name"), [InputRequired(), Length(max=120)])
    language = SelectField(lazy("Language of pages and letters"), choices=language_choices)


class EntryForm(Form):
    """What stands of a person in the directory."""

    position = StringField(lazy("What you do, and where"), [Length(max=160)])
    phone = TelField(lazy("Telephone"), [Length(max=40), A_NUMBER])
    postal_address = TextAreaField(lazy("Postal address"), [Length(max=300)])
    channel = SelectField(
        lazy("How to reach you best"), choices=offered(CHANNEL_NAMES), default="email"
    )


class OwnEntryForm(ProfileForm, EntryForm):
    shows_email = BooleanField(lazy("Members see my e-mail address"))
    shows_phone = BooleanField(lazy("Members see my telephone number"))
    shows_position = BooleanField(lazy("Members see what I do, and where"))


class AcceptForm(ProfileForm):
    password = PasswordField(lazy("Password"), [InputRequired()])


class PersonForm(Form):
    name = StringField(lazy("Name"), [InputRequired(), Length(max=120)])
    email = EmailField(lazy("E-mail address"), [Optional(), *AN_ADDRESS])
    language = SelectField(lazy("Language of pages and letters"), choices=language_choices)
    organisation = OrganisationField(lazy("Organisation"))


class ChangePersonForm(PersonForm):
    position = StringField(lazy("Position"), [Length(max=160)])
    phone = TelField(lazy("Telephone"), [Length(max=40), A_NUMBER])
    postal_address = TextAreaField(lazy("Postal address"), [Length(max=300)])
    channel = SelectField(lazy("Best reached"), choices=offered(CHANNEL_NAMES), default="email")


class NewPersonForm(PersonForm):
    invite = BooleanField(lazy("Invite this person to sign in"), default=True)
    roles = SelectMultipleField(
        lazy("Roles"),
        choices=offered(EVERYWHERE),
        default=["member"],
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )


class RoleForm(Form):
    role = SelectField(lazy("Role"), choices=offered(EVERYWHERE))


class OrganisationForm(Form):
    name = TextsInput(lazy("Name of the organisation"), [InOneLanguage(), Longest(160)])
    sector = SelectField(lazy("Sector"), choices=offered(SECTOR_NAMES))
    website = URLField(
        lazy("Web address"),
        [
            Optional(),
            Length(max=300),
            Regexp(
                r"^https?://[^\s/]+\S*$",
                message=lazy("Write a web address that begins with https://."),
            ),
        ],
    )
