"""Ordering a file of answers, fetching it, and what becomes of it: each leaves an event."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.exporting import shelf
from lipnet.surveys.exporting.claiming import Lost
from lipnet.surveys.exporting.models import PACK, Export
from lipnet.surveys.models import Survey, SurveyVersion

KEPT_FOR = timedelta(days=7)
REMEMBERED_FOR = timedelta(days=30)
MOST_OF_A_SURVEY = 10

ORDERED = declare(
    "surveys.export_ordered", lazy("%(who)s ordered a file of single answers (%(kind)s).")
)
PACK_ORDERED = declare("surveys.pack_ordered", lazy("%(who)s ordered a report pack."))
FETCHED = declare(
    "surveys.export_fetched", lazy("%(who)s downloaded a file of single answers (%(kind)s).")
)
PACK_FETCHED = declare("surveys.pack_fetched", lazy("%(who)s downloaded a report pack."))
MADE = declare("surveys.export_made", lazy("A file of answers was made (%(kind)s)."))
FAILED = declare("surveys.export_failed", lazy("A file of answers could not be made (%(kind)s)."))
EXPIRED = declare(
    "surveys.export_expired", lazy("A file of answers was erased, as announced (%(kind)s).")
)
REMOVED = declare("surveys.export_removed", lazy("%(who)s removed a file of answers (%(kind)s)."))
FORGOTTEN = declare("surveys.export_forgotten", lazy("An old order of a file was taken off."))


@operation
def order_export(
    version: SurveyVersion,
    kind: str,
    *,
    wording: str = "codes",
    language: str = "",
    with_identity: bool = False,
    by,
) -> Export:
    """Ask for a file of the settled answers of a version; the clock makes it.

    kind: one of KINDS. language: a tag of the questionnaire, for labels. with_identity: also the
    questions that say who a person is. Raises Refusal for a version nobody could answer, and while
    the survey has ten files.
    """
    if version.published_at is None:
        raise Refusal(lazy("Nobody has been asked this version yet."))
    kept = Export.select().join(SurveyVersion).where(SurveyVersion.survey == version.survey_id)
    if kept.where(Export.erased_at.is_null()).count() >= MOST_OF_A_SURVEY:
        raise Refusal(lazy("There are ten files already. Remove one that is no longer needed."))
    made = Export.create(
        version=version,
        kind=kind,
        wording=wording,
        language=language,
        with_identity=with_identity,
        ordered_by=by,
        ordered_at=clock.now(),
        name=shelf.random_name(),
        expires_on=clock.today() + KEPT_FOR,
    )
    _record(PACK_ORDERED if kind == PACK else ORDERED, made, by)
    return made


@operation
def fetch_export(export: Export, *, by) -> None:
    """Note that somebody downloads it. Raises Refusal if it is not there (any more)."""
    if export.state != "done" or not shelf.path_of(export.name).exists():
        raise Refusal(lazy("This file is not there any more. Please order it anew."))
    _record(PACK_FETCHED if export.kind == PACK else FETCHED, export, by)


@operation
def finish_export(export: Export, rows: int, *, by) -> None:
    """It is whole: as many rows as there are answers. Raises Lost if it was removed."""
    changed = (
        Export.update(done_at=clock.now(), rows_done=rows)
        .where((Export.id == export.id) & (Export.alive_at == export.alive_at))
        .execute()
    )
    if not changed:
        raise Lost
    Export.update(size=shelf.put(export.name)).where(Export.id == export.id).execute()
    _record(MADE, export, by)


@operation
def fail_export(export: Export, why: str, *, by) -> None:
    """It could not be made. why: one of FAILURES."""
    Export.update(failed=why).where(Export.id == export.id).execute()
    shelf.forget(export.name)
    _record(FAILED, export, by)


@operation
def remove_export(export: Export, *, by) -> None:
    """Delete the file and its order, whatever state it is in."""
    _record(REMOVED, export, by)
    export.delete_instance()
    shelf.forget(export.name)


@operation
def expire_export(export: Export, *, by) -> None:
    """Delete the file; that there was one stays on the page for a month."""
    Export.update(erased_at=clock.now()).where(Export.id == export.id).execute()
    _record(EXPIRED, export, by)
    shelf.forget(export.name)


@operation
def forget_order(export: Export, *, by) -> None:
    """Take an order off the page whose file was erased a month ago."""
    record(FORGOTTEN, _survey_of(export), by=by)
    export.delete_instance()


def _record(code: str, export: Export, by) -> None:
    record(code, _survey_of(export), by=by, kind=export.kind, version=export.version.number)


def _survey_of(export: Export) -> Survey:
    return export.version.survey
