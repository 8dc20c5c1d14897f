"""That a line of the minutes names a record of an upper floor, which it cannot rest on."""

import peewee

from lipnet.core.db import Base
from lipnet.core.thread import Ref, ref
from lipnet.groups.models import one_of

LINES = ("motion", "decision", "action_item")


class Citation(Base):
    """Both ends are named as on the thread; `to` is of a floor above."""

    from_kind = peewee.TextField()
    from_id = peewee.TextField()
    to_kind = peewee.TextField()
    to_id = peewee.TextField()

    class Meta:
        table_name = "citation"
        indexes = (
            (("from_kind", "from_id", "to_kind", "to_id"), True),
            (("to_kind", "to_id"), False),
        )
        constraints = [one_of("from_kind", LINES, "citation_from_kind")]


def cited_by(line: peewee.Model) -> list[Ref]:
    """What the line names, in the order in which it was chosen."""
    here = ref(line)
    rows = Citation.select().where(Citation.from_kind == here.kind, Citation.from_id == here.id)
    return [Ref(row.to_kind, row.to_id) for row in rows.order_by(Citation.id)]


def citing(targets: list[peewee.Model]) -> list[Ref]:
    """The lines that name any of these records, all of one kind; the oldest first."""
    names = [ref(target) for target in targets]
    rows = Citation.select().where(
        Citation.to_kind.in_({name.kind for name in names}),
        Citation.to_id.in_([name.id for name in names]),
    )
    found = (Ref(row.from_kind, row.from_id) for row in rows.order_by(Citation.id))
    return list(dict.fromkeys(found))


def cite(line: peewee.Model, target: Ref) -> None:
    """Part of an operation; naming it twice is once."""
    here = ref(line)
    Citation.get_or_create(
        from_kind=here.kind, from_id=here.id, to_kind=target.kind, to_id=target.id
    )


def uncite(line: peewee.Model) -> None:
    """The line names nothing of an upper floor any more."""
    here = ref(line)
    Citation.delete().where(Citation.from_kind == here.kind, Citation.from_id == here.id).execute()


def naming(target: Ref) -> list[Citation]:
    return list(Citation.select().where(_of(target)).order_by(Citation.id))


def rename(earlier: Ref, later: Ref) -> list[int]:
    """Lines that name `earlier` name `later` from now on, part of an operation -> which namings
    these were; a line that names both keeps the two."""
    both = {(row.from_kind, row.from_id) for row in naming(later)}
    moved = [row.id for row in naming(earlier) if (row.from_kind, row.from_id) not in both]
    changed = {Citation.to_kind: later.kind, Citation.to_id: later.id}
    Citation.update(changed).where(Citation.id.in_(moved)).execute()
    return moved


def forget(target: Ref) -> None:
    """No line names a record any more that is gone."""
    Citation.delete().where(_of(target)).execute()


def _of(target: Ref):
    return (Citation.to_kind == target.kind) & (Citation.to_id == target.id)
