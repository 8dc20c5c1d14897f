"""The questionnaire as a list to walk through: each item with what can be done to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lipnet.core.i18n import gettext as _
from lipnet.questionnaire import Group, Question, Questionnaire, editing, plain
from lipnet.questionnaire.model import Item, rules_of
from lipnet.surveys.editor.desk import Desk
from lipnet.surveys.editor.words import TYPES, kind_of, offered_types
from lipnet.surveys.preview import ALWAYS
from lipnet.surveys.uploads import findings_from_json
from lipnet.surveys.words import told_finding


@dataclass(frozen=True)
class Line:
    """One item. `ways`: which of up, down, in, out it can be moved; `depth` counts from 0."""

    item: Item
    depth: int
    text: str
    language: str
    ways: tuple[str, ...]
    can_begin_page: bool
    begins_page: bool
    findings: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def is_group(self) -> bool:
        return isinstance(self.item, Group)

    @property
    def is_page(self) -> bool:
        return editing.is_bare_page(self.item)

    @property
    def kind(self) -> Any:
        if isinstance(self.item, Question):
            return offered_types().get(kind_of(self.item)) or TYPES[self.item.type]
        if self.item.repeat:
            return _("Asked again for each")
        return _("One page") if self.item.field_list else _("Group")

    @property
    def is_required(self) -> bool:
        rule = self.item.required if isinstance(self.item, Question) else None
        return rule is not None and rule.source in ALWAYS

    @property
    def has_rules(self) -> bool:
        return any(
            field != "required" or not self.is_required for field, _rule in rules_of(self.item)
        )


def lines_of(desk: Desk) -> list[Line]:
    noticed: dict[str, list[str]] = {}
    for finding in findings_from_json(desk.version.findings):
        if finding.severity != "notice":
            noticed.setdefault(finding.sheet, []).append(told_finding(finding).wrong)
    return list(_lines(desk.questionnaire, desk.questionnaire.items, 0, None, noticed))


def _lines(whole: Questionnaire, row, depth: int, parent: Group | None, noticed) -> Iterator[Line]:
    for at, item in enumerate(row):
        text, tag = whole.text(item.label, whole.default_language)
        bare = parent is not None and editing.is_bare_page(parent)
        yield Line(
            item,
            depth,
            plain(text),
            tag,
            _ways(row, at, parent),
            can_begin_page=at > 0 and isinstance(item, Question)
            and not (parent is not None and parent.field_list and parent.repeat),
            begins_page=at == 0 and bare,
            findings=tuple(noticed.get(item.name, ())),
        )  # fmt: skip
        if isinstance(item, Group):
            yield from _lines(whole, item.items, depth + 1, item, noticed)


def _ways(row, at: int, parent: Group | None) -> tuple[str, ...]:
    beside = [row[each] for each in (at - 1, at + 1) if 0 <= each < len(row)]
    can = {
        "up": at > 0 or parent is not None,
        "down": at < len(row) - 1 or parent is not None,
        "in": any(isinstance(each, Group) for each in beside),
        "out": parent is not None,
    }
    return tuple(way for way, possible in can.items() if possible)
