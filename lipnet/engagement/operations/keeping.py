"""Files beside an engagement are kept and removed."""

from lipnet.core import files
from lipnet.core.brought import Brought
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.engagement.attaching import NO_LISTS, refuse_lists
from lipnet.engagement.models import Engagement, EngagementFile

KEPT = declare("engagement.file_kept", lazy("%(who)s put a file beside an engagement."))
REMOVED = declare("engagement.file_removed", lazy("%(who)s removed a file of an engagement."))
WHAT = {
    "notes": lazy("Notes or a summary, without names"),
    "slides": lazy("Slides, a poster or a hand-out"),
    "people": lazy("A sign-in sheet or a list of people"),
}


@operation
def keep_file(engagement: Engagement, file: Brought, *, what: str, by) -> EngagementFile:
    """Keep notes or slides; a list of people is refused, and said why."""
    if what == "people":
        raise Refusal(NO_LISTS, field="what")
    if what not in WHAT:
        raise Refusal(lazy("Say what the file is."), field="what")
    refuse_lists(file)
    stored = files.keep(file.content, file.name, file.media_type)
    kept = EngagementFile.create(engagement=engagement, file=stored, name=file.name[:200])
    record(KEPT, engagement, by=by)
    return kept


@operation
def remove_file(kept: EngagementFile, *, by) -> None:
    """Remove the file; its bytes too, unless something else keeps the same."""
    stored = kept.file
    record(REMOVED, kept.engagement, by=by)
    kept.delete_instance()
    files.let_go(stored)
