"""What a source says, and the action it would be: words, lead, day."""

import peewee

from lipnet.core.forms import content_languages
from lipnet.nominations.models import Nomination


def texts_of(record: peewee.Model) -> dict[str, str]:
    """What it says, by language; what a nominee wrote is in no language we were told ("*")."""
    if isinstance(record, Nomination):
        return {"*": record.interests}
    return getattr(record, "text", None) or getattr(record, "statement", None) or {}


def first_wording(record: peewee.Model) -> dict:
    """The particulars of an action that is made of `record`, as plan_action takes them."""
    meeting = getattr(record, "meeting", None)
    return {
        "text": _offered(record),
        "lead_body": meeting.body if meeting else None,
        "lead_person": getattr(record, "owner", None),
        "lead_organisation": getattr(record, "owner_organisation", None),
        "due": getattr(record, "due", None),
    }


def _offered(record: peewee.Model) -> dict[str, str]:
    if not isinstance(record, Nomination):
        return texts_of(record)
    spoken = record.nominee.language
    return {spoken: record.interests} if spoken in content_languages() else {}
