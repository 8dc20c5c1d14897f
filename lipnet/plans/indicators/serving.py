"""Which indicators an action is to move, and which actions move an indicator: on the thread."""

from lipnet.core import thread
from lipnet.plans.indicators.models import Indicator
from lipnet.plans.models import PlanAction


def indicators_served(action: PlanAction) -> list[Indicator]:
    links = thread.came_from(thread.ref(action))
    ids = [int(link.to_id) for link in links if link.to_kind == Indicator._meta.table_name]
    return list(Indicator.select().where(Indicator.id.in_(ids)).order_by(Indicator.id))


def actions_serving(indicator: Indicator) -> list[PlanAction]:
    links = thread.led_to(thread.ref(indicator))
    ids = [int(link.from_id) for link in links if link.from_kind == PlanAction._meta.table_name]
    return list(PlanAction.select().where(PlanAction.id.in_(ids)).order_by(PlanAction.number))
