"""What the lines of one meeting rest on and name, as its document tells it: a few queries, however
many lines there are."""

from collections.abc import Iterable, Mapping, Sequence

import peewee

from lipnet.core import thread
from lipnet.core.citing import citables
from lipnet.core.thread import Because, Ref, ref
from lipnet.meetings.citing.models import Citation


def told_of(lines: Sequence[peewee.Model]) -> dict[Ref, list[dict]]:
    """{line: [{"kind", "id", "title": {tag: text}}]}: findings, and whatever can be cited."""
    kinds = {"finding", *(one.kind for one in citables())}
    links = [link for link in _links(list(map(ref, lines))) if link[1].kind in kinds]
    records = thread.records(target for _, target in links)
    found: dict[Ref, list[dict]] = {ref(line): [] for line in lines}
    for line, target in links:
        if target in records:
            found[line].append(told(target, records[target]))
    return found


def told(target: Ref, record: peewee.Model) -> dict:
    title = thread.kind(target.kind).title(record)
    words = dict(title) if isinstance(title, Mapping) else str(title)
    return {"kind": target.kind, "id": target.id, "title": words}


def _links(lines: Sequence[Ref]) -> Iterable[tuple[Ref, Ref]]:
    """(line, what it rests on or names), ties of the thread first, each in its order."""
    for table in (Because, Citation):
        rows = table.select().where(
            table.from_kind.in_({line.kind for line in lines}),
            table.from_id.in_([line.id for line in lines]),
        )
        for row in rows.order_by(table.id):
            line = Ref(row.from_kind, row.from_id)
            if line in lines:
                yield line, Ref(row.to_kind, row.to_id)
