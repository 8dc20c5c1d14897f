"""For coordinators and translators: plain words about each finding, beside what they say."""

from flask import redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.evidence.models import Finding
from lipnet.reports.access import Can
from lipnet.reports.manage import bp
from lipnet.reports.respond import PUBLIC_STATUS, PUBLIC_TONES
from lipnet.reports.telling import operations
from lipnet.reports.telling.models import LONGEST, STATE_NAMES, PlainTelling
from lipnet.reports.telling.years import year_told, years_told


@bp.get("/told")
@requires(Can.TELL)
def telling():
    """Which years there are to tell, and how far each language is."""
    years = years_told()
    findings = [heard.finding for year in years for heard in year.heard]
    return render_template(
        "reports/telling/index.html",
        told=years,
        tongues=_tongues(),
        written={tag: PlainTelling.of(findings, tag) for tag in i18n.catalogues()},
    )


@bp.route("/told/<int:fiscal_year>/<tag>", methods=["GET", "POST"])
@requires(Can.TELL)
def tell(fiscal_year, tag):
    """Side by side: what is told already, and the text in one language."""
    if tag not in i18n.catalogues():
        raise NotFound
    told = year_told(fiscal_year)
    refused = ""
    if request.method == "POST":
        finding = _finding_of(told)
        try:
            _write(finding, tag)
            notice(_("The text is kept. Everybody can read it now."))
            anchor = f"finding-{finding.id}"
            return redirect(url_for(".tell", fiscal_year=fiscal_year, tag=tag, _anchor=anchor), 303)
        except Refusal as refusal:
            refused = str(refusal.reason)
    return _page(told, tag, refused), 422 if refused else 200


def _write(finding: Finding, tag: str) -> None:
    operations.tell_plainly(
        finding,
        language=tag,
        text=request.form.get("text", ""),
        state=request.form.get("state", ""),
        by=me(),
    )


def _page(told, tag: str, refused: str) -> str:
    findings = [heard.finding for heard in told.heard]
    return render_template(
        "reports/telling/write.html",
        told=told,
        tongue=languages.get(tag),
        tongues=_tongues(),
        written=PlainTelling.of(findings, tag),
        sources=_written_in_other_languages(findings, tag),
        states=STATE_NAMES,
        refused=refused,
        typed=request.form,
        most=LONGEST,
        public_status=PUBLIC_STATUS,
        public_tones=PUBLIC_TONES,
    )


def _written_in_other_languages(findings, tag: str) -> dict[int, list[PlainTelling]]:
    ids = [finding.id for finding in findings]
    rows = PlainTelling.select().where(PlainTelling.finding.in_(ids), PlainTelling.language != tag)
    found: dict[int, list[PlainTelling]] = {}
    for row in rows.order_by(PlainTelling.language):
        found.setdefault(row.finding_id, []).append(row)
    return found


def _tongues() -> list[languages.Language]:
    return [languages.get(tag) for tag in i18n.catalogues()]


def _finding_of(told) -> Finding:
    wanted = request.form.get("finding", "")
    found = (heard.finding for heard in told.heard if str(heard.finding.id) == wanted)
    finding = next(found, None)
    if finding is None:
        raise NotFound
    return finding
