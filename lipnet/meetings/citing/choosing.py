"""What the forms of lines offer to name, beside findings: one field for each kind."""

import peewee

from lipnet.core import thread
from lipnet.core.citing import Citable, citables
from lipnet.core.forms import Form
from lipnet.core.multilingual import plain
from lipnet.core.thread import Ref
from lipnet.meetings.citing.models import cited_by
from lipnet.meetings.forms import ChooseSome

SHORT = 90


def with_citations(form: type[Form]) -> type[Form]:
    """The form with a field for each kind that can be named."""
    fields = {field_of(one.kind): ChooseSome(one.label) for one in citables()}
    return type(form.__name__, (form,), fields)


def fields() -> tuple[str, ...]:
    return tuple(field_of(one.kind) for one in citables())


def field_of(kind: str) -> str:
    return f"cites_{kind}"


def cited_already(line: peewee.Model) -> dict[str, list[int]]:
    """What the fields hold when a line is corrected."""
    named = _names(line)
    return {
        field_of(one.kind): [int(name.id) for name in named if name.kind == one.kind]
        for one in citables()
    }


def offer(form: Form, line: peewee.Model | None = None) -> None:
    """What can be named today, and before it what `line` names already."""
    named = _names(line) if line else []
    for one in citables():
        form[field_of(one.kind)].offer(
            [(record.id, _words(one, record)) for record in _offered(one, named)]
        )


def chosen(form: Form) -> list[peewee.Model]:
    """The records ticked in all fields; what is gone meanwhile is left out."""
    return [
        record
        for one in citables()
        for key in form[field_of(one.kind)].data or []
        if (record := thread.kind(one.kind).load(str(key))) is not None
    ]


def _names(line: peewee.Model) -> list[Ref]:
    tied = [Ref(link.to_kind, link.to_id) for link in thread.came_from(thread.ref(line))]
    return [*tied, *cited_by(line)]


def _offered(one: Citable, named: list[Ref]) -> list[peewee.Model]:
    load = thread.kind(one.kind).load
    first = [record for name in named if name.kind == one.kind if (record := load(name.id))]
    return [*first, *(record for record in one.offered() if record not in first)]


def _words(one: Citable, record: peewee.Model) -> str:
    text = plain(thread.kind(one.kind).title(record))
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"
