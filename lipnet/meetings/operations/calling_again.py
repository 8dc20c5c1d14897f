"""A second call, when too few came to a meeting."""

from datetime import date

from lipnet.core import thread
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.evidence.models import Finding
from lipnet.meetings.agendas.returning import stand_again
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.meetings.operations.agenda import put_on_agenda
from lipnet.meetings.operations.calling import call_meeting
from lipnet.meetings.presence import may_be_called_again
from lipnet.meetings.second_call import SecondCall

CALLED_AGAIN = declare(
    "meetings.called_again", lazy("%(who)s called the meeting again, since too few had come.")
)


@operation
def call_again(
    first: Meeting, on: date, *, starts_at: str, place: str = "", link: str = "", languages=(), by
) -> Meeting:
    """Call the body together with the same agenda; the quorum of a second call holds there.

    Raises Refusal unless too few came to `first` and the terms of reference know a second call,
    or as for `call_meeting`.
    """
    if not may_be_called_again(first):
        raise Refusal(
            lazy(
                "Only a meeting that had no quorum is called again, once, where the terms allow it."
            )
        )
    if on <= first.on:
        raise Refusal(lazy("Choose a day after the first meeting."), field="on")
    meeting = call_meeting(
        first.body, on, starts_at=starts_at, place=place, link=link, languages=languages,
        agenda=False, by=by,
    )  # fmt: skip
    SecondCall.create(meeting=meeting, first=first)
    for item in first.agenda():
        _put_again(item, meeting, by)
    thread.tie(meeting, first, by=by)
    record(CALLED_AGAIN, meeting, by=by)
    return meeting


def _put_again(item: AgendaItem, meeting: Meeting, by) -> None:
    ties = thread.came_from(thread.ref(item))
    cited = [int(tie.to_id) for tie in ties if tie.to_kind == "finding"]
    again = put_on_agenda(
        meeting,
        item.title,
        purpose=item.purpose,
        presenter=item.presenter,
        minutes_planned=item.minutes_planned,
        because=list(Finding.select().where(Finding.id.in_(cited)).order_by(Finding.id)),
        by=by,
    )
    stand_again(again, item)
