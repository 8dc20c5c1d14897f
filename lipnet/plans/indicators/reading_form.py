"""What one reading is asked for; on the sheet, and on the page that a letter leads to."""

from wtforms import BooleanField, HiddenField, StringField

from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import lazy

# the same words as the plan's, named here so that every language a page may have holds them
COUNTED = {
    "increment": lazy("What happened in the period; the periods are added up"),
    "total": lazy("How it stands at the end of the period; the last one holds"),
    "words": lazy("In words, without a number"),
}
REFUSED = (
    lazy("Please say why there is nothing to report."),
    lazy("Note what it came to, or say that there is nothing to report."),
    lazy("Is the comma for thousands or for decimals? Write it without one: 1200, or 1.2."),
    lazy("This is not a number. Write digits only, like 120 or 12.5."),
    lazy("Please write at most three decimals."),
)
NIL = lazy("Nothing to report")
MEANWHILE = lazy(
    "Somebody else changed this meanwhile. Theirs is: %(theirs)s. Yours stands below and is not "
    "kept yet. Send it once more if yours is right."
)


class ReadingForm(Form):
    """One line of the sheet; each indicator's own, told apart by the prefix."""

    class Meta(Form.Meta):
        csrf = False  # the sheet carries one token for all its lines

    value = StringField(lazy("What it came to"))
    words = TextsInput(lazy("What it came to, in words"), [Longest(2000)], multiline=True)
    shown = HiddenField()  # what the page showed; somebody else may write meanwhile
    is_nil = BooleanField(NIL)
    reason = TextsInput(lazy("Why there is nothing to report"), [Longest(500)])
    note = TextsInput(lazy("Note"), [Longest(1000)], multiline=True)
