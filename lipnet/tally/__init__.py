"""Many answers -> frequencies nobody can be recognised in."""

from lipnet.tally import block
from lipnet.tally.agreement import Agreement, agreement
from lipnet.tally.counts import Counted, Crossed, Tally
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
    is_meant,
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
    "LANGUAGE",
    "MODE",
    "Agreement",
    "BadWho",
    "Both",
    "Counted",
    "Crossed",
    "Either",
    "Is",
    "Mark",
    "Not",
    "Question",
    "Shape",
    "Tally",
    "Who",
    "agreement",
    "bits_of",
    "block",
    "is_meant",
    "marks_of",
    "parse_who",
    "quantised",
    "questions_in",
    "who_text",
]
