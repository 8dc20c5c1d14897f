"""What minutes brought to an action counts as done, unless somebody wants it on the desk again."""

import peewee

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import ref
from lipnet.plans import sources
from lipnet.plans.compiling.models import PutBack
from lipnet.plans.models import ActionPlan

PUT_BACK = declare(
    "plans.source_put_back", lazy("%(who)s put a source back on the list of what waits.")
)
TAKEN_OFF = declare(
    "plans.source_taken_off", lazy("%(who)s took a source off the list of what waits again.")
)
NOT_NAMED = lazy("The minutes name no action for this, so nothing is to be put back.")


@operation
def put_back(plan: ActionPlan, source: peewee.Model, *, by) -> PutBack:
    """Let `source` wait although minutes name an action for it. Raises Refusal if they name none,
    or if it waits already."""
    plan, name = hold(plan), ref(source)
    actions, again = sources.named_for(source)
    if not actions:
        raise Refusal(NOT_NAMED)
    if again:
        raise Refusal(lazy("This waits on the list already."))
    row = PutBack.create(kind=name.kind, record_id=name.id, at=clock.now(), by_id=by.id)
    record(PUT_BACK, plan, by=by, source=list(name))
    return row


@operation
def take_off(plan: ActionPlan, source: peewee.Model, *, by) -> None:
    """It counts as done again. Raises Refusal unless it was put back."""
    plan, name = hold(plan), ref(source)
    row = PutBack.get_or_none(PutBack.kind == name.kind, PutBack.record_id == name.id)
    if row is None:
        raise Refusal(lazy("This counts as done already."))
    row.delete_instance()
    record(TAKEN_OFF, plan, by=by, source=list(name))
