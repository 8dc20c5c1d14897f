"""What the workshop says: states, parts of a questionnaire, remarks, files it cannot read."""

from lipnet.core.i18n import lazy, worded
from lipnet.questionnaire.exchange import Noticed, NotReadable
from lipnet.questionnaire.proofreading import Remark
from lipnet.surveys.words import language_name

STATE_NAMES = {
    "empty": lazy("No text yet"),
    "draft": lazy("Draft"),
    "machine": lazy("By machine"),
    "human": lazy("Translated"),
    "reviewed": lazy("Reviewed"),
    "stale": lazy("Behind its source"),
}
TONES = {
    "empty": "late", "stale": "late", "draft": "now", "machine": "plain", "human": "plain",
    "reviewed": "done",
}  # fmt: skip
PART_NAMES = {
    "title": lazy("Title"),
    "label": lazy("Question"),
    "heading": lazy("Heading"),
    "hint": lazy("Hint"),
    "guidance": lazy("For whoever reads it out"),
    "required_message": lazy("If it is left blank"),
    "constraint_message": lazy("If the answer does not fit"),
    "choice": lazy("Choice"),
}
REMARK_WORDS = {
    "place_lost": lazy("The place of an answer is missing: %(names)s. It must stand in the text."),
    "place_unknown": lazy("There is no such place in the source: %(names)s."),
    "markup_differs": lazy("Bold, italic or other marks differ from the source."),
    "numbers_differ": lazy("A number of the source is not in the translation: %(numbers)s."),
    "too_long": lazy("%(length)s characters: better not more than %(limit)s on a telephone."),
    "blanks_at_ends": lazy("There are blanks at the beginning or the end."),
    "direction_marks": lazy(
        "There are hidden direction marks. The page sets the direction itself."
    ),
    "french_spaces": lazy("Before : ; ! ? and inside « » French needs a no-break space."),
    "term_missing": lazy("The glossary says: “%(term)s” is “%(wanted)s”."),
}
NOTICED_WORDS = {
    "address_unknown": lazy("The questionnaire has no such text: %(address)s. It is left out."),
    "address_twice": lazy("This text stands in the file twice: %(address)s. The first one counts."),
    "source_changed": lazy(
        "The source has changed since: it was “%(before)s” and is “%(now)s”. The translation is "
        "taken, and marked as behind its source."
    ),
    "left_empty": lazy("Empty in the file. What stands here is kept."),
    "place_lost": lazy("The place of an answer is missing: %(names)s. It comes in as a draft."),
    "place_unknown": lazy(
        "There is no such place in the source: %(names)s. It comes in as a draft."
    ),
    "term_locked": lazy(
        "The glossary says: “%(term)s” is “%(wanted)s”, and no other will do. It comes in as a "
        "draft."
    ),
}
UNREADABLE_WORDS = {
    "too_large": lazy("This file is too large for one language of a questionnaire."),
    "too_many": lazy("This file holds more texts than any questionnaire."),
    "not_text": lazy("This catalogue is not written in UTF-8. Save it as UTF-8 and try again."),
    "damaged": lazy("This catalogue is damaged, at line %(line)s or after it."),
    "not_a_workbook": lazy("This is neither a catalogue (.po) nor a spreadsheet we can open."),
    "no_columns": lazy("The spreadsheet lacks a column. Its first row must name: %(wanted)s."),
    "other_language": lazy("This file is in another language: %(language)s."),
}


def state_name(state: str) -> str:
    return str(STATE_NAMES[state])


def state_tone(state: str) -> str:
    return TONES[state]


def part_name(part: str, address: str) -> str:
    heading = part == "label" and address.startswith("group/")
    return str(PART_NAMES["heading" if heading else part])


def remark_sentence(remark: Remark) -> str:
    return worded(REMARK_WORDS[remark.code], **remark.particulars)


def noticed_sentence(noticed: Noticed) -> str:
    return worded(NOTICED_WORDS[noticed.code], **noticed.particulars)


def unreadable_sentence(error: NotReadable) -> str:
    """Why nothing was taken."""
    told = dict(error.particulars)
    if "tag" in told:
        told["language"] = language_name(str(told.pop("tag")))
    return worded(UNREADABLE_WORDS[error.code], **told)
