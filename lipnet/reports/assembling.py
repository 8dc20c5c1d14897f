"""What the plan's traces say of an action, as a line of the report begins."""

from datetime import date

from lipnet.core.multilingual import plain
from lipnet.plans.adopting.models import ActionAmendment
from lipnet.plans.models import PlanAction


def as_noted(action: PlanAction) -> dict:
    """What the plan and its progress notes say of an action, planned as it was adopted; reasons of
    amendments and of earlier notes are what changed."""
    notes = action.notes_in_order()
    amendments = list(action.amendments.order_by(ActionAmendment.id))
    last = notes[-1] if notes else None
    reasons = [(one.on, one.reason) for one in (*amendments, *notes[:-1]) if one.reason]
    return {
        "planned": _as_adopted(action, "text", amendments),
        "output": _as_adopted(action, "output", amendments),
        "done": joined([(note.on.isoformat(), note.text) for note in notes if note.text]),
        "changed": joined([(on.isoformat(), reason) for on, reason in sorted(reasons, key=_day)]),
        "status": last.status if last else "not_started",
        "reason": last.reason if last else {},
    }


def _as_adopted(action: PlanAction, name: str, amendments: list[ActionAmendment]) -> dict:
    """The words of the action before the first amendment that changed them."""
    before = (one.before[name] for one in amendments if name in one.before)
    return next(before, getattr(action, name))


def _day(dated: tuple[date, dict]) -> date:
    return dated[0]


def joined(dated: list[tuple[str, dict]]) -> dict:
    """Dated texts as one text per language, a line each.

    Only languages in which every one of them is written; if there is none, each language there is,
    with the missing ones in another.
    """
    spoken = {tag for _, texts in dated for tag in texts}
    whole = {tag for tag in spoken if all(texts.get(tag) for _, texts in dated)}
    return {
        tag: "\n".join(f"{day}: {plain(texts, tag)}" for day, texts in dated)
        for tag in sorted(whole or spoken)
    }
