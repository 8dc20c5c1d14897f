"""Every revision of minutes that went round or was adopted, kept and read again."""

from lipnet.core import clock
from lipnet.core.documents import digest
from lipnet.meetings.minuting.confidential import as_marked
from lipnet.meetings.minuting.models import MinutesRevision
from lipnet.meetings.models import Meeting, Minutes


def keep_revision(minutes: Minutes, document: dict, *, occasion: str, by) -> MinutesRevision:
    """Keep `document` as the next revision; part of an operation."""
    return MinutesRevision.create(
        minutes=minutes,
        number=minutes.revisions.count() + 1,
        occasion=occasion,
        document=document,
        digest=digest(document),
        at=clock.now(),
        by=by.id,
    )


def revisions_of(meeting: Meeting) -> list[MinutesRevision]:
    """The oldest first."""
    minutes = meeting.minutes
    return list(minutes.revisions.order_by(MinutesRevision.number)) if minutes else []


def document_at(revision: MinutesRevision) -> dict:
    """As it was kept. What was confidential then or is by now is marked so: the number of an item
    that was removed may have been given to another one."""
    now = as_marked(revision.document)
    then = {item["id"] for item in revision.document["agenda"] if item.get("confidential")}
    agenda = [
        item | {"confidential": item["confidential"] or item["id"] in then}
        for item in now["agenda"]
    ]
    before = {
        row["id"] for row in revision.document.get("still_open", []) if row.get("confidential")
    }
    still_open = [
        row | {"confidential": row["confidential"] or row["id"] in before}
        for row in now["still_open"]
    ]
    return now | {"agenda": agenda, "still_open": still_open}
