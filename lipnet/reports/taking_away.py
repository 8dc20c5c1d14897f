"""The annual report taken away as a Word file, a PDF or a workbook: inside, and by everybody."""

import io

from flask import Blueprint, Response, send_file

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.i18n import format_day, gettext
from lipnet.core.papers import answer
from lipnet.core.refusals import NotFound
from lipnet.core.web import requires
from lipnet.reports import access
from lipnet.reports.access import Can
from lipnet.reports.composing.document import brought_up
from lipnet.reports.document import document_of
from lipnet.reports.models import AnnualReport
from lipnet.reports.papers import report_paper
from lipnet.reports.sheets import report_sheets
from lipnet.sheets.writing import write_workbook

bp = Blueprint("report_papers", __name__, url_prefix="/reports")
ALWAYS = ("en", "fr")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.route("/<int:fiscal_year>/in/<tag>.<kind>")
@requires(Can.READ)
def report_file(fiscal_year: int, tag: str, kind: str):
    """A draft or a published report, in a language that the whole program speaks."""
    return taken_away(access.report_of(fiscal_year), tag, kind)


def taken_away(report: AnnualReport, tag: str, kind: str) -> Response:
    """The file; its words stand around the texts, so only languages the whole program speaks."""
    if tag not in i18n.whole_catalogues():
        raise NotFound
    publication = report.publication
    document = brought_up(publication.frozen) if publication else document_of(report)
    with i18n.speaking(tag):
        if kind == "xlsx":
            return _workbook(document)
        errata = publication.errata if publication else ()
        return answer(report_paper(document, _state(publication), errata), kind)


@bp.app_template_global("report_languages")
def report_languages() -> list[languages.Language]:
    """The reader's own language if the whole program speaks it, English and French."""
    spoken = i18n.language().tag
    mine = [spoken] if spoken in i18n.whole_catalogues() else []
    return [languages.get(tag) for tag in dict.fromkeys((*mine, *ALWAYS))]


def _state(publication) -> str:
    if publication is None:
        return gettext("Draft. Not published yet.")
    return gettext("Published on %(day)s.", day=format_day(publication.on))


def _workbook(document: dict) -> Response:
    content = io.BytesIO(write_workbook(report_sheets(document)))
    name = f"report-{document['fiscal_year']}.xlsx"
    response = send_file(content, XLSX, as_attachment=True, download_name=name)
    response.headers["Cache-Control"] = "no-store"
    return response
