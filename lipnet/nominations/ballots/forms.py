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
from lipnet.nominations.ballots.contests import Contest, ContestSeat, contests_of
from lipnet.nominations.ballots.models import RULE_NAMES, Ballot
from lipnet.nominations.ballots.places import GROUP_NAMES, ReservedPlace, proposed
from lipnet.nominations.models import Call, CallSeat, Nomination
from lipnet.nominations.wording import seat_name
from lipnet.people.models import Person

TWO = lazy("Name two different people as scrutineers.")


class BallotForm(Form):
    rule = RadioField(lazy("How people vote"), choices=[*RULE_NAMES.items()], default="scottish")
    seats = IntegerField(lazy("Seats to fill"), [InputRequired(), NumberRange(min=1, max=200)])
    closes_on = DateField(lazy("Last day to vote"), [InputRequired()])
    first = SelectField(lazy("First scrutineer"), [InputRequired(TWO)])
    second = SelectField(lazy("Second scrutineer"), [InputRequired(TWO)])
    drawer = SelectField(lazy("Who draws lots"), default="")
    receipts = BooleanField(lazy("Give each voter a receipt"))

    def offer_people(self) -> None:
        """Who can sign in, so as to fetch the ballot file or to write down a lot."""
        able = [person for person in Person.present() if person.may_sign_in]
        self.people = {str(person.id): person for person in able}
        choices = [(key, person.name) for key, person in self.people.items()]
        nobody_yet = SelectChoice("", i18n.gettext("Choose a person"))
        self.first.choices = self.second.choices = [
            nobody_yet,
            *(SelectChoice(*c) for c in choices),
        ]
        by_seed = SelectChoice(
            "", i18n.gettext("Nobody: a number chosen before the opening decides")
        )
        self.drawer.choices = [by_seed, *(SelectChoice(*each) for each in choices)]

    @property
    def scrutineers(self) -> list[Person]:
        return [self.people[self.first.data], self.people[self.second.data]]

    @property
    def terms(self) -> dict:
        """What prepare_ballot takes; without the seats where these are given."""
        asked = {
            "rule": self.rule.data,
            "closes_on": self.closes_on.data,
            "scrutineers": self.scrutineers,
            "drawer": self.people.get(self.drawer.data),
            "receipts": self.receipts.data,
        }
        return asked if self.seats is None else {**asked, "seats": self.seats.data}


class LotForm(Form):
    drawn = RadioField(lazy("Who was drawn?"), [InputRequired()], coerce=int)


class RollForm(Form):
    body = SelectField(lazy("Everybody who holds a voting seat in a group"))
    person = SelectField(lazy("Or one person"), validate_choice=False)
    everywhere = BooleanField(
        lazy("On the roll of every contest that is not open yet"), default=True
    )

    def offer(self, *, without: set[int]) -> None:
        """Groups, and people. Who need not be offered (their ids) can be named all the same."""
        bodies = Body.standing()
        self.bodies = {str(body.id): body for body in bodies}
        self.people = {str(person.id): person for person in Person.present()}
        nobody = ("", i18n.gettext("Nobody chosen"))
        self.body.choices = [nobody, *((key, plain(b.name)) for key, b in self.bodies.items())]
        offered = (each for each in self.people.values() if each.id not in without)
        self.person.choices = [nobody, *((str(each.id), each.name) for each in offered)]

    def validate_person(self, field) -> None:
        if field.data not in self.people and not self.body.data:
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
        self.standing = {str(row.id): row for row in ballot.nominated}
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


class DivisionForm(Form):
    how = RadioField(
        lazy("How are the seats voted on?"),
        [InputRequired()],
        choices=[
            ("each", lazy("Each group of seats in a contest of its own")),
            ("together", lazy("All seats together, in one ballot")),
        ],
        default="each",
    )


class SeatsForm(Form):
    """Which contest fills which seat; moving_form() gives it its fields."""

    @property
    def rows(self) -> list:
        """The select of each seat, in the order of their numbers."""
        return [self[f"seat_{key}"] for key in self.seats]

    @property
    def chosen(self) -> dict[CallSeat, str]:
        return {row: self[f"seat_{key}"].data for key, row in self.seats.items()}


def moving_form(call: Call) -> SeatsForm:
    placed = ContestSeat.select(ContestSeat, Contest).join(Contest).where(Contest.call == call)
    kinds = {row.call_seat_id: row.contest.kind for row in placed}
    seats = {row.id: row for row in call.wanted if row.id in kinds}
    fields: dict = {"seats": seats}
    for key, row in seats.items():
        fields[f"seat_{key}"] = SelectField(
            lazy("Contest for %(name)s", name=seat_name(row.seat)),
            choices=[SelectChoice(*each) for each in GROUP_NAMES.items()],
            default=kinds[key],
        )
    return type("SeatsFormForCall", (SeatsForm,), fields)()


class PlacesForm(Form):
    """Who stands in which contest; placing_form() gives it its fields."""

    @property
    def rows(self) -> list[tuple]:
        """(candidate, select) of each who can still be moved, by name."""
        return [(row, self[f"in_{key}"]) for key, row in self.movable.items()]

    @property
    def chosen(self) -> dict[Nomination, Contest]:
        return {row: self.open[select.data] for row, select in self.rows if select.data}


def placing_form(call: Call) -> PlacesForm:
    contests = contests_of(call)
    places = {row.nomination_id: each for each in contests for row in each.standing}
    choices = {str(each.id): each for each in contests if not each.is_fixed}
    movable = {
        row.id: row for row in _with_seats(call)
        if row.id not in places or str(places[row.id].id) in choices
    }  # fmt: skip
    fields: dict = {"movable": movable, "open": choices}
    for key, row in movable.items():
        fields[f"in_{key}"] = _place_field(row, places.get(key), choices)
    return type("PlacesFormForCall", (PlacesForm,), fields)()


def _with_seats(call: Call) -> list[Nomination]:
    """Who stands, with the seats they prefer: asked for once."""
    seats, people = {seat.id: seat for seat in call.seats}, call.candidates
    for row in people:
        row.seat = seats.get(row.seat_id)
    return people


def _place_field(row: Nomination, place: Contest | None, choices: dict[str, Contest]):
    unsaid = [] if place else [SelectChoice("", i18n.gettext("Not said yet"))]
    return SelectField(
        lazy("Contest for %(name)s", name=row.nominee.name),
        choices=[*unsaid, *(SelectChoice(key, each.name) for key, each in choices.items())],
        default=str(place.id) if place else "",
    )


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
