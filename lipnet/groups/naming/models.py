"""A partnership's own word for a kind of group."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.core.multilingual import plain
from lipnet.groups.models import KIND_NAMES, KINDS, one_of


class KindName(Base):
    """What this partnership calls one kind of group, in each language it says it."""

    kind = peewee.TextField(unique=True)
    name = TextsField()

    class Meta:
        table_name = "kind_name"
        constraints = [one_of("kind", KINDS, "kind_name_kind")]


def kind_called(kind: str) -> str:
    """The partnership's word for `kind`, or the usual one."""
    own = KindName.get_or_none(KindName.kind == kind)
    return plain(own.name) if own else str(KIND_NAMES[kind])


def kinds_called() -> dict[str, str]:
    """Every kind with its word, in the usual order."""
    own = {row.kind: plain(row.name) for row in KindName.select()}
    return {kind: own.get(kind) or str(KIND_NAMES[kind]) for kind in KINDS}
