"""Writing texts in both official languages, with the spaces and signs each of them asks for."""

import re

NO_BREAK = "\u00a0"


def both(english: str, french: str, **places: str) -> dict[str, str]:
    """{"en", "fr"} with typographic signs; `places` fill {named} gaps in both."""
    return {
        "en": curly(english.format(**places)),
        "fr": spaced(curly(french.format(**places))),
    }


def curly(text: str) -> str:
    return text.replace("'", "’")


def spaced(text: str) -> str:
    """French signs keep to the word before them; guillemets hold what they quote."""
    text = re.sub(r" ([:;?!»%$])", NO_BREAK + r"\1", text).replace("« ", "«" + NO_BREAK)
    text = re.sub(r"(\d) (h|min|000)\b", r"\1" + NO_BREAK + r"\2", text)
    return re.sub(r"\bh (\d)", "h" + NO_BREAK + r"\1", text)
