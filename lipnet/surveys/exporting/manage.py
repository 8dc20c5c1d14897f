"""The page where answers are taken away: order a file, see how far it is, fetch it, remove it."""

from flask import jsonify, redirect, render_template, send_file, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, version_with_results
from lipnet.surveys.exporting import shelf
from lipnet.surveys.exporting.access import (
    export_to_fetch,
    exports_seen_by,
    kinds_for,
    survey_to_export,
)
from lipnet.surveys.exporting.forms import export_form
from lipnet.surveys.exporting.models import PACK, Export
from lipnet.surveys.exporting.operations import fetch_export, order_export, remove_export
from lipnet.surveys.exporting.words import EXTENSIONS, FAILURES, KINDS, MEDIA_TYPES, WORDINGS
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.manage import bp
from lipnet.surveys.words import language_name


@bp.route("/surveys/<slug>/exports", methods=["GET", "POST"])
@requires(Can.SEE_RESULTS)
def exports(slug: str):
    survey = survey_to_export(slug, me())
    version = version_with_results(survey, number_asked("version"))
    form = export_form(kinds_for(me()), questionnaire_of(version))
    if form.carry_out(lambda: order_export(version, by=me(), **form.order())):
        pages.notice(_("It is being made. You may leave this page meanwhile."))
        address = url_for("surveys.exports", slug=slug, version=version.number)
        return redirect(f"{address}#files", 303)
    return render_template(
        "surveys/exporting/exports.html",
        survey=survey,
        version=version,
        form=form,
        kinds=[(kind, *KINDS[kind]) for kind in kinds_for(me())],
        exports=[_line(each) for each in exports_seen_by(me(), survey)],
    )


@bp.route("/surveys/<slug>/exports/progress")
@requires(Can.SEE_RESULTS)
def exports_progress(slug: str):
    """For the script of the page: how far each is."""
    seen = exports_seen_by(me(), survey_to_export(slug, me()))
    return jsonify([
        {"number": each.id, "state": each.state, "done": each.rows_done, "total": each.rows_total}
        for each in seen
    ])  # fmt: skip


@bp.route("/surveys/<slug>/exports/<int:number>/file")
@requires(Can.SEE_RESULTS)
def export_file(slug: str, number: int):
    export = export_to_fetch(slug, number, me())
    fetch_export(export, by=me())
    response = send_file(
        shelf.path_of(export.name),
        mimetype=MEDIA_TYPES[export.kind],
        as_attachment=True,
        download_name=_file_name(export),
        etag=False,
        last_modified=None,
        conditional=False,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.route("/surveys/<slug>/exports/<int:number>/removal", methods=["GET", "POST"])
@requires(Can.SEE_RESULTS)
def export_removal(slug: str, number: int):
    export = export_to_fetch(slug, number, me())
    if ConfirmForm().validate_on_submit():
        remove_export(export, by=me())
        pages.notice(_("The file was removed."))
        return redirect(url_for("surveys.exports", slug=slug), 303)
    return render_template(
        "surveys/exporting/removal.html", survey=export.version.survey, line=_line(export)
    )


def _file_name(export: Export) -> str:
    version = export.version
    what = {PACK: "report", "spss": "spss"}.get(export.kind, "answers")
    return f"{version.survey.slug}-{version.number}-{what}.{EXTENSIONS[export.kind]}"


def _line(export: Export) -> dict:
    return {
        "export": export,
        "title": KINDS[export.kind][0],
        "how": _how(export),
        "why": FAILURES.get(export.failed, ""),
        "kilobytes": ((export.size or 0) + 999) // 1000,
    }


def _how(export: Export) -> str:
    """How it is written, where that can be chosen."""
    if export.kind not in ("csv", "xlsx"):
        return ""
    if export.wording == "codes":
        return str(WORDINGS["codes"])
    return _("Words in %(language)s", language=language_name(export.language))
