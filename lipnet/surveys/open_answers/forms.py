"""What is filled in about codes and quotations."""

from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain


class CodeForm(Form):
    name = TextsInput(lazy("Name of the code"), [InOneLanguage(), Longest(80)])
    definition = TextsInput(
        lazy("When it is given, and when it is not"), [Longest(600)], multiline=True
    )

    def content(self) -> dict:
        return {"name": self.name.data or {}, "definition": self.definition.data or {}}


class QuoteForm(Form):
    text = TextAreaField(
        lazy("The words to be quoted"),
        [InputRequired(lazy("Write the words to be quoted.")), Length(max=2000)],
    )
    translation = TextsInput(lazy("In translation"), [Longest(2000)], multiline=True)
    tell = SelectField(lazy("What is told of who wrote it"))

    def offer(self, tellable: dict[str, dict]) -> "QuoteForm":
        """At most one question; what this person answered is not shown before it is told."""
        named = [SelectChoice(name, plain(label) or name) for name, label in tellable.items()]
        self.tell.choices = [SelectChoice("", lazy("Nothing")), *named]
        return self

    def content(self) -> dict:
        return {
            "text": self.text.data or "",
            "translation": self.translation.data or {},
            "tell": self.tell.data or "",
        }
