"""Many answers -> frequencies nobody can be recognised in."""

from lipnet.tally.counts import Tally, add, empty, from_json, merge, subtract, to_json
from lipnet.tally.figures import Bar, Bin, Figure, Histogram, breakdown, figure, histogram, timeline
from lipnet.tally.guard import HIDDEN, THRESHOLD, Cell, Run, guarded_each, guarded_parts, merged
from lipnet.tally.shape import Question, Shape

__all__ = [
    "HIDDEN",
    "THRESHOLD",
    "Bar",
    "Bin",
    "Cell",
    "Figure",
    "Histogram",
    "Question",
    "Run",
    "Shape",
    "Tally",
    "add",
    "breakdown",
    "empty",
    "figure",
    "from_json",
    "guarded_each",
    "guarded_parts",
    "histogram",
    "merge",
    "merged",
    "subtract",
    "timeline",
    "to_json",
]
