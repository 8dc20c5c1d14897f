"""What is asked for a ballot by its coordinator, and by whoever keys or signs."""

from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    TextAreaField,
    ValidationError,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.groups.models import Body
from lipnet.nominations.ballots.models import RULE_NAMES, Ballot
from lipnet.nominations.ballots.places import GROUP_NAMES, ReservedPlace, proposed
from lipnet.nominations.models import Nomination
from lipnet.people.models import Person


class BallotForm(Form):
    rule = RadioField(lazy("How people vote"), choices=[*RULE_NAMES.items()], default="scottish")
    seats = IntegerField(lazy("Seats to fill"), [InputRequired(), NumberRange(min=1, max=200)])
    closes_on = DateField(lazy("Last day to vote"), [InputRequired()])
    first = SelectField(lazy("First scrutineer"))
    second = SelectField(lazy("Second scrutineer"))
    drawer = SelectField(lazy("Who draws lots"), default="")
    receipts = BooleanField(lazy("Give each voter a receipt"))

    def offer_people(self) -> None:
        """Who can sign in, so as to fetch the ballot file or to write down a lot."""
        able = [person for person in Person.present() if person.may_sign_in]
        self.people = {str(person.id): person for person in able}
        choices = [(key, person.name) for key, person in self.people.items()]
        self.first.choices = self.second.choices = choices
        by_seed = SelectChoice(
            "", i18n.gettext("Nobody: a number chosen before the opening decides")
        )
        self.drawer.choices = [by_seed, *(SelectChoice(*each) for each in choices)]

    @property
    def scrutineers(self) -> list[Person]:
        return [self.people[self.first.data], self.people[self.second.data]]


class LotForm(Form):
    drawn = RadioField(lazy("Who was drawn?"), [InputRequired()], coerce=int)


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


class GroupForm(Form):
    kind = SelectField(lazy("For which group?"), [InputRequired()])

    def offer(self, ballot: Ballot) -> None:
        taken = {place.kind for place in ballot.places}
        self.kind.choices = [each for each in GROUP_NAMES.items() if each[0] not in taken]


class PlaceForm(Form):
    minimum = IntegerField(lazy("At least this many seats"), [Optional(), NumberRange(min=0)])
    maximum = IntegerField(lazy("At most this many seats"), [Optional(), NumberRange(min=1)])
    members = SelectMultipleField(
        lazy("Candidates of this group"),
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )

    def offer(self, ballot: Ballot, kind: str) -> None:
        """Everybody who stands; ticked at first: what was said before, or what seats tell."""
        self.standing = {str(row.id): row for row in ballot.call.candidates}
        self.members.choices = [
            SelectChoice(key, row.nominee.name) for key, row in self.standing.items()
        ]
        if not self.is_submitted():
            self._fill(ballot, kind)

    def _fill(self, ballot: Ballot, kind: str) -> None:
        place = ballot.places.where(ReservedPlace.kind == kind).first()
        if place is None:
            self.minimum.data = 1
            chosen = [key for key, row in self.standing.items() if proposed(row, kind)]
        else:
            self.minimum.data, self.maximum.data = place.minimum or None, place.maximum
            chosen = [str(row.nomination_id) for row in place.members]
        self.members.data = chosen

    @property
    def chosen(self) -> list[Nomination]:
        return [self.standing[key] for key in self.members.data]


class PaperForm(Form):
    on_paper = True
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
