"""The roll of a ballot, a page at a time: who is on it, and the buttons beside each name."""

from collections.abc import Iterable

import peewee
from flask import redirect, render_template, request, url_for

from lipnet.core import clock, pages
from lipnet.core.events import Event
from lipnet.core.i18n import gettext as _
from lipnet.core.text import folded
from lipnet.core.web import me, requires
from lipnet.groups.models import appointments_on
from lipnet.nominations.access import Can
from lipnet.nominations.ballots import operations
from lipnet.nominations.ballots.access import ballot_to_manage, entry_to_manage
from lipnet.nominations.ballots.contests import drafts_of
from lipnet.nominations.ballots.forms import RollForm
from lipnet.nominations.ballots.models import Ballot, RollEntry
from lipnet.nominations.ballots.operations.preparing import BOUNCED
from lipnet.nominations.manage import bp
from lipnet.people.models import Person

A_PAGE = 100


@bp.route("/nominations/ballots/<int:ballot_id>/roll", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def roll(ballot_id: int):
    found = ballot_to_manage(ballot_id)
    drafts = (drafts_of(found.call) or [found]) if found.is_draft else []
    form = _form(drafts) if drafts else None
    if form and form.carry_out(lambda: _enrol(form, found, drafts)):
        pages.notice(_("They are on the roll now."))
        return redirect(url_for("nominations.roll", ballot_id=found.id), 303)
    return render_template(
        "nominations/ballots/roll.html",
        ballot=found,
        form=form,
        all=found.roll.count(),
        **_looked_at(found),
    )


@bp.post("/nominations/ballots/<int:ballot_id>/roll/<int:entry_id>")
@requires(Can.MANAGE_CALLS)
def change_roll(ballot_id: int, entry_id: int):
    """The buttons beside a person on the roll."""
    entry = entry_to_manage(ballot_id, entry_id)
    act = request.form.get("act")
    if act == "strike":
        operations.take_off_roll(entry, by=me())
    elif act == "link":
        operations.send_voting_link(entry, by=me())
        pages.notice(_("A letter with a new link is on its way. The old link does not work."))
    elif act == "paper":
        operations.take_paper(entry, by=me())
        pages.notice(_("Put the sealed paper into the urn, with the others."))
    elif act == "no paper":
        operations.take_paper_back(entry, by=me())
        pages.notice(
            _("The note is taken back. This person can vote by link while the vote is open.")
        )
    return redirect(url_for("nominations.roll", ballot_id=ballot_id, **_place()), 303)


def _form(drafts: list[Ballot]) -> RollForm:
    """Who is on all rolls that can still be changed is not offered again."""
    each = RollEntry.select(RollEntry.person).where(RollEntry.ballot.in_(drafts))
    everywhere = each.group_by(RollEntry.person).having(peewee.fn.COUNT("*") == len(drafts))
    form = RollForm()
    form.offer(without={person for (person,) in everywhere.tuples()})
    if len(drafts) < 2:
        del form.everywhere
    return form


def _looked_at(ballot: Ballot) -> dict:
    """One page of those whose names hold the words looked for; how many there are."""
    words = _place().get("q", "")
    rows = RollEntry.select(RollEntry, Person).join(Person).where(RollEntry.ballot == ballot)
    for word in folded(words).split():
        rows = rows.where(Person.folded_name.contains(word))
    number = rows.count()
    last = max(-(-number // A_PAGE), 1)
    here = min(max(request.args.get("page", 1, type=int), 1), last)
    some = list(rows.order_by(Person.folded_name, RollEntry.id).paginate(here, A_PAGE))
    return {"rows": some, "found": number, "here": here, "pages": last, "words": words,
            "came_back": _came_back(some), "is_long": number > A_PAGE or bool(words)}  # fmt: skip


def _place() -> dict[str, str]:
    """What was looked for, and where in it: a button leads back there."""
    asked = {key: request.args.get(key, "").strip()[:100] for key in ("q", "page")}
    return {key: value for key, value in asked.items() if value}


def _came_back(rows: Iterable[RollEntry]) -> set[int]:
    asked = [str(row.id) for row in rows]
    told = Event.select(Event.record_id).where(
        (Event.code == BOUNCED) & (Event.kind == "roll_entry") & Event.record_id.in_(asked)
    )
    return {int(row.record_id) for row in told}


def _enrol(form: RollForm, found: Ballot, drafts: list[Ballot]) -> bool:
    if form.everywhere and form.everywhere.data:
        operations.put_on_every_roll(drafts, _named(form), by=me())
    else:
        operations.put_on_roll(found, _named(form), by=me())
    return True


def _named(form: RollForm) -> list[Person]:
    people = []
    if form.body.data:
        sitting = appointments_on(form.bodies[form.body.data], clock.today())
        people += [row.person for row in sitting if row.seat.voting]
    if form.person.data:
        people.append(form.people[form.person.data])
    return list({person.id: person for person in people}.values())
