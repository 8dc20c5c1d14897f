"""Files show what was done; some of them only to the few who work on the action."""

from lipnet.core import clock, files
from lipnet.core.brought import Brought
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.plans.acting.notes import ActionFile
from lipnet.plans.models import PlanAction, ProgressNote

SHOWN = declare("plans.shown_by_file", lazy("%(who)s added a file to action %(number)s."))
HIDDEN = declare(
    "plans.file_made_confidential", lazy("%(who)s made a file of action %(number)s confidential.")
)
OPENED = declare(
    "plans.file_no_longer_confidential",
    lazy("%(who)s ended that a file of action %(number)s is confidential."),
)


@operation
def show_by_file(
    action: PlanAction,
    file: Brought,
    *,
    note: ProgressNote | None = None,
    confidential: bool = False,
    by,
) -> ActionFile:
    """Keep a file that shows what was done, beside the action or one of its notes."""
    stored = files.keep(file.content, file.name, file.media_type)
    today = clock.today()
    kept = ActionFile.create(
        action=action, note=note, file=stored, name=file.name[:200], on=today, by=by.id,
        confidential_on=today if confidential else None,
    )  # fmt: skip
    record(SHOWN, action, by=by, number=action.number)
    return kept


@operation
def make_file_confidential(file: ActionFile, *, by) -> None:
    """From now on only who may note the action opens it, and no evidence pack gives it out, nor
    one that was made before."""
    if file.is_confidential:
        raise Refusal(lazy("This file is confidential already."))
    _mark(file, clock.today())
    record(HIDDEN, file.action, by=by, number=file.action.number)


@operation
def end_file_confidentiality(file: ActionFile, *, by) -> None:
    """From now on everybody in the partnership may open it, and evidence packs hold it."""
    if not file.is_confidential:
        raise Refusal(lazy("This file is not confidential."))
    _mark(file, None)
    record(OPENED, file.action, by=by, number=file.action.number)


def _mark(file: ActionFile, since) -> None:
    file.confidential_on = since
    file.save(only=[ActionFile.confidential_on])
