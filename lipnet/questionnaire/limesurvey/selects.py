"""Questions answered by choosing: from LimeSurvey's lists, or from the author's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lipnet.questionnaire.limesurvey import filters, fixed, limits
from lipnet.questionnaire.limesurvey.desk import (
    Desk,
    Draft,
    Variable,
    Written,
    place_of,
)
from lipnet.questionnaire.limesurvey.plain import MULTILINE, Made, begin
from lipnet.questionnaire.limesurvey.survey import Answer, Asked, Subquestion
from lipnet.questionnaire.model import Choice, Question
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.xlsform.other import OTHER, PLEASE_SAY, in_languages

OTH = "-oth-"
CHOICES = "choices"
SHUFFLED = {"randomize": "true"}
Codes = dict[str, str]


def yes_no(desk: Desk, asked: Asked) -> Made:
    return fixed_list(desk, asked, "yes_no", {"Y": fixed.YES, "N": fixed.NO})


def gender(desk: Desk, asked: Asked) -> Made:
    return fixed_list(desk, asked, "gender", {"F": fixed.FEMALE, "M": fixed.MALE})


def fixed_list(desk: Desk, asked: Asked, name: str, words: dict[str, dict[str, str]]) -> Made:
    draft = begin(desk, asked, "select_one", codes=CHOICES)
    list_name = worded_list(desk, name, words)
    draft.question = replace(draft.question, list_name=list_name)
    return [limits.checked(draft, asked)]


def worded_list(desk: Desk, name: str, words: dict[str, dict[str, str]]) -> str:
    """LimeSurvey's own answers, in our words."""
    tags = desk.tongues.in_use()
    choices = (Choice(code, in_languages(each, tags)) for code, each in words.items())
    return desk.list_name(name, tuple(choices))


def points(desk: Desk, asked: Asked) -> Made:
    draft = begin(desk, asked, "select_one", codes=CHOICES)
    draft.question = replace(
        draft.question, list_name=numbered_list(desk, 5), appearance=("horizontal",)
    )
    return [limits.checked(draft, asked)]


def numbered_list(desk: Desk, most: int) -> str:
    tags = desk.tongues.in_use()
    choices = (Choice(str(n), dict.fromkeys(tags, str(n))) for n in range(1, most + 1))
    return desk.list_name(f"points_{most}", tuple(choices))


def one_of_list(desk: Desk, asked: Asked) -> Made:
    choices, codes = choices_of(desk, asked, (each for each in asked.answers if each.scale == "0"))
    if not choices and asked.of("other") != "Y":
        return without_choices(desk, asked)
    draft = begin(desk, asked, "select_one", codes=CHOICES)
    look = ("minimal",) if asked.type == "!" else ()
    draft.question = replace(draft.question, appearance=look)
    return with_list(desk, asked, draft, choices, codes)


def one_with_comment(desk: Desk, asked: Asked) -> Made:
    made = one_of_list(desk, asked)
    return [*made, comment(desk, asked)] if made else []


def several_of_list(desk: Desk, asked: Asked) -> Made:
    choices, codes = choices_of(desk, asked, asked.scale("0"))
    if not choices and asked.of("other") != "Y":
        return without_choices(desk, asked)
    draft = limits.picks(begin(desk, asked, "select_multiple", codes=CHOICES), asked)
    row_rules(draft, asked, codes)
    alone = {
        codes.get(code, code)
        for code in re.split(r"[;,\s]+", asked.attribute("exclude_all_others"))
    }
    choices = [replace(each, kind="exclusive") if each.code in alone else each for each in choices]
    made = with_list(desk, asked, draft, choices, codes)
    for sub in asked.scale("0"):
        know_tick(desk, asked, draft, sub.code, codes)
    return made


def know_tick(desk: Desk, asked: Asked, draft: Draft, code: str, codes: Codes) -> None:
    ticked = Variable("ticked", draft.question.name, codes.get(code, code))
    desk.know(asked, f"_{code}", code, ticked)


def several_with_comments(desk: Desk, asked: Asked) -> Made:
    """Each choice has a comment of its own: a text question, asked once it is picked."""
    made = several_of_list(desk, asked)
    if not made or not isinstance(made[0], Draft):
        return made
    picked, place = made[0].question, place_of(asked)
    labels = {choice.code: choice.label for choice in desk.lists[picked.list_name]}
    for sub in asked.scale("0"):
        code = fit_code(sub.code)
        name = desk.name(f"{picked.name}_{sub.code}comment", place)
        label = beside(labels.get(code, {}), in_languages(fixed.COMMENT, desk.tongues.in_use()))
        question = Question(name, "text", label=label, source=picked.source)
        shows = Written(f"selected(${{{picked.name}}}, '{code}')", ours=True)
        made.append(Draft(question, place, {"relevant": [shows]}))
        desk.know(asked, f"_{sub.code}comment", f"{sub.code}comment", Variable("answer", name))
    return made


