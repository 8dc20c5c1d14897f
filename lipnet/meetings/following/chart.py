"""Follow-through: of what each body took on, how much was done, and how old the rest is."""

from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from lipnet.core import clock
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.groups.models import Body
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Meeting

YOUNG, OLD = 30, 90
# what is counted: (its code, its words, its colour in the figure)
STATES = (
    ("on_time", lazy("Done on time"), "done"),
    ("late", lazy("Done after its day"), "now"),
    ("young", lazy("Open for less than a month"), "later"),
    ("middling", lazy("Open for one to three months"), "risk"),
    ("old", lazy("Open for more than three months"), "late"),
)


class Part(NamedTuple):
    label: Any
    count: int
    share: float
    kind: str


class Followed(NamedTuple):
    """A body and the parts of all it took on."""

    body: Body
    total: int
    parts: list[Part]


def follow_through() -> list[Followed]:
    """By body, in the order of their names; read with one query."""
    rows = (
        ActionItem.select(ActionItem.due, ActionItem.done_on, Meeting.on, Body)
        .join(Meeting)
        .join(Body)
    )
    counts: dict[int, Counter] = {}
    bodies: dict[int, Body] = {}
    for action in rows:
        body = action.meeting.body
        bodies[body.id] = body
        state = state_of(action.due, action.done_on, action.meeting.on)
        counts.setdefault(body.id, Counter())[state] += 1
    followed = [_followed(bodies[key], counts[key]) for key in counts]
    return sorted(followed, key=lambda one: (folded(plain(one.body.name)), one.body.id))


def state_of(due: date | None, done_on: date | None, taken_on: date) -> str:
    """What had no day was done on time whenever it was done; age counts from the meeting."""
    if done_on is not None:
        return "on_time" if due is None or done_on <= due else "late"
    age = (clock.today() - taken_on).days
    if age < YOUNG:
        return "young"
    return "middling" if age <= OLD else "old"


def _followed(body: Body, counts: Counter) -> Followed:
    total = counts.total()
    parts = [Part(words, counts[code], counts[code] / total, tone) for code, words, tone in STATES]
    return Followed(body, total, parts)
