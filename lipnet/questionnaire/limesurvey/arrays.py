"""Tables of LimeSurvey: one question for each row, all on one page, as one matrix."""

from __future__ import annotations

from dataclasses import replace

from lipnet.questionnaire.limesurvey import fixed, limits
from lipnet.questionnaire.limesurvey.desk import (
    Desk,
    Draft,
    DraftGroup,
    Variable,
    Written,
    place_of,
)
from lipnet.questionnaire.limesurvey.plain import Made, heading, know_all, row
from lipnet.questionnaire.limesurvey.selects import (
    CHOICES,
    beside,
    choices_of,
    is_shuffled,
    numbered_list,
    without_choices,
    worded_list,
)
from lipnet.questionnaire.limesurvey.survey import Asked, Subquestion
from lipnet.questionnaire.model import Choice

MATRIX = ("table-list",)
ROW = ("likert",)
BOX = {"1": "Y"}  # how LimeSurvey keeps a ticked box of a table
MANY_CELLS = 12
MOST_CELLS = 400


def five_points(desk: Desk, asked: Asked) -> Made:
    return matrix(desk, asked, numbered_list(desk, 5))


def ten_points(desk: Desk, asked: Asked) -> Made:
    return matrix(desk, asked, numbered_list(desk, 10))


def yes_no_uncertain(desk: Desk, asked: Asked) -> Made:
    words = {"Y": fixed.YES, "U": fixed.UNCERTAIN, "N": fixed.NO}
    return matrix(desk, asked, worded_list(desk, "yes_no_uncertain", words))


def more_or_less(desk: Desk, asked: Asked) -> Made:
    words = {"I": fixed.INCREASE, "S": fixed.SAME, "D": fixed.DECREASE}
    return matrix(desk, asked, worded_list(desk, "increase_same_decrease", words))


def own_answers(desk: Desk, asked: Asked) -> Made:
    choices, codes = choices_of(desk, asked, (each for each in asked.answers if each.scale == "0"))
    if not choices:
        return without_choices(desk, asked)
    return matrix(desk, asked, desk.list_name(desk.base(asked), tuple(choices)), codes)


def matrix(desk: Desk, asked: Asked, list_name: str, codes: dict[str, str] | None = None) -> Made:
    if not asked.scale("0"):
        return without_rows(desk, asked)
    group = heading(desk, asked)
    group.appearance = MATRIX
    group.items += [
        select(desk, asked, sub, list_name, codes or {}) for sub in rows_of(desk, asked)
    ]
    know_all(desk, asked, group)
    return [group]


def rows_of(desk: Desk, asked: Asked) -> tuple[Subquestion, ...]:
    """Rows keep their order: a shuffled list of rows is only told."""
    if is_shuffled(asked):
        desk.notebook.notice(place_of(asked), "lss_rows_in_order", name=asked.code)
    return asked.scale("0")


def select(
    desk: Desk, asked: Asked, sub: Subquestion, list_name: str, codes: dict[str, str]
) -> Draft:
    draft = row(desk, asked, sub, "select_one")
    draft.question = replace(draft.question, list_name=list_name, appearance=ROW)
    changed = {code: became for code, became in codes.items() if code != became}
    known = Variable("answer", draft.question.name, CHOICES, changed)
    desk.know(asked, f"_{sub.code}", sub.code, known)
    return draft


def dual(desk: Desk, asked: Asked) -> Made:
    """Two scales beside each other become two tables below each other."""
    if not asked.scale("0"):
        return without_rows(desk, asked)
    made: Made = []
    for scale in ("0", "1"):
        options = (each for each in asked.answers if each.scale == scale)
        choices, _ = choices_of(desk, asked, options)
        if choices:
            made.append(one_scale(desk, asked, scale, tuple(choices)))
    return made or without_choices(desk, asked)


