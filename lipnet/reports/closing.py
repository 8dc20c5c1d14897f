"""A published report is closed: what may still be written asks here first."""

from lipnet.core.db import is_sqlite
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.reports.models import AnnualReport


def check_open(report: AnnualReport) -> None:
    """Refuse once published; one writer at a time asks (SQLite does so by itself)."""
    if not is_sqlite():
        row = AnnualReport.select(AnnualReport.id).where(AnnualReport.id == report.id)
        row.for_update().scalar()
    if report.is_published:
        raise Refusal(
            lazy("This report is published, so it stays as it is. Add a correction instead.")
        )
