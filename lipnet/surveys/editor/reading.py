"""A rule told in plain words, for whoever wrote it by a form or as an expression."""

from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy, worded
from lipnet.questionnaire import Group, Question, Questionnaire, editing, plain
from lipnet.questionnaire.editing import Condition, Row
from lipnet.questionnaire.model import SELECTS, UNSEEN, Item, Rule
from lipnet.questionnaire.texts import ANSWER
from lipnet.surveys.editor.written import is_always

ROW_WORDS = {
    "is": lazy("the answer to “%(question)s” is %(value)s"),
    "is_not": lazy("the answer to “%(question)s” is not %(value)s"),
    "includes": lazy("the answer to “%(question)s” includes %(value)s"),
    "includes_not": lazy("the answer to “%(question)s” does not include %(value)s"),
    "more": lazy("the answer to “%(question)s” is more than %(value)s"),
    "less": lazy("the answer to “%(question)s” is less than %(value)s"),
    "at_least": lazy("the answer to “%(question)s” is at least %(value)s"),
    "at_most": lazy("the answer to “%(question)s” is at most %(value)s"),
    "answered": lazy("“%(question)s” was answered"),
    "unanswered": lazy("“%(question)s” was not answered"),
}
WHOLE = {
    "relevant": lazy("Asked only if %(condition)s."),
    "required": lazy("Must be answered if %(condition)s."),
    "constraint": lazy("Accepted only if %(condition)s."),
    "choice_filter": lazy("A choice is offered only if %(condition)s."),
    "calculation": lazy("Calculated as %(condition)s."),
    "dynamic_default": lazy("Filled in beforehand with %(condition)s."),
    "repeat_count": lazy("Asked as often as %(condition)s."),
}
LONGEST_NAMED = 60


def rules_for(item: Item) -> tuple[str, ...]:
    """The rules an item of this kind can have."""
    if isinstance(item, Group):
        return ("relevant", "repeat_count") if item.repeat else ("relevant",)
    fields = ["relevant"]
    if item.is_answered:
        fields += ["required", "constraint", "dynamic_default"]
    if item.type in SELECTS:
        fields.append("choice_filter")
    if item.type not in ("note", *SELECTS):
        fields.append("calculation")
    return tuple(fields) if item.type not in UNSEEN else ("calculation", "relevant")


def rule_told(whole: Questionnaire, item: Item, field: str) -> str:
    """The rule of an item as a sentence; "" if it has none."""
    rule = getattr(item, field)
    if rule is None:
        return ""
    if field == "required" and is_always(rule):
        return _("Must be answered.")
    return rule_in_words(whole, rule, field)


def rule_in_words(whole: Questionnaire, rule: Rule, field: str) -> str:
    condition = editing.condition_of(rule)
    if condition is None or not condition.rows:
        said = ANSWER.sub(lambda found: f"“{_named(whole, found[1])}”", rule.source)
    else:
        said = condition_told(whole, condition)
    return worded(WHOLE[field], condition=said)


def condition_told(whole: Questionnaire, condition: Condition) -> str:
    told, *others = (row_told(whole, row) for row in condition.rows)
    for other in others:
        if condition.joined == "and":
            told = _("%(first)s, and %(second)s", first=told, second=other)
        else:
            told = _("%(first)s, or %(second)s", first=told, second=other)
    return told


def row_told(whole: Questionnaire, row: Row) -> str:
    value = _value(whole, row)
    return worded(ROW_WORDS[row.operator], question=_named(whole, row.question), value=value)


def _value(whole: Questionnaire, row: Row) -> str:
    question = whole.question(row.question)
    choices = whole.choices_of(question) if question else ()
    label = next((each.label for each in choices if each.code == row.value), {})
    text = plain(whole.text(label, whole.default_language)[0])
    return f"“{text}”" if text else row.value


def _named(whole: Questionnaire, name: str) -> str:
    if name == editing.OWN:
        return _("this question")
    found = next((each for each in editing.every_item(whole.items) if each.name == name), None)
    text = plain(whole.text(found.label, whole.default_language)[0]) if found else ""
    if isinstance(found, Question | Group) and text:
        return text if len(text) <= LONGEST_NAMED else text[: LONGEST_NAMED - 1] + "…"
    return name
