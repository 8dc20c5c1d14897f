"""What is wrong with an answer, in words the person answering can act on."""

from markupsafe import Markup, escape

from lipnet.core import i18n
from lipnet.core.i18n import lazy
from lipnet.questionnaire.answering import Problem, say
from lipnet.questionnaire.state import State
from lipnet.surveys.rendering import words

WORDS = {
    "required": lazy("This question needs an answer."),
    "constraint": lazy("This answer does not fit the question. Please check it."),
    "not_a_number": lazy("Please write a number, such as 12."),
    "not_whole": lazy("Please write a whole number, such as 12."),
    "unsure_number": lazy(
        "Please write this number without a comma or point between the thousands, such as 1000."
    ),
    "too_many_digits": lazy("This number is too long: at most %(limit)s digits."),
    "not_a_date": lazy("Please write the date as year, month, day, such as 2026-05-01."),
    "not_a_time": lazy("Please write the time as hour and minute, such as 14:30."),
    "not_a_datetime": lazy(
        "Please write the date as year, month, day, and the time, such as 2026-05-01 14:30."
    ),
    "out_of_range": lazy("Please choose a number from %(least)s to %(most)s."),
    "not_on_scale": lazy(
        "Please choose a number from %(least)s to %(most)s, in steps of %(step)s."
    ),
    "rank_twice": lazy("Two lines have the same place. Please give each line a place of its own."),
    "rank_unfinished": lazy("Please give every line a place, or none."),
    "stands_alone": lazy(
        "One of these answers goes only by itself. Please choose it or the others."
    ),
    "not_a_choice": lazy("Please choose one of the answers offered."),
    "not_offered": lazy("This answer is no longer offered. Please choose again."),
    "one_only": lazy("Please choose only one answer."),
    "too_long": lazy(
        "This text has %(length)s characters; at most %(limit)s can be kept. Please shorten it."
    ),
    "wrong_shape": lazy("This answer could not be read. Please answer again."),
}

OF_FILES = {  # what is wrong with a file, which the engine never sees
    "file_too_large": lazy("This file is too large: at most %(limit)s MB can be taken."),
    "file_kind": lazy("This kind of file cannot be taken. Please choose another."),
    "file_broken": lazy("This file could not be read. Please choose another."),
    "file_no_room": lazy("No more files can be taken now. You can send your answers without it."),
}


def sentence(problem: Problem, state: State) -> Markup:
    """The questionnaire's own message where it has one, else ours."""
    own = say(state, problem.message or {})
    if own:
        return words(own)
    return escape(i18n.worded((WORDS | OF_FILES)[problem.code], **problem.particulars))
