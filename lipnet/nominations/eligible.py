"""Checking who can stand, and correcting what was returned: by the letter's link or signed in."""

from flask import redirect, render_template, request, url_for
from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, public_without_cookie, requires
from lipnet.nominations import operations
from lipnet.nominations.access import Can, nomination_to_manage, nomination_to_see
from lipnet.nominations.correcting import CorrectionForm, finding_to_correct, own_words
from lipnet.nominations.eligibility import EligibilityFinding, latest
from lipnet.nominations.inviting import public_bp
from lipnet.nominations.manage import bp
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations.eligible import LONGEST_REASON
from lipnet.nominations.over import link_is_over
from lipnet.nominations.propose import link_lasts
from lipnet.nominations.statements import FOR_THE_COMMITTEE
from lipnet.nominations.wording import title_of

FINDING_NAMES = {
    "eligible": lazy("They may stand"),
    "returned": lazy("Something must be corrected first"),
    "not_eligible": lazy("They may not stand"),
}


class FindingForm(Form):
    finding = RadioField(
        lazy("What did you find?"),
        [InputRequired(lazy("Choose one."))],
        choices=[SelectChoice(code, name) for code, name in FINDING_NAMES.items()],
    )
    reason = TextAreaField(lazy("Why, and what can be done"), [Optional()])
    after = HiddenField()

    @property
    def seen(self) -> int | None:
        """The finding that stood when the page was opened."""
        return int(self.after.data) if (self.after.data or "").isdecimal() else None


@bp.route("/nominations/<int:nomination_id>/eligibility", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def eligibility(nomination_id: int):
    found = nomination_to_manage(nomination_id)
    if not found.call.checks_eligibility:
        raise NotFound
    last = latest(found)
    form = FindingForm(after=str(last.id) if last else "")
    if made := form.carry_out(lambda: _find(found, form)):
        pages.notice(_SAID[made.finding])
        return redirect(url_for("nominations.nomination", nomination_id=found.id), 303)
    return render_template(
        "nominations/eligibility.html",
        form=form,
        nomination=found,
        title=title_of(found),
        seen=FOR_THE_COMMITTEE,
        last=last,
        most=LONGEST_REASON,
    )


_SAID = {
    "eligible": lazy("Noted: they may stand."),
    "returned": lazy("A letter asks the nominee to correct it."),
    "not_eligible": lazy("A letter tells the nominee, with the reason."),
}


@bp.route("/nominations/<int:nomination_id>/correction", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def own_correction(nomination_id: int):
    """The nominee who is signed in needs no letter."""
    nomination = nomination_to_see(nomination_id)
    found = latest(nomination)
    if me() != nomination.nominee or not found or found.finding != "returned":
        raise NotFound
    form = CorrectionForm(words=own_words(nomination))
    if form.carry_out(lambda: _correct(found, form)):
        pages.notice(_("Thank you. It is looked at again."))
        return redirect(url_for("nominations.nomination", nomination_id=nomination.id), 303)
    return _correction_page("nominations/own_correction.html", found, form)


@public_bp.route("/calls/correct/<token>", methods=["GET", "POST"])
@public_without_cookie
def correction(token: str):
    try:
        found = finding_to_correct(token)
    except Refusal:
        return link_is_over(token, lambda: CorrectionForm(meta={"csrf": False}))
    form = CorrectionForm(meta={"csrf": False}, words=own_words(found.nomination))
    if request.method == "POST" and form.validate():
        try:
            _correct(found, form)
            return render_template("nominations/public_corrected.html", finding=found)
        except Refusal as refusal:
            form.refuse(refusal)
    return _correction_page("nominations/public_correction.html", found, form, token=token)


def _correction_page(template: str, found: EligibilityFinding, form, **more) -> str:
    nomination = found.nomination
    return render_template(
        template,
        form=form,
        finding=found,
        nomination=nomination,
        title=title_of(nomination),
        most=LONGEST_REASON,
        limit=nomination.call.rules.statement_limit,
        **more,
    )


def _find(nomination: Nomination, form: FindingForm) -> EligibilityFinding:
    return operations.note_eligibility(
        nomination,
        form.finding.data,
        reason=form.reason.data or "",
        after=form.seen,
        lasts=link_lasts(),
        by=me(),
    )


def _correct(found: EligibilityFinding, form: CorrectionForm) -> Nomination:
    return operations.correct_nomination(
        found,
        answer=form.answer.data or "",
        words=form.words.data or "",
        by=found.nomination.nominee,
    )
