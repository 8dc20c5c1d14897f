"""A coordinator's own workbook, given back with every finding at its cell, in her language."""

from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language
from lipnet.questionnaire.xlsform import Finding
from lipnet.sheets.marking import Listing, Remark, marked_copy
from lipnet.surveys.words import SEVERITIES, place_of, severity_of, told_finding

RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def marked_workbook(data: bytes, filename: str, findings: tuple[Finding, ...]) -> bytes:
    """The bytes of an .xlsx; raises lipnet.sheets.Unreadable where there is no workbook to mark."""
    ordered = sorted(findings, key=lambda finding: RANKS[severity_of(finding)])
    rebuilt = _("Colours and formulas of the original could not be kept.")
    return marked_copy(data, filename, [_remark(each) for each in ordered], _listing(), rebuilt)


def _remark(finding: Finding) -> Remark:
    severity, told = severity_of(finding), told_finding(finding)
    heading = str(SEVERITIES[severity][0])
    cells = (heading, place_of(finding) or _("The file"), told.wrong, told.instead)
    return Remark(finding.sheet, finding.cell, severity, "\n".join((heading, *told[1:])), cells)


def _listing() -> Listing:
    return Listing(
        title=_("Remarks"),
        note=_("A copy of your workbook with our remarks. Where you had formulas, it has values."),
        headings=(_("Kind"), _("Where"), _("What"), _("What to do")),
        right_to_left=language().direction == "rtl",
    )
