"""The first three characters of a Canadian postal code: a part of a town, never where somebody is.

A letter, a digit and a letter, in capitals. D, F, I, O, Q and U stand in no postal code, nor do W
and Z as its first letter. Source: Canada Post, Addressing guidelines, on the postal code.
"""

from __future__ import annotations

import re
import unicodedata

from lipnet.questionnaire.model import Question

APPEARANCE = "postal-area"
LENGTH = 3
CONSTRAINT = "regex(., '^[A-CEGHJ-NPR-TVXY][0-9][A-CEGHJ-NPR-TV-Z]$')"
NOT_WRITTEN = re.compile(r"[ \t\n\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SMALL = re.compile(r"[a-z]+")


def is_postal_area(question: Question) -> bool:
    return question.type == "text" and APPEARANCE in question.appearance


def in_capitals(text: str) -> str:
    """ "k1a " and full-width letters as "K1A"; static/js/typed.js does the same."""
    plain = NOT_WRITTEN.sub("", unicodedata.normalize("NFKC", text))
    return SMALL.sub(lambda found: found[0].upper(), plain)
