"""What a signed-in person writes after the end of a call; the seats of the next one may differ."""

from lipnet.core.forms import Form, InOneLanguage
from lipnet.core.i18n import lazy
from lipnet.nominations.consenting import Consent
from lipnet.nominations.forms import NominationForm
from lipnet.nominations.statement_forms import StatementInput


class LateMyselfForm(Consent, Form):
    statement = StatementInput(lazy("Why?"), [InOneLanguage()])


class LateSomeoneForm(NominationForm):
    seat = None
