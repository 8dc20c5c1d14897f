"""How the desk joins the house."""

from flask import url_for
from markupsafe import Markup

from lipnet.core import thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.thread import Kind
from lipnet.core.web import box_on, drawn_by
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.compiling import pages, shaping_pages
from lipnet.plans.compiling.choices import standing_for
from lipnet.plans.compiling.models import BeforeReshaping, PlanChoice, ReshapedAction
from lipnet.plans.models import PlanAction, ProgressNote

FLOOR = 7
PAGES = (pages, shaping_pages)  # each adds its routes to the one blueprint


def join() -> None:
    box_on("plan_action", shaped)
    thread.register(
        Kind(
            "progress_note",
            FLOOR,
            lazy("Progress noted"),
            lambda key: ProgressNote.get_or_none(ProgressNote.id == int(key)),
            _title,
            lambda note: url_for("plans.action", number=note.action.number),
            lambda person, note: access.may_see_action(person, note.action),
            lambda note: note.on,
        )
    )


def chosen_for(record) -> list[PlanChoice]:
    """What stands of the choices about a source, but those a link to an action tells already."""
    return standing_for([record], "noted", "set_aside")


def shaped(action: PlanAction, person) -> Markup | str:
    """On an action: what it was merged with or split from; before adoption, how to do so."""
    if person is None or not may(person, Can.READ):
        return ""
    rows = list(ReshapedAction.standing().where(_about(action)).order_by(ReshapedAction.id))
    may_shape = may(person, Can.MANAGE) and not action.plan.is_adopted
    if not (rows or may_shape):
        return ""
    return drawn_by(
        "plans/compiling/shaped.html",
        action=action,
        rows=rows,
        may_shape=may_shape,
        kept=BeforeReshaping.kept_of(rows),
    )


def _about(action: PlanAction):
    split = (ReshapedAction.from_number == action.number) & (ReshapedAction.how == "split")
    here = ReshapedAction.plan == action.plan_id
    return (ReshapedAction.into == action) | (split & here)


def _title(note: ProgressNote) -> str:
    said = plain(note.text)
    number = note.action.number
    if not said:
        return gettext("Action %(number)s: progress noted", number=number)
    return gettext("Action %(number)s: %(words)s", number=number, words=said)
