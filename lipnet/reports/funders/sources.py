"""What an answer can be filled from: figures and texts of a fiscal year, by name.

A source is asked once for its figures, which hold no words of ours and can be kept and compared,
and says them in any language afterwards.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from lipnet import languages
from lipnet.core.i18n import format_number, gettext, join_list, lazy, ngettext
from lipnet.core.money import format_money
from lipnet.core.multilingual import plain
from lipnet.core.tongues import called
from lipnet.engagement.models import KIND_NAMES, language_called
from lipnet.groups.agreements.models import BUDGET_LINE_NAMES
from lipnet.people.models import SECTOR_NAMES
from lipnet.plans.models import STATUS_NAMES
from lipnet.reports.composing.chapters import NAMES
from lipnet.reports.funders import gathering
from lipnet.reports.funders.gathering import Year

CHAPTERS = ("who_we_are", "highlights", "next_year")  # the others introduce figures and lines
Figures = Any  # JSON
Rows = list[tuple[str, str]]


class Source(NamedTuple):
    """`gather` asks the records, `rows` and `say` word what it found. A source of texts has no rows
    of figures."""

    label: Any
    gather: Callable[[Year], Figures]
    rows: Callable[[Figures], Rows]
    say: Callable[[Figures], str]


def _counted(names: dict) -> Callable[[Figures], Rows]:
    """{key: number} as rows, in the order of the names."""
    return lambda found: [
        (str(names[key]), format_number(found[key])) for key in names if key in found
    ]


def _languages(found: Figures) -> Rows:
    known = sorted(found, key=lambda tag: (-found[tag], tag))
    return [(language_called(tag), format_number(found[tag])) for tag in known]


def _listed(rows: Callable[[Figures], Rows]) -> Callable[[Figures], str]:
    """Rows as one line: "Event: 3, Training: 2"."""

    def say(found: Figures) -> str:
        parts = [gettext("%(name)s: %(value)s", name=n, value=v) for n, v in rows(found)]
        return gettext("%(parts)s.", parts=join_list(parts)) if parts else ""

    return say


def _met(found: Figures) -> str:
    if not found["events"]:
        return ""
    people, events = found["people"], found["events"]
    return " ".join(
        [
            ngettext("We met %(num)s person.", "We met %(num)s people.", people, **_num(people)),
            ngettext(
                "There was %(num)s engagement.",
                "There were %(num)s engagements.",
                events,
                **_num(events),
            ),
        ]
    )


def _num(count: int) -> dict[str, str]:
    return {"num": format_number(count)}


def _met_rows(found: Figures) -> Rows:
    return [
        (gettext("People engaged"), format_number(found["people"])),
        (gettext("Engagements"), format_number(found["events"])),
    ]


def _members(found: Figures) -> str:
    return gettext(
        "Members: %(members)s. Organisations: %(organisations)s.",
        members=format_number(found["members"]),
        organisations=format_number(found["organisations"]),
    )


def _member_rows(found: Figures) -> Rows:
    return [
        (gettext("Members"), format_number(found["members"])),
        (gettext("Organisations"), format_number(found["organisations"])),
    ]


def _one(label: object) -> Callable[[Figures], Rows]:
    return lambda found: [(str(label), format_number(found["count"]))]


def _meetings(found: Figures) -> str:
    count = found["count"]
    return ngettext("We held %(num)s meeting.", "We held %(num)s meetings.", count, **_num(count))


def _motions(found: Figures) -> str:
    count = found["count"]
    return ngettext(
        "%(num)s motion was carried.", "%(num)s motions were carried.", count, **_num(count)
    )


def _answers(found: Figures) -> str:
    about = found["about"]
    if not about:
        return ""
    return ngettext(
        "About %(num)s response came in to our surveys.",
        "About %(num)s responses came in to our surveys.",
        about,
        **_num(about),
    )


def _answer_rows(found: Figures) -> Rows:
    rows = [(plain(one["title"]), _about(one["about"])) for one in found["surveys"]]
    if not rows:
        return [(gettext("All surveys"), gettext("none of this year has ended yet"))]
    return rows if len(rows) < 2 else [*rows, (gettext("All surveys"), _about(found["about"]))]


def _about(count: int | None) -> str:
    if not count:
        return gettext("too few people to be shown")
    return gettext("about %(number)s", number=format_number(count))


def _tongues(found: Figures) -> str:
    count = found["count"]
    if not count:
        return ""
    return ngettext(
        "People answered our surveys in %(num)s language at least: %(names)s.",
        "People answered our surveys in %(num)s languages at least: %(names)s.",
        count,
        names=_names(found),
        **_num(count),
    )


def _tongue_rows(found: Figures) -> Rows:
    if not found["count"]:
        return []
    return [
        (gettext("Languages answered in, at least"), format_number(found["count"])),
        (gettext("Which languages"), _names(found)),
    ]


def _names(found: Figures) -> str:
    return join_list(called(tag) for tag in found["languages"] if languages.find(tag))


def _money(found: Figures) -> Rows:
    return [
        (str(BUDGET_LINE_NAMES[kind]), _spent(*found[kind]))
        for kind in BUDGET_LINE_NAMES
        if kind in found
    ]


def _spent(planned: int, actual: int | None) -> str:
    if actual is None:
        return gettext("%(planned)s planned", planned=format_money(planned))
    return gettext(
        "%(actual)s spent of %(planned)s",
        actual=format_money(actual),
        planned=format_money(planned),
    )


def _indicators(found: Figures) -> Rows:
    return [(plain(one["title"]), _change(one)) for one in found]


def _change(one: Figures) -> str:
    if one["few"]:
        return gettext("too few people to be shown")
    if one["after"] is None:
        return plain(one["words"]) or gettext("not read yet")
    if one["before"] is None:
        return gathering.shown(one["after"])
    return gettext(
        "%(before)s before, %(after)s now",
        before=gathering.shown(one["before"]),
        after=gathering.shown(one["after"]),
    )


def _texts(found: Figures) -> str:
    return "\n".join(filter(None, (plain(text) for text in found)))


def _nothing(found: Figures) -> Rows:
    return []


_KINDS, _SECTORS = _counted(KIND_NAMES), _counted(SECTOR_NAMES)
_STATUSES = _counted(STATUS_NAMES)


SOURCES: dict[str, Source] = {
    "people_engaged": Source(lazy("People engaged"), gathering.people_engaged, _met_rows, _met),
    "events_by_kind": Source(
        lazy("Engagements by kind"), gathering.events_by_kind, _KINDS, _listed(_KINDS)
    ),
    "people_by_language": Source(
        lazy("People engaged by language"), gathering.people_by_language,
        _languages, _listed(_languages),
    ),
    "members": Source(
        lazy("Members and organisations"), gathering.members, _member_rows, _members
    ),
    "members_by_sector": Source(
        lazy("Members by sector"), gathering.members_by_sector, _SECTORS, _listed(_SECTORS)
    ),
    "meetings": Source(
        lazy("Meetings held"), gathering.meetings, _one(lazy("Meetings held")), _meetings
    ),
    "motions": Source(
        lazy("Motions carried"), gathering.motions, _one(lazy("Motions carried")), _motions
    ),
    "actions_by_status": Source(
        lazy("Actions by status"), gathering.actions_by_status, _STATUSES, _listed(_STATUSES)
    ),
    "money": Source(lazy("Money by budget line"), gathering.money, _money, _listed(_money)),
    "indicators": Source(
        lazy("Readings of the indicators"), gathering.indicators, _indicators,
        _listed(_indicators),
    ),
    "report_message": Source(
        lazy("The chair’s message in the annual report"), gathering.report_message, _nothing,
        _texts,
    ),
    "report_done": Source(
        lazy("What was done, from the annual report"), gathering.report_done, _nothing, _texts
    ),
    "report_changed": Source(
        lazy("What changed on the way, from the annual report"), gathering.report_changed,
        _nothing, _texts,
    ),
    **{
        f"chapter_{name}": Source(
            lazy("From the annual report: %(chapter)s", chapter=NAMES[name]),
            gathering.chapter(name), _nothing, _texts,
        )
        for name in CHAPTERS
    },
    "findings": Source(lazy("Findings of the year"), gathering.findings, _nothing, _texts),
    "survey_answers": Source(
        lazy("Responses to surveys"), gathering.survey_answers, _answer_rows, _answers
    ),
    "survey_languages": Source(
        lazy("Languages of the responses"), gathering.survey_languages, _tongue_rows, _tongues
    ),
}  # fmt: skip
