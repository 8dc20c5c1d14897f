"""Nominations that come after the end: kept for the next call; the coordinator brings them in."""

from flask import redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language, ngettext
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import Waiting, drawn_by, may_change, me, requires
from lipnet.nominations import operations
from lipnet.nominations.access import Can, call_to_see
from lipnet.nominations.closing import until
from lipnet.nominations.drafting import draft_to_write, typed
from lipnet.nominations.forms import ConfirmForm
from lipnet.nominations.further import open_instead
from lipnet.nominations.late_forms import LateMyselfForm, LateSomeoneForm
from lipnet.nominations.manage import bp
from lipnet.nominations.models import LONGEST_STATEMENT, Call
from lipnet.nominations.operations import NewNominee
from lipnet.nominations.proposals import Proposal, late_of


def page_instead(call: Call, whom: str) -> str | Response:
    """What a form of a call that closed meanwhile leads to: the same words, for the next call.

    Nothing is kept before it was said what becomes of it.
    """
    if call.body.dissolved_on:
        raise NotFound
    return _page(call, whom, _form(whom))


@bp.route("/nominations/calls/<int:call_id>/late/<whom>", methods=["GET", "POST"])
@requires(Can.NOMINATE)
def keep_late(call_id: int, whom: str):
    call = call_to_see(call_id)
    if whom not in ("someone", "myself") or not call.is_closed or call.body.dissolved_on:
        raise NotFound
    if other := open_instead(call):
        return redirect(url_for("nominations.call", call_id=other.id))
    form = _form(whom)
    if form.carry_out(lambda: _keep(call, whom, form)):
        pages.notice(_("Kept for the next call of this group. Thank you."))
        return redirect(url_for("nominations.call", call_id=call.id), 303)
    return _page(call, whom, form)


@bp.route("/nominations/late/<int:proposal_id>")
@requires(Can.MANAGE_CALLS)
def late(proposal_id: int):
    found = _waiting_proposal(proposal_id)
    return render_template(
        "nominations/late.html", proposal=found, open_calls=_open_calls(found), call=found.call
    )


@bp.route("/nominations/late/<int:proposal_id>/calls/<int:call_id>", methods=["POST"])
@requires(Can.MANAGE_CALLS)
def bring_in(proposal_id: int, call_id: int):
    found = _waiting_proposal(proposal_id)
    made = operations.bring_in(found, call_to_see(call_id), by=me())
    pages.notice(_("Brought in. A letter asks %(name)s to agree.", name=made.nominee.name))
    return redirect(url_for("nominations.nomination", nomination_id=made.id), 303)


@bp.route("/nominations/late/<int:proposal_id>/declining", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def decline_late(proposal_id: int):
    found = _waiting_proposal(proposal_id)
    if ConfirmForm().validate_on_submit():
        operations.decline_late(found, by=me())
        pages.notice(_("Declined. A letter says so to who wrote it."))
        return redirect(url_for("nominations.call", call_id=found.call_id), 303)
    return render_template(
        "nominations/confirm.html",
        heading=_("Decline this late nomination?"),
        call=found.call,
        text=_("What was written is erased, and a letter says so to who wrote it."),
        label=_("Decline it"),
        back=url_for("nominations.late", proposal_id=found.id),
        danger=True,
    )


def box_on_call(call: Call, person) -> Markup | str:
    """What came late for this group, for the coordinator."""
    if call.is_draft or not may(person, Can.MANAGE_CALLS):
        return ""
    kept = late_of(call.body)
    if not kept:
        return ""
    return drawn_by("nominations/late_box.html", call=call, kept=kept)


def waiting(person) -> list[Waiting]:
    """A call is open, and what came too late for an earlier one can be brought in."""
    if not may(person, Can.MANAGE_CALLS):
        return []
    running = [call for call in Call.newest_first() if call.is_open]
    counted = ((call, len(late_of(call.body))) for call in running)
    return [_to_bring_in(call, n) for call, n in counted if n]


def _to_bring_in(call: Call, n: int) -> Waiting:
    sentence = ngettext(
        "%(n)s nomination that came too late can be brought in: %(body)s",
        "%(n)s nominations that came too late can be brought in: %(body)s",
        n,
        body=plain(call.body.name),
    )
    return Waiting(sentence, url_for("nominations.call", call_id=call.id), call.opens_on)


def _waiting_proposal(proposal_id: int) -> Proposal:
    found = Proposal.get_or_none(Proposal.id == proposal_id)
    if found is None or not found.waits:
        raise NotFound
    may_change(me(), Can.MANAGE_CALLS)
    return found


def _open_calls(found: Proposal) -> list[Call]:
    return [call for call in found.call.body.calls.order_by(Call.id) if call.is_open]


def _form(whom: str) -> LateMyselfForm | LateSomeoneForm:
    """Empty, or with what stands in a draft of one's own."""
    draft = request.args.get("draft", type=int)
    begun = typed(draft_to_write(draft) if draft else None)
    if whom == "myself":
        return LateMyselfForm(**begun)
    form = LateSomeoneForm(**begun, language=language().tag)
    form.offer_people(me())
    return form


def _page(call: Call, whom: str, form) -> str:
    return render_template(
        "nominations/late_keep.html",
        call=call,
        whom=whom,
        form=form,
        until=until(call),
        most=call.rules.statement_limit,
        longest=LONGEST_STATEMENT,
    )


def _keep(call: Call, whom: str, form) -> Proposal:
    words = form.statement.data
    if whom == "myself":
        return operations.keep_late(call, None, statement=words, said=form.said, by=me())
    new = NewNominee(form.name.data, form.email.data, form.language.data)
    nominee = form.known.get(form.nominee.data) or new
    return operations.keep_late(call, nominee, statement=words, by=me())
