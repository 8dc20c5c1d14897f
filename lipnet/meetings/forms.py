"""Shape and wording of what is written down at meetings."""

from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
    validators,
    widgets,
)
from wtforms.fields.choices import SelectChoice

from lipnet.core import clock
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.groups.models import Body
from lipnet.meetings.notice import Notice, short_notice
from lipnet.meetings.purposes import PURPOSE_WORDS
from lipnet.meetings.words import RESULT_WORDS, STATUS_WORDS, shorter_notice


def worded(words: dict, *codes: str) -> list[SelectChoice]:
    """The codes (all, if none are named) as choices, each by its word."""
    return [SelectChoice(code, words[code]) for code in codes or words]


MEMBER_CHOICES = worded(STATUS_WORDS, "present", "regrets", "absent")
WHEN_AND_WHERE = ("on", "starts_at", "place", "link", "languages")
OTHER_CHOICES = worded(STATUS_WORDS, "guest", "staff", "alternate")


def id_or_none(value) -> int | None:
    return int(value) if str(value or "").isdecimal() else None


class ChooseOne(SelectField):
    """A record chosen by its number; the empty choice is nobody, nothing."""

    def __init__(self, label=None, checks=None, **kwargs):
        super().__init__(label, checks, coerce=id_or_none, **kwargs)

    def offer(self, choices, empty) -> None:
        self.choices = [SelectChoice("", empty), *(SelectChoice(*pair) for pair in choices)]


class ChooseSome(SelectMultipleField):
    """Records chosen by ticking them."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()

    def __init__(self, label=None, checks=None, **kwargs):
        super().__init__(label, checks, **{"coerce": int, **kwargs})

    def offer(self, choices) -> None:
        self.choices = [SelectChoice(*pair) for pair in choices]


class MeetingForm(Form):
    """When and where; `summoned` is the body that is called together, None if nobody is yet."""

    summoned: Body | None = None
    on = DateField(lazy("Day"), [validators.InputRequired()])
    starts_at = TimeField(lazy("It begins at"), [validators.InputRequired()])
    place = StringField(lazy("Place"), [Longest(200)])
    link = StringField(lazy("Link for joining from afar"), [Longest(500)])
    languages = ChooseSome(lazy("Languages spoken"), coerce=str)


class SummonsForm(MeetingForm):
    """Asks once more where the terms of reference want an earlier call."""

    despite_notice = BooleanField(lazy("Call it all the same, at shorter notice"))

    def validate_on(self, field) -> None:
        notice = self._notice
        if notice and not self.despite_notice.data:
            raise validators.ValidationError(shorter_notice(notice.asked))

    @property
    def shown(self) -> tuple[str, ...]:
        """The fields in their order; the tick below the day, only where it is asked for."""
        if self._notice:
            return ("on", "despite_notice", *WHEN_AND_WHERE[1:])
        return WHEN_AND_WHERE

    @property
    def _notice(self) -> Notice | None:
        if self.summoned is None or self.on.data is None:
            return None
        return short_notice(self.summoned, self.on.data, clock.today())


class CallForm(SummonsForm):
    body = ChooseOne(lazy("Who meets"), [validators.InputRequired()])

    def validate_on(self, field) -> None:
        self.summoned = Body.get_or_none(Body.id == self.body.data)
        super().validate_on(field)


class ItemForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(300)])
    purpose = RadioField(
        lazy("What it is for"),
        [validators.InputRequired()],
        choices=worded(PURPOSE_WORDS),
        default="discussion",
    )
    presenter = ChooseOne(lazy("Who presents it"))
    minutes_planned = IntegerField(
        lazy("Minutes planned"), [validators.Optional(), validators.NumberRange(1, 480)]
    )
    findings = ChooseSome(lazy("Findings to speak about"))


class PlaceFindingForm(Form):
    meeting = ChooseOne(lazy("Meeting"), [validators.InputRequired()])
    title = TextsInput(lazy("Title of the agenda item"), [InOneLanguage(), Longest(300)])
    purpose = RadioField(
        lazy("What it is for"),
        [validators.InputRequired()],
        choices=worded(PURPOSE_WORDS),
        default="discussion",
    )


class AttendeeForm(Form):
    status = RadioField(
        lazy("They came as"), [validators.InputRequired()], choices=OTHER_CHOICES, default="guest"
    )
    name = StringField(lazy("Name"), [Longest(200)])
    person = ChooseOne(lazy("Or somebody we know"))
    alternate_for = ChooseOne(lazy("Alternate for"))


class MotionForm(Form):
    text = TextsInput(lazy("The motion"), [InOneLanguage(), Longest(4000)], multiline=True)
    mover = ChooseOne(lazy("Moved by"))
    seconder = ChooseOne(lazy("Seconded by"))
    at = TimeField(lazy("Time of the vote"), [validators.Optional()])
    result = RadioField(lazy("Result"), [validators.InputRequired()], choices=worded(RESULT_WORDS))
    in_favour = IntegerField(
        lazy("Votes in favour"), [validators.Optional(), validators.NumberRange(0, 999)]
    )
    against = IntegerField(
        lazy("Votes against"), [validators.Optional(), validators.NumberRange(0, 999)]
    )
    abstained = IntegerField(
        lazy("Abstained"), [validators.Optional(), validators.NumberRange(0, 999)]
    )
    findings = ChooseSome(lazy("Because of these findings"))
    item = ChooseOne(lazy("Agenda item"))


class DecisionForm(Form):
    text = TextsInput(lazy("What was decided"), [InOneLanguage(), Longest(4000)], multiline=True)
    motion = ChooseOne(lazy("Decided by motion"))
    findings = ChooseSome(lazy("Because of these findings"))
    item = ChooseOne(lazy("Agenda item"))


class ActionForm(Form):
    text = TextsInput(lazy("What will be done"), [InOneLanguage(), Longest(2000)], multiline=True)
    owner = SelectField(lazy("Who will do it"), [validators.InputRequired()])
    due = DateField(lazy("Until when"), [validators.Optional()])
    findings = ChooseSome(lazy("Because of these findings"))
    item = ChooseOne(lazy("Agenda item"))


class NotesForm(Form):
    notes = TextsInput(lazy("Notes"), [Longest(20_000)], multiline=True)


class LinesForm(Form):
    """What is typed while the meeting goes on; `act` and `put` are the buttons'."""

    text = TextAreaField(lazy("One line for each thing"), [Longest(100_000)])
    language = SelectField(lazy("Lines that do not say their language are in"))
    version = IntegerField(widget=widgets.HiddenInput())
    act = StringField()
    put = StringField()


class AdoptForm(Form):
    motion = ChooseOne(lazy("By the motion"))


class CorrectionForm(Form):
    text = TextsInput(
        lazy("What the minutes should have said"), [InOneLanguage(), Longest(4000)], multiline=True
    )
    motion = ChooseOne(lazy("By the motion"))


def attendance_form(members) -> Form:
    """One group of present, regrets, absent for each (person, attendance or None)."""
    fields = {
        field_of(person): RadioField(
            person.name,
            [validators.Optional()],
            choices=MEMBER_CHOICES,
            default=row.status if row else None,
        )
        for person, row in members
    }
    return type("AttendanceForm", (Form,), fields)()


def field_of(person) -> str:
    return f"member_{person.id}"
