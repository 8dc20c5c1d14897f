"""A rule in plain words, for those who review and translate: "Asked only if ...".

What has no plain words is shown as the expression it is. A rule is put together from its parts,
so its sentence is as well: each pattern is a whole clause with named places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipnet.core.i18n import Lazy, language, lazy, worded
from lipnet.questionnaire import Group, Question, Questionnaire
from lipnet.questionnaire.expressions import Node
from lipnet.questionnaire.model import Rule
from lipnet.surveys.clauses import NEGATED, Clauses, is_self

HEADINGS: Mapping[str, Lazy] = {
    "relevant": lazy("Asked only if"),
    "constraint": lazy("Accepted only if"),
    "calculation": lazy("Calculated as"),
    "choice_filter": lazy("A choice is offered only if"),
    "required": lazy("Must be answered if"),
    "dynamic_default": lazy("Filled in beforehand with"),
    "repeat_count": lazy("Asked as often as"),
}
FRAMES: Mapping[str, Lazy] = {
    "relevant": lazy("Asked only if %(clause)s."),
    "constraint": lazy("Accepted only if %(clause)s."),
    "required": lazy("Must be answered if %(clause)s."),
    "choice_filter": lazy("A choice is offered only if %(clause)s."),
    "calculation": lazy("Calculated as %(value)s."),
    "repeat_count": lazy("Asked again as many times as this says: %(value)s."),
    "dynamic_default": lazy("Filled in beforehand with %(value)s."),
    "instance_name": lazy("An answer is named by %(value)s."),
}
ALWAYS: Mapping[str, Lazy] = {
    "relevant": lazy("Always asked."),
    "constraint": lazy("Every answer is accepted."),
    "required": lazy("Must be answered."),
    "choice_filter": lazy("Every choice is offered."),
}
NEVER: Mapping[str, Lazy] = {
    "relevant": lazy("Never asked."),
    "constraint": lazy("No answer is accepted."),
    "required": lazy("Need not be answered."),
    "choice_filter": lazy("No choice is offered."),
}
MUST: Mapping[str, Lazy] = {
    "=": lazy("The answer must be %(value)s."),
    "!=": lazy("The answer must not be %(value)s."),
    "<": lazy("The answer must be below %(value)s."),
    "<=": lazy("The answer must be at most %(value)s."),
    ">": lazy("The answer must be above %(value)s."),
    ">=": lazy("The answer must be at least %(value)s."),
}
MUST_ON_DAYS: Mapping[str, Lazy] = {
    "<": lazy("The answer must be before %(value)s."),
    "<=": lazy("The answer must be %(value)s or earlier."),
    ">": lazy("The answer must be after %(value)s."),
    ">=": lazy("The answer must be %(value)s or later."),
}
BETWEEN = lazy("The answer must be from %(low)s to %(high)s.")
FITS = lazy("The answer must fit the pattern %(pattern)s.")
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
DAYS = ("date", "datetime")


@dataclass(frozen=True, slots=True)
class Told:
    """sentence: in the language spoken now. whole: nothing in it is left as an expression."""

    sentence: str
    whole: bool


def told(rule: Rule, field: str, item: Question | Group | None, of: Questionnaire) -> Told:
    """The sentence of a rule. field: as in the model; item: whose rule it is."""
    question = item if isinstance(item, Question) else None
    clauses = Clauses(of, question, language().tag)
    fixed = clauses.fixed(rule.tree)
    if fixed is not None and field in ALWAYS:
        return Told(str((ALWAYS if fixed else NEVER)[field]), True)
    sentence = must(rule.tree, question, clauses) if field == "constraint" else ""
    if not sentence and "%(value)s" in str(FRAMES[field]):
        sentence = worded(FRAMES[field], value=clauses.value(rule.tree))
    elif not sentence:
        sentence = worded(FRAMES[field], clause=clauses.clause(rule.tree))
    return Told(sentence, not clauses.left_over)


def must(tree: Node, question: Question | None, clauses: Clauses) -> str:
    """A constraint on the answer alone, told as what the answer must be; else ""."""
    pair = [bound(part) for part in tree.parts] if len(tree.parts) == 2 else []
    if tree.kind == "operator" and tree.value == "and" and None not in pair:
        by_sign = {found[0]: found[1] for found in pair if found}
        if set(by_sign) == {">=", "<="}:
            low, high = clauses.value(by_sign[">="]), clauses.value(by_sign["<="])
            return worded(BETWEEN, low=low, high=high)
    if tree.kind == "call" and tree.value == "regex" and is_self(tree.parts[0]):
        return worded(FITS, pattern=clauses.value(tree.parts[1]))
    found = bound(tree)
    if found is None or clauses.is_blank(found[1]):
        return ""
    on_days = question is not None and question.type in DAYS and found[0] in MUST_ON_DAYS
    pattern = (MUST_ON_DAYS if on_days else MUST)[found[0]]
    return worded(pattern, value=clauses.value(found[1], beside=tree.parts[0]))


def bound(tree: Node) -> tuple[str, Node] | None:
    """(sign, value) where the tree compares the answer itself with something else."""
    if tree.kind != "operator" or tree.value not in NEGATED or len(tree.parts) != 2:
        return None
    left, right = tree.parts
    if is_self(left) and not is_self(right):
        return str(tree.value), right
    if is_self(right) and not is_self(left):
        return TURNED.get(str(tree.value), str(tree.value)), left
    return None
