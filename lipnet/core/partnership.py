"""The partnership this installation belongs to: its name, voice and choices."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy


class Partnership(Base):
    """The one row about the partnership itself."""

    name = TextsField()
    place = TextsField()
    contact = peewee.TextField(default="")
    privacy_officer = peewee.TextField(default="")
    land_acknowledgement = TextsField()
    outside_links = peewee.JSONField()
    founded_at = MomentField(null=True)

    class Meta:
        table_name = "partnership"
        constraints = [peewee.Check("id = 1", name="partnership_only_one")]


NAMED = declare("partnership.named", lazy("%(who)s changed how the partnership presents itself."))


def partnership() -> Partnership:
    """The partnership, or an unnamed one before its coordinator has introduced it."""
    return Partnership.get_or_none(Partnership.id == 1) or Partnership(
        id=1, name={}, place={}, land_acknowledgement={}, outside_links={}
    )


@operation
def introduce(*, by, **changes) -> Partnership:
    """Set any of name, place, contact, privacy_officer, land_acknowledgement, outside_links."""
    row = partnership()
    is_new = Partnership.get_or_none(Partnership.id == 1) is None
    for key, value in changes.items():
        setattr(row, key, value)
    row.save(force_insert=is_new)
    record(NAMED, row, by=by, changed=sorted(changes))
    return row
