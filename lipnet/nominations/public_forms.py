"""What people without an account are asked who nominate; their words, in every language."""

from wtforms import EmailField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Regexp

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat
from lipnet.nominations.meant import NewNominee
from lipnet.nominations.models import Call
from lipnet.nominations.statement_forms import StatementInput
from lipnet.nominations.statements import kept_statement
from lipnet.people.models import folded_address

TOO_LONG = lazy("This is too long.")
WRITE_AN_ADDRESS = lazy("Write an e-mail address, for example name@example.org.")
A_NAME = (
    InputRequired(lazy("Write a name.")),
    Length(max=120, message=TOO_LONG),
    Regexp(  # the name stands in a letter to somebody else
        r"^(?!.*(://|www\.|@)).*$", message=lazy("Write a name here, not an address.")
    ),
)
AN_ADDRESS = (
    InputRequired(WRITE_AN_ADDRESS),
    Regexp(r"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", message=WRITE_AN_ADDRESS),
    Length(max=254, message=TOO_LONG),
)


class AStatement:
    """In one language at least, and in none too long: found here, before a letter is counted."""

    field_flags = {"required": True}

    def __call__(self, form, field) -> None:
        try:
            kept_statement(field.data or {}, form.most, language=i18n.language().tag)
        except Refusal as refusal:
            raise ValidationError(str(refusal.reason)) from None


class PublicForm(Form):
    """No cookie, so no token: nothing counts before a letter was answered."""

    class Meta(Form.Meta):
        csrf = False

    name = StringField(lazy("Your name"), A_NAME)
    email = EmailField(lazy("Your e-mail address"), AN_ADDRESS)
    seat = SelectField(lazy("Preferred seat"), validate_choice=False)
    statement = StatementInput(lazy("Why?"), [AStatement()])

    def offer(self, call: Call) -> None:
        self.most = call.rules.statement_limit
        self.seats = {str(seat.id): seat for seat in call.seats}
        self.seat.choices = [
            SelectChoice("", _("No preference")),
            *(SelectChoice(key, plain(seat.label)) for key, seat in self.seats.items()),
        ]

    @property
    def writer(self) -> NewNominee:
        return NewNominee(self.name.data.strip(), self.email.data.strip(), i18n.language().tag)

    @property
    def nominee(self) -> NewNominee | None:
        return None

    @property
    def chosen_seat(self) -> Seat | None:
        return self.seats.get(self.seat.data)


class MyselfForm(PublicForm):
    pass


class SomeoneForm(PublicForm):
    nominee_name = StringField(lazy("Name of the person"), A_NAME)
    nominee_email = EmailField(lazy("E-mail address of the person"), AN_ADDRESS)
    nominee_language = SelectField(lazy("Language of the letter"))

    def offer(self, call: Call) -> None:
        super().offer(call)
        self.nominee_language.choices = [
            SelectChoice(tag, languages.get(tag).endonym) for tag in i18n.catalogues()
        ]

    def validate_nominee_email(self, field) -> None:
        if folded_address(field.data) == folded_address(self.email.data):
            raise ValidationError(
                _("This is your own address. To nominate yourself, go back and choose that.")
            )

    @property
    def nominee(self) -> NewNominee | None:
        return NewNominee(
            self.nominee_name.data.strip(),
            self.nominee_email.data.strip(),
            self.nominee_language.data,
        )


FORMS: dict[str, type[PublicForm]] = {"myself": MyselfForm, "someone": SomeoneForm}
