"""A group's terms of reference, and who holds the contribution agreement."""

from flask import redirect, render_template, request, url_for

from lipnet.core import clock, pages
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.groups import access, operations, wording
from lipnet.groups.access import Can
from lipnet.groups.forms import DayForm, HolderForm, TermsForm, section_data
from lipnet.groups.manage import bp
from lipnet.groups.models import Body, HolderChoice, filled_voting_seats
from lipnet.groups.terms.between import BetweenMeetings
from lipnet.groups.terms.models import FurtherClauses, amendments_of

FIRST_DRAFT = {
    "quorum_kind": "share",
    "quorum_value": 50,
    "decision_rule": "consensus_then_majority",
    "term_years": 2,
    "notice_days": 7,
    "second_call": "none",
    "nominators": "members",
}
FURTHER = (
    "second_call", "second_call_value", "term_cap", "cap_exception", "nominators", "amendment",
)  # fmt: skip


@bp.route("/terms")
@requires(Can.SEE_GROUPS)
def terms_of_council():
    """Where the second of the five steps leads: to the council's terms, wherever they stand."""
    council = next((body for body in Body.standing() if body.kind == "council"), None)
    if council is None:
        pages.notice(_("Establish the council first; then its terms of reference."), "info")
        return redirect(url_for("groups.index"))
    terms = council.terms_in_force or council.terms_to_come or council.terms_drafted
    if terms:
        return redirect(url_for("groups.terms", slug=council.slug, version=terms.version))
    if may(me(), Can.MANAGE_GROUPS):
        return redirect(url_for("groups.draft_terms", slug=council.slug))
    return redirect(url_for("groups.body", slug=council.slug))


@bp.route("/<slug>/terms/draft", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def draft_terms(slug: str):
    body = access.body_to_manage(slug)
    form = _terms_form(body)
    if form.carry_out(lambda: _draft(body, form)):
        pages.notice(_("The draft is saved."))
        version = body.terms_drafted.version
        return redirect(url_for("groups.terms", slug=slug, version=version), 303)
    return render_template("groups/draft_terms.html", form=form, body=body)


@bp.route("/<slug>/terms/<int:version>")
@requires(Can.SEE_GROUPS)
def terms(slug: str, version: int):
    found = access.terms_to_see(slug, version)
    filled = len(filled_voting_seats(found.body, clock.today()))
    return render_template(
        "groups/terms.html",
        terms=found,
        clauses=wording.clauses(found, filled),
        further=FurtherClauses.of(found),
        amendments=amendments_of(found.body),
        today=clock.today(),
        tags=content_languages() if "both" in request.args else (),
        form=DayForm(formdata=None, on=clock.today()),
    )


@bp.route("/<slug>/terms/<int:version>/force", methods=["POST"])
@requires(Can.MANAGE_GROUPS)
def put_in_force(slug: str, version: int):
    found, form = access.terms_to_manage(slug, version), DayForm()
    if not form.validate_on_submit():
        raise Refusal(_("Choose the day from which these terms are in force."))
    operations.put_terms_in_force(found, on=form.on.data, by=me())
    pages.notice(_("These terms of reference are in force."))
    return redirect(url_for("groups.terms", slug=slug, version=version), 303)


@bp.route("/agreement")
@requires(Can.SEE_GROUPS)
def agreement():
    return render_template(
        "groups/agreement.html",
        configurations=wording.HOLDERS,
        choice=HolderChoice.latest(),
        names=wording.HOLDER_NAMES,
    )


@bp.route("/agreement/choice", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def choose_holder():
    form = HolderForm(on=clock.today())
    if form.validate_on_submit():
        operations.choose_holder(
            form.configuration.data,
            holder=form.holder.chosen,
            reason=form.reason.data,
            on=form.on.data,
            by=me(),
        )
        pages.notice(_("The choice is recorded with its reasons."))
        return redirect(url_for("groups.agreement"), 303)
    return render_template("groups/choose_holder.html", form=form)


def _terms_form(body: Body) -> TermsForm:
    """The form, filled from the draft, else from what was adopted last, else from suggestions."""
    standing = body.terms_drafted or body.terms_to_come or body.terms_in_force
    if standing is None:
        return TermsForm(data={**FIRST_DRAFT, **_between_data(None), **section_data([])})
    further = FurtherClauses.of(standing)
    kept = {name: getattr(further, name) for name in FURTHER}
    if standing.in_force_from:
        kept["amendment"] = {}
    kept |= _between_data(BetweenMeetings.of(standing))
    return TermsForm(obj=standing, data={**kept, **section_data(standing.sections)})


def _draft(body: Body, form: TermsForm):
    fields = (
        "quorum_kind", "quorum_value", "decision_rule", "term_years", "notice_days", "review_on",
    )  # fmt: skip
    given = {name: form[name].data for name in fields}
    further = {name: form[name].data for name in FURTHER}
    if further["second_call"] != "fixed":
        further["second_call_value"] = None
    further["amendment"] = further["amendment"] or {}
    return operations.draft_terms_of_reference(
        body, sections=form.sections(), **given, further=further, between=_between(form), by=me()
    )


def _between_data(clause: BetweenMeetings | None) -> dict:
    return {
        "between": clause is not None,
        "between_percent": clause.percent if clause else 50,
        "between_rule": clause.rule if clause else "body",
        "between_alternates": bool(clause and clause.alternates),
    }


def _between(form: TermsForm) -> dict:
    if not form.between.data:
        return {}
    return {
        "percent": form.between_percent.data,
        "rule": form.between_rule.data or "body",
        "alternates": form.between_alternates.data,
    }
