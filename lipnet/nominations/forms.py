"""What is asked for a call, a nomination, an answer and an acclamation."""

from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    IntegerField,
    SelectField,
    StringField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.groups.models import Seat
from lipnet.nominations.consenting import Consent
from lipnet.nominations.further_forms import FurtherFields, kept_further
from lipnet.nominations.models import LONGEST_STATEMENT, Call, CallSeat, Nomination
from lipnet.nominations.operations import Rules
from lipnet.nominations.statement_forms import StatementInput
from lipnet.nominations.ways import WAY_NAMES
from lipnet.nominations.wording import seat_name, seat_to_fill
from lipnet.people.access import hidden_from
from lipnet.people.models import Person

AN_ADDRESS = Regexp(
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
    message=lazy("Write an e-mail address, for example name@example.org."),
)


class ConfirmForm(Form):
    """A form with nothing but its button and token."""


class CallForm(FurtherFields, Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(120)])
    text = TextsInput(lazy("What people should know"), [Longest(5000)], multiline=True)
    opens_on = DateField(lazy("Planned to open on"), [InputRequired()])
    closes_on = DateField(lazy("Closes on"), [InputRequired()])
    opens_days_before = IntegerField(
        lazy("Opens by itself, days before the first term ends"), [Optional(), NumberRange(1, 365)]
    )
    withdraw_until = DateField(lazy("Last day to withdraw"), [Optional()])
    way = SelectField(
        lazy("How people are chosen"),
        choices=[SelectChoice(code, name) for code, name in WAY_NAMES.items()],
    )
    eligibility = TextsInput(lazy("Who can stand"), [Longest(2000)], multiline=True)
    seconders = IntegerField(
        lazy("Seconders, each of another organisation"),
        [Optional(), NumberRange(0, 5)],
        default=0,
    )
    statement_limit = IntegerField(
        lazy("Longest statement, in characters"),
        [Optional(), NumberRange(200, 5000)],
        default=LONGEST_STATEMENT,
    )

    @property
    def rules(self) -> Rules:
        return Rules(
            way=self.way.data,
            eligibility=self.eligibility.data or {},
            withdraw_until=self.withdraw_until.data,
            seconders=self.seconders.data or 0,
            statement_limit=self.statement_limit.data or LONGEST_STATEMENT,
            opens_days_before=self.opens_days_before.data,
        )

    @property
    def seat_rows(self) -> list[tuple]:
        """(tick box, criteria) of each vacant seat, in order."""
        return [(self[f"seat_{key}"], self[f"criteria_{key}"]) for key in self.seats]

    @property
    def chosen(self) -> dict[Seat, dict]:
        """The ticked seats with what is looked for."""
        return {
            seat: self[f"criteria_{key}"].data or {}
            for key, seat in self.seats.items()
            if self[f"seat_{key}"].data
        }

    def begin_with(self, seat_id: int | None) -> None:
        """Tick this seat, if a call may fill it."""
        if seat_id in self.seats:
            self[f"seat_{seat_id}"].data = True


def call_form(seats: list[Seat], call: Call | None = None) -> CallForm:
    """The form for a call that may fill any of `seats`, filled from `call` if it exists."""
    fields: dict = {"seats": {seat.id: seat for seat in seats}}
    for seat in seats:
        fields[f"seat_{seat.id}"] = BooleanField(seat_to_fill(seat))
        fields[f"criteria_{seat.id}"] = TextsInput(
            lazy("What is looked for in seat %(number)s", number=seat.number), [Longest(1000)]
        )
    kept = {name: getattr(call.rules, name) for name in Rules._fields} if call else {}
    kept |= kept_further(call) if call else {}
    for row in CallSeat.select().where(CallSeat.call == call) if call else ():
        kept[f"seat_{row.seat_id}"], kept[f"criteria_{row.seat_id}"] = True, row.criteria
    return type("CallFormForSeats", (CallForm,), fields)(obj=call, data=kept)


