"""Saying by hand that one record exists because of another, and taking that back."""

from datetime import date

import peewee

from lipnet.core import thread
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import Because
from lipnet.trail.by_hand import TIED, UNTIED, is_by_hand, link_between, taken_back
from lipnet.trail.walking import earlier as behind

PUT_BACK = declare("trail.put_back", lazy("%(who)s put back what a record rests on."))


@operation
def tie_by_hand(
    later: peewee.Model, earlier: peewee.Model, *, sentence: dict | None = None, by
) -> Because:
    """`later` exists because of `earlier`, with a sentence {tag: text}.

    Raises Refusal if it does already, if that would lead in a circle, or against the order of
    the year: what we asked does not rest on what we did.
    """
    _refuse_unless_it_may_rest(later, earlier)
    link = thread.tie(later, earlier, by=by, sentence=sentence or {})
    record(TIED, later, by=by, **_named(earlier), sentence=link.sentence)
    return link


@operation
def untie_by_hand(later: peewee.Model, earlier: peewee.Model, *, by) -> None:
    """Take back what was said by hand; what the program ties itself stays."""
    link = link_between(later, earlier)
    if link is None:
        raise Refusal(lazy("This was taken back already."))
    if not is_by_hand(link):
        raise Refusal(
            lazy("This was not added by hand. Change it on the page of the record itself.")
        )
    thread.untie(later, earlier)
    record(
        UNTIED,
        later,
        by=by,
        **_named(earlier),
        sentence=link.sentence,
        on=link.on.isoformat(),
        said_by=link.by_id,
    )


@operation
def put_back(later: peewee.Model, earlier: peewee.Model, *, by) -> Because:
    """Undo taking back: the link stands again with the sentence, the day and the person of then."""
    said = taken_back(later).get(thread.ref(earlier))
    if said is None:
        raise Refusal(lazy("It is on record already that this rests on it."))
    _refuse_unless_it_may_rest(later, earlier)
    link = thread.tie(later, earlier, by=by, sentence=said["sentence"])
    link.on, link.by_id = date.fromisoformat(said["on"]), said["said_by"]
    link.save(only=[Because.on, Because.by_id])
    record(PUT_BACK, later, by=by, **_named(earlier))
    return link


def _named(earlier: peewee.Model) -> dict[str, str]:
    name = thread.ref(earlier)
    return {"to_kind": name.kind, "to_id": name.id}


def _refuse_unless_it_may_rest(later: peewee.Model, earlier: peewee.Model) -> None:
    here, there = thread.ref(later), thread.ref(earlier)
    if here == there or here in behind([there]).depth:
        raise Refusal(lazy("That rests on this record already, so it cannot be its reason."))
    if thread.kind(there.kind).floor > thread.kind(here.kind).floor:
        raise Refusal(lazy("What comes later in the year cannot be the reason for this."))
    if link_between(later, earlier) is not None:
        raise Refusal(lazy("It is on record already that this rests on it."))
