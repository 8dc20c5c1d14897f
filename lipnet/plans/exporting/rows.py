"""The rows of a plan as texts, under the headings that an import knows again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lipnet.core import thread
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext
from lipnet.core.multilingual import plain
from lipnet.core.thread import Because, Ref
from lipnet.plans.acting.models import KIND_NAMES, LIKELIHOOD_NAMES, columns_of
from lipnet.plans.acting.money_told import by_action, source_of
from lipnet.plans.acting.showing import Further, further_of
from lipnet.plans.acting.totals import AMOUNTS, Amounts, total
from lipnet.plans.importing.columns import NAMES, TAKEN_AWAY, WORDS, name_of
from lipnet.plans.models import STATUS_NAMES, PlanAction
from lipnet.plans.viewing.rows import Row, Whole

ALWAYS = (
    "number", "pillar", "priority", "objective", "action", "lead_body", "lead_organisation",
    "lead_person", "due", "output", "status", "note", "reason", "noted_on", "rests_on",
)  # fmt: skip
FOR_COLUMNS = {
    "kind": ("kind",), "partners": ("partners",), "when": ("start",),
    "target": ("target", "unit", "so_far"), "people": ("people", "reached"),
    "risks": ("risks", "likelihood"), "code": ("code",), "again": ("again",),
}  # fmt: skip
LEADS = ("lead_body", "lead_organisation", "lead_person")
AMOUNTS_TOLD = (*AMOUNTS, "money_from")


@dataclass(frozen=True)
class Told:
    """An action with all that its row says of it."""

    row: Row
    further: Further
    money: Amounts
    money_from: list[str]
    rests_on: list[str]


def table_of(whole: Whole, reader, *, with_money: bool) -> Iterable[list[str]]:
    """A line of headings and one for each row of `whole`; money only for who may see it.

    As many queries for four rows as for 400.
    """
    names = columns_told(whole, with_money=with_money)
    yield [name_of(name) for name in names]
    for told in _told(whole, reader, with_money):
        yield [_text(name, told) for name in names]


def columns_told(whole: Whole, *, with_money: bool) -> list[str]:
    """The columns that every plan has and those that this one uses, in the order of an import."""
    used = columns_of(whole.plan)
    wanted = {*ALWAYS, *(name for column in used for name in FOR_COLUMNS.get(column, ()))}
    if with_money and "money" in used:
        wanted |= {*AMOUNTS_TOLD}
    if not any(row.objective for row in whole.rows):
        wanted.discard("objective")
    in_order = [name for name in (*NAMES, *TAKEN_AWAY) if name in wanted]
    tags = _tags(whole)
    return [n for name in in_order for n in ([f"{name}.{t}" for t in tags]
                                             if name in WORDS else [name])]  # fmt: skip


def _tags(whole: Whole) -> list[str]:
    """The languages of the partnership's content, and any in which an action is written."""
    written = {tag for row in whole.rows for tag in row.action.text}
    return [*content_languages(), *sorted(written - set(content_languages()))]


def _told(whole: Whole, reader, with_money: bool) -> Iterable[Told]:
    actions = [row.action for row in whole.rows]
    further = further_of(actions, whole.plan)
    money = by_action(whole.plan) if with_money else {}
    rests_on = _rests_on(actions, reader)
    for row in whole.rows:
        gifts = money.get(row.action.id, [])
        yield Told(
            row,
            further[row.action.id],
            total(gift.amounts for gift in gifts),
            list(dict.fromkeys(source_of(gift) for gift in gifts)),
            rests_on.get(str(row.action.id), []),
        )


def _rests_on(actions: list[PlanAction], reader) -> dict[str, list[str]]:
    """The titles of what each action rests on, as far as the reader may see it."""
    ids = [str(action.id) for action in actions]
    mine = (Because.from_kind == "plan_action") & Because.from_id.in_(ids)
    links = list(Because.select().where(mine).order_by(Because.id))
    records = thread.records({Ref(link.to_kind, link.to_id) for link in links})
    found: dict[str, list[str]] = {}
    for link in links:
        record = records.get(Ref(link.to_kind, link.to_id))
        kind = thread.kind(link.to_kind)
        if record is not None and kind.may_see(reader, record):
            words = gettext("%(kind)s: %(title)s", kind=str(kind.label),
                            title=plain(kind.title(record)))  # fmt: skip
            found.setdefault(link.from_id, []).append(words)
    return found


def _text(name: str, told: Told) -> str:
    bare, _, tag = name.partition(".")
    if tag:
        return (_WORDS[bare](told) or {}).get(tag, "")
    if bare in AMOUNTS:
        return _amount(bare, getattr(told.money, bare))
    return _VALUES[bare](told)


def _amount(name: str, value: int | None) -> str:
    """Dollars with cents where there are any; what is not known is empty."""
    if value is None:
        return ""
    if name.startswith("hours"):
        return str(value)
    return f"{value // 100}.{value % 100:02}" if value % 100 else str(value // 100)


def _lead(name: str) -> Callable[[Told], str]:
    def named(told: Told) -> str:
        lead = getattr(told.row.action, name)
        return plain(lead.name) if lead else ""

    return named


def _figure(number: int | None) -> str:
    return "" if number is None else str(number)


_WORDS: dict[str, Callable[[Told], dict | None]] = {
    "pillar": lambda told: told.row.priority.pillar.title,
    "priority": lambda told: told.row.priority.title,
    "objective": lambda told: told.row.objective.title if told.row.objective else {},
    "action": lambda told: told.row.action.text,
    "output": lambda told: told.row.action.output,
    "unit": lambda told: told.further.particulars.unit,
    "risks": lambda told: told.further.particulars.risks,
    "note": lambda told: told.row.note.text if told.row.note else {},
    "reason": lambda told: told.row.note.reason if told.row.note else {},
}
_VALUES: dict[str, Callable[[Told], str]] = {
    "number": lambda told: str(told.row.number),
    "kind": lambda told: str(KIND_NAMES.get(told.further.particulars.kind, "")),
    **{name: _lead(name) for name in LEADS},
    "partners": lambda told: "; ".join(plain(row.name) for row in told.further.partners),
    "start": lambda told: _day(told.further.particulars.starts_on),
    "due": lambda told: _day(told.row.due),
    "target": lambda told: _figure(told.further.particulars.target),
    "so_far": lambda told: _figure(told.further.so_far),
    "people": lambda told: _figure(told.further.particulars.people_wanted),
    "reached": lambda told: _figure(told.further.people),
    "likelihood": lambda told: str(LIKELIHOOD_NAMES.get(told.further.particulars.likelihood, "")),
    "code": lambda told: told.further.particulars.code,
    "again": lambda told: gettext("Yes") if told.further.particulars.again else "",
    "status": lambda told: str(STATUS_NAMES[told.row.status]),
    "noted_on": lambda told: _day(told.row.note.on if told.row.note else None),
    "money_from": lambda told: "; ".join(told.money_from),
    "rests_on": lambda told: "; ".join(told.rests_on),
}


def _day(day) -> str:
    return day.isoformat() if day else ""
