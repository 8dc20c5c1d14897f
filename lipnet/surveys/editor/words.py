"""The editor's words: kinds of question, operators of a rule, and why an edit cannot be made."""

from collections.abc import Mapping
from typing import Any

from lipnet.core.i18n import lazy, worded
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Question
from lipnet.questionnaire.editing import EditRefused
from lipnet.questionnaire.model import FILES
from lipnet.questionnaire.postal import is_postal_area
from lipnet.surveys import preview
from lipnet.surveys.rule_words import RULE_WORDS
from lipnet.surveys.rules_told import HEADINGS
from lipnet.surveys.sent_files import switch
from lipnet.surveys.step_words import STEP_WORDS
from lipnet.surveys.words import language_name

IN_ORDER = (
    "select_one", "select_multiple", "rank", "text", "integer", "decimal", "range", "date", "time",
    "datetime", "acknowledge", "note", "image", "audio", "video", "file", "calculate", "hidden",
)  # fmt: skip
TYPES = {kind: preview.TYPES[kind] for kind in IN_ORDER}


POSTAL_AREA = "postal_area"


def offered_types() -> dict[str, Any]:
    """The kinds a question may have here: no files, where they are switched off."""
    offered: dict[str, Any] = {}
    for kind, words in TYPES.items():
        if kind not in FILES or switch.allowed():
            offered[kind] = words
        if kind == "text":
            offered[POSTAL_AREA] = lazy("First three characters of a postal code")
    return offered


def kind_of(question: Question) -> str:
    """One of offered_types(): a postal code is a text that is asked in its own way."""
    return POSTAL_AREA if is_postal_area(question) else question.type


KINDS = {
    "": lazy("Like the others"),
    "exclusive": lazy("None of these: chosen alone"),
    "dont_know": lazy("I do not know"),
    "prefer_not": lazy("I prefer not to say"),
    "other": lazy("Other: please say"),
}
ROLES = {
    "": lazy("About the topic"),
    "demographic": lazy("About who answers: age, status, language"),
    "identity": lazy("Says who the person is: name, address, e-mail"),
    "draw_contact": lazy("Contact for a prize draw, kept apart"),
    "quote_consent": lazy("Consent to be quoted: an agreement, or a choice with the code yes"),
}
RULES = HEADINGS
OPERATORS = {
    "is": lazy("is"),
    "is_not": lazy("is not"),
    "includes": lazy("includes"),
    "includes_not": lazy("does not include"),
    "more": lazy("is more than"),
    "less": lazy("is less than"),
    "at_least": lazy("is at least"),
    "at_most": lazy("is at most"),
    "answered": lazy("was answered"),
    "unanswered": lazy("was not answered"),
}
EDIT_WORDS = {
    "item_unknown": lazy("%(name)s is no longer there: somebody may have removed it."),
    "name_taken": lazy("The name %(name)s is already taken: choose another."),
    "name_unfit": lazy(
        "%(name)s cannot be a name: use letters, digits and underscores, beginning with a letter."
    ),
    "still_named": lazy(
        "%(where)s still mentions %(name)s, in a rule or a text: change that first."
    ),
    "no_place": lazy("%(name)s cannot go any further that way."),
    "inside_itself": lazy("%(name)s cannot be moved into itself."),
    "begins_a_page": lazy("A page already begins at %(name)s."),
    "begins_no_page": lazy("No page break stands before %(name)s."),
    "page_repeats": lazy("%(name)s is asked again for each person, on one page."),
    "not_beside": lazy("These do not stand side by side: %(names)s."),
    "repeat_nested": lazy("%(name)s would be repeated inside a repeat; that cannot be asked."),
    "too_deep": lazy("%(name)s would stand in more than %(limit)s groups."),
    "too_many_items": lazy("A questionnaire holds at most %(limit)s questions."),
    "type_unknown": lazy("%(type)s is not a kind of question."),
    "list_unknown": lazy("The list %(list_name)s is no longer there."),
    "code_taken": lazy("The code %(code)s stands here twice: give each choice its own."),
    "code_unfit": lazy("%(code)s cannot be a code: leave out spaces and quotation marks."),
    "value_unfit": lazy("%(value)s cannot be compared with the answers to this question."),
    "nothing_pasted": lazy("Write or paste at least one choice, one in each line."),
    "language_last": lazy("A questionnaire needs at least one language."),
    "not_removed": lazy("%(name)s is not among the removed questions."),
    "rule_unknown_name": lazy("%(name)s is not a question of this questionnaire."),
    "rule_rejected_name": lazy("%(name)s is not a question of this questionnaire."),
    "rule_empty": lazy("Write the rule first."),
    "rule_unexpected": lazy("The rule cannot be read at %(found)s."),
    "rule_unfinished": lazy("The rule ends too early: something is missing at its end."),
    "rule_quote_open": lazy("A quotation mark is never closed."),
    "rule_curly_quote": lazy("Use straight quotation marks: ' or \"."),
    "rule_path": lazy("Name a question in braces, ${name}, instead of %(found)s."),
    "rule_unknown_function": lazy("There is no function called %(function)s."),
    "rule_arguments": lazy("%(function)s takes another number of values than %(given)s."),
    "rule_unknown_column": lazy("%(name)s stands bare: write ${name} for a question."),
    "rule_self": lazy("The point stands for the answer itself; here there is none yet."),
    "rule_pattern": lazy("The pattern %(pattern)s cannot be used safely: make it simpler."),
    "rule_cycle": lazy("These wait for each other, so none could ever be asked: %(names)s."),
    "rule_too_long": lazy("The rule is too long: divide it."),
    "rule_too_deep": lazy("The rule has too many brackets inside each other: divide it."),
}


def refusal_of(no: EditRefused, field: str | None = None) -> Refusal:
    return Refusal(sentence_of(no), field=field)


def sentence_of(no: EditRefused) -> str:
    return worded(EDIT_WORDS[no.code], **no.particulars)


def doubt_told(code: str, particulars: Mapping[str, Any]) -> str:
    """What a rule says that was hardly meant, and what to do."""
    wrong, instead = RULE_WORDS[code]
    return f"{worded(wrong, **particulars)} {worded(instead, **particulars)}"


def step_told(what: str, about: Mapping[str, Any]) -> str:
    places = dict(about)
    if "tag" in places:
        places["language"] = language_name(places.pop("tag"))
    return worded(STEP_WORDS[what], **places)
