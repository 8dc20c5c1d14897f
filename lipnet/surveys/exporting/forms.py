"""What is chosen when answers are taken away."""

from wtforms import BooleanField, RadioField, SelectField
from wtforms.validators import InputRequired

from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.questionnaire import Questionnaire
from lipnet.surveys.exporting.models import PACK, WORDINGS
from lipnet.surveys.exporting.words import KINDS
from lipnet.surveys.exporting.words import WORDINGS as WORDINGS_SAID
from lipnet.surveys.words import language_name


class ExportForm(Form):
    kind = RadioField(
        lazy("What to take away"),
        [InputRequired(lazy("Choose what to take away."))],
    )
    wording = RadioField(lazy("How answers are written"), default=WORDINGS[0])
    language = SelectField(lazy("Language of the words"))
    with_identity = BooleanField(lazy("Also the questions that say who a person is"))

    def order(self) -> dict:
        """What was chosen, for the operation; a pack is always the same."""
        if self.kind.data == PACK:
            return {"kind": PACK}
        return {
            "kind": self.kind.data,
            "wording": self.wording.data,
            "language": self.language.data,
            "with_identity": self.with_identity.data,
        }


def export_form(kinds: tuple[str, ...], read: Questionnaire) -> ExportForm:
    """The form for who may order these kinds; what is only for single answers is left out of it."""
    form = ExportForm()
    form.kind.choices = [(kind, str(KINDS[kind][0])) for kind in kinds]
    form.wording.choices = [(each, str(WORDINGS_SAID[each])) for each in WORDINGS]
    form.language.choices = [(tag, language_name(tag)) for tag in read.languages]
    if kinds == (PACK,):
        form.kind.data = form.kind.data or PACK
        for name in ("wording", "language", "with_identity"):
            del form[name]
    elif form.language.data in (None, "None"):
        form.language.data = read.default_language
    return form
