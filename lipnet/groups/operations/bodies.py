"""Establishing and renaming bodies; who holds the agreement."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.core.text import slug
from lipnet.groups.models import KINDS, Appointment, Body, HolderChoice, Seat
from lipnet.groups.naming.models import KindName
from lipnet.people.models import Organisation

ESTABLISHED = declare("groups.established", lazy("%(who)s established this group."))
RENAMED = declare("groups.renamed", lazy("%(who)s changed the group's name or purpose."))
DISSOLVED = declare("groups.dissolved", lazy("%(who)s noted that this group is no more."))
KINDS_CALLED = declare(
    "groups.kinds_called", lazy("%(who)s chose what the kinds of groups are called.")
)
HOLDER_CHOSEN = declare(
    "groups.holder_chosen", lazy("%(who)s recorded who holds the contribution agreement.")
)

AS_IT_IS = object()
RESERVED_SLUGS = {"new", "agreement", "terms", "kinds", "radar", "roster"}


@operation
def establish_body(
    *,
    kind: str,
    name: dict,
    purpose: dict | None = None,
    parent: Body | None = None,
    adopts_minutes: bool | None = None,
    founded_on: date | None = None,
    by,
) -> Body:
    """A new body. Unless said, a council or committee adopts minutes and a group keeps notes."""
    body = Body.create(
        kind=kind,
        name=name,
        slug=_free_slug(name),
        purpose=purpose or {},
        parent=parent,
        adopts_minutes=_adopts(kind) if adopts_minutes is None else adopts_minutes,
        founded_on=founded_on or clock.today(),
    )
    record(ESTABLISHED, body, by=by)
    return body


@operation
def rename_body(
    body: Body, name: dict, *, purpose: dict | None = None, parent=AS_IT_IS, by
) -> Body:
    """Give the body another name and, if given, another purpose and another body (or None) to
    report to; its address stays."""
    body.name = name
    if purpose is not None:
        body.purpose = purpose
    if parent is not AS_IT_IS:
        _refuse_circle(body, parent)
        body.parent = parent
    body.save(only=[Body.name, Body.purpose, Body.parent])
    record(RENAMED, body, by=by)
    return body


@operation
def dissolve_body(body: Body, *, on: date | None = None, by) -> Body:
    """The body is no more from the day `on` (today): every seat is free, what it did stays.

    Raises Refusal if it was dissolved already, or another body still reports to it.
    """
    on = on or clock.today()
    if body.dissolved_on:
        raise Refusal(lazy("This group has been dissolved already."))
    if on < body.founded_on:
        raise Refusal(lazy("Choose a day after the group was established."), field="on")
    if body.children.where(Body.dissolved_on.is_null()).exists():
        raise Refusal(lazy("Another group reports to this one. Say first to whom it reports then."))
    for row in Appointment.select().join(Seat).where(Seat.body == body):
        if row.free_from > on:
            row.ended_on = max(on, row.from_on)
            row.save(only=[Appointment.ended_on])
    body.dissolved_on = on
    body.save(only=[Body.dissolved_on])
    record(DISSOLVED, body, by=by)
    return body


@operation
def choose_holder(
    configuration: str,
    *,
    holder: Organisation | None = None,
    reason: dict,
    on: date | None = None,
    by,
) -> HolderChoice:
    """Record who holds the contribution agreement and why; an earlier choice stays readable."""
    choice = HolderChoice.create(
        configuration=configuration, holder=holder, reason=reason, on=on or clock.today()
    )
    record(HOLDER_CHOSEN, choice, by=by, configuration=configuration)
    return choice


@operation
def call_kinds(names: dict[str, dict], *, by) -> None:
    """What the partnership calls each kind of group; without a text, the usual word again."""
    for kind in KINDS:
        texts = {tag: text for tag, text in (names.get(kind) or {}).items() if text.strip()}
        KindName.delete().where(KindName.kind == kind).execute()
        if texts:
            KindName.create(kind=kind, name=texts)
    record(KINDS_CALLED, partnership(), by=by)


def _refuse_circle(body: Body, parent: Body | None) -> None:
    above = parent
    while above is not None:
        if above == body:
            raise Refusal(lazy("A group cannot report to itself."), field="parent")
        above = above.parent


def _adopts(kind: str) -> bool:
    return kind in ("council", "steering", "executive")


def _free_slug(name: dict) -> str:
    wanted = slug(plain(name, "en")) or "group"
    number, free = 1, wanted
    while free in RESERVED_SLUGS or Body.by_slug(free):
        number += 1
        free = f"{wanted}-{number}"
    return free
