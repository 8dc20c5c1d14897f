"""Establishing a group, its seats, who sits, its terms, and who holds the agreement."""

from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput, content_languages
from lipnet.core.i18n import lazy, speaking
from lipnet.core.multilingual import plain
from lipnet.groups.hats.forms import HatField
from lipnet.groups.models import SEAT_ROLE_NAMES, Body
from lipnet.groups.naming.models import kinds_called
from lipnet.groups.terms.between import CARRYING_NAMES
from lipnet.groups.terms.models import NOMINATOR_NAMES
from lipnet.groups.wording import (
    DECISION_RULE_NAMES,
    FLAG_NAMES,
    HOLDER_NAMES,
    QUORUM_KIND_NAMES,
    SECOND_CALL_NAMES,
)
from lipnet.people.models import SECTOR_NAMES, Organisation, Person

SECTIONS = range(12)
SUGGESTED_TITLES = (
    lazy("Purpose"),
    lazy("Who sits at the table"),
    lazy("How somebody joins and leaves"),
    lazy("Chair and other roles"),
    lazy("Meetings and minutes"),
    lazy("Conflicts of interest"),
    lazy("Languages and access"),
)


class RecordField(SelectField):
    """One record out of a list; `chosen` is the record or None."""

    def __init__(self, label, model, listed, *, nobody=None, **kwargs):
        super().__init__(label, choices=self._listed, coerce=_key, **kwargs)
        self.model, self.listed, self.nobody = model, listed, nobody

    def _listed(self):
        first = [SelectChoice("", str(self.nobody))] if self.nobody is not None else []
        return [*first, *(SelectChoice(str(row.id), plain(row.name)) for row in self.listed())]

    @property
    def chosen(self):
        return self.model.get_or_none(self.model.id == int(self.data)) if self.data else None


def offered(names: dict) -> list[SelectChoice]:
    """The choices of a fixed list of codes and their names."""
    return [SelectChoice(code, name) for code, name in names.items()]


def _key(value) -> str:
    return str(getattr(value, "id", value) or "")


class RenameForm(Form):
    name = TextsInput(lazy("Name"), [InOneLanguage(), Longest(120)])
    purpose = TextsInput(lazy("Purpose"), [Longest(4000)], multiline=True)
    parent = RecordField(lazy("It reports to"), Body, Body.standing, nobody=lazy("Nobody"))


class EstablishForm(RenameForm):
    kind = SelectField(lazy("What it is"), choices=lambda: offered(kinds_called()))


class SeatForm(Form):
    label = TextsInput(lazy("Name of the seat"), [InOneLanguage(), Longest(120)])
    sector = SelectField(lazy("Sector"), choices=offered(SECTOR_NAMES))
    voting = BooleanField(lazy("It has a vote"), default=True)
    ex_officio = BooleanField(FLAG_NAMES["ex_officio"])
    francophone = BooleanField(FLAG_NAMES["francophone"])
    lived_experience = BooleanField(FLAG_NAMES["lived_experience"])
    youth = BooleanField(FLAG_NAMES["youth"])
    resource = BooleanField(lazy("Resource person: advises, without a vote"))


class AppointForm(Form):
    person = RecordField(
        lazy("Who"), Person, Person.present, nobody=lazy("Choose a person"),
        validators=[InputRequired()],
    )  # fmt: skip
    organisation = HatField(lazy("Sits for"), appointing=True)
    role = SelectField(lazy("As"), choices=offered(SEAT_ROLE_NAMES))
    from_on = DateField(lazy("From"), [InputRequired()])
    to_on = DateField(lazy("Through"), [InputRequired()])
    exception = TextAreaField(lazy("Why one more term is allowed"), [Length(max=500)])


class ExceptionForm(Form):
    reason = TextAreaField(lazy("Why one more term is allowed"), [InputRequired(), Length(max=500)])


class RoleForm(Form):
    role = SelectField(lazy("As"), choices=offered(SEAT_ROLE_NAMES))
    on = DateField(lazy("From this day"), [InputRequired()])


class EndForm(Form):
    on = DateField(lazy("No longer sits from"), [InputRequired()])
    reason = TextAreaField(lazy("Why"), [Length(max=500)])


