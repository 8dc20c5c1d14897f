"""Whether an indicator's words still may change."""

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.plans.indicators.models import Indicator


def refuse_if_settled(indicator: Indicator) -> None:
    """Raises Refusal once it was adopted with its strategy, or something was read."""
    if was_adopted(indicator):
        raise Refusal(
            lazy("This indicator was adopted with the strategy, so its words stay as they are.")
        )
    if indicator.readings.exists():
        raise Refusal(lazy("Readings rest on this indicator, so its words stay as they are."))


def is_settled(indicator: Indicator) -> bool:
    return was_adopted(indicator) or indicator.readings.exists()


def was_adopted(indicator: Indicator) -> bool:
    """Whether it stood in the strategy when that was adopted; one added later was not voted on."""
    adopted_on = indicator.strategy.adopted_on
    return adopted_on is not None and indicator.added_on <= adopted_on
