"""The letter to somebody whose draft nobody will see unless it is sent before the call closes."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.nominations.closing import until
from lipnet.nominations.drafts import NominationDraft


def reminder(event: Event, address: str) -> Iterable[Letter]:
    """To its writer; nothing if it was sent or thrown away meanwhile, or the call has closed."""
    draft = NominationDraft.get_or_none(NominationDraft.id == int(event.record_id))
    if draft is None or not draft.call.is_open:
        return
    writer, page = draft.writer, f"{address}/nominations/drafts/{draft.id}"
    if writer.email and writer.is_active:
        yield letter(writer.email, writer.language, lambda: _words(draft, page))


def _words(draft: NominationDraft, page: str) -> tuple[str, str]:
    places = {"body": plain(draft.call.body.name), "until": until(draft.call)}
    return _("Your draft of a nomination: %(body)s", **places), _(
        "Hello %(name)s,\n\n"
        "You began a nomination for this group and have not sent it: %(body)s. The call is open "
        "until %(until)s. You find your draft here:\n\n"
        "%(address)s\n\n"
        "If you do nothing, nobody is nominated. We do not remind you again.\n",
        **places,
        name=draft.writer.name,
        address=page,
    )
