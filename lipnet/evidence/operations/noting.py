"""What others found is noted, with where it stands."""

from lipnet.core import clock, files
from lipnet.core.brought import Brought
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import is_web_address
from lipnet.evidence.models import SOURCE_KINDS, Finding
from lipnet.evidence.saying import said
from lipnet.evidence.under import put_under

NOTED = declare("evidence.finding_noted", lazy("%(who)s noted a finding from outside."))


@operation
def note_outside_finding(
    statement: dict,
    *,
    source: str,
    kind: str = "report",
    place: str = "",
    link: str = "",
    found_on=None,
    table: list[list[str]] | None = None,
    file: Brought | None = None,
    themes=(),
    by,
) -> Finding:
    """Keep something learned elsewhere: from which source, where in it, at which address.

    `table` are the rows of a small table of theirs, the first one its heads; `file` the source
    itself. Raises Refusal without a statement or a source, or if the address is none of the web.
    """
    statement = said(statement, lazy("Say in one sentence what was found."), "statement")
    _check(source, kind, link)
    finding = Finding.create(
        statement=statement,
        basis="outside",
        figure={"table": table} if table else {},
        filter={},
        suppression={},
        why_corrected={},
        source=source.strip(),
        source_kind=kind,
        place=place.strip(),
        link=link,
        file=files.keep(file.content, file.name, file.media_type) if file else None,
        found_on=found_on or clock.today(),
        pinned_by=by.id,
    )
    put_under(finding, themes)
    record(NOTED, finding, by=by)
    return finding


def _check(source: str, kind: str, link: str) -> None:
    if not source.strip():
        raise Refusal(lazy("Say where it comes from."), field="source")
    if kind not in SOURCE_KINDS:
        raise Refusal(lazy("Choose what kind of source it is."), field="kind")
    if kind == "link" and not link:
        raise Refusal(lazy("Write the address of the page."), field="link")
    if link and not is_web_address(link):
        raise Refusal(lazy("The address must begin with https:// or http://."), field="link")
