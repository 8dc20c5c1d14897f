"""Plain words about a finding are written, put right, taken back."""

from lipnet.core import clock, i18n
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.evidence.models import Finding
from lipnet.reports.telling.models import LONGEST, STATES, PlainTelling

TOLD_PLAINLY = declare(
    "reports.told_plainly", lazy("%(who)s wrote in plain words what became of a finding.")
)


@operation
def tell_plainly(finding: Finding, *, language: str, text: str, state: str, by) -> None:
    """Keep `text` as what everybody reads about the finding in `language`; none takes it back.

    Raises Refusal if it is too long, or nobody reads pages in that language.
    """
    text = text.strip()
    if language not in i18n.catalogues():
        raise Refusal(lazy("There are no pages in this language."))
    if len(text) > LONGEST:
        raise Refusal(lazy("Please keep this under %(most)s characters.", most=LONGEST))
    if state not in STATES:
        raise Refusal(lazy("Say who wrote or read this text."))
    _write(finding, language, text, state, by) if text else _take_back(finding, language)
    record(TOLD_PLAINLY, finding, by=by, language=language)


def _write(finding: Finding, language: str, text: str, state: str, by) -> None:
    row = {"text": text, "state": state, "on": clock.today(), "by": by.id}
    PlainTelling.insert(finding=finding, language=language, **row).on_conflict(
        conflict_target=[PlainTelling.finding, PlainTelling.language], update=row
    ).execute()


def _take_back(finding: Finding, language: str) -> None:
    PlainTelling.delete().where(
        (PlainTelling.finding == finding) & (PlainTelling.language == language)
    ).execute()
