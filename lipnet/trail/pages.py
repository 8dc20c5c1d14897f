"""The whole trail of a record; what it rests on, said by hand."""

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core import thread
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.permissions import EVERY_ROLE, declare
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.people.models import Person
from lipnet.trail import operations
from lipnet.trail.by_hand import by_hand, taken_back
from lipnet.trail.changing import may_tie, name_of, named, record_of, record_to_tie
from lipnet.trail.forms import TieForm
from lipnet.trail.searching import found
from lipnet.trail.walking import back, forward, over_of, records, stop_at
from lipnet.trail.whole import narrowed


class Can:
    WALK = declare("trail.walk", *EVERY_ROLE)


bp = Blueprint("trail", __name__)


@bp.get("/trail/<kind>/<int:record_id>")
@requires(Can.WALK)
def whole(kind: str, record_id: int):
    record = record_of(kind, record_id, me())
    way, only = request.args.get("way", ""), request.args.get("only", "")
    return render_template(
        "trail/whole.html",
        here=stop_at(thread.ref(record), record, depth=1),
        record_id=record_id,
        shown=narrowed(back(record, me()), forward(record, me()), way, only),
        may_tie=may_tie(me(), record),
    )


@bp.route("/trail/<kind>/<int:record_id>/because", methods=["GET", "POST"])
@requires(Can.WALK)
def because(kind: str, record_id: int):
    record = record_to_tie(kind, record_id, me())
    words = request.args.get("q", "")[:100]
    offered = found(words, record, me())
    form = TieForm().offer(offered)
    if form.carry_out(lambda: _tied(form, record)):
        notice(_("It is on record. You can take it back below."))
        return redirect(url_for(".because", kind=kind, record_id=record_id), 303)
    return render_template(
        "trail/because.html",
        here=stop_at(thread.ref(record), record, depth=1),
        record_id=record_id,
        words=words,
        offered=offered,
        form=form,
        **_reasons_of(record),
    )


@bp.post("/trail/<kind>/<int:record_id>/because/removal")
@requires(Can.WALK)
def untie(kind: str, record_id: int):
    record = record_to_tie(kind, record_id, me())
    operations.untie_by_hand(record, _earlier(), by=me())
    notice(_("Taken back. You can put it back below."))
    return redirect(url_for(".because", kind=kind, record_id=record_id), 303)


@bp.post("/trail/<kind>/<int:record_id>/because/return")
@requires(Can.WALK)
def put_back(kind: str, record_id: int):
    record = record_to_tie(kind, record_id, me())
    operations.put_back(record, _earlier(), by=me())
    notice(_("It is on record again."))
    return redirect(url_for(".because", kind=kind, record_id=record_id), 303)


def _tied(form: TieForm, record):
    earlier = named(form.earlier.data, me())
    if earlier is None:
        raise Refusal(_("It is gone. Search once more."), field="earlier")
    return operations.tie_by_hand(record, earlier, sentence=form.sentence.data, by=me())


def _earlier():
    earlier = named(request.args.get("to", ""), me())
    if earlier is None:
        raise NotFound
    return earlier


def _reasons_of(record) -> dict:
    """What it rests on directly, who said so and when; what was taken back."""
    links = thread.came_from(thread.ref(record))
    back_then = taken_back(record)
    ends = {thread.Ref(link.to_kind, link.to_id): link for link in links}
    known, hand = records([*ends, *back_then]), by_hand(links)
    over = over_of(known, me())
    seen = {
        ref: stop_at(ref, known[ref], 1, ends.get(ref), over.get(ref))
        for ref in (*ends, *back_then)
        if ref in known and thread.kind(ref.kind).may_see(me(), known[ref])
    }
    who = {row.id: row for row in Person.select().where(Person.id.in_(_sayers(links)))}
    return {
        "reasons": [
            (seen[ref], link, who.get(link.by_id), ref in hand)
            for ref, link in ends.items()
            if ref in seen
        ],
        "gone": [(seen[ref], said) for ref, said in back_then.items() if ref in seen],
        "name_of": name_of,
    }


def _sayers(links) -> list[int]:
    return [link.by_id for link in links if link.by_id is not None]
