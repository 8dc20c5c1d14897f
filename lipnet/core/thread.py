"""The thread: one "because of" table that ties every record to what it rests on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, TextsField


class Because(Base):
    """`from` exists because of `to`; links point downward only."""

    from_kind = peewee.TextField()
    from_id = peewee.TextField()
    to_kind = peewee.TextField()
    to_id = peewee.TextField()
    sentence = TextsField()
    on = peewee.DateField()
    by_id = peewee.IntegerField(null=True)

    class Meta:
        table_name = "because"
        indexes = (
            (("from_kind", "from_id", "to_kind", "to_id"), True),
            (("to_kind", "to_id"), False),
        )
        constraints = [
            peewee.Check("NOT (from_kind = to_kind AND from_id = to_id)", name="because_not_itself")
        ]


class Ref(NamedTuple):
    """The name of a record on the thread."""

    kind: str
    id: str


@dataclass(frozen=True)
class Overtaken:
    """That a record does not hold any more: `latest` puts it right, or it was withdrawn `on` a
    day."""

    latest: Any = None
    on: Any = None


@dataclass(frozen=True)
class Kind:
    """What the thread needs to know of one kind of record.

    load(id) gives the record or None; title(record) a text or {language: text}; url(record) an
    address or None; may_see(person, record) the access rule (person None means the public);
    on(record) the date the record carries; line(record) one more quiet line about it;
    overtaken(records) says of several at once, by id, which do not hold any more.
    seen(person, records) gives those of many that may be seen, where may_see would ask the database
    for each.
    """

    name: str
    floor: int
    label: Any
    load: Callable[[str], Any]
    title: Callable[[Any], Any]
    url: Callable[[Any], str | None]
    may_see: Callable[[Any, Any], bool]
    on: Callable[[Any], Any]
    line: Callable[[Any], str] = lambda record: ""
    overtaken: Callable[[list[Any]], dict[Any, Overtaken]] = lambda records: {}
    seen: Callable[[Any, list], list] | None = None

    def seen_among(self, person, records: list) -> list:
        if self.seen:
            return self.seen(person, records)
        return [record for record in records if self.may_see(person, record)]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def kinds() -> dict[str, Kind]:
    return dict(_kinds)


def kind(name: str) -> Kind:
    return _kinds[name]


def ref(record: peewee.Model) -> Ref:
    """The thread's name for `record`: its table name is its kind."""
    return Ref(record._meta.table_name, str(record.get_id()))


def tie(later: peewee.Model, earlier: peewee.Model, *, by, sentence=None) -> Because:
    """Note that `later` exists because of `earlier`; called by operations. Doing it twice is once.

    Raises ValueError if the link would point upward.
    """
    source, target = ref(later), ref(earlier)
    if kind(target.kind).floor > kind(source.kind).floor:
        raise ValueError(f"{source.kind} cannot rest on {target.kind}: links point downward")
    link, _ = Because.get_or_create(
        from_kind=source.kind,
        from_id=source.id,
        to_kind=target.kind,
        to_id=target.id,
        defaults={"sentence": sentence or {}, "on": clock.today(), "by_id": by.id},
    )
    return link


def untie(later: peewee.Model, earlier: peewee.Model) -> None:
    source, target = ref(later), ref(earlier)
    Because.delete().where(
        (Because.from_kind == source.kind)
        & (Because.from_id == source.id)
        & (Because.to_kind == target.kind)
        & (Because.to_id == target.id)
    ).execute()


def came_from(here: Ref) -> list[Because]:
    """The links from `here` to what it rests on, oldest first."""
    return list(
        Because.select()
        .where((Because.from_kind == here.kind) & (Because.from_id == here.id))
        .order_by(Because.id)
    )


def led_to(here: Ref) -> list[Because]:
    """The links from what rests on `here`, oldest first."""
    return list(
        Because.select()
        .where((Because.to_kind == here.kind) & (Because.to_id == here.id))
        .order_by(Because.id)
    )


def records(refs: Iterable[Ref]) -> dict[Ref, peewee.Model]:
    """The records of these names with what they name themselves: one query for each kind, however
    many there are. Whatever is gone is left out."""
    keys: dict[str, set[int]] = {}
    for here in refs:
        keys.setdefault(here.kind, set()).add(int(here.id))
    models = {model._meta.table_name: model for model in Base.__subclasses__()}
    rows = (row for name, found in keys.items() for row in _with_parents(models[name], found))
    return {ref(row): row for row in rows}


def overtaken(found: dict[Ref, peewee.Model]) -> dict[Ref, Overtaken]:
    """Those of the records that do not hold any more; each kind is asked once."""
    return {
        Ref(name, str(key)): over
        for name, alike in _by_kind(found.values()).items()
        for key, over in kind(name).overtaken(alike).items()
    }


def seen_among(person, found: Iterable[peewee.Model]) -> set[Ref]:
    """The names of those that `person` (None: the public) may see."""
    seen = (kind(name).seen_among(person, alike) for name, alike in _by_kind(found).items())
    return {ref(record) for records in seen for record in records}


def _by_kind(found: Iterable[peewee.Model]) -> dict[str, list[peewee.Model]]:
    kinds: dict[str, list[peewee.Model]] = {}
    for record in found:
        kinds.setdefault(record._meta.table_name, []).append(record)
    return kinds


def _with_parents(model, keys: set[int]) -> peewee.ModelSelect:
    parents = [(field, field.rel_model.alias()) for field in model._meta.refs]
    rows = model.select(model, *(parent for _, parent in parents)).where(model.id.in_(keys))
    for field, parent in parents:
        on = field == getattr(parent, field.rel_field.name)
        rows = rows.join_from(model, parent, peewee.JOIN.LEFT_OUTER, on=on, attr=field.name)
    return rows


def dangling() -> list[Because]:
    """Links one end of which does not exist any more."""
    return [
        link
        for link in Because.select()
        if _missing(link.from_kind, link.from_id) or _missing(link.to_kind, link.to_id)
    ]


def _missing(kind_name: str, record_id: str) -> bool:
    return kind_name not in _kinds or _kinds[kind_name].load(record_id) is None
