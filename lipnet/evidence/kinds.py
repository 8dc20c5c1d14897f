"""What a finding rests on, in a word."""

from lipnet.core.i18n import lazy
from lipnet.evidence.models import Finding

KINDS = {
    "figure": lazy("Survey"),
    "crosstab": lazy("Survey, two questions"),
    "theme": lazy("Comments"),
    "quotation": lazy("Quotation"),
    "outside": lazy("Outside"),
}


def kind_of(finding: Finding):
    return KINDS[finding.basis]
