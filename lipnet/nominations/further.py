"""Rules of a call that came later, kept beside the others."""

from typing import NamedTuple

import peewee

from lipnet.core.db import Base
from lipnet.nominations.models import Call


class Further(NamedTuple):
    """`closes_at` is an hour of the last day ("17:00", empty: its end) in `zone` (empty: the
    partnership's). `is_public`: people without an account may nominate. `checks_eligibility`:
    only who was found eligible is a candidate."""

    closes_at: str = ""
    zone: str = ""
    is_public: bool = True
    checks_eligibility: bool = False


class FurtherRules(Base):
    """When exactly a call closes, who may write to it, and whether eligibility is checked."""

    call = peewee.ForeignKeyField(Call, unique=True, backref="own_further")
    closes_at = peewee.TextField(default="")
    zone = peewee.TextField(default="")
    is_public = peewee.BooleanField(default=True)
    checks_eligibility = peewee.BooleanField(default=False)

    class Meta:
        table_name = "further_rules"
        constraints = [
            peewee.Check("closes_at = '' OR length(closes_at) = 5", name="further_rules_hour")
        ]

    @classmethod
    def of(cls, call: Call) -> "FurtherRules":
        """The rules kept with `call`; one without any works by the usual ones."""
        return call.own_further.first() or cls(call=call)

    @property
    def told(self) -> Further:
        return Further(*(getattr(self, name) for name in Further._fields))


def put_further(call: Call, further: Further) -> None:
    """Called by the operations that write a call."""
    FurtherRules.delete().where(FurtherRules.call == call).execute()
    FurtherRules.create(call=call, **further._asdict())


def invites_the_public(call: Call) -> bool:
    """Whether people without an account may write: to an open call, or late, for the next one."""
    if call.is_draft or not FurtherRules.of(call).is_public:
        return False
    return call.is_open or call.body.dissolved_on is None


def open_instead(call: Call) -> Call | None:
    """The open call of the same group to which a closed one gives way."""
    running = (other for other in call.body.calls.order_by(Call.id.desc()) if other.is_open)
    return next(running, None) if call.is_closed else None
