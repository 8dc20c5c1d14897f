"""What is filled in about languages, people asked, terms, and a second reader."""

from wtforms import BooleanField, EmailField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, Regexp

from lipnet import languages
from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.surveys.words import language_name

KINDS = (
    SelectChoice("translate", lazy("To translate")),
    SelectChoice("review", lazy("To read as second reader, and sign")),
)
SHAPE = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
AN_ADDRESS = lazy("Write an e-mail address, for example name@example.org.")
A_NAME = lazy("Write a name.")


class AddLanguageForm(Form):
    language = SelectField(
        lazy("Language to add"), [InputRequired(lazy("Choose a language from the list."))]
    )

    def offer(self, known: tuple[str, ...]) -> "AddLanguageForm":
        """Every language of the registry but those the questionnaire has."""
        offered = [each for each in languages.all_languages() if each.tag not in known]
        named = [SelectChoice(each.tag, _both_names(each)) for each in offered]
        self.language.choices = [SelectChoice("", lazy("Choose")), *named]
        return self


class AskForm(Form):
    kind = RadioField(lazy("What for?"), choices=KINDS, default="translate")
    name = StringField(lazy("Name"), [InputRequired(A_NAME), Length(max=120)])
    email = EmailField(
        lazy("E-mail address"),
        [InputRequired(AN_ADDRESS), Length(max=254), Regexp(SHAPE, message=AN_ADDRESS)],
    )
    organisation = StringField(lazy("Organisation"), [Optional(), Length(max=160)])


class SignForm(Form):
    """For who has an account: the button is the signature."""


class SignByLinkForm(Form):
    class Meta(Form.Meta):
        csrf = False

    name = StringField(lazy("Your name"), [InputRequired(A_NAME), Length(max=120)])
    organisation = StringField(
        lazy("Your organisation"),
        [InputRequired(lazy("Write your name and your organisation.")), Length(max=160)],
    )


def term_form(tags: tuple[str, ...], source: str, obj=None) -> Form:
    """A term and what it is called in each of `tags`."""
    fields = {
        "term": StringField(
            lazy("Term"), [InputRequired(lazy("Write the term.")), Length(max=120)]
        ),
        "language": SelectField(lazy("Language of the term"), choices=_named(tags), default=source),
        "wanted": TextsInput(lazy("Wanted translation"), [Longest(160)], tags=tags),
        "locked": BooleanField(lazy("Locked: no other translation will do")),
        "note": StringField(lazy("Note for translators"), [Optional(), Length(max=300)]),
    }
    return type("TermForm", (Form,), fields)(obj=obj)


def _named(tags: tuple[str, ...]) -> list[SelectChoice]:
    return [SelectChoice(tag, _both_names(languages.get(tag))) for tag in tags]


def _both_names(known: languages.Language) -> str:
    ours = language_name(known.tag)
    return known.endonym if ours == known.endonym else f"{known.endonym} ({ours})"
