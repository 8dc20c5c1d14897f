"""What is asked for a ballot by its coordinator, and by whoever keys or signs."""

from wtforms import (
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, NumberRange

from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.groups.models import Body
from lipnet.nominations.ballots.models import RULE_NAMES
from lipnet.people.models import Person


class BallotForm(Form):
    rule = RadioField(lazy("How people vote"), choices=[*RULE_NAMES.items()], default="scottish")
    seats = IntegerField(lazy("Seats to fill"), [InputRequired(), NumberRange(min=1, max=200)])
    closes_on = DateField(lazy("Last day to vote"), [InputRequired()])
    first = SelectField(lazy("First scrutineer"))
    second = SelectField(lazy("Second scrutineer"))

    def offer_people(self) -> None:
        """Who can sign in, so as to fetch the ballot file."""
        able = [person for person in Person.present() if person.may_sign_in]
        self.people = {str(person.id): person for person in able}
        choices = [(key, person.name) for key, person in self.people.items()]
        self.first.choices = self.second.choices = choices

    @property
    def scrutineers(self) -> list[Person]:
        return [self.people[self.first.data], self.people[self.second.data]]


class RollForm(Form):
    body = SelectField(lazy("Everybody who holds a voting seat in a group"))
    person = SelectField(lazy("Or one person"))

    def offer(self) -> None:
        bodies = Body.standing()
        self.bodies = {str(body.id): body for body in bodies}
        self.people = {str(person.id): person for person in Person.present()}
        nobody = ("", i18n.gettext("Nobody chosen"))
        self.body.choices = [nobody, *((key, plain(b.name)) for key, b in self.bodies.items())]
        self.person.choices = [nobody, *((key, p.name) for key, p in self.people.items())]

    def validate_person(self, field) -> None:
        if not field.data and not self.body.data:
            raise ValidationError(i18n.gettext("Choose a group or a person."))


class PaperForm(Form):
    number = IntegerField(
        lazy("Number written on the paper"), [InputRequired(), NumberRange(min=1, max=9999)]
    )


class SignForm(Form):
    agrees = RadioField(
        lazy("I counted the ballot file anew."),
        [InputRequired()],
        choices=[("yes", lazy("The outcome is the same.")), ("no", lazy("It is not the same."))],
    )
    remark = TextAreaField(lazy("Remark"), [Length(max=1000)])
