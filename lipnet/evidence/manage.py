"""The evidence board: findings, each with what it rests on."""

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.evidence import operations
from lipnet.evidence.access import Can, finding_to_see
from lipnet.evidence.comparing import changed_since
from lipnet.evidence.forms import OutsideForm, PinForm
from lipnet.evidence.models import Finding
from lipnet.surveys.access import survey_with_results, version_with_results
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import results_of

bp = Blueprint("evidence", __name__)
OUTSIDE = "outside"


@bp.route("/evidence")
@requires(Can.SEE_EVIDENCE)
def index():
    every = Finding.newest_first()
    chosen = request.args.get("from", "")
    return render_template(
        "evidence/index.html",
        findings=[finding for finding in every if chosen in ("", _source_of(finding))],
        sources=_sources(every),
        chosen=chosen,
        may_pin=may(me(), Can.PIN_FINDINGS),
        has_surveys=Survey.select().where(Survey.opened_at.is_null(False)).exists(),
    )


@bp.route("/evidence/<int:number>")
@requires(Can.SEE_EVIDENCE)
def show(number: int):
    finding = finding_to_see(number, me())
    return render_template("evidence/show.html", finding=finding, comparison=changed_since(finding))


@bp.route("/evidence/pin/<slug>/<question>", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def pin(slug: str, question: str):
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    table = results_of(survey, version).question(question)
    if table is None:
        raise NotFound
    form = PinForm()
    if pinned := form.carry_out(
        lambda: operations.pin_finding(
            survey, question, statement=form.statement.data, version=version, by=me()
        )
    ):
        pages.notice(_("The finding is pinned. Its figure stays as it is today."))
        return redirect(url_for("evidence.show", number=pinned.id), 303)
    return render_template("evidence/pin.html", form=form, survey=survey, table=table)


@bp.route("/evidence/outside", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def outside():
    form = OutsideForm()
    if noted := form.carry_out(lambda: _note(form)):
        pages.notice(_("The finding is noted."))
        return redirect(url_for("evidence.show", number=noted.id), 303)
    return render_template("evidence/outside.html", form=form)


def _note(form: OutsideForm) -> Finding:
    return operations.note_outside_finding(
        form.statement.data,
        source=form.source.data,
        place=form.place.data or "",
        link=(form.link.data or "").strip(),
        found_on=form.found_on.data,
        by=me(),
    )


def _source_of(finding: Finding) -> str:
    return OUTSIDE if finding.is_from_outside else finding.survey.slug


def _sources(findings: list[Finding]) -> list[tuple]:
    """(key, title) of everything findings come from, in the order of the newest."""
    found = {}
    for finding in findings:
        title = _("Outside sources") if finding.is_from_outside else finding.survey.title
        found.setdefault(_source_of(finding), title)
    return list(found.items())
