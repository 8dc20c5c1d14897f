"""How long a text is, in words or characters, as the small print beside a form counts them; pure.

`static/js/limits.js` counts the same way while somebody writes.
"""

import re
import unicodedata

# "1 200" is one word, whichever space stands in it that does not break the line.
WITHIN_A_NUMBER = re.compile("(?<=\\d)[\u00a0\u202f\u2009](?=\\d)")


def used(text: str, unit: str) -> int:
    """How many words or characters a text has."""
    return words_in(text) if unit == "words" else characters_in(text)


def words_in(text: str) -> int:
    """What stands between spaces and holds a letter or a digit. An apostrophe or a hyphen parts
    nothing (l'accueil is one word), and a sign between no-break spaces is none: « ; » and « : »."""
    whole = WITHIN_A_NUMBER.sub("", unicodedata.normalize("NFC", text))
    return sum(any(letter.isalnum() for letter in part) for part in whole.split())


def characters_in(text: str) -> int:
    """As people see them in a line of text: composed, a line break once, no space around."""
    return len(unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip())
