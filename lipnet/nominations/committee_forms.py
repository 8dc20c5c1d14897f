"""What the committee of a call is asked."""

from wtforms import DateField, RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.groups.models import Seat
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.reviewing import Reading, involved_in
from lipnet.nominations.wording import seat_name
from lipnet.people.models import Person

MARK_NAMES = {
    "3": lazy("Very well"),
    "2": lazy("Well"),
    "1": lazy("A little"),
    "0": lazy("Not at all"),
}


class ReviewerForm(Form):
    person = SelectField(lazy("Person"), [InputRequired()])

    def offer(self, call: Call) -> None:
        """Everybody who may sign in, but those who are involved and the committee itself."""
        barred = involved_in(call) | {row.person_id for row in call.reviewers}
        people = [row for row in Person.present() if row.may_sign_in and row.id not in barred]
        self.known = {str(row.id): row for row in people}
        self.person.choices = [SelectChoice(str(row.id), row.name) for row in people]


class RecuseForm(Form):
    reason = TextAreaField(lazy("Why do you step back?"), [InputRequired(), Length(max=500)])


class ReadingForm(Form):
    note = TextAreaField(lazy("Your note on the whole"), [Length(max=2000)])

    @property
    def rows(self) -> list[tuple]:
        """(wanted seat, mark, note) of each, by number."""
        return [
            (row, self[f"mark_{row.seat_id}"], self[f"note_{row.seat_id}"]) for row in self.wanted
        ]

    @property
    def marks(self) -> dict[str, int]:
        return {str(row.seat_id): int(mark.data) for row, mark, _note in self.rows}

    @property
    def notes(self) -> dict[str, str]:
        return {str(row.seat_id): note.data or "" for row, _mark, note in self.rows}


def reading_form(call: Call, reading: Reading | None) -> ReadingForm:
    """A mark and a note for each seat of the call, and one on the whole; filled as noted before."""
    fields: dict = {"wanted": call.wanted}
    for row in call.wanted:
        fields[f"mark_{row.seat_id}"] = RadioField(
            lazy("How well does it suit seat %(number)s?", number=row.seat.number),
            [InputRequired()],
            choices=[SelectChoice(code, name) for code, name in MARK_NAMES.items()],
        )
        fields[f"note_{row.seat_id}"] = TextAreaField(
            lazy("What you found of what is looked for, seat %(number)s", number=row.seat.number),
            [Length(max=1000)],
        )
    kept = {"note": reading.note} if reading else {}
    for seat_id, note in (reading.notes if reading else {}).items():
        kept[f"note_{seat_id}"] = note
    for seat_id, mark in (reading.marks if reading else {}).items():
        kept[f"mark_{seat_id}"] = str(mark)
    return type("ReadingFormForCall", (ReadingForm,), fields)(data=kept)


class RecommendForm(Form):
    report = TextAreaField(lazy("What speaks for this choice"), [Length(max=10_000)])

    @property
    def rows(self) -> list[tuple]:
        """(candidate, seat select) of each, by name."""
        return [(row, self[f"seat_{key}"]) for key, row in self.candidates.items()]

    @property
    def chosen(self) -> dict[Nomination, Seat]:
        return {row: self.seats[select.data] for row, select in self.rows if select.data}


def recommend_form(call: Call) -> RecommendForm:
    """A seat, or none, for each candidate; filled with what is recommended so far."""
    seats = {str(seat.id): seat for seat in call.seats}
    candidates = call.candidates
    fields: dict = {"candidates": {row.id: row for row in candidates}, "seats": seats}
    earlier = call.recommendations.first()
    so_far = {row.id: str(seat.id) for row, seat in earlier.seats.items()} if earlier else {}
    for row in candidates:
        fields[f"seat_{row.id}"] = SelectField(
            lazy("Seat for %(name)s", name=row.nominee.name),
            choices=[
                SelectChoice("", i18n.gettext("Not recommended")),
                *(SelectChoice(key, seat_name(seat)) for key, seat in seats.items()),
            ],
            default=so_far.get(row.id, ""),
        )
    kept = {"report": earlier.report} if earlier else {}
    return type("RecommendFormForCall", (RecommendForm,), fields)(data=kept)


class AppointForm(Form):
    from_on = DateField(lazy("Terms begin on"), [InputRequired()])
    to_on = DateField(lazy("Terms end on"), [InputRequired()])
