"""Many answers -> frequencies nobody can be recognised in."""

from lipnet.tally import block
from lipnet.tally.counts import Counted, Crossed, Tally
from lipnet.tally.figures import Bar, Bin, Figure, Histogram, breakdown, figure, histogram, timeline
from lipnet.tally.guard import HIDDEN, THRESHOLD, Cell, Run, guarded_each, guarded_parts, merged
from lipnet.tally.marks import Mark, marks_of, quantised
from lipnet.tally.shape import (
    ABOUT_THE_RESPONSE,
    COMPLETION,
    COMPLETIONS,
    DAY,
    LANGUAGE,
    MODE,
    Question,
    Shape,
)
from lipnet.tally.who import (
    EVERYONE,
    BadWho,
    Both,
    Either,
    Is,
    Not,
    Who,
    bits_of,
    parse_who,
    questions_in,
    who_text,
)

__all__ = [
    "ABOUT_THE_RESPONSE",
    "COMPLETION",
    "COMPLETIONS",
    "DAY",
    "EVERYONE",
    "HIDDEN",
    "LANGUAGE",
    "MODE",
    "THRESHOLD",
    "BadWho",
    "Bar",
    "Bin",
    "Both",
    "Cell",
    "Counted",
    "Crossed",
    "Either",
    "Figure",
    "Histogram",
    "Is",
    "Mark",
    "Not",
    "Question",
    "Run",
    "Shape",
    "Tally",
    "Who",
    "bits_of",
    "block",
    "breakdown",
    "figure",
    "guarded_each",
    "guarded_parts",
    "histogram",
    "marks_of",
    "merged",
    "parse_who",
    "quantised",
    "questions_in",
    "timeline",
    "who_text",
]
