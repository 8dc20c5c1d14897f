"""Which minutes everybody may read."""

from lipnet.core import thread
from lipnet.core.thread import Ref
from lipnet.groups.models import Body
from lipnet.meetings.minuting.models import MinutesPublication, PublicMinutes
from lipnet.meetings.models import Meeting, Minutes


def public_setting(body: Body) -> PublicMinutes | None:
    """How the body shows its minutes to everybody; None: it does not."""
    return PublicMinutes.get_or_none(PublicMinutes.body == body)


def publication_of(meeting: Meeting) -> MinutesPublication | None:
    """The publication in force, whatever the body decides now."""
    return _in_force().where(Minutes.meeting == meeting).first()


def is_open_to_everybody(meeting: Meeting) -> bool:
    return publication_of(meeting) is not None and public_setting(meeting.body) is not None


def open_to_everybody(body: Body) -> list[Meeting]:
    """The meetings whose minutes everybody may read, the latest first."""
    if public_setting(body) is None:
        return []
    rows = _in_force().where(Meeting.body == body)
    return [row.minutes.meeting for row in rows.order_by(Meeting.on.desc(), Meeting.id.desc())]


def told_to_everybody(document: dict) -> set[Ref]:
    """Of what the lines rest on and name: the records that the public may see by now."""
    rows = (*document["agenda"], *document["motions"], *document["decisions"], *document["actions"])
    cited = {
        Ref(one["kind"], str(one["id"]))
        for row in rows
        for one in (*row.get("because", ()), *row.get("names", ()))
    }
    return thread.seen_among(None, thread.records(cited).values())


def _in_force():
    rows = MinutesPublication.select(MinutesPublication, Minutes, Meeting)
    rows = rows.join(Minutes).join(Meeting)
    return rows.where(MinutesPublication.withdrawn_at.is_null())
