"""Papers are laid beside an item of the agenda, and taken away."""

from lipnet.core import clock, files
from lipnet.core.brought import Brought
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import is_web_address
from lipnet.meetings.agendas.papers import Paper
from lipnet.meetings.checks import hold_open, words
from lipnet.meetings.models import AgendaItem

LAID = declare("meetings.paper_laid", lazy("%(who)s laid a paper beside an item of the agenda."))
TAKEN = declare("meetings.paper_taken", lazy("%(who)s took a paper away from the agenda."))

NO_ADDRESS = lazy("The address must begin with https:// or http://.")


@operation
def lay_paper(
    item: AgendaItem, title: dict, *, link: str = "", brought: Brought | None = None, by
) -> Paper:
    """A file, or the address of a page. Raises Refusal for neither, both, or no address."""
    hold_open(item.meeting)
    if bool(link) == bool(brought):
        raise Refusal(lazy("Choose a file, or write an address."), field="file")
    if link and not is_web_address(link):
        raise Refusal(NO_ADDRESS, field="link")
    paper = Paper.create(
        item=item, title=words(title, "title"), link=link, added_at=clock.now(),
        file_name=brought.name[:200] if brought else "",
        file=brought and files.keep(brought.content, brought.name, brought.media_type),
    )  # fmt: skip
    record(LAID, item.meeting, by=by, item=item.id)
    return paper


@operation
def take_paper(paper: Paper, *, by) -> None:
    hold_open(paper.item.meeting)
    paper.delete_instance()
    files.let_go(paper.file)
    record(TAKEN, paper.item.meeting, by=by, item=paper.item_id)
