"""Files are put beside a nomination and taken away again."""

from lipnet.core import clock
from lipnet.core.brought import Brought
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.attachments import MOST_FILES, NominationFile
from lipnet.nominations.meant import check_undecided
from lipnet.nominations.models import Nomination
from lipnet.nominations.public_words import ACCEPT_FIRST, too_many_files

ATTACHED = declare("nominations.file_attached", lazy("%(who)s attached a file."))
REMOVED = declare("nominations.file_removed", lazy("%(who)s took a file away."))


@operation
def attach_file(nomination: Nomination, brought: Brought, *, by) -> NominationFile:
    """Raises Refusal if the nomination does not stand (any more) or has as many as it may."""
    check_undecided(nomination.call)
    if not hold(nomination).stands:
        raise Refusal(ACCEPT_FIRST, field="file")
    if nomination.files.count() >= MOST_FILES:
        raise Refusal(too_many_files(MOST_FILES), field="file")
    kept = NominationFile.create(
        nomination=nomination, name=brought.name, media_type=brought.media_type,
        size=len(brought.content), content=brought.content, added_at=clock.now(),
    )  # fmt: skip
    record(ATTACHED, nomination, by=by)
    return kept


@operation
def remove_file(file: NominationFile, *, by) -> None:
    """At any time: it is the nominee's."""
    file.delete_instance()
    record(REMOVED, file.nomination, by=by)
