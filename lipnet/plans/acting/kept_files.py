"""Files that show what was done, as far as they may leave the house."""

from collections.abc import Collection
from datetime import date

from lipnet.core.files import StoredFile
from lipnet.plans.acting.notes import ActionFile
from lipnet.plans.models import ActionPlan, PlanAction, PlanAdoption


def files_shown(first: date, last: date) -> list[ActionFile]:
    """Of actions in adopted plans, kept from `first` to `last`, each with its action and its
    stored file; no confidential one. One query."""
    rows = (
        ActionFile.select(ActionFile, StoredFile, PlanAction)
        .join(StoredFile)
        .switch(ActionFile)
        .join(PlanAction)
        .join(ActionPlan)
        .join(PlanAdoption)
        .where(ActionFile.on.between(first, last) & ActionFile.confidential_on.is_null())
    )
    return list(rows.order_by(ActionFile.id))


def may_go_out(digests: Collection[str]) -> set[tuple[int, str, str]]:
    """(number of the action, name, SHA-256) of the files with these contents that are still there
    and not confidential today."""
    rows = (
        ActionFile.select(PlanAction.number, ActionFile.name, StoredFile.sha256)
        .join(StoredFile)
        .switch(ActionFile)
        .join(PlanAction)
        .where(StoredFile.sha256.in_(list(digests)) & ActionFile.confidential_on.is_null())
    )
    return set(rows.tuples())


def confidential_among(digests: Collection[str]) -> set[str]:
    """Those of these contents that a file confidential today has."""
    rows = (
        ActionFile.select(StoredFile.sha256)
        .join(StoredFile)
        .where(StoredFile.sha256.in_(list(digests)) & ActionFile.confidential_on.is_null(False))
    )
    return {digest for (digest,) in rows.tuples()}
