"""How indicators join the plan's room."""

from functools import partial

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import mail, thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.thread import Kind
from lipnet.core.web import box_on, drawn_by, waiting_from
from lipnet.plans.access import Can
from lipnet.plans.indicators import asked_pages, letters, pages, sheet_pages
from lipnet.plans.indicators.access import may_see
from lipnet.plans.indicators.models import Indicator, IndicatorReading
from lipnet.plans.indicators.operations.asking import ASKED
from lipnet.plans.indicators.periods import called
from lipnet.plans.indicators.serving import indicators_served
from lipnet.plans.indicators.waiting import readings_wait
from lipnet.plans.models import PlanAction
from lipnet.plans.strategies import pages as strategy_pages
from lipnet.plans.strategies import tag_pages
from lipnet.plans.strategies.models import tags_of
from lipnet.plans.strategies.naming import level_called, levels_called

PAGES = (
    asked_pages,
    pages,
    sheet_pages,
    strategy_pages,
    tag_pages,
)  # each adds its routes to the plan's
FLOOR = 7


def wire(app: Flask) -> None:
    app.jinja_env.globals["levels_called"] = levels_called
    app.jinja_env.globals["level_called"] = level_called  # a filter of a constant would be kept
    box_on("plan_action", what_it_serves)
    waiting_from(readings_wait)
    address = app.config["LIPNET"].site.address.rstrip("/")
    mail.on_event(ASKED, partial(letters.asked, address=address))
    thread.register(
        Kind(
            "indicator",
            FLOOR,
            lazy("Indicator"),
            lambda key: Indicator.get_or_none(Indicator.id == int(key)),
            lambda indicator: indicator.name,
            lambda indicator: url_for("plans.indicator", indicator_id=indicator.id),
            may_see,
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
            lambda person, reading: may_see(person, reading.indicator),
            lambda reading: reading.period.ends,
        )
    )


def what_it_serves(action: PlanAction, person) -> Markup | str:
    """On an action: the indicators it is to move, and its tags."""
    if person is None or not may(person, Can.READ):
        return ""
    indicators, tags, may_manage = (
        indicators_served(action), tags_of(action), may(person, Can.MANAGE),
    )  # fmt: skip
    if not (indicators or tags or may_manage):
        return ""
    return drawn_by(
        "plans/indicators/box.html",
        action=action, indicators=indicators, tags=tags, may_manage=may_manage,
    )  # fmt: skip


def _title_of_reading(reading: IndicatorReading) -> str:
    return gettext(
        "%(indicator)s, %(period)s",
        indicator=plain(reading.indicator.name),
        period=called(reading.period.starts, reading.period.ends),
    )
