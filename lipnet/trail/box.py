"""The box on a record's page: a small map, and the same in words."""

from flask import url_for
from markupsafe import Markup

from lipnet.core import thread
from lipnet.core.web import drawn_by, me
from lipnet.trail.changing import may_tie
from lipnet.trail.mapping import placed
from lipnet.trail.walking import earlier, later, over_of, stop_at, stops_of


def thread_of(record, person="me") -> Markup:
    """Where it comes from, what became of it."""
    reader = me() if person == "me" else person
    here = thread.ref(record)
    before, after = earlier([here]), later([here])
    behind, ahead = stops_of(before, reader), stops_of(after, reader)
    stop = stop_at(here, record, over=over_of({here: record}, reader).get(here))
    drawn = placed(stop, behind, ahead, before.links + after.links, _whole(here))
    return drawn_by(
        "trail/box.html",
        here=stop,
        behind=list(reversed(behind)),
        ahead=ahead,
        map=drawn if behind or ahead else None,
        whole=url_for("trail.whole", kind=here.kind, record_id=here.id) if reader else "",
        tying=_tying(record, reader),
    )


def _whole(here: thread.Ref):
    def address(way: str, kind: str) -> str:
        chosen = {"way": way, "only": kind}
        return url_for("trail.whole", kind=here.kind, record_id=here.id, **chosen)

    return address


def _tying(record, reader) -> str:
    if not may_tie(reader, record):
        return ""
    here = thread.ref(record)
    return url_for("trail.because", kind=here.kind, record_id=here.id)
