"""A finding is put right by another that names it, or withdrawn while nobody cites it."""

from lipnet.core import clock, thread
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.evidence.citing import is_cited
from lipnet.evidence.models import Finding
from lipnet.evidence.saying import said
from lipnet.evidence.under import put_under

CORRECTED = declare("evidence.finding_corrected", lazy("%(who)s corrected a finding."))
WITHDRAWN = declare("evidence.finding_withdrawn", lazy("%(who)s withdrew a finding."))

BECAUSE_CORRECTED = {"en": "It corrects this finding.", "fr": "Il corrige ce constat."}
STAYS = (
    "basis", "survey", "version", "question", "across", "code", "figure", "filter", "n",
    "suppression", "source", "source_kind", "place", "link", "file", "found_on",
)  # fmt: skip


@operation
def correct_finding(finding: Finding, *, statement: dict, why: dict, by) -> Finding:
    """Say it anew, and why: a record of its own that rests on the same figure or source.

    The old one stays as it was, for whoever cited it, and says so. Raises Refusal if it was
    corrected or withdrawn already.
    """
    statement = said(statement, lazy("Say in one sentence what is right."), "statement")
    why = said(why, lazy("Say in one sentence what was wrong."), "why")
    finding = _held(finding)
    kept = {name: getattr(finding, name) for name in STAYS}
    corrected = Finding.create(
        **kept, statement=statement, why_corrected=why, corrects=finding, pinned_by=by.id
    )
    put_under(corrected, finding.themes)
    thread.tie(corrected, finding, by=by, sentence=BECAUSE_CORRECTED)
    record(CORRECTED, corrected, by=by, corrects=finding.id)
    return corrected


@operation
def withdraw_finding(finding: Finding, *, by) -> Finding:
    """Take a finding off the board and off the thread; refused once something rests on it."""
    finding = _held(finding)
    if is_cited(finding):
        raise Refusal(lazy("Something rests on this finding already, so it can only be corrected."))
    if finding.corrects_id is not None:
        raise Refusal(lazy("A correction is not withdrawn; correct it once more."))
    if finding.survey is not None:
        thread.untie(finding, finding.survey)
    finding.withdrawn_on = clock.today()
    finding.save(only=["withdrawn_on"])
    record(WITHDRAWN, finding, by=by)
    return finding


def _held(finding: Finding) -> Finding:
    """The finding as it stands now, held until this is done; refuses if it stands no more."""
    held = hold(finding)
    if held.is_withdrawn:
        raise Refusal(lazy("This finding was withdrawn."))
    if held.correction is not None:
        raise Refusal(lazy("This finding was corrected already; correct the later one."))
    return held
