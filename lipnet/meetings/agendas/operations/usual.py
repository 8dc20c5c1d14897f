"""The usual items of a body: chosen, worded, ordered."""

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.meetings.agendas.customary import customary_items
from lipnet.meetings.agendas.models import KINDS, StandingItem, UsualItem
from lipnet.meetings.checks import hold_open, words, written
from lipnet.meetings.models import PURPOSES
from lipnet.people.models import Person

CHANGED = declare("meetings.usual_changed", lazy("%(who)s changed the usual items of the agenda."))

WORDED = declare("meetings.words_changed", lazy("%(who)s changed the words read aloud."))


@operation
def begin_usual(body: Body, *, by) -> None:
    """Begin with what is customary; every item can be worded anew or taken away."""
    hold(body)
    if UsualItem.of(body):
        raise Refusal(lazy("This group has usual items already."))
    for position, values in enumerate(customary_items(), start=1):
        UsualItem.create(body=body, position=position, **values)
    record(CHANGED, body, by=by)


@operation
def add_usual(body: Body, title: dict, *, kind: str = "plain", by, **more) -> UsualItem:
    """Add an item before those that close the meeting; `more` as for `change_usual`."""
    hold(body)
    values = _described(title, kind, **more)
    usual = UsualItem.create(body=body, position=len(UsualItem.of(body)) + 1, **values)
    if kind != "closing":
        rows = [row for row in UsualItem.of(body) if row != usual]
        closing = [row for row in rows if row.kind == "closing"]
        _number([row for row in rows if row not in closing] + [usual] + closing)
    record(CHANGED, body, by=by, item=usual.id)
    return UsualItem.get_by_id(usual.id)


@operation
def change_usual(usual: UsualItem, title: dict, *, kind: str, by, **more) -> UsualItem:
    """Word it anew; agendas that were begun before stay as they are.

    `more`: purpose, minutes_planned, text (read aloud), speaker.
    """
    hold(usual.body)
    for name, value in _described(title, kind, **more).items():
        setattr(usual, name, value)
    usual.save()
    record(CHANGED, usual.body, by=by, item=usual.id)
    return usual


@operation
def move_usual(usual: UsualItem, *, places: int, by) -> None:
    """Move it `places` down (up, if negative); the ends are the ends."""
    hold(usual.body)
    rows = UsualItem.of(usual.body)
    here = rows.index(usual)
    rows.insert(min(max(here + places, 0), len(rows) - 1), rows.pop(here))
    _number(rows)
    record(CHANGED, usual.body, by=by, item=usual.id)


@operation
def remove_usual(usual: UsualItem, *, by) -> None:
    """Agendas that were begun before stay as they are."""
    hold(usual.body)
    usual.delete_instance()
    _number(UsualItem.of(usual.body))
    record(CHANGED, usual.body, by=by, item=usual.id)


@operation
def word_standing(standing: StandingItem, text: dict, *, by) -> StandingItem:
    """Other words to read aloud at this one meeting."""
    meeting = standing.item.meeting
    hold_open(meeting)
    standing.text = written(text)
    standing.save(only=["text"])
    record(WORDED, meeting, by=by, item=standing.item_id)
    return standing


def _described(
    title,
    kind,
    *,
    purpose: str = "information",
    minutes_planned: int | None = None,
    text: dict | None = None,
    speaker: Person | None = None,
) -> dict:
    if kind not in KINDS or purpose not in PURPOSES:
        raise Refusal(lazy("Choose what the item is for."), field="purpose")
    if minutes_planned is not None and minutes_planned < 1:
        raise Refusal(lazy("Plan at least one minute."), field="minutes_planned")
    return {
        "title": words(title, "title"),
        "kind": kind,
        "purpose": purpose,
        "minutes_planned": minutes_planned,
        "text": written(text),
        "speaker": speaker,
    }


def _number(rows: list[UsualItem]) -> None:
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
            row.save(only=["position"])
