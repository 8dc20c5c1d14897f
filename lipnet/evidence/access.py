"""Who may see findings and who may add to them, and the loaders that ask."""

from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import NotFound
from lipnet.core.web import may_change
from lipnet.evidence.models import Finding, Theme


class Can:
    SEE_EVIDENCE = declare("evidence.see", Role.COORDINATOR, Role.CHAIR, Role.MEMBER, Role.VIEWER)
    PIN_FINDINGS = declare("evidence.pin", Role.COORDINATOR, Role.CHAIR)
    KEEP_THEMES = declare("evidence.themes", Role.COORDINATOR)


def may_see(person, finding: Finding) -> bool:
    return may(person, Can.SEE_EVIDENCE)


def finding_to_see(number: int, person) -> Finding:
    finding = Finding.get_or_none(Finding.id == number)
    if finding is None or not may_see(person, finding):
        raise NotFound
    return finding


def finding_to_change(number: int, person) -> Finding:
    """One that stands: what was corrected or withdrawn does not change any more."""
    finding = finding_to_see(number, person)
    may_change(person, Can.PIN_FINDINGS)
    if finding.is_withdrawn or finding.correction is not None:
        raise NotFound
    return finding


def theme_to_keep(number: int, person) -> Theme:
    theme = Theme.get_or_none(Theme.id == number)
    if theme is None or not may(person, Can.KEEP_THEMES):
        raise NotFound
    return theme
