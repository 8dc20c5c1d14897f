"""Rules of a call that came later, kept beside the others."""

from typing import NamedTuple

import peewee

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.db import Base
from lipnet.nominations.models import Call
from lipnet.nominations.nominators import nominators_of


class Further(NamedTuple):
    """`closes_at` is an hour of the last day ("17:00", empty: its end) in `zone` (empty: the
    partnership's). `is_public`: people without an account may nominate. `checks_eligibility`:
    only who was found eligible is a candidate. `languages` are those people may read it and write
    in, none: all of ours."""

    closes_at: str = ""
    zone: str = ""
    is_public: bool = True
    checks_eligibility: bool = False
    languages: tuple[str, ...] = ()


class FurtherRules(Base):
    """When exactly a call closes, who may write to it, and whether eligibility is checked."""

    call = peewee.ForeignKeyField(Call, unique=True, backref="own_further")
    closes_at = peewee.TextField(default="")
    zone = peewee.TextField(default="")
    is_public = peewee.BooleanField(default=True)
    checks_eligibility = peewee.BooleanField(default=False)
    languages = peewee.JSONField(default=list)

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
        said = Further(*(getattr(self, name) for name in Further._fields))
        return said._replace(languages=tuple(said.languages))


def put_further(call: Call, further: Further) -> None:
    """Called by the operations that write a call."""
    FurtherRules.delete().where(FurtherRules.call == call).execute()
    FurtherRules.create(call=call, **{**further._asdict(), "languages": list(further.languages)})


def invites_the_public(call: Call) -> bool:
    """Whether people without an account may write: to an open call, or late, for the next one."""
    if call.is_draft or not FurtherRules.of(call).is_public:
        return False
    if nominators_of(call.body) != "anyone":
        return False
    return call.is_open or call.body.dissolved_on is None


def languages_of(call: Call) -> tuple[str, ...]:
    """The languages in which people read and answer a call, in our order."""
    chosen = FurtherRules.of(call).languages
    return tuple(tag for tag in i18n.catalogues() if not chosen or tag in chosen)


def wanted_languages(call: Call) -> str:
    """Those people are asked to write in, in their own names; empty if any will do."""
    chosen = FurtherRules.of(call).languages
    return i18n.join_list([languages.get(tag).endonym for tag in chosen]) if chosen else ""


def open_instead(call: Call) -> Call | None:
    """The open call of the same group to which a closed one gives way."""
    running = (other for other in call.body.calls.order_by(Call.id.desc()) if other.is_open)
    return next(running, None) if call.is_closed else None
