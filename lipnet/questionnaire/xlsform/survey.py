"""The survey sheet, row by row: groups open and close, questions stand in them."""

from __future__ import annotations

import re

from lipnet.questionnaire.xlsform.drafts import Desk, DraftGroup, DraftQuestion
from lipnet.questionnaire.xlsform.questions import read_question
from lipnet.questionnaire.xlsform.types import Asked, moment_function, read_type

DEEPEST = 15
MOST_ITEMS = 3_000
LONGEST_NAME = 100
NAME = re.compile(r"[^\W\d][\w.-]*")
NOT_YES = frozenset({"", "no", "false", "0", "n"})
QUIET = frozenset({"type_identifier", "type_not_stored"})


def read_rows(desk: Desk) -> DraftGroup:
    """All items of the sheet, in one group that has no name."""
    open_groups = [DraftGroup("", -1)]
    count = 0
    for row in desk.table.rows():
        if desk.text(row, "disabled").casefold() not in NOT_YES:
            continue
        if count >= MOST_ITEMS:
            desk.error(row, "type", "too_many_items", limit=MOST_ITEMS)
            break
        count += read_row(desk, row, open_groups)
    for group in reversed(open_groups[1:]):
        desk.warning(group.row, "type", "group_not_closed", name=group.name)
        close(desk, open_groups)
    return open_groups[0]


def read_row(desk: Desk, row: int, open_groups: list[DraftGroup]) -> int:
    written = desk.text(row, "type")
    if not written:
        name = desk.text(row, "name")
        if name and not open_groups[-1].is_skipped:
            desk.error(row, "type", "type_missing", name=name)
            desk.rejected.add(name)
        return 0
    asked = read_type(written, desk.files)
    if asked.kind == "begin":
        open_groups.append(begin(desk, row, asked, open_groups))
    elif asked.kind == "end":
        end(desk, row, asked, open_groups)
    elif open_groups[-1].is_skipped:
        open_groups[-1].skipped += 1
        desk.rejected.add(desk.text(row, "name"))
    elif asked.kind == "refused":
        refuse(desk, row, asked.name, written)
    else:
        open_groups[-1].items += item(desk, row, asked)
        return 1
    return 0


def item(desk: Desk, row: int, asked: Asked) -> list[DraftQuestion | DraftGroup]:
    drafts = read_question(desk, row, asked, name_of(desk, row, asked.kind))
    for draft in drafts:
        desk.names[draft.question.name] = draft.question
    return list(drafts)


def refuse(desk: Desk, row: int, code: str, written: str) -> None:
    name = desk.text(row, "name")
    if code == "type_not_stored" and name:
        desk.moments[name] = moment_function(written)
    else:
        desk.rejected.add(name)
    note = desk.notice if code in QUIET else desk.error
    note(row, "type", code, type=written)


def begin(desk: Desk, row: int, asked: Asked, open_groups: list[DraftGroup]) -> DraftGroup:
    outer = open_groups[-1]
    name = desk.text(row, "name")
    if outer.is_skipped:
        return DraftGroup(name, row, "skipped")
    inside_repeat = any(group.is_repeat for group in open_groups)
    if asked.name == "loop":
        desk.error(row, "type", "type_rejected", type=desk.text(row, "type"))
        return DraftGroup(name, row, "skipped")
    if asked.name == "repeat" and inside_repeat:
        return DraftGroup(name, row, "skipped")
    if len(open_groups) > DEEPEST:
        desk.error(row, "type", "group_too_deep", name=name, limit=DEEPEST)
        return DraftGroup(name, row, "skipped")
    return opened(desk, row, asked.name, name)


def opened(desk: Desk, row: int, kind: str, name: str) -> DraftGroup:
    name = name or f"group_{row + 1}"
    rules = desk.rule(row, "relevant")
    if kind == "repeat":
        name = own_name(desk, row, name)
        desk.repeats.add(name)
        rules |= desk.rule(row, "repeat_count")
    desk.groups.add(name)
    words = tuple(desk.text(row, "appearance").casefold().split())
    label, hint = desk.texts(row, "label"), desk.texts(row, "hint")
    return DraftGroup(name, row, kind, label, hint, desk.media(row), words, rules)


def own_name(desk: Desk, row: int, name: str) -> str:
    """A repeat keeps its answers under its name, which therefore nothing else may have."""
    became = name if NAME.fullmatch(name) else fit(name)
    if became in desk.names or became in desk.groups:
        became = unused(became, desk)
    if became != name:
        desk.warning(row, "name", "name_twice", name=name, became=became)
    return became


def end(desk: Desk, row: int, asked: Asked, open_groups: list[DraftGroup]) -> None:
    if len(open_groups) == 1:
        desk.warning(row, "type", "group_not_open", type=desk.text(row, "type"))
        return
    group = open_groups[-1]
    if not group.is_skipped and group.kind != asked.name:
        written = desk.text(row, "type")
        desk.warning(row, "type", "group_end_mismatch", type=written, name=group.name)
    close(desk, open_groups)


def close(desk: Desk, open_groups: list[DraftGroup]) -> None:
    group = open_groups.pop()
    outer = open_groups[-1]
    if outer.is_skipped:
        outer.skipped += group.skipped
    elif group.is_skipped:
        if any(each.is_repeat for each in open_groups):
            desk.error(group.row, "type", "repeat_nested", name=group.name, count=group.skipped)
        desk.rejected.add(group.name)
    elif group.items:
        outer.items.append(group)
    else:
        desk.notice(group.row, "type", "group_empty", name=group.name)


def name_of(desk: Desk, row: int, kind: str) -> str:
    """The name of the row, made fit and unique; every change is a finding."""
    given = desk.text(row, "name").removeprefix("${").removesuffix("}")
    name = given
    if not given:
        name = f"{kind}_{row + 1}"
        note = desk.notice if kind == "note" else desk.warning
        note(row, "name", "name_missing", type=kind, became=name)
    elif not NAME.fullmatch(given) or len(given) > LONGEST_NAME:
        name = fit(given)
        desk.warning(row, "name", "name_invalid", name=given, became=name)
    if name in desk.names or name in desk.repeats:
        unique = unused(name, desk)
        desk.warning(row, "name", "name_twice", name=name, became=unique)
        return unique
    return name


def fit(name: str) -> str:
    kept = re.sub(r"[^\w.-]+", "_", name.strip())[:LONGEST_NAME].strip("_")
    return kept if NAME.fullmatch(kept) else f"q_{kept}"


def unused(name: str, desk: Desk) -> str:
    number = 2
    while f"{name}_{number}" in desk.names or f"{name}_{number}" in desk.groups:
        number += 1
    return f"{name}_{number}"
