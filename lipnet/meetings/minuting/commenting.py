"""Comments on minutes: which there are, and on what one can be written."""

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.meetings.minuting.models import MinutesComment
from lipnet.meetings.models import Meeting, Minutes, MinutesAdoption
from lipnet.people.models import Person

LINES = {"item": "agenda", "motion": "motions", "decision": "decisions", "action": "actions"}
SHORT = 90


def comments_on(meeting: Meeting) -> list[MinutesComment]:
    """In the order in which they were written."""
    rows = MinutesComment.select(MinutesComment, Person).join(Person, on=MinutesComment.person)
    rows = rows.join_from(MinutesComment, Minutes).where(Minutes.meeting == meeting)
    return list(rows.order_by(MinutesComment.id))


def told_today(meeting: Meeting) -> bool:
    """Whether somebody commented today already."""
    return any(_day(row) == clock.today() for row in comments_on(meeting))


def waiting_comments() -> list[tuple[Meeting, int]]:
    """(meeting, how many comments wait for an answer) of minutes that are not adopted."""
    adopted = MinutesAdoption.select(MinutesAdoption.minutes)
    rows = MinutesComment.select(MinutesComment, Minutes, Meeting).join(Minutes).join(Meeting)
    waits = (MinutesComment.answer == "") & MinutesComment.minutes.not_in(adopted)
    found: dict[Meeting, int] = {}
    for row in rows.where(waits).order_by(MinutesComment.id):
        meeting = row.minutes.meeting
        found[meeting] = found.get(meeting, 0) + 1
    return list(found.items())


def lines_to_choose(document: dict) -> list[tuple[str, str]]:
    """("motion-5", its words) of everything a comment can be about, in the order of the agenda."""
    found = [("", _("The whole"))]
    for number, item in enumerate(document["agenda"], start=1):
        found.append((f"item-{item['id']}", _cut(f"{number}. {plain(item['title'])}")))
        found += _under(document, item["id"])
    return found + _under(document, None)


def _under(document: dict, item_id: int | None) -> list[tuple[str, str]]:
    words = {"motion": _("Motion"), "decision": _("Decision"), "action": _("Action")}
    return [
        (f"{kind}-{line['id']}", _cut(f"{word}: {plain(line['text'])}"))
        for kind, word in words.items()
        for line in document[LINES[kind]]
        if line["item"] == item_id
    ]


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"


def _day(row: MinutesComment):
    return row.at.astimezone(clock.local_zone()).date()
