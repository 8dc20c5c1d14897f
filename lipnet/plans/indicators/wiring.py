"""How indicators join the plan's room."""

from flask import Flask, url_for

from lipnet.core import thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.thread import Kind
from lipnet.plans.access import Can
from lipnet.plans.indicators.models import Indicator, IndicatorReading
from lipnet.plans.indicators.periods import called
from lipnet.plans.strategies.naming import level_called

FLOOR = 7


def wire(app: Flask) -> None:
    app.jinja_env.filters["level_called"] = level_called
    thread.register(
        Kind(
            "indicator",
            FLOOR,
            lazy("Indicator"),
            lambda key: Indicator.get_or_none(Indicator.id == int(key)),
            lambda indicator: indicator.name,
            lambda indicator: url_for("plans.indicator", indicator_id=indicator.id),
            _may_see,
            lambda indicator: indicator.added_on,
        )
    )
    thread.register(
        Kind(
            "indicator_reading",
            FLOOR,
            lazy("Reading of an indicator"),
            lambda key: IndicatorReading.get_or_none(IndicatorReading.id == int(key)),
            _title_of_reading,
            lambda reading: url_for("plans.indicator", indicator_id=reading.indicator_id),
            lambda person, reading: _may_see(person, reading.indicator),
            lambda reading: reading.period.ends,
        )
    )


def _may_see(person, indicator: Indicator) -> bool:
    """Staff see every indicator; the public (None) those of an adopted strategy."""
    return indicator.strategy.is_adopted if person is None else may(person, Can.READ)


def _title_of_reading(reading: IndicatorReading) -> str:
    return gettext(
        "%(indicator)s, %(period)s",
        indicator=plain(reading.indicator.name),
        period=called(reading.period.starts, reading.period.ends),
    )
