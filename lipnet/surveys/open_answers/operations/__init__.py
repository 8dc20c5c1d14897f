"""The verbs of open answers: codes, coding, translating, looking, quoting."""

from lipnet.surveys.open_answers.counted import (
    coded_answers,
    coded_counts,
    coded_responses,
    themes_of,
)
from lipnet.surveys.open_answers.operations.codebook import (
    add_code,
    change_code,
    move_code,
    retire_code,
    take_up_code,
)
from lipnet.surveys.open_answers.operations.coding import (
    agree_on_codes,
    code_answers,
    finish_coding,
    resume_coding,
    undo_coding,
)
from lipnet.surveys.open_answers.operations.quoting import (
    drop_quotation,
    publish_quotation,
    quote_answer,
)
from lipnet.surveys.open_answers.operations.reading import look_unmasked, translate_answer

__all__ = [
    "add_code",
    "agree_on_codes",
    "change_code",
    "code_answers",
    "coded_answers",
    "coded_counts",
    "coded_responses",
    "drop_quotation",
    "finish_coding",
    "look_unmasked",
    "move_code",
    "publish_quotation",
    "quote_answer",
    "resume_coding",
    "retire_code",
    "take_up_code",
    "themes_of",
    "translate_answer",
    "undo_coding",
]
