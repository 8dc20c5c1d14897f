"""Whose turn it is, and how far the file is.

Nobody's act, so no operation and no event: `begun_at` and `alive_at` are notes of the machine to
itself, as a lease is. What was begun and gave no sign for a while begins anew.
"""

from datetime import timedelta

from lipnet.core import clock
from lipnet.surveys.exporting.models import Export

SILENT = timedelta(seconds=60)  # longer than the lease of the clock
MOST_ATTEMPTS = 3


class Lost(Exception):
    """The order was removed, or somebody else makes it."""


def claim() -> Export | None:
    """The oldest order that waits or was abandoned, begun now; None if there is none."""
    moment = clock.now()
    free = (
        Export.done_at.is_null()
        & Export.erased_at.is_null()
        & (Export.failed == "")
        & (Export.alive_at.is_null() | (Export.alive_at < moment - SILENT))
    )
    waiting = Export.select().where(free).order_by(Export.ordered_at, Export.id).first()
    if waiting is None:
        return None
    begun = {
        Export.begun_at: moment,
        Export.alive_at: moment,
        Export.attempts: Export.attempts + 1,
        Export.rows_done: 0,
        Export.rows_total: None,
    }
    if not Export.update(begun).where((Export.id == waiting.id) & free).execute():
        return None
    return Export.get_by_id(waiting.id)


def give_back(export: Export) -> None:
    """It was not this order's fault: it waits again, as if nobody had begun."""
    waits = {Export.begun_at: None, Export.alive_at: None, Export.rows_done: 0}
    Export.update({**waits, Export.attempts: Export.attempts - 1}).where(
        (Export.id == export.id) & (Export.alive_at == export.alive_at)
    ).execute()


def tell(export: Export, done: int, total: int) -> None:
    """Note how many rows are written of how many. Raises Lost."""
    moment = clock.now()
    changed = (
        Export.update(rows_done=done, rows_total=total, alive_at=moment)
        .where((Export.id == export.id) & (Export.alive_at == export.alive_at))
        .execute()
    )
    if not changed:
        raise Lost
    export.rows_done, export.rows_total, export.alive_at = done, total, moment
