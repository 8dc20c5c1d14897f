"""Series of meetings, and which meetings were planned by one."""

from datetime import date, timedelta

import peewee

from lipnet.core import clock, thread
from lipnet.core.db import Base, MomentField
from lipnet.groups.models import Body, one_of
from lipnet.meetings.models import Meeting
from lipnet.meetings.series.dates import RHYTHMS, Rule, days_of, period_of

LIKE_THE_SERIES = ("starts_at", "place", "link", "languages")
DAYS_OF_A_MONTH = 30.44
FURTHEST = timedelta(days=366 * 3)


class MeetingSeries(Base):
    """How often a body meets, and where; `call_days` before each meeting its letters go."""

    body = peewee.ForeignKeyField(Body, backref="series")
    rhythm = peewee.TextField()
    week = peewee.IntegerField()
    weekday = peewee.IntegerField()
    left_out = peewee.JSONField()
    from_on = peewee.DateField()
    until_on = peewee.DateField(null=True)
    starts_at = peewee.TextField()
    place = peewee.TextField(default="")
    link = peewee.TextField(default="")
    languages = peewee.JSONField()
    ahead_months = peewee.IntegerField()
    call_days = peewee.IntegerField()
    ended_at = MomentField(null=True)

    class Meta:
        table_name = "meeting_series"
        constraints = [
            one_of("rhythm", RHYTHMS, "meeting_series_rhythm"),
            peewee.Check("week IN (1, 2, 3, 4, -1)", name="meeting_series_week"),
            peewee.Check("weekday BETWEEN 0 AND 6", name="meeting_series_weekday"),
            peewee.Check("length(starts_at) = 5", name="meeting_series_starts_at"),
            peewee.Check("until_on IS NULL OR until_on >= from_on", name="meeting_series_days"),
            peewee.Check("ahead_months > 0 AND call_days >= 0", name="meeting_series_lengths"),
        ]

    @classmethod
    def running(cls) -> "list[MeetingSeries]":
        """Those not ended, of bodies that stand."""
        rows = cls.select(cls, Body).join(Body)
        standing = cls.ended_at.is_null() & Body.dissolved_on.is_null()
        return list(rows.where(standing).order_by(cls.id))

    @property
    def is_running(self) -> bool:
        return self.ended_at is None

    @property
    def rule(self) -> Rule:
        return Rule(
            rhythm=self.rhythm,
            week=self.week,
            weekday=self.weekday,
            from_on=self.from_on,
            until_on=self.until_on,
            left_out=frozenset(self.left_out),
        )

    def next_days(self, most: int) -> list[date]:
        """The days of the rule from today on, at most `most`; as far as three years from now."""
        today = clock.today()
        begin = max(today, self.from_on)
        return [day for day in days_of(self.rule, begin + FURTHEST) if day >= today][:most]

    def days_to_plan(self) -> list[date]:
        """The days from today on, as far as meetings are planned ahead, of weeks or months for
        which none was planned yet, and on which the body does not meet anyway."""
        today = clock.today()
        ahead = today + timedelta(days=round(self.ahead_months * DAYS_OF_A_MONTH))
        taken = {period_of(self.rhythm, row.due_on) for row in self.planned()}
        return [
            day
            for day in days_of(self.rule, ahead)
            if day >= today and period_of(self.rhythm, day) not in taken and self._is_free(day)
        ]

    def _is_free(self, day: date) -> bool:
        standing = (Meeting.on == day) & Meeting.called_off_at.is_null()
        return not self.body.meetings.where(standing).exists()

    def planned(self) -> "list[SeriesMeeting]":
        """Every meeting of the series, the called ones too, by day."""
        rows = SeriesMeeting.select(SeriesMeeting, Meeting).join(Meeting)
        return list(rows.where(SeriesMeeting.series == self).order_by(Meeting.on))


class SeriesMeeting(Base):
    """That a series planned a meeting for a day; `called_at` once its members are called."""

    series = peewee.ForeignKeyField(MeetingSeries, backref="rows")
    meeting = peewee.ForeignKeyField(
        Meeting, unique=True, backref="planned_by", on_delete="CASCADE"
    )
    due_on = peewee.DateField()
    called_at = MomentField(null=True)

    class Meta:
        table_name = "series_meeting"
        indexes = ((("series", "due_on"), True),)

    @property
    def is_as_planned(self) -> bool:
        """Nobody was called, nobody changed it by hand, and nothing is written down for it."""
        meeting = self.meeting
        if self.called_at or meeting.is_called_off or meeting.on != self.due_on:
            return False
        same = all(getattr(meeting, n) == getattr(self.series, n) for n in LIKE_THE_SERIES)
        return same and not _is_used(meeting)

    @property
    def call_on(self) -> date:
        return self.meeting.on - timedelta(days=self.series.call_days)


def planned_row(meeting: Meeting) -> SeriesMeeting | None:
    """The row of a meeting to which nobody is called yet."""
    waiting = (SeriesMeeting.meeting == meeting) & SeriesMeeting.called_at.is_null()
    return SeriesMeeting.get_or_none(waiting)


def is_planned(meeting: Meeting) -> bool:
    """Whether a series planned it and nobody is called to it yet."""
    return planned_row(meeting) is not None


def due_to_be_called() -> list[Meeting]:
    """The planned meetings whose letters should go by now; what is over is left alone."""
    rows = SeriesMeeting.select(SeriesMeeting, Meeting, MeetingSeries).join(Meeting)
    rows = rows.switch(SeriesMeeting).join(MeetingSeries)
    waiting = SeriesMeeting.called_at.is_null() & Meeting.called_off_at.is_null()
    today = clock.today()
    found = rows.where(waiting, Meeting.on >= today).order_by(Meeting.on, Meeting.id)
    return [row.meeting for row in found if row.call_on <= today]


def _is_used(meeting: Meeting) -> bool:
    """Whether any record at all refers to the meeting, or it stands on the thread."""
    ref = thread.ref(meeting)
    if thread.came_from(ref) or thread.led_to(ref):
        return True
    return any(
        model.select().where(field == meeting).exists()
        for field, model in Meeting._meta.backrefs.items()
        if model is not SeriesMeeting
    )
