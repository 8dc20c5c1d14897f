"""What somebody without an account is asked who looks for organisations that second."""

from wtforms import EmailField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.nominations.meant import NewNominee
from lipnet.nominations.models import Nomination
from lipnet.nominations.public_forms import A_NAME, AN_ADDRESS
from lipnet.people.models import Organisation


class AskForm(Form):
    """No cookie, so no token: the link itself is the key."""

    class Meta(Form.Meta):
        csrf = False

    seconder = StringField(lazy("Name of the person"), A_NAME)
    email = EmailField(lazy("E-mail address of the person"), AN_ADDRESS)
    organisation = SelectField(
        lazy("Organisation"), [InputRequired(lazy("Choose one."))], validate_choice=False
    )
    language = SelectField(lazy("Language of the letter"))

    def offer(self, nomination: Nomination) -> None:
        """The organisations that may still second, and the languages we can write in."""
        self.known = free_organisations(nomination)
        self.organisation.choices = [
            SelectChoice("", _("Choose one.")),
            *(SelectChoice(key, plain(row.name)) for key, row in self.known.items()),
        ]
        self.language.choices = [
            SelectChoice(tag, languages.get(tag).endonym) for tag in i18n.catalogues()
        ]

    def validate_organisation(self, field) -> None:
        if field.data not in self.known:
            raise ValidationError(_("Choose one."))

    @property
    def asked(self) -> NewNominee:
        return NewNominee(self.seconder.data.strip(), self.email.data.strip(), self.language.data)

    @property
    def chosen_organisation(self) -> Organisation:
        return self.known[self.organisation.data]


def free_organisations(nomination: Nomination) -> dict[str, Organisation]:
    """Those that may still be asked, by their ids as text: neither the nominee's or the
    nominator's nor one that was asked already."""
    taken = {row.organisation_id for row in nomination.seconds}
    taken |= {nomination.nominee.organisation_id, nomination.nominator.organisation_id}
    return {str(row.id): row for row in Organisation.present() if row.id not in taken}
