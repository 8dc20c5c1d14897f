"""The coverage grid: priorities by voices, and for each voice what mends an empty cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from flask import url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list, ngettext
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.signs import Act
from lipnet.engagement.access import Can as Engagements
from lipnet.engagement.models import CommunityLanguage, PopulationGroup, language_called
from lipnet.groups.models import Body
from lipnet.meetings.access import Can as Meetings
from lipnet.meetings.models import Meeting
from lipnet.plans.models import ActionPlan, Priority
from lipnet.plans.strategies.models import Objective
from lipnet.surveys.access import Can as Surveys
from lipnet.trail.voices import Cell, Heard, Met, cell_of, heard_in

MOST = 5
YOUTH, FRENCH = ("youth", "newcomer-youth"), ("french-speaking-newcomers",)


@dataclass(frozen=True)
class Voice:
    """Somebody to be heard: how she is found behind a priority (`asked`, for cell_of), and what
    `person` may do where she was not."""

    name: Any
    asked: dict[str, Any]
    act: Act | None = None


@dataclass(frozen=True)
class Group:
    key: str
    title: Any
    voices: list[Voice]


@dataclass(frozen=True)
class Row:
    """A priority or a part of one, how many actions of the plan stand under it, and its cells in
    order of voices."""

    priority: Priority | Objective
    actions: int
    cells: list[Cell]

    @property
    def is_part(self) -> bool:
        return isinstance(self.priority, Objective)


@dataclass(frozen=True)
class Part:
    """The rows of one group of voices."""

    group: Group
    rows: list[Row] = field(default_factory=list)

    @property
    def empty(self) -> int:
        return sum(cell.is_empty for row in self.rows for cell in row.cells)

    @property
    def acts(self) -> str:
        """What mends its empty cells, each once, as a list in words."""
        labels = [voice.act.label for voice in self.group.voices if voice.act]
        return join_list(dict.fromkeys(labels))


def grid_of(plan: ActionPlan, person) -> list[Part]:
    rows, heard = heard_in(plan, person)
    behind = [(priority, len(actions), heard.behind(actions)) for priority, actions in rows]
    return [
        Part(
            group,
            [
                Row(
                    priority,
                    count,
                    [cell_of(refs, heard, **voice.asked) for voice in group.voices],
                )
                for priority, count, refs in behind
            ],
        )
        for group in _narrow(_groups(heard, person))
    ]


def _narrow(groups: list[Group]) -> list[Group]:
    """A table of few columns can be read and printed: a long group goes on in another one."""
    parts = []
    for group in groups:
        tables = -(-len(group.voices) // MOST)
        size = -(-len(group.voices) // max(tables, 1))
        for number in range(tables):
            title = _("%(title)s, continued", title=group.title) if number else group.title
            parts.append(Group(group.key, title, group.voices[number * size : (number + 1) * size]))
    return parts


def told_of(cell: Cell) -> list[str]:
    """What stands in a cell, in words; nothing if it is empty."""
    said = [
        ngettext("%(num)s finding", "%(num)s findings", cell.findings),
        ngettext("%(num)s decision", "%(num)s decisions", cell.decisions),
        ngettext("%(num)s action item", "%(num)s action items", cell.taken_on),
        ngettext("%(num)s engagement", "%(num)s engagements", cell.engagements),
        ngettext("about %(num)s answer", "about %(num)s answers", cell.answers),
        ngettext("%(num)s person met", "%(num)s people met", cell.people),
    ]
    counts = (
        cell.findings, cell.decisions, cell.taken_on, cell.engagements, cell.answers, cell.people,
    )  # fmt: skip
    shown = [words for words, count in zip(said, counts, strict=True) if count]
    return [*shown, _("some too few to be told")] if cell.is_few else shown


def empty_words(cell: Cell) -> str:
    if cell.is_unsaid:
        return _("Nobody, or too few to be told")
    return _("Nobody was asked")


def _groups(heard: Heard, person) -> list[Group]:
    return [
        Group("first", _("Newcomers, francophones, youth"), _of_all(person)),
        Group("languages", _("By the language they speak"), _of_languages(heard, person)),
        Group("bodies", _("Groups of the partnership"), _of_bodies(person)),
        Group("populations", _("Populations"), _of_populations(person)),
    ]


def _of_all(person) -> list[Voice]:
    meet = _meet(person)
    newcomers = partial(_reached, side="newcomer", keys=("newcomer",))
    youth = partial(_reached, side="population", keys=YOUTH)
    return [
        Voice(_("Newcomers"), {"reaches": newcomers, "flag": "lived_experience"}, meet),
        Voice(
            _("Francophones"),
            {"reaches": _in_french, "tag": "fr", "flag": "francophone"},
            _meet(person, language="fr"),
        ),
        Voice(_("Youth"), {"reaches": youth, "flag": "youth"}, meet),
    ]


def _of_languages(heard: Heard, person) -> list[Voice]:
    """Those in which people answered, and those that the partnership wants to reach."""
    tags = {tag for told in heard.answered.values() for tag in told} | set(CommunityLanguage.tags())
    ask = Act(_("Ask in the next survey"), url_for("surveys.index"))
    may_ask = may(person, Surveys.MANAGE_SURVEYS)
    return [
        Voice(
            language_called(tag),
            {"reaches": partial(_spoke, tag=tag), "tag": tag},
            ask if may_ask else _meet(person, language=tag),
        )
        for tag in sorted(tags - {"fr"}, key=language_called)
    ]


def _of_bodies(person) -> list[Voice]:
    bodies = Body.standing()
    rows = Meeting.select().where(Meeting.on >= clock.today(), Meeting.called_off_at.is_null())
    upcoming = {row.body_id: row for row in rows.order_by(Meeting.on.desc(), Meeting.id.desc())}
    return [
        Voice(
            plain(body.name),
            {"reaches": None, "body": body.id},
            _put_on_agenda(person, body, upcoming.get(body.id)),
        )
        for body in bodies
    ]


def _of_populations(person) -> list[Voice]:
    meet = _meet(person)
    return [
        Voice(
            plain(row.name),
            {"reaches": partial(_reached, side="population", keys=(row.code,))},
            meet,
        )
        for row in PopulationGroup.in_use()
    ]


def _put_on_agenda(person, body: Body, meeting: Meeting | None) -> Act | None:
    if not may(person, Meetings.RUN_MEETINGS, body=body.id):
        return None
    if meeting is None:
        return Act(_("Call a meeting"), url_for("meetings.new", body=body.slug))
    return Act(_("Put it on the agenda"), url_for("meetings.new_item", meeting_id=meeting.id))


def _meet(person, **about: str) -> Act | None:
    if not may(person, Engagements.LOG):
        return None
    return Act(_("Plan an engagement"), url_for("engagement.new", **about))


def _reached(met: Met, *, side: str, keys: Iterable[str]) -> tuple[bool, int | None]:
    counted = [key for key in keys if key in met.counts[side]]
    told = [met.told[side][key] for key in counted if key in met.told[side]]
    return bool(counted), max(told, default=None)


def _spoke(met: Met, *, tag: str) -> tuple[bool, int | None]:
    """Held in the language, though nobody counted who speaks it, it still reached them."""
    is_counted, people = _reached(met, side="language", keys=(tag,))
    if is_counted:
        return True, people
    return tag in met.languages, 0


def _in_french(met: Met) -> tuple[bool, int | None]:
    spoke, reached = _spoke(met, tag="fr"), _reached(met, side="population", keys=FRENCH)
    told = [people for is_reached, people in (spoke, reached) if is_reached and people is not None]
    return spoke[0] or reached[0], max(told, default=None)
