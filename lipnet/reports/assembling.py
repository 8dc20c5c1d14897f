"""What the plan's traces say of an action, as a line of the report begins."""

from lipnet.core.multilingual import plain
from lipnet.plans.models import PlanAction


def as_noted(action: PlanAction) -> dict:
    """What the plan and its progress notes say of an action; earlier reasons are what changed."""
    notes = action.notes_in_order()
    last = notes[-1] if notes else None
    return {
        "planned": action.text,
        "output": action.output,
        "done": joined([(note.on.isoformat(), note.text) for note in notes if note.text]),
        "changed": joined([(n.on.isoformat(), n.reason) for n in notes[:-1] if n.reason]),
        "status": last.status if last else "not_started",
        "reason": last.reason if last else {},
    }


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
