"""What a candidate is asked; the words of the page newcomers may see."""

from flask_wtf.file import FileField
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from lipnet.core.brought import Brought
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.nominations.attachments import MOST_BYTES, attached
from lipnet.nominations.statement_forms import TickSome
from lipnet.nominations.statements import CONFLICT_NAMES, LIVED_NAMES, SHOWABLE, Said

LARGEST = 40_000_000  # so that a file of more than 5 MB is refused on the page, and the words stay


class Consent:
    """What a candidate says; mixed into every form by which somebody stands. How long it may be is
    the operation's to say."""

    interests = TextAreaField(lazy("What do you want to work on?"))
    skills = TextAreaField(lazy("What are you good at?"))
    lived = TickSome(lazy("Your own experience of immigration"), names=LIVED_NAMES)
    organisation = StringField(lazy("Which organisation supports you?"))
    endorser = StringField(lazy("Who there can confirm it?"))
    conflict = RadioField(
        lazy("Could you gain something for yourself from a decision of this group?"),
        choices=[SelectChoice(code, name) for code, name in CONFLICT_NAMES.items()],
        validate_choice=False,
    )
    conflict_about = TextAreaField(lazy("If yes: what?"))
    file = FileField(lazy("A file, for example your CV"))
    accommodations = TextAreaField(lazy("What do you need to take part?"))
    published = TickSome(lazy("What may members see?"), names=SHOWABLE)

    @property
    def said(self) -> Said:
        given = {name: self[name].data or "" for name in Said._fields}
        return Said(**{**given, **{name: tuple(self[name].data or ()) for name in LISTS}})


LISTS = ("lived", "published")


def brought_in(form: Form) -> Brought | None:
    """The file that was chosen, if one was; raises Refusal if it is none we take. One byte more
    than may be is read, and no more."""
    chosen = form.file.data
    return attached(chosen.filename, chosen.stream.read(MOST_BYTES + 1)) if chosen else None


class AnswerForm(Consent, Form):
    """The nominee's page: no cookie, so no token; the link itself is the key."""

    class Meta(Form.Meta):
        csrf = False
