"""The pages on which a finding is made, put right, sorted or withdrawn."""

from flask import redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.brought import file_brought
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.evidence import frozen, operations
from lipnet.evidence.access import Can, finding_to_change
from lipnet.evidence.brought import table_brought
from lipnet.evidence.drafting import drafted
from lipnet.evidence.forms import ConfirmForm, CorrectForm, OutsideForm, PinForm, SortForm
from lipnet.evidence.manage import bp
from lipnet.evidence.models import Finding, Theme
from lipnet.surveys.access import survey_with_results, version_with_results
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import quotation_told, results_of


@bp.route("/evidence/pin/<slug>/<question>", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def pin(slug: str, question: str):
    """A question's figure; with ?across= the same by the answers to another question, with ?code=
    what people wrote about."""
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    more = {name: request.args.get(name, "") for name in ("across", "code")}
    document = frozen.figure_of(results_of(survey, version), question, **more)
    if document is None:
        raise NotFound
    draft = drafted(document, more["code"])
    form = PinForm(statement=draft)
    if pinned := form.carry_out(lambda: _pin(survey, version, question, form, **more)):
        pages.notice(_("The finding is pinned. Its figure stays as it is today."))
        return _page_of(pinned)
    return render_template(
        "evidence/pin.html",
        form=form,
        survey=survey,
        document=document,
        here=_here(survey, version, question, more),
        is_draft=bool(draft) and form.statement.data == draft,
    )


@bp.route("/evidence/pin/<slug>/quotation/<int:number>", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def pin_quotation(slug: str, number: int):
    survey = survey_with_results(slug, me())
    document = quotation_told(survey, number)
    if document is None:
        raise NotFound
    form = PinForm()
    if pinned := form.carry_out(
        lambda: operations.pin_quotation(
            survey, number, statement=form.statement.data, themes=form.themes.chosen, by=me()
        )
    ):
        pages.notice(_("The finding is pinned. It keeps the words of the quotation."))
        return _page_of(pinned)
    here = url_for("evidence.pin_quotation", slug=slug, number=number)
    return render_template(
        "evidence/pin.html", form=form, survey=survey, document=document, here=here, is_draft=False
    )


@bp.route("/evidence/outside", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def outside():
    form = OutsideForm()
    if noted := form.carry_out(lambda: _note(form)):
        pages.notice(_("The finding is noted."))
        return _page_of(noted)
    return render_template("evidence/outside.html", form=form)


@bp.route("/evidence/<int:number>/themes", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def sort(number: int):
    finding = finding_to_change(number, me())
    there = finding.themes
    offered = Theme.in_use() + [theme for theme in there if theme.is_retired]
    form = SortForm(offered=offered, themes=[theme.id for theme in there])
    if form.carry_out(
        lambda: operations.sort_finding(finding, form.themes.chosen, by=me()),
    ):
        pages.notice(_("Saved."))
        return _page_of(finding)
    return render_template("evidence/sort.html", form=form, finding=finding)


@bp.route("/evidence/<int:number>/correction", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def correct(number: int):
    finding = finding_to_change(number, me())
    form = CorrectForm(statement=finding.statement)
    if corrected := form.carry_out(
        lambda: operations.correct_finding(
            finding, statement=form.statement.data, why=form.why.data, by=me()
        )
    ):
        pages.notice(_("The finding is corrected; the old one says so."))
        return _page_of(corrected)
    return render_template("evidence/correct.html", form=form, finding=finding)


@bp.route("/evidence/<int:number>/withdrawal", methods=["GET", "POST"])
@requires(Can.PIN_FINDINGS)
def withdraw(number: int):
    finding = finding_to_change(number, me())
    form = ConfirmForm()
    if form.carry_out(lambda: operations.withdraw_finding(finding, by=me())):
        pages.notice(_("The finding is withdrawn."))
        return redirect(url_for("evidence.index"), 303)
    return render_template("evidence/withdraw.html", form=form, finding=finding)


def _here(survey: Survey, version, question: str, more: dict[str, str]) -> str:
    return url_for(
        "evidence.pin",
        slug=survey.slug,
        question=question,
        version=version.number,
        **{name: value or None for name, value in more.items()},
    )


def _pin(survey: Survey, version, question: str, form: PinForm, across: str, code: str) -> Finding:
    said = {
        "statement": form.statement.data,
        "version": version,
        "themes": form.themes.chosen,
        "by": me(),
    }
    if across:
        return operations.pin_crosstab(survey, question, across, **said)
    if code:
        return operations.pin_theme(survey, question, code, **said)
    return operations.pin_finding(survey, question, **said)


def _note(form: OutsideForm) -> Finding:
    chosen = form.file.data
    return operations.note_outside_finding(
        form.statement.data,
        source=form.source.data,
        kind=form.kind.data,
        place=form.place.data or "",
        link=(form.link.data or "").strip(),
        found_on=form.found_on.data,
        table=table_brought(form.table.data or ""),
        file=file_brought(chosen.filename, chosen.read()) if chosen else None,
        themes=form.themes.chosen,
        by=me(),
    )


def _page_of(finding: Finding):
    return redirect(url_for("evidence.show", number=finding.id), 303)
