"""Items that members would like to see on an agenda, before the notice goes out."""

from datetime import timedelta

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.files import StoredFile
from lipnet.groups.models import one_of, people_of, terms_on
from lipnet.meetings.models import PURPOSES, AgendaItem, Meeting
from lipnet.people.models import Person


class ProposedItem(Base):
    """Who would like to speak of what, and why; answered by an item, or by a reason."""

    meeting = peewee.ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    title = TextsField()
    purpose = peewee.TextField()
    minutes_planned = peewee.IntegerField(null=True)
    why = peewee.TextField(default="")
    link = peewee.TextField(default="")
    file = peewee.ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
    file_name = peewee.TextField(default="")
    proposed_at = MomentField()
    answered_at = MomentField(null=True)
    item = peewee.ForeignKeyField(AgendaItem, null=True, backref="+", on_delete="SET NULL")
    declined_because = peewee.TextField(default="")

    class Meta:
        table_name = "proposed_item"
        constraints = [
            one_of("purpose", PURPOSES, "proposed_item_purpose"),
            peewee.Check("minutes_planned > 0", name="proposed_item_minutes_planned"),
            peewee.Check("(file_id IS NULL) = (file_name = '')", name="proposed_item_file_name"),
            peewee.Check(
                "answered_at IS NOT NULL OR (item_id IS NULL AND declined_because = '')",
                name="proposed_item_answered",
            ),
            peewee.Check(
                "item_id IS NULL OR declined_because = ''", name="proposed_item_one_answer"
            ),
        ]

    @property
    def waits(self) -> bool:
        return self.answered_at is None


def proposals_for(meeting: Meeting) -> list[ProposedItem]:
    """Those that wait for an answer, in the order in which they came."""
    rows = ProposedItem.select().where(ProposedItem.meeting == meeting)
    return list(rows.where(ProposedItem.answered_at.is_null()).order_by(ProposedItem.id))


def last_day_to_propose(meeting: Meeting):
    """The day the notice goes out by the terms of reference; the day before the meeting, if it was
    called later than that or no rule is in force."""
    terms = terms_on(meeting.body, meeting.on)
    notice = meeting.on - timedelta(days=terms.notice_days if terms else 1)
    called = meeting.called_at.astimezone(clock.local_zone()).date()
    return notice if called <= notice < meeting.on else meeting.on - timedelta(days=1)


def takes_proposals(meeting: Meeting) -> bool:
    return not meeting.is_called_off and clock.today() <= last_day_to_propose(meeting)


def sits_in(person: Person, meeting: Meeting) -> bool:
    return person is not None and person in people_of(meeting.body, meeting.on)
