"""What `lipnet check` looks for among the packs of evidence."""

from collections.abc import Iterator

from lipnet.core.config import Config
from lipnet.core.documents import digest, is_as_recorded
from lipnet.core.soundness import Fault
from lipnet.reports.evidence_pack.models import EvidencePack
from lipnet.reports.evidence_pack.operations import MADE


def faults(config: Config) -> Iterator[Fault]:
    """Packs that are not as they were made."""
    for pack in EvidencePack.select():
        as_made = is_as_recorded(pack.frozen, MADE, pack)
        if digest(pack.frozen) != pack.digest or not as_made:
            yield Fault("altered_pack", f"evidence pack {pack.id}", "not what was made")