class ProposalForm(Form):
    """What every proposal has: a seat if one is preferred, and why."""

    seat = SelectField(lazy("Preferred seat"))
    statement = StatementInput(lazy("Why?"), [InOneLanguage()])

    def offer_seats(self, call: Call) -> None:
        self.seats = {str(seat.id): seat for seat in call.seats}
        self.seat.choices = [
            ("", i18n.gettext("No preference")),
            *((key, seat_name(seat)) for key, seat in self.seats.items()),
        ]

    @property
    def chosen_seat(self) -> Seat | None:
        return self.seats.get(self.seat.data)


class NominationForm(ProposalForm):
    nominee = SelectField(lazy("Somebody we know"))
    name = StringField(lazy("Name"), [Length(max=120)])
    email = EmailField(lazy("E-mail address"), [Optional(), Length(max=254), AN_ADDRESS])
    language = SelectField(lazy("Language of the letter"))

    def offer_people(self, me: Person) -> None:
        """Everybody who can be written to, by name, but oneself."""
        found = Person.select().where(
            Person.left_at.is_null() & Person.email.is_null(False) & (Person.id != me.id)
        )
        hidden = hidden_from(me)
        shown = [person for person in found if person.id not in hidden]
        known = sorted(shown, key=lambda person: (person.folded_name, person.id))
        self.known = {str(person.id): person for person in known}
        self.nominee.choices = [
            ("", i18n.gettext("Somebody not in this list")),
            *((key, person.name) for key, person in self.known.items()),
        ]
        self.language.choices = [(tag, languages.get(tag).endonym) for tag in i18n.catalogues()]

    def validate_nominee(self, field) -> None:
        if not field.data and not (self.name.data or self.email.data):
            raise ValidationError(
                i18n.gettext("Choose somebody, or write the name and e-mail address.")
            )

    def validate_name(self, field) -> None:
        if not self.nominee.data and self.email.data and not field.data:
            raise ValidationError(i18n.gettext("Write the name of the person."))

    def validate(self, extra_validators=None) -> bool:
        fine = super().validate(extra_validators)
        if self.name.data and not self.nominee.data and not self.email.data:
            missing = i18n.gettext("Write the e-mail address, so that we can ask for consent.")
            self.email.errors = [*self.email.errors, missing]
            return False
        return fine


class StandForm(Consent, ProposalForm):
    pass


class AcclaimForm(Form):
    from_on = DateField(lazy("Terms begin on"), [InputRequired()])
    to_on = DateField(lazy("Terms end on"), [InputRequired()])

    @property
    def rows(self) -> list[tuple]:
        """(candidate, select) of each, by name."""
        return [(row, self[f"seat_{key}"]) for key, row in self.candidates.items()]

    @property
    def chosen(self) -> dict[Nomination, Seat]:
        return {row: self.seats[select.data] for row, select in self.rows}


def acclaim_form(
    call: Call, chosen: list[Nomination] | None = None, among: list[Seat] | None = None, **days
) -> AcclaimForm:
    """The form that gives each candidate (or each of `chosen`) a seat (or one `among` some), the
    preferred ones filled in."""
    candidates = call.candidates if chosen is None else chosen
    seats = {str(seat.id): seat for seat in (call.seats if among is None else among)}
    fields: dict = {"candidates": {row.id: row for row in candidates}, "seats": seats}
    proposed = _proposed(candidates, list(seats.values()))
    for row in candidates:
        fields[f"seat_{row.id}"] = SelectField(
            lazy("Seat for %(name)s", name=row.nominee.name),
            choices=[(key, seat_name(seat)) for key, seat in seats.items()],
            default=proposed.get(row.id),
        )
    return type("AcclaimFormForCall", (AcclaimForm,), fields)(data=days)


def _proposed(candidates: list[Nomination], seats: list[Seat]) -> dict[int, str]:
    """A seat for each candidate: the preferred one where it is free, then what is left."""
    given: dict[int, str] = {}
    free = [str(seat.id) for seat in seats]
    for row in candidates:
        if str(row.seat_id) in free:
            free.remove(str(row.seat_id))
            given[row.id] = str(row.seat_id)
    for row in candidates:
        if row.id not in given and free:
            given[row.id] = free.pop(0)
    return given