def one_scale(desk: Desk, asked: Asked, scale: str, choices: tuple[Choice, ...]) -> DraftGroup:
    group = heading(desk, asked, f"{desk.base(asked)}_{scale}")
    group.appearance = MATRIX
    named = "dualscale_headerA" if scale == "0" else "dualscale_headerB"
    over = desk.texts(asked.attributes.get(named, {}), place_of(asked))
    group.label = {
        tag: "\n".join(filter(None, (text, over.get(tag)))) for tag, text in group.label.items()
    }
    list_name = desk.list_name(f"{desk.base(asked)}_{scale}", choices)
    for sub in rows_of(desk, asked):
        both = replace(sub, code=f"{sub.code}_{scale}")
        draft = row(desk, asked, both, "select_one")
        draft.question = replace(draft.question, list_name=list_name, appearance=ROW)
        variable = Variable("answer", draft.question.name, CHOICES)
        desk.by_field.setdefault(f"{asked.gid}X{asked.qid}{sub.code}#{scale}", variable)
        group.items.append(draft)
    return group


def cells(desk: Desk, asked: Asked) -> Made:
    """A field in every cell of a table; or, where its cells are boxes to tick, one row each."""
    rows, columns = asked.scale("0"), asked.scale("1")
    if not rows or not columns:
        return without_rows(desk, asked)
    if asked.type == ":" and asked.is_set("multiflexible_checkbox"):
        return [ticked_rows(desk, asked, columns)]
    count = len(rows) * len(columns)
    if count > MOST_CELLS:
        desk.notebook.error(place_of(asked), "lss_too_many_cells", name=asked.code, count=count)
        return []
    if count > MANY_CELLS:
        desk.notebook.warning(place_of(asked), "lss_cells", name=asked.code, count=count)
    group = heading(desk, asked)
    for sub in rows_of(desk, asked):
        group.items += [cell(desk, asked, sub, column) for column in columns]
    know_all(desk, asked, group)
    return [group]


def cell(desk: Desk, asked: Asked, sub: Subquestion, column: Subquestion) -> Draft:
    both = replace(sub, code=f"{sub.code}_{column.code}")
    draft = row(desk, asked, both, "text" if asked.type == ";" else "decimal")
    above = desk.texts(column.text, draft.place)
    draft.question = replace(draft.question, label=beside(draft.question.label, above))
    if asked.type == ":":
        number_limits(draft, asked)
    return draft


def number_limits(draft: Draft, asked: Asked) -> None:
    """LimeSurvey offers 1 to 10 in each cell unless told otherwise or people type themselves."""
    typed = asked.is_set("input_boxes")
    given = {
        "min": asked.attribute("multiflexible_min"),
        "max": asked.attribute("multiflexible_max"),
    }
    usual = {"min": "", "max": ""} if typed else {"min": "1", "max": "10"}
    for name, sign in (("min", ">="), ("max", "<=")):
        bound = given[name] or usual[name]
        if limits.NUMBER.fullmatch(bound):
            draft.add("constraint", Written(f". {sign} {bound}", ours=True))
    if not typed and "." not in "".join(given.values()) + asked.attribute("multiflexible_step"):
        draft.question = replace(draft.question, type="integer")


def ticked_rows(desk: Desk, asked: Asked, columns: tuple[Subquestion, ...]) -> DraftGroup:
    choices, codes = choices_of(desk, asked, columns)
    list_name = desk.list_name(desk.base(asked), tuple(choices))
    group = heading(desk, asked)
    for sub in rows_of(desk, asked):
        draft = row(desk, asked, sub, "select_multiple")
        draft.question = replace(draft.question, list_name=list_name)
        group.items.append(draft)
        for column in columns:
            ticked = Variable("ticked", draft.question.name, codes[column.code], BOX)
            both = f"{sub.code}_{column.code}"
            desk.know(asked, f"_{both}", both, ticked)
    return group


def without_rows(desk: Desk, asked: Asked) -> Made:
    desk.notebook.error(place_of(asked), "lss_no_rows", name=asked.code)
    return []
