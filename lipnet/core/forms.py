"""Forms: shape and wording of input; they never write."""

from collections.abc import Callable
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, ValidationError
from wtforms.widgets import TextInput

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal

# WTForms' own sentences; named here so that the catalogues hold them in every language.
BUILT_IN_MESSAGES = (
    lazy("This field is required."),
    lazy("Not a valid choice."),
    lazy("Not a valid integer value."),
    lazy("Not a valid decimal value."),
    lazy("Not a valid date value."),
    lazy("Not a valid datetime value."),
    lazy("Not a valid time value."),
    lazy("Invalid email address."),
    lazy("Invalid input."),
    lazy("Field must be equal to %(other_name)s.", other_name="…"),
    lazy("Number must be between %(min)s and %(max)s.", min="…", max="…"),
    lazy("Number must be at least %(min)s.", min="…"),
    lazy("Number must be at most %(max)s.", max="…"),
    lazy("Invalid Choice: could not coerce."),
    lazy("Invalid choice(s): one or more data inputs could not be coerced."),
    lazy("The CSRF token is missing."),
    lazy("The CSRF session token is missing."),
    lazy("The CSRF tokens do not match."),
    lazy("The CSRF token has expired."),
    lazy("The CSRF token is invalid."),
)


def too_long(most: int) -> str:
    return i18n.gettext("Please keep this under %(most)s characters.", most=most)


class OurWords:
    """WTForms asks this for its sentences; the catalogue of the language being spoken answers."""

    @staticmethod
    def gettext(message):
        return i18n.gettext(message)

    @staticmethod
    def ngettext(singular, plural, n):
        """WTForms counts in one place: a text longer than Length(max=n). Our sentence says it."""
        return too_long(n)


class Form(FlaskForm):
    """Every form of the house."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form):
            return OurWords

        def wrap_formdata(self, form, formdata):
            """Only what a form sends: JSON, which Flask-WTF would take too, is not text."""
            return None if request.is_json else super().wrap_formdata(form, formdata)

    def carry_out(self, verb: Callable[[], Any]) -> Any:
        """What `verb()` made (or True) if the form was sent rightly; None otherwise.

        A refusal of the verb stands on the form.
        """
        if not self.validate_on_submit():
            return None
        try:
            return verb() or True
        except Refusal as refusal:
            self.refuse(refusal)
            return None

    def refuse(self, refusal) -> None:
        """Put an operation's no where the person can act on it: its field, or the form's top."""
        named = refusal.field and refusal.field in self
        target = self[refusal.field] if named else None
        if target is None:
            self.form_errors.append(str(refusal.reason))
        else:
            target.errors = [*target.errors, str(refusal.reason)]


class TextsInput(Field):
    """One text in each content language, side by side; data is {tag: text}.

    Each language is its own input named `<name>-<tag>`; `multiline` asks for a text area.
    """

    widget = TextInput()

    def __init__(self, label=None, validators=None, *, multiline=False, tags=None, **kwargs):
        super().__init__(label, validators, **kwargs)
        self.multiline = multiline
        self.tags = tuple(tags or content_languages())

    def entries(self):
        """(language, input name, text) for each language, in order."""
        texts = self.data or {}
        return [(languages.get(tag), f"{self.name}-{tag}", texts.get(tag, "")) for tag in self.tags]

    def process(self, formdata, data=None, extra_filters=None):
        super().process(None, data if data is not None else self.default, extra_filters)
        if formdata is not None and any(f"{self.name}-{tag}" in formdata for tag in self.tags):
            given = {tag: formdata.get(f"{self.name}-{tag}", "").strip() for tag in self.tags}
            self.raw_data = [text for text in given.values() if text]
            self.data = {tag: text for tag, text in given.items() if text}


class InOneLanguage:
    """At least one of the languages must have a text (a blank one falls back, honestly marked)."""

    field_flags = {"required": True}

    def __call__(self, form, field):
        if not any((field.data or {}).values()):
            raise ValidationError(i18n.gettext("Please write this in at least one language."))


class Longest:
    """No text longer than `most` characters, in any language."""

    def __init__(self, most: int):
        self.most = most

    def __call__(self, form, field):
        texts = field.data.values() if isinstance(field.data, dict) else [field.data or ""]
        if any(len(text) > self.most for text in texts):
            raise ValidationError(too_long(self.most))


_content_languages: dict[str, tuple[str, ...]] = {"tags": ("en", "fr")}


def use_content_languages(tags: tuple[str, ...]) -> None:
    _content_languages["tags"] = tags


def content_languages() -> tuple[str, ...]:
    return _content_languages["tags"]
