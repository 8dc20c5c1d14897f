"""Documents are laid beside a call, and taken away while it is a draft."""

from lipnet.core import clock, files
from lipnet.core.brought import Brought
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import is_web_address
from lipnet.nominations.documents import CallDocument
from lipnet.nominations.models import Call

ADDED = declare("nominations.document_added", lazy("%(who)s added a document to this call."))
TAKEN = declare("nominations.document_taken", lazy("%(who)s took a document from this call."))


@operation
def add_document(
    call: Call, title: dict, *, link: str = "", brought: Brought | None = None, by
) -> CallDocument:
    """A PDF (`brought`) or the address of a page, for whoever reads the call.

    Raises Refusal if the call is closed, there is neither or both, the file is no PDF, or the
    address is none.
    """
    if hold(call).is_closed:
        raise Refusal(lazy("This call is closed. Its documents do not change any more."))
    if bool(link) == bool(brought):
        raise Refusal(lazy("Choose a file, or write an address."), field="file")
    if link and not is_web_address(link):
        raise Refusal(lazy("The address must begin with https:// or http://."), field="link")
    if brought and brought.media_type != "application/pdf":
        raise Refusal(lazy("The file must be a PDF."), field="file")
    document = CallDocument.create(
        call=call, title=title, link=link, added_at=clock.now(), name=_name(brought),
        file=brought and files.keep(brought.content, brought.name, brought.media_type),
    )  # fmt: skip
    record(ADDED, call, by=by, document=document.id)
    return document


@operation
def take_document(document: CallDocument, *, by) -> None:
    """Away from a draft; what people could read of an opened call stays."""
    call = hold(document.call)
    if not call.is_draft:
        raise Refusal(lazy("This call has been opened. Its documents stay."))
    document.delete_instance()
    files.let_go(document.file)
    record(TAKEN, call, by=by)


def _name(brought: Brought | None) -> str:
    return brought.name[:200] if brought else ""
