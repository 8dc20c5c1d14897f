"""The rules of a questionnaire: read once into a tree, checked, then evaluated.

The language is the one people already write in their forms (XPath 1.0 operators, the functions
of XLSForm). What each operator and function means here is published in docs/expressions.md.
"""

from lipnet.questionnaire.expressions.evaluation import Context, Moment, chance, evaluate
from lipnet.questionnaire.expressions.functions import FUNCTIONS
from lipnet.questionnaire.expressions.parsing import ExpressionError, parse
from lipnet.questionnaire.expressions.tree import Node, from_json, names_in, to_json, walk
from lipnet.questionnaire.expressions.values import Value, is_true, to_number, to_text

__all__ = [
    "FUNCTIONS",
    "Context",
    "ExpressionError",
    "Moment",
    "Node",
    "Value",
    "chance",
    "evaluate",
    "from_json",
    "is_true",
    "names_in",
    "parse",
    "to_json",
    "to_number",
    "to_text",
    "walk",
]
