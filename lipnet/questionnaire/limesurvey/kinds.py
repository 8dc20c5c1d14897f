"""What each letter of LimeSurvey asks, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lipnet.questionnaire.limesurvey import arrays, limits, plain, selects
from lipnet.questionnaire.limesurvey.desk import Desk, Draft, Written, place_of
from lipnet.questionnaire.limesurvey.plain import Made
from lipnet.questionnaire.limesurvey.survey import Asked
from lipnet.questionnaire.typed import NotAnAnswer, read

SEVERAL = ("select_multiple", "rank")
KINDS: dict[str, Callable[[Desk, Asked], Made]] = {
    "S": plain.short_text,
    "T": plain.long_text,
    "U": plain.long_text,
    "Q": plain.several_texts,
    "N": plain.number,
    "K": plain.several_numbers,
    "D": plain.date,
    "X": plain.note,
    "|": plain.file,
    "*": plain.equation,
    "Y": selects.yes_no,
    "G": selects.gender,
    "5": selects.points,
    "L": selects.one_of_list,
    "!": selects.one_of_list,
    "O": selects.one_with_comment,
    "M": selects.several_of_list,
    "P": selects.several_with_comments,
    "R": selects.ranking,
    "A": arrays.five_points,
    "B": arrays.ten_points,
    "C": arrays.yes_no_uncertain,
    "E": arrays.more_or_less,
    "F": arrays.own_answers,
    "H": arrays.own_answers,
    "1": arrays.dual,
    ":": arrays.cells,
    ";": arrays.cells,
}
# What changes a question if it is missing, and has no equal here.
WEIGHTY = (
    "min_num_value", "max_num_value", "equals_num_value", "other_numbers_only",
    "other_comment_mandatory", "min_num_of_files", "time_limit", "code_filter",
)  # fmt: skip
LIGHT = (
    "random_group", "page_break", "cssclass", "printable_help", "display_columns",
    "array_filter_style", "exclude_all_others_auto", "parent_order", "category_separator",
    "alphasort", "show_grand_total", "show_totals", "max_filesize",
    "allowed_filetypes", "public_statistics",
)  # fmt: skip


def read_question(desk: Desk, asked: Asked) -> Made:
    """What becomes of a question: nothing, one, or several with their heading."""
    place = place_of(asked)
    if asked.type == "I":
        desk.notebook.notice(place, "lss_language_switch")
        return []
    make = KINDS.get(asked.type)
    if make is None:
        desk.notebook.error(place, "lss_type_unknown", name=asked.code, type=asked.type)
        return []
    made = make(desk, asked)
    for each in made:
        if isinstance(each, Draft) and each.question.is_shown and not each.question.label:
            desk.notebook.warning(place, "label_missing", name=each.question.name)
    if made:
        note_attributes(desk, asked)
    return hidden(desk, asked, with_default(desk, asked, made))


def note_attributes(desk: Desk, asked: Asked) -> None:
    place = place_of(asked)
    weighty = [name for name in WEIGHTY if asked.is_set(name) and not is_kept(asked, name)]
    if weighty:
        named = ", ".join(weighty)
        desk.notebook.warning(place, "lss_attributes_dropped", name=asked.code, attributes=named)
    desk.unused |= dict.fromkeys(name for name in LIGHT if asked.is_set(name))
    if asked.of("mandatory") == "S":
        desk.notebook.notice(place, "lss_soft_mandatory", name=asked.code)
    if asked.has_script:
        desk.lost.setdefault("script", set()).add(asked.code)


def is_kept(asked: Asked, name: str) -> bool:
    """Whether a setting is a constraint by now."""
    return asked.type == "K" and limits.NUMBER.fullmatch(asked.attribute(name)) is not None


def with_default(desk: Desk, asked: Asked, made: Made) -> Made:
    """The default: a fixed answer, or one worked out until the person types."""
    for each in made[:1]:
        if isinstance(each, Draft) and each.question.is_answered:
            written = default_of(asked, each)
            if "{" in written:
                each.add("dynamic_default", Written(plain.worked_out(written)))
            elif written:
                set_default(desk, each, written)
    return made


def default_of(asked: Asked, draft: Draft) -> str:
    if draft.question.type != "select_multiple":
        return asked.defaults.get(("0", ""), "")
    ticked = (sub.code for sub in asked.scale("0") if asked.defaults.get((sub.qid, "")) == "Y")
    return " ".join(map(selects.fit_code, ticked))


def set_default(desk: Desk, draft: Draft, written: str) -> None:
    question = draft.question
    codes = tuple(choice.code for choice in desk.lists.get(question.list_name, ()))
    try:
        read(question.type, written.split() if question.type in SEVERAL else written, codes)
    except (NotAnAnswer, KeyError):
        particulars = {"name": question.name, "value": written}
        desk.notebook.warning(draft.place, "default_invalid", **particulars)
        return
    draft.question = replace(question, default=written)


def hidden(desk: Desk, asked: Asked, made: Made) -> Made:
    """A question LimeSurvey hides holds a fixed value; without one nobody could ever answer it."""
    if not asked.is_set("hidden") or asked.type in ("*", "X"):
        return made if not (asked.is_set("hidden") and asked.type == "X") else []
    first = made[0] if made else None
    if isinstance(first, Draft) and first.question.default:
        kept = replace(
            first.question, type="hidden", list_name="", appearance=(), label={}, hint={}
        )
        desk.notebook.notice(place_of(asked), "lss_hidden_kept", name=asked.code)
        shown = {name: rule for name, rule in first.rules.items() if name == "relevant"}
        return [Draft(kept, first.place, shown)]
    desk.notebook.warning(place_of(asked), "lss_hidden_dropped", name=asked.code)
    return []
