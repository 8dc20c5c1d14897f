"""What `lipnet check` looks for among the reports."""

from collections import Counter
from collections.abc import Iterator

from lipnet.core.config import Config
from lipnet.core.documents import is_as_recorded
from lipnet.core.soundness import Fault
from lipnet.reports.document import lines_in
from lipnet.reports.models import ReportPublication
from lipnet.reports.operations import PUBLISHED


def faults(config: Config) -> Iterator[Fault]:
    """Published reports that changed, or whose totals are not the sum of their lines."""
    for publication in ReportPublication.select():
        document = publication.frozen
        counted = Counter(line["status"] for line in lines_in(document))
        totals = document["totals"]
        if totals["by_status"] != counted or totals["actions"] != counted.total():
            where = f"report {document['fiscal_year']}"
            yield Fault("broken_total", where, "the totals are not those of its lines")
        elif not is_as_recorded(document, PUBLISHED, publication.report):
            where = f"report {document['fiscal_year']}"
            yield Fault("altered_report", where, "not what was published")
