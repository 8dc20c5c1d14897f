"""Which rules an item can have, and each told in plain words."""

from lipnet.questionnaire import Group, Question, Questionnaire
from lipnet.questionnaire.model import SELECTS, UNSEEN, Item
from lipnet.surveys.rules_told import told


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


def can_wait(item: Item) -> bool:
    """Whether it has a calculation that may wait for answers."""
    return isinstance(item, Question) and (item.calculation is not None or bool(item.trigger))


def rule_told(whole: Questionnaire, item: Item, field: str) -> str:
    """The rule of an item as a sentence; "" if it has none."""
    rule = getattr(item, field)
    return told(rule, field, item, whole).sentence if rule is not None else ""
