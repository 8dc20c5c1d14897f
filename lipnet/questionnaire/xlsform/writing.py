"""A questionnaire back into the sheets of an XLSForm, so that reading them gives it again.

What XLSForm has no column for stands in columns and sheets of our own, whose names begin with
lipnet_; other programs pass over them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lipnet import languages
from lipnet.questionnaire.expressions import Node, parse
from lipnet.questionnaire.model import (
    Choice,
    Group,
    Item,
    Media,
    Question,
    Questionnaire,
    groups_in,
    rules_in,
)
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.translating import states_told
from lipnet.questionnaire.xlsform import own_sheets
from lipnet.sheets import Sheet, Workbook

Row = Mapping[str, str]  # header -> what stands in the cell
Lists = Mapping[str, tuple[Choice, ...]]

TYPES = {"datetime": "dateTime"}
ALWAYS = ("true()", "yes")
TEXTS = ("label", "hint", "guidance_hint", "required_message", "constraint_message")
MEDIA = ("media::image", "media::audio", "media::video")
BETWEEN = ("required", "relevant", "constraint", "calculation", "choice_filter", "repeat_count")
SURVEY = ("type", "name", "label", "hint", "guidance_hint", "required", "required_message",
          "relevant", "constraint", "constraint_message", "calculation", "trigger",
          "choice_filter", "repeat_count", "appearance", "default", "read_only", "parameters",
          *MEDIA, "lipnet_role", "lipnet_declines", "lipnet_bank_id", "lipnet_aliases")  # fmt: skip
CHOICES = ("list_name", "name", "label", *MEDIA, "lipnet_kind")
SETTINGS = ("form_title", "form_id", "version", "default_language", "instance_name")
WITH_TEXTS = ("label", "hint", "guidance", "required_message", "constraint_message")


def write(questionnaire: Questionnaire) -> Workbook:
    """The sheets survey, choices and settings, and those of our own that are needed."""
    spoken = tuple(dict.fromkeys((*questionnaire.languages, *tags_in(questionnaire))))
    rows = [*moments(questionnaire), *rows_of(questionnaire.items)]
    asked = {question.list_name for question in questionnaire.questions()}
    used, unused = parted(questionnaire.choices, asked)
    sheets = [
        table("survey", rows, SURVEY, spoken, always=SURVEY[:3]),
        table("choices", list(choice_rows(used)), CHOICES, spoken, always=CHOICES[:3]),
        table("settings", [settings(questionnaire)], SETTINGS, spoken),
        table(own_sheets.REMOVED, list(rows_of(questionnaire.removed)), SURVEY, spoken),
        table(own_sheets.CHOICES, list(choice_rows(unused)), CHOICES, spoken),
        table(own_sheets.STATES, list(states(questionnaire)), own_sheets.STATE_COLUMNS, spoken),
    ]
    if spoken != questionnaire.languages:
        tags = [{"language": tag} for tag in questionnaire.languages]
        sheets.append(table(own_sheets.LANGUAGES, tags, ("language",), spoken))
    return Workbook([sheet for sheet in sheets if len(sheet.rows) > 1])


def tags_in(questionnaire: Questionnaire) -> Iterator[str]:
    """The language of every text there is: a few may be in one that is not a language of it."""
    yield from questionnaire.title
    told: list[Question | Group | Choice] = [*questionnaire.questions(), *questionnaire.removed]
    told += groups_in(questionnaire.items)
    told += (choice for found in questionnaire.choices.values() for choice in found)
    for each in told:
        for field in WITH_TEXTS:
            yield from getattr(each, field, ())
        for names in each.media.values():
            yield from names


def parted(lists: Lists, asked: Collection[str]) -> tuple[Lists, Lists]:
    """The lists that a question asks from, and those that wait for one."""
    used = {name: choices for name, choices in lists.items() if name in asked}
    return used, {name: choices for name, choices in lists.items() if name not in asked}


def heading(tag: str) -> str:
    """How a header names a language, so that it is read as the same tag: "English (en)"."""
    try:
        return f"{languages.get(tag).english} ({tag})"
    except KeyError:
        return tag


def table(
    name: str,
    rows: Sequence[Row],
    keys: tuple[str, ...],
    spoken: tuple[str, ...],
    always: tuple[str, ...] = (),
) -> Sheet:
    """The rows under the headers that any of them fills, and those that stand there always."""
    filled = dict.fromkeys(header for row in rows for header in row)
    known = list(headers(keys, spoken))
    wanted = {*filled, *headers(always, spoken)}
    columns = [header for header in known if header in wanted]
    columns += [header for header in filled if header not in known]
    return Sheet(name, [columns, *([row.get(header, "") for header in columns] for row in rows)])


def headers(keys: Iterable[str], spoken: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        if key in TEXTS or key in MEDIA:
            yield from (f"{key}::{heading(tag)}" for tag in spoken)
        elif key == "form_title":
            yield from (key, *(f"{key}::{heading(tag)}" for tag in spoken))
        else:
            yield key


def rows_of(items: Iterable[Item]) -> Iterator[Row]:
    for item in items:
        if isinstance(item, Group):
            fence = "repeat" if item.repeat else "group"
            yield {"type": f"begin {fence}", **group_cells(item)}
            yield from rows_of(item.items)
            yield {"type": f"end {fence}"}
        else:
            yield {"type": type_of(item), **question_cells(item)}


def type_of(question: Question) -> str:
    written = TYPES.get(question.type, question.type)
    return f"{written} {question.list_name}" if question.list_name else written


def group_cells(group: Group) -> Row:
    page = ("field-list",) if group.field_list and "table-list" not in group.appearance else ()
    cells = {
        "name": group.name,
        **texts("label", group.label),
        **texts("hint", group.hint),
        **rules(group),
        "appearance": " ".join((*page, *group.appearance)),
        **media(group.media),
    }
    return filled(cells)


def question_cells(question: Question) -> Row:
    cells = {
        "name": question.name,
        **texts("label", question.label),
        **texts("hint", question.hint),
        **texts("guidance_hint", question.guidance),
        **texts("required_message", question.required_message),
        **texts("constraint_message", question.constraint_message),
        **rules(question),
        "appearance": " ".join(question.appearance),
        "default": question.dynamic_default.source
        if question.dynamic_default
        else question.default,
        "read_only": "yes" if question.read_only else "",
        "parameters": " ".join(f"{name}={value}" for name, value in question.parameters.items()),
        "trigger": ", ".join(f"${{{name}}}" for name in question.trigger),
        **media(question.media),
        "lipnet_role": question.role,
        "lipnet_declines": " ".join(question.declines),
        "lipnet_bank_id": question.bank_id,
        "lipnet_aliases": " ".join(question.aliases),
    }
    return filled(cells)


def filled(cells: Row) -> Row:
    return {header: text for header, text in cells.items() if text}


def texts(key: str, written: Texts) -> Row:
    return {f"{key}::{heading(tag)}": text for tag, text in written.items()}


def media(files: Media) -> Row:
    named = (texts(f"media::{kind}", names) for kind, names in files.items())
    return {header: name for found in named for header, name in found.items()}


def rules(item: Item) -> Row:
    found = ((field, getattr(item, field, None)) for field in BETWEEN)
    written = {field: rule.source for field, rule in found if rule is not None}
    if written.get("required") == ALWAYS[0]:
        written["required"] = ALWAYS[1]
    return written


def moments(questionnaire: Questionnaire) -> Iterator[Row]:
    """${today} in a rule was read as today(), since the row it named is not kept: here it is."""
    rules = [*rules_in(questionnaire)]
    rules += [questionnaire.instance_name] if questionnaire.instance_name else []
    named: dict[str, str] = {}
    for rule in rules:
        named |= dict(replaced(parse(rule.source), rule.tree))
    for name, function in sorted(named.items()):
        yield {"type": "today" if function == "today" else "start", "name": name}


def replaced(written: Node, read: Node) -> Iterator[tuple[str, str]]:
    if written.kind == "answer" and read.kind == "call":
        yield str(written.value), str(read.value)
    for one, other in zip(written.parts, read.parts, strict=False):
        yield from replaced(one, other)


def choice_rows(lists: Lists) -> Iterator[Row]:
    for list_name, choices in lists.items():
        yield from ({"list_name": list_name, **choice_cells(each)} for each in choices)


def choice_cells(choice: Choice) -> Row:
    cells = {
        "name": choice.code,
        **texts("label", choice.label),
        **media(choice.media),
        "lipnet_kind": choice.kind,
        **choice.extra,
    }
    return filled(cells)


def settings(questionnaire: Questionnaire) -> Row:
    spoken, title = questionnaire.default_language, dict(questionnaire.title)
    lists = questionnaire.choices.values()
    cells = {
        "form_title": title.pop(spoken, ""),
        **texts("form_title", title),
        "form_id": questionnaire.form_id,
        "version": questionnaire.version,
        "default_language": heading(spoken),
        "instance_name": questionnaire.instance_name.source if questionnaire.instance_name else "",
        "allow_choice_duplicates": "yes" if any(map(repeats_a_code, lists)) else "",
    }
    return filled(cells)


def repeats_a_code(choices: tuple[Choice, ...]) -> bool:
    """For several answers of a choice filter; other programs want to be told that it is meant."""
    return len({choice.code for choice in choices}) < len(choices)


def states(questionnaire: Questionnaire) -> Iterator[Row]:
    for address, found in states_told(questionnaire).items():
        for tag, state in found.items():
            yield {"address": address, "language": tag, "state": state}
