"""Frozen documents: what was adopted or published, and the proof that it has not changed."""

import hashlib
import json

from lipnet.core.events import Event


def digest(document: dict) -> str:
    """SHA-256 of a document, whatever order an engine keeps its keys in; 64 hex digits."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_as_recorded(document: dict, code: str, subject) -> bool:
    """Whether `document` is the one whose digest the event `code` of `subject` noted."""
    event = (
        Event.select()
        .where(
            (Event.code == code)
            & (Event.kind == subject._meta.table_name)
            & (Event.record_id == str(subject.get_id()))
        )
        .order_by(Event.id.desc())
        .first()
    )
    return event is not None and event.particulars.get("digest") == digest(document)