class DayForm(Form):
    on = DateField(lazy("From this day"), [InputRequired()])


class HolderForm(Form):
    configuration = RadioField(
        lazy("Who holds the agreement"), [InputRequired()], choices=offered(HOLDER_NAMES)
    )
    holder = RecordField(
        lazy("The organisation that signs"), Organisation, Organisation.present,
        nobody=lazy("Not decided yet"),
    )  # fmt: skip
    reason = TextsInput(lazy("Why this one"), [InOneLanguage(), Longest(4000)], multiline=True)
    on = DateField(lazy("Chosen on"), [InputRequired()])


class TermsForm(Form):
    quorum_kind = RadioField(lazy("Quorum"), [InputRequired()], choices=offered(QUORUM_KIND_NAMES))
    quorum_value = IntegerField(
        lazy("How much, or how many"), [InputRequired(), NumberRange(1, 500)]
    )
    decision_rule = RadioField(
        lazy("How decisions are made"), [InputRequired()], choices=offered(DECISION_RULE_NAMES)
    )
    term_years = IntegerField(lazy("Years in a term"), [InputRequired(), NumberRange(1, 10)])
    second_call = RadioField(
        lazy("If too few come: a second call"),
        [InputRequired()],
        choices=offered(SECOND_CALL_NAMES),
    )
    second_call_value = IntegerField(
        lazy("How many people at the second call"), [Optional(), NumberRange(1, 500)]
    )
    term_cap = IntegerField(lazy("Terms in a row at most"), [Optional(), NumberRange(1, 20)])
    cap_exception = BooleanField(lazy("One more is possible, with a reason on record"))
    nominators = RadioField(
        lazy("Who may nominate"), [InputRequired()], choices=offered(NOMINATOR_NAMES)
    )
    amendment = TextsInput(
        lazy("What this version changes, and why"), [Longest(2000)], multiline=True
    )
    between = BooleanField(lazy("The group may vote between meetings"))
    between_percent = IntegerField(
        lazy("How many must answer, in percent"), [Optional(), NumberRange(1, 100)]
    )
    between_rule = RadioField(
        lazy("When a motion carries between meetings"), [Optional()],
        choices=offered(CARRYING_NAMES), default="body",
    )  # fmt: skip
    between_alternates = BooleanField(lazy("An alternate may answer for a member who has not"))
    notice_days = IntegerField(
        lazy("Days between the call and the meeting"), [InputRequired(), NumberRange(0, 90)]
    )
    review_on = DateField(lazy("To be reviewed on"), [Optional()])

    def pairs(self):
        """(number, title field, text field) of each section, in order."""
        return [(n + 1, self[f"title_{n}"], self[f"text_{n}"]) for n in SECTIONS]

    def begun(self):
        """The sections that have at least a title; the rest wait folded away."""
        return [pair for pair in self.pairs() if pair[1].data or pair[2].data]

    def blank(self):
        return [pair for pair in self.pairs() if not (pair[1].data or pair[2].data)]

    def sections(self) -> list[dict]:
        """The sections that have a text."""
        return [
            {"title": title.data or {}, "text": text.data}
            for _n, title, text in self.pairs()
            if any((text.data or {}).values())
        ]


for _n in SECTIONS:
    setattr(TermsForm, f"title_{_n}", TextsInput(lazy("Title"), [Longest(120)]))
    setattr(TermsForm, f"text_{_n}", TextsInput(lazy("Text"), [Longest(8000)], multiline=True))


def section_data(sections: list[dict]) -> dict[str, dict]:
    """What TermsForm starts from: the sections that stand, or suggested titles."""
    standing = sections or [{"title": _in_every_language(title)} for title in SUGGESTED_TITLES]
    return {
        f"{part}_{n}": section.get(part, {})
        for n, section in enumerate(standing[: len(SECTIONS)])
        for part in ("title", "text")
    }


def _in_every_language(words) -> dict[str, str]:
    texts = {}
    for tag in content_languages():
        with speaking(tag):
            texts[tag] = str(words)
    return texts
