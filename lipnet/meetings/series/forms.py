"""The form of a series."""

from wtforms import DateField, IntegerField, RadioField, SelectField, StringField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, Optional

from lipnet.core import clock, i18n
from lipnet.core.forms import Form, Longest
from lipnet.core.i18n import lazy
from lipnet.groups.models import Body, terms_on
from lipnet.meetings import choices
from lipnet.meetings.forms import ChooseOne, ChooseSome, worded
from lipnet.meetings.series.models import MeetingSeries
from lipnet.meetings.series.words import RHYTHM_WORDS, WEEK_WORDS, weekdays

AHEAD, EARLIER_THAN_ASKED = 6, 7
KEPT = (
    "rhythm", "week", "weekday", "left_out", "from_on", "until_on", "ahead_months", "call_days",
)  # fmt: skip


class SeriesForm(Form):
    """`act` is the button: look at the days, or save."""

    rhythm = RadioField(
        lazy("How often"), [InputRequired()], choices=worded(RHYTHM_WORDS), default="monthly"
    )
    week = SelectField(lazy("Which one in the month"), coerce=int, choices=worded(WEEK_WORDS))
    weekday = SelectField(lazy("Day of the week"), coerce=int)
    left_out = ChooseSome(lazy("No meeting in these months"))
    from_on = DateField(lazy("From"), [InputRequired()])
    until_on = DateField(lazy("Until"), [Optional()])
    starts_at = TimeField(lazy("It begins at"), [InputRequired()])
    place = StringField(lazy("Place"), [Longest(200)])
    link = StringField(lazy("Link for joining from afar"), [Longest(500)])
    languages = ChooseSome(lazy("Languages spoken"), coerce=str)
    ahead_months = IntegerField(
        lazy("How many months ahead meetings are planned"),
        [InputRequired(), NumberRange(1, 18)],
        default=AHEAD,
    )
    call_days = IntegerField(
        lazy("How many days before a meeting its letters go"),
        [InputRequired(), NumberRange(0, 90)],
    )
    act = StringField()

    def offer(self) -> "SeriesForm":
        """Put the choices that depend on the language and the house."""
        self.weekday.choices = [SelectChoice(*pair) for pair in enumerate(weekdays())]
        self.left_out.offer(list(enumerate(i18n.months(), start=1)))
        self.languages.offer(choices.spoken_languages())
        return self

    @property
    def only_looks(self) -> bool:
        return self.act.data == "look"

    @property
    def values(self) -> dict:
        """What the operations take."""
        return {name: self[name].data for name in KEPT} | {
            "starts_at": self.starts_at.data.strftime("%H:%M"),
            "place": self.place.data or "",
            "link": self.link.data or "",
            "languages": self.languages.data or [],
        }

    def as_series(self, body: Body) -> MeetingSeries:
        """What would be saved; for looking only."""
        return MeetingSeries(body=body, **self.values)


class NewSeriesForm(SeriesForm):
    body = ChooseOne(lazy("Who meets"), [InputRequired()])


def as_in_terms(body: Body | None) -> int:
    """So many days before a meeting that the notice the terms ask for is kept by a week."""
    terms = terms_on(body, clock.today()) if body else None
    return (terms.notice_days if terms else EARLIER_THAN_ASKED) + EARLIER_THAN_ASKED
