"""The evidence board, and the page of one finding."""

from flask import Blueprint, Response, render_template, request

from lipnet.core import files
from lipnet.core.clock import today
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.evidence.access import Can, finding_to_see
from lipnet.evidence.board import BY_NEWEST, UNUSED, Board, arrangements
from lipnet.evidence.citing import Citations, is_cited
from lipnet.evidence.comparing import changed_since
from lipnet.evidence.models import SOURCE_KINDS
from lipnet.evidence.sheet import as_csv
from lipnet.evidence.telling import hidden_then, said_of
from lipnet.surveys.models import Survey

bp = Blueprint("evidence", __name__)


@bp.route("/evidence")
@requires(Can.SEE_EVIDENCE)
def index():
    by, sought = request.args.get("by", BY_NEWEST), request.args.get("q", "").strip()[:100]
    board = Board(me(), sought)
    return render_template(
        "evidence/index.html",
        board=board,
        groups=board.arranged(by),
        findings=board.unused() if by == UNUSED else board.findings,
        by=by,
        sought=sought,
        ways=[(way.key, way.label) for way in arrangements()],
        may_pin=may(me(), Can.PIN_FINDINGS),
        may_keep_themes=may(me(), Can.KEEP_THEMES),
        has_surveys=Survey.select().where(Survey.opened_at.is_null(False)).exists(),
        today=today(),
    )


@bp.route("/evidence/board.csv")
@requires(Can.SEE_EVIDENCE)
def board_as_csv():
    headers = {"Content-Disposition": 'attachment; filename="evidence.csv"'}
    return Response(as_csv(Board(me())), mimetype="text/csv", headers=headers)


@bp.route("/evidence/<int:number>")
@requires(Can.SEE_EVIDENCE)
def show(number: int):
    finding = finding_to_see(number, me())
    comparison = changed_since(finding)
    stands = not finding.is_withdrawn and finding.correction is None
    may_pin = may(me(), Can.PIN_FINDINGS)
    return render_template(
        "evidence/show.html",
        finding=finding,
        comparison=comparison,
        said=said_of(comparison, finding) if comparison else [],
        hidden=hidden_then(finding),
        kind=SOURCE_KINDS.get(finding.source_kind, ""),
        cited=Citations(me()).before(finding),
        may_change=stands and may_pin,
        may_withdraw=stands and may_pin and not is_cited(finding) and not finding.corrects_id,
    )


@bp.route("/evidence/<int:number>/file")
@requires(Can.SEE_EVIDENCE)
def source_file(number: int):
    """The source as it was brought: to be saved, never shown in a page."""
    finding = finding_to_see(number, me())
    if finding.file is None:
        raise NotFound
    response = Response(files.read(finding.file), mimetype=finding.file.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=finding.file.name)
    return response
