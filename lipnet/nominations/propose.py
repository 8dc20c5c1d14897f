"""Members propose people, or themselves; the coordinator looks after what was proposed."""

from datetime import timedelta

from flask import current_app, redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language
from lipnet.core.permissions import may
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.nominations import drafting, late, operations
from lipnet.nominations.access import (
    Can,
    call_to_see,
    may_accompany,
    may_attach,
    may_fetch,
    may_withdraw,
    nomination_to_manage,
    nomination_to_see,
    nomination_to_withdraw,
    parts_for,
)
from lipnet.nominations.attachments import NominationFile
from lipnet.nominations.closing import until
from lipnet.nominations.consenting import brought_in
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.eligibility import EligibilityFinding
from lipnet.nominations.forms import ConfirmForm, NominationForm, StandForm
from lipnet.nominations.manage import bp
from lipnet.nominations.models import LONGEST_STATEMENT, Call, Nomination
from lipnet.nominations.nominators import check_nominator
from lipnet.nominations.operations import NewNominee
from lipnet.nominations.seconds import Second
from lipnet.nominations.wording import steps_of, title_of


@bp.route("/nominations/calls/<int:call_id>/nominate", methods=["GET", "POST"])
@requires(Can.NOMINATE)
def nominate(call_id: int):
    call = _opened_call(call_id)
    return late.page_instead(call, "someone") if call.is_closed else nominating(call)


def nominating(call: Call, draft: NominationDraft | None = None):
    """The form for somebody else, from the beginning or from a draft."""
    form = nomination_form(call, drafting.typed(draft))
    if back := drafting.saved(call, "nominate", form, draft):
        return back
    if made := form.carry_out(lambda: drafting.sent(draft, lambda: _nominate(call, form))):
        pages.notice(_("Thank you. A letter asks %(name)s to agree.", name=made.nominee.name))
        return redirect(url_for("nominations.nomination", nomination_id=made.id), 303)
    return render_template(
        "nominations/nominate.html",
        form=form,
        call=call,
        draft=draft,
        until=until(call),
        most=call.rules.statement_limit,
    )


def nomination_form(call: Call, begun: dict) -> NominationForm:
    form = NominationForm(**begun, language=language().tag)
    form.offer_people(me())
    form.offer_seats(call)
    return form


@bp.route("/nominations/calls/<int:call_id>/stand", methods=["GET", "POST"])
@requires(Can.NOMINATE)
def stand(call_id: int):
    call = _opened_call(call_id)
    return late.page_instead(call, "myself") if call.is_closed else standing(call)


def standing(call: Call, draft: NominationDraft | None = None):
    """The form for oneself, from the beginning or from a draft."""
    form = stand_form(call, drafting.typed(draft))
    if back := drafting.saved(call, "stand", form, draft):
        return back
    if made := form.carry_out(lambda: drafting.sent(draft, lambda: _stand(call, form))):
        pages.notice(_("Thank you. You stand in this call."))
        return redirect(url_for("nominations.nomination", nomination_id=made.id), 303)
    return render_template(
        "nominations/stand.html",
        form=form,
        call=call,
        draft=draft,
        until=until(call),
        most=call.rules.statement_limit,
        longest=LONGEST_STATEMENT,
    )


def stand_form(call: Call, begun: dict) -> StandForm:
    form = StandForm(**begun)
    form.offer_seats(call)
    return form


@bp.route("/nominations/<int:nomination_id>")
@requires(Can.SEE_CALLS)
def nomination(nomination_id: int):
    found = nomination_to_see(nomination_id)
    return render_template(
        "nominations/nomination.html",
        nomination=found,
        title=title_of(found),
        may_manage=may(me(), Can.MANAGE_CALLS),
        may_ask=may_accompany(me(), found),
        may_withdraw=may_withdraw(me(), found),
        seen=parts_for(me(), found),
        files=NominationFile.listed(found) if may_fetch(me(), found) else [],
        may_attach=may_attach(me(), found) and found.stands and not found.call.is_decided,
        steps=steps_of(found) if may_accompany(me(), found) else [],
        seconds=_seconds_seen(found),
        unanswered=found.is_waiting and not found.open_link,
        findings=found.findings.order_by(EligibilityFinding.id),
    )


@bp.route("/nominations/<int:nomination_id>/letter", methods=["POST"])
@requires(Can.MANAGE_CALLS)
def send_again(nomination_id: int):
    found = nomination_to_manage(nomination_id)
    if found.is_waiting:
        operations.send_link_again(found, lasts=link_lasts(), by=me())
    else:
        operations.give_links(found, by=me())
    pages.notice(_("A letter with a new link is on its way."))
    return redirect(url_for("nominations.nomination", nomination_id=found.id), 303)


@bp.route("/nominations/<int:nomination_id>/withdrawal", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def withdrawal(nomination_id: int):
    found = nomination_to_withdraw(nomination_id)
    back = url_for("nominations.nomination", nomination_id=found.id)
    if ConfirmForm().validate_on_submit():
        operations.withdraw_nomination(found, by=me())
        pages.notice(_("The nomination is withdrawn."))
        return redirect(back, 303)
    return render_template(
        "nominations/confirm.html",
        heading=_("Withdraw this nomination?"),
        call=found.call,
        text=_what_withdrawing_means(found),
        label=_("Withdraw the nomination"),
        back=back,
        danger=True,
    )


def _seconds_seen(found: Nomination) -> list[Second]:
    """Who looks after it sees everybody who was asked; others, who supports it."""
    rows = list(found.seconds.order_by(Second.id))
    return rows if may_accompany(me(), found) else [row for row in rows if row.confirmed_at]


def _what_withdrawing_means(found: Nomination) -> str:
    if me() == found.nominee:
        return _("You do not stand any more, and cannot be nominated again in this call.")
    return _(
        "%(name)s does not stand any more, and cannot be nominated again in this call. Do "
        "this only if %(name)s asked for it.",
        name=found.nominee.name,
    )


def _opened_call(call_id: int) -> Call:
    call = call_to_see(call_id)
    if call.is_draft:
        raise Refusal(_("This call has not been opened yet."))
    check_nominator(call.body, me())
    return call


def _nominate(call: Call, form: NominationForm) -> Nomination:
    somebody_new = NewNominee(form.name.data, form.email.data, form.language.data)
    return operations.nominate(
        call,
        form.known.get(form.nominee.data) or somebody_new,
        statement=form.statement.data,
        seat=form.chosen_seat,
        lasts=link_lasts(),
        by=me(),
    )


def _stand(call: Call, form: StandForm) -> Nomination:
    return operations.stand(
        call,
        statement=form.statement.data,
        said=form.said,
        seat=form.chosen_seat,
        file=brought_in(form),
        by=me(),
    )


def link_lasts() -> timedelta:
    return timedelta(days=current_app.config["LIPNET"].security.invitation_days)
