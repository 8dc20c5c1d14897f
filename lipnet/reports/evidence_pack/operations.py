"""Freeze the evidence of a period."""

from datetime import date

from lipnet.core import clock
from lipnet.core.documents import digest
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.agreements.models import Agreement, Obligation
from lipnet.reports.evidence_pack.document import document_of
from lipnet.reports.evidence_pack.models import EvidencePack

MADE = declare("evidence_packs.made", lazy("%(who)s made an evidence pack."))
LONGEST_YEARS = 6


@operation
def make_pack(
    agreement: Agreement,
    obligation: Obligation | None = None,
    *,
    first: date,
    last: date,
    by,
) -> EvidencePack:
    """What happened from `first` to `last`, kept as it stands now with its SHA-256.

    Raises Refusal for days the wrong way round, or a period longer than an agreement.
    """
    if last < first:
        raise Refusal(lazy("The last day is before the first."), field="last")
    if last.year - first.year > LONGEST_YEARS:
        raise Refusal(lazy("Choose a period of at most six years."), field="last")
    frozen = document_of(agreement, obligation, first, last)
    pack = EvidencePack.create(
        agreement=agreement,
        obligation=obligation,
        from_on=first,
        to_on=last,
        frozen=frozen,
        digest=digest(frozen),
        made_at=clock.now(),
        made_by=by,
    )
    record(MADE, pack, by=by, digest=pack.digest)
    return pack
