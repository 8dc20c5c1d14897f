"""Packs of evidence: which there are, made, read, taken away, and compared with what stands now."""

from flask import Blueprint, Response, redirect, render_template, url_for

from lipnet.core import clock
from lipnet.core.documents import digest
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.pages import notice
from lipnet.core.papers import answer
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.groups.agreements.models import Agreement
from lipnet.reports.access import Can as Reports
from lipnet.reports.evidence_pack import access, operations
from lipnet.reports.evidence_pack.access import Can
from lipnet.reports.evidence_pack.bundling import bundle
from lipnet.reports.evidence_pack.comparing import differences
from lipnet.reports.evidence_pack.document import document_of
from lipnet.reports.evidence_pack.forms import PackForm
from lipnet.reports.evidence_pack.models import EvidencePack, days_of, days_of_year
from lipnet.reports.evidence_pack.papers import pack_paper
from lipnet.reports.evidence_pack.telling import (
    PART_NAMES,
    Part,
    day,
    part_of,
    parts_of,
    title_of,
    totals_of,
)
from lipnet.reports.evidence_pack.withholding import as_told, told_files

bp = Blueprint("evidence_packs", __name__, url_prefix="/reports/evidence-packs")


@bp.context_processor
def _words() -> dict:
    return {"may_manage": may(me(), Reports.MANAGE), "title_of": title_of, "said_day": day}


@bp.route("/")
@requires(Can.SEE_PACKS)
def index():
    return render_template(
        "reports/evidence_pack/index.html",
        packs=access.packs_to_see(),
        agreements=list(Agreement.select().order_by(Agreement.starts_on.desc())),
    )


@bp.route("/new/<int:agreement_id>", methods=["GET", "POST"])
@requires(Reports.MANAGE)
def new(agreement_id: int):
    """?obligation=3 for one thing that is owed; ?year=2026 for a fiscal year, else this one."""
    agreement = access.agreement_of(agreement_id)
    obligation = access.obligation_of(agreement, number_asked("obligation"))
    year = number_asked("year") or clock.fiscal_year(clock.today())
    first, last = days_of(obligation) if obligation else days_of_year(year)
    form = PackForm(first=first, last=last)
    made = form.carry_out(
        lambda: operations.make_pack(
            agreement, obligation, first=form.first.data, last=form.last.data, by=me()
        )
    )
    if made:
        notice(_("The pack is made. It stays as it is."))
        return redirect(url_for(".pack", pack_id=made.id), 303)
    return render_template(
        "reports/evidence_pack/new.html", form=form, agreement=agreement, obligation=obligation
    )


@bp.route("/<int:pack_id>")
@requires(Can.SEE_PACKS)
def pack(pack_id: int):
    found = access.pack_to_see(pack_id)
    return render_template(
        "reports/evidence_pack/pack.html",
        pack=found,
        document=found.frozen,
        parts=parts_of(as_told(found.frozen)),
        totals=totals_of(found.frozen),
        holds=digest(found.frozen) == found.digest,
    )


@bp.route("/<int:pack_id>/compared")
@requires(Can.SEE_PACKS)
def compared(pack_id: int):
    """Beside what the records of the same days say now."""
    found = access.pack_to_see(pack_id)
    now = _as_it_stands(found)
    told = [
        (PART_NAMES[one.part], _lines(one.part, one.gone), part_of(one.part, one.new))
        for one in differences(found.frozen, now)
    ]
    return render_template(
        "reports/evidence_pack/compared.html",
        pack=found,
        same=digest(now) == found.digest,
        now=digest(now),
        told=told,
    )


@bp.route("/<int:pack_id>/file/<kind>")
@requires(Can.SEE_PACKS)
def pack_file(pack_id: int, kind: str):
    """As PDF or Word; as CSV in a ZIP with the document itself and the files it lists."""
    found = access.pack_to_see(pack_id)
    if kind != "zip":
        return answer(pack_paper(found), kind)
    response = Response(bundle(found), mimetype="application/zip")
    name = f"evidence-pack-{found.from_on}-{found.to_on}.zip"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Cache-Control"] = "no-store"
    return response


def _lines(key: str, gone: list[dict]) -> Part:
    return part_of(key, told_files(gone) if key == "files" else gone)


def _as_it_stands(pack: EvidencePack) -> dict:
    """In the form of that pack, so that nothing but what happened makes a difference."""
    return document_of(
        pack.agreement, pack.obligation, pack.from_on, pack.to_on, pack.frozen["format"]
    )
