"""One language of a questionnaire as a file for a translator, and the file when it comes back.

data = po.write(questionnaire, tag)         or workbook.write(...)
brought = read(data, "survey-ar.po", tag)   Brought: entries, and plural messages kept as found
compared = compare(questionnaire, tag, brought.entries)
with_brought(questionnaire, tag, compared)
"""

from lipnet.questionnaire.exchange.comparing import (
    NOTICED_CODES,
    Compared,
    Noticed,
    compare,
    with_brought,
)
from lipnet.questionnaire.exchange.entries import Brought, Entry, NotReadable, Plural
from lipnet.questionnaire.exchange.reading import read

__all__ = [
    "NOTICED_CODES",
    "Brought",
    "Compared",
    "Entry",
    "NotReadable",
    "Noticed",
    "Plural",
    "compare",
    "read",
    "with_brought",
]