def ranking(desk: Desk, asked: Asked) -> Made:
    """Old exports keep the options as answers, new ones may keep them as subquestions."""
    options: Iterable[Answer | Subquestion] = asked.answers or asked.subquestions
    choices, codes = choices_of(desk, asked, options)
    if not choices:
        return without_choices(desk, asked)
    draft = begin(desk, asked, "rank", codes=CHOICES)
    if any(asked.attribute(name) not in ("", "0") for name in ("max_answers", "max_subquestions")):
        desk.notebook.warning(draft.place, "lss_rank_all", name=asked.code)
    made = with_list(desk, asked, limits.checked(draft, asked), choices, codes)
    for place in range(1, len(choices) + 1):
        ranked = Variable("rank", draft.question.name, str(place), codes)
        desk.know(asked, f"_{place}", str(place), ranked)
    return made


def with_list(desk: Desk, asked: Asked, draft: Draft, choices: list[Choice], codes: Codes) -> Made:
    """The question with its list; and, where other is offered, the question what it is."""
    question = draft.question
    has_other = asked.of("other") == "Y" and question.type != "rank"
    if has_other:
        choices = [*choices, other_choice(desk, asked, choices, codes)]
    for rule in filters.of_choices(desk, asked, choices):
        draft.add("choice_filter", rule)
    draft.question = replace(
        question,
        list_name=desk.list_name(question.name, tuple(choices)),
        parameters=SHUFFLED if is_shuffled(asked) else {},
    )
    changed = {code: became for code, became in codes.items() if code != became}
    desk.know(asked, "", "", Variable("answer", question.name, CHOICES, changed))
    return [draft, other_text(desk, asked, draft, choices[-1].code)] if has_other else [draft]


def other_choice(desk: Desk, asked: Asked, choices: list[Choice], codes: Codes) -> Choice:
    taken = {each.code for each in choices}
    code = codes[OTH] = "other" if "other" not in taken else OTH
    label = desk.texts(asked.attributes.get("other_replace_text", {}), place_of(asked))
    return Choice(code, label or in_languages(OTHER, desk.tongues.in_use()), kind="other")


def other_text(desk: Desk, asked: Asked, draft: Draft, code: str) -> Draft:
    place, question = place_of(asked), draft.question
    name = desk.name(f"{question.name}_other", place)
    label = in_languages(PLEASE_SAY, desk.tongues.in_use())
    shows = Written(f"selected(${{{question.name}}}, '{code}')", ours=True)
    desk.know(asked, "_other", "other", Variable("answer", name))
    text = Question(name, "text", label=label, source=question.source)
    return Draft(text, place, {"relevant": [shows]})


def comment(desk: Desk, asked: Asked) -> Draft:
    place = place_of(asked)
    name = desk.name(f"{desk.base(asked)}_comment", place)
    label = in_languages(fixed.COMMENT, desk.tongues.in_use())
    desk.know(asked, "_comment", "comment", Variable("answer", name))
    question = Question(
        name, "text", label=label, appearance=MULTILINE, source=f"questions!{asked.code}"
    )
    relevance = asked.of("relevance")
    rules = {} if relevance in ("", "1") else {"relevant": [Written(relevance)]}
    return Draft(question, place, rules)


def choices_of(
    desk: Desk, asked: Asked, options: Iterable[Answer | Subquestion]
) -> tuple[list[Choice], Codes]:
    """The choices, and what became of each code."""
    found: dict[str, Choice] = {}
    codes: Codes = {}
    for option in options:
        place = ("answers", f"{asked.code}_{option.code}")
        code = codes[option.code] = fit_code(option.code)
        if code != option.code:
            became = {"list_name": asked.code, "code": option.code, "became": code}
            desk.notebook.warning(place, "choice_code_spaces", **became)
        if code in found:
            desk.notebook.warning(place, "choice_twice", list_name=asked.code, code=code)
            continue
        label = desk.texts(option.text, place)
        if not label:
            desk.notebook.warning(place, "choice_without_label", list_name=asked.code, code=code)
        found[code] = Choice(code, label)
    return list(found.values()), codes


def fit_code(code: str) -> str:
    return re.sub(r"[\s'\"]+", "_", code.strip()) or "_"


def without_choices(desk: Desk, asked: Asked) -> Made:
    desk.notebook.error(place_of(asked), "lss_no_answers", name=asked.code)
    return []


def row_rules(draft: Draft, asked: Asked, codes: Codes) -> None:
    """A choice with a rule of its own is offered only while that holds."""
    for sub in asked.scale("0"):
        if sub.relevance not in ("", "1"):
            draft.add("choice_filter", Written(sub.relevance, choice=codes[sub.code]))


def is_shuffled(asked: Asked) -> bool:
    orders = {asked.attribute("answer_order"), asked.attribute("subquestion_order")}
    return asked.is_set("random_order") or "random" in orders


def beside(one: Texts, other: Texts) -> dict[str, str]:
    """Both texts in the languages that have both, else what there is."""
    both = {tag: f"{one[tag]}: {other[tag]}" for tag in one if tag in other}
    return both or dict(one or other)
