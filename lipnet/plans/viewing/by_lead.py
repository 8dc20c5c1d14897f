"""A plan by who leads: bodies, organisations, persons, and what nobody leads yet."""

from typing import Any, NamedTuple

from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.plans.viewing.rows import LEADS, Row, Whole
from lipnet.plans.viewing.seeking import key_of

SECTIONS = {
    "lead_body": lazy("Groups and committees"),
    "lead_organisation": lazy("Organisations"),
    "lead_person": lazy("Persons"),
}


class Led(NamedTuple):
    """One lead and its rows."""

    key: str
    name: Any
    rows: list[Row]


class Section(NamedTuple):
    title: Any
    leads: list[Led]


def by_lead(whole: Whole) -> list[Section]:
    """An action with two leads stands with both; sections without any are left out."""
    sections = [Section(SECTIONS[field], _led(whole, field)) for field in LEADS]
    return [section for section in sections if section.leads]


def led_by_nobody(whole: Whole) -> list[Row]:
    return [row for row in whole.rows if not any(row.leads())]


def _led(whole: Whole, field: str) -> list[Led]:
    found: dict[str, Led] = {}
    for row in whole.rows:
        if lead := getattr(row.action, field):
            led = Led(key_of(lead), lead.name, [])
            found.setdefault(led.key, led).rows.append(row)
    return sorted(found.values(), key=lambda led: folded(plain(led.name)))
