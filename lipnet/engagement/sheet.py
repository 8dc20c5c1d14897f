"""The log as rows of a sheet: the same columns as are read, so that it can be brought back."""

from collections.abc import Iterator

import peewee

from lipnet import languages
from lipnet.core.multilingual import plain
from lipnet.engagement.figures import reached_in
from lipnet.engagement.models import KIND_NAMES, SIDES, Engagement, Heard, Partner, names_of
from lipnet.engagement.rows import HEADS
from lipnet.engagement.telling import Counts, told_counts, told_people
from lipnet.people.models import Organisation


def rows_of(engagements: list[Engagement], smallest: int) -> Iterator[list[str]]:
    """A line of heads and one for each engagement; counts below `smallest` are left empty."""
    yield [str(head) for head in HEADS.values()]
    reached = reached_in(engagements)
    partners, heard = _partners(engagements), _heard(engagements)
    names = {side: names_of(side) for side in SIDES}
    for one in engagements:
        told = told_counts(one.people, reached[one.id], smallest)
        people = told_people(one, smallest)
        yield [
            *_said(one),
            "; ".join(partners[one.id]),
            "; ".join(languages.get(tag).endonym for tag in one.languages),
            _figure(people),
            *_counted(told, names),
            _figure(one.hours),
            _figure(None if one.cents is None else one.cents // 100),
            "\n".join(heard[one.id]),
        ]


def _said(one: Engagement) -> list[str]:
    return [
        one.from_on.isoformat(),
        one.to_on.isoformat() if one.to_on != one.from_on else "",
        str(KIND_NAMES[one.kind]),
        one.title.get("en", ""),
        one.title.get("fr", ""),
        one.place,
        plain(one.body.name) if one.body else "",
        plain(one.organiser.name) if one.organiser else "",
    ]


def _counted(told: Counts, names: dict[str, dict[str, str]]) -> list[str]:
    return [
        "; ".join(f"{names[side].get(key, key)}: {n}" for key, n in told[side].items())
        for side in SIDES
    ]


def _figure(number: int | None) -> str:
    return "" if number is None else str(number)


def _partners(engagements: list[Engagement]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {one.id: [] for one in engagements}
    rows = Partner.select(Partner, Organisation).join(Organisation, peewee.JOIN.LEFT_OUTER)
    for row in rows.where(Partner.engagement.in_(list(found))).order_by(Partner.id):
        found[row.engagement_id].append(plain(row.name_shown))
    return found


def _heard(engagements: list[Engagement]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {one.id: [] for one in engagements}
    for row in Heard.select().where(Heard.engagement.in_(list(found))).order_by(Heard.id):
        found[row.engagement_id].append(f"{row.language}: {row.text}")
    return found
