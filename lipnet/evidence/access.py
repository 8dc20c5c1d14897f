"""Who may see findings and who may add to them, and the loaders that ask."""

from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import NotFound
from lipnet.evidence.models import Finding


class Can:
    SEE_EVIDENCE = declare("evidence.see", Role.COORDINATOR, Role.CHAIR, Role.MEMBER, Role.VIEWER)
    PIN_FINDINGS = declare("evidence.pin", Role.COORDINATOR, Role.CHAIR)


def may_see(person, finding: Finding) -> bool:
    return may(person, Can.SEE_EVIDENCE)


def finding_to_see(number: int, person) -> Finding:
    finding = Finding.get_or_none(Finding.id == number)
    if finding is None or not may_see(person, finding):
        raise NotFound
    return finding
