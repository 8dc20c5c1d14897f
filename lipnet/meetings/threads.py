"""What the thread knows of meetings: who may see their records, and what these are called."""

from flask import url_for

from lipnet.core.i18n import format_day, lazy, set_apart
from lipnet.core.multilingual import plain
from lipnet.core.thread import Kind, kinds, register
from lipnet.meetings.access import may_see, may_see_line
from lipnet.meetings.evotes.models import EVote
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import AgendaItem, Decision, Meeting, Motion

FLOOR = 6


def register_kinds() -> None:
    """Meetings, agenda items, motions, decisions and action items stand on the thread."""
    _register(Meeting, lazy("Meeting"), meeting_title, "meeting", _its_day)
    _register(AgendaItem, lazy("Agenda item"), lambda item: item.title, "item", _day_of_meeting)
    _register(Motion, lazy("Motion"), _text, "motion", lambda motion: motion.on)
    _register(Decision, lazy("Decision"), _text, "decision", _day_of_meeting, _may_see_decision)
    _register_vote()
    _register(ActionItem, lazy("Action item"), _text, "action", _day_of_meeting)


def _register(model, label, title, page, on, may_see_it=None) -> None:
    register(
        Kind(
            name=model._meta.table_name,
            floor=FLOOR,
            label=label,
            load=lambda record_id: model.get_or_none(model.id == int(record_id)),
            title=title,
            url=lambda record: url_for(f"meetings.{page}", **{f"{page}_id": record.id}),
            may_see=may_see_it or _may_see_it,
            on=on,
        )
    )


def _register_vote() -> None:
    """What is voted on between meetings rests on findings, until the motion does."""
    register(
        Kind(
            name="evote",
            floor=FLOOR,
            label=lazy("Vote between meetings"),
            load=lambda record_id: EVote.get_or_none(EVote.id == int(record_id)),
            title=lambda vote: vote.text,
            url=lambda vote: url_for("evotes.vote", evote_id=vote.id),
            may_see=lambda person, vote: may_see(person),
            on=lambda vote: vote.opened_at.date(),
        )
    )


def meeting_title(meeting: Meeting) -> str:
    """The body and the day, in the language being spoken."""
    said = set_apart({"body": plain(meeting.body.name), "day": format_day(meeting.on)})
    return f"{said['body']}, {said['day']}"


def page_of(cited: dict) -> str | None:
    """The page of what a line of the minutes rests on ({"kind", "id"}), while it is there."""
    known = kinds().get(cited["kind"])
    record = known and known.load(cited["id"])
    return known.url(record) if record else None


def kind_words(cited: dict):
    """What kind of record a line of the minutes names."""
    known = kinds().get(cited["kind"])
    return known.label if known else ""


def _text(record):
    return record.text


def _may_see_it(person, record) -> bool:
    """What is confidential is seen by the members of the body alone."""
    return may_see(person) and (isinstance(record, Meeting) or may_see_line(person, record))


def _may_see_decision(person, decision: Decision) -> bool:
    """The public (None) learns what was decided once the minutes are closed."""
    if person is not None:
        return _may_see_it(person, decision)
    return decision.meeting.adoption is not None and may_see_line(None, decision)


def _its_day(meeting: Meeting):
    return meeting.on


def _day_of_meeting(record):
    return record.meeting.on
