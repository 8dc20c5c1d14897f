"""What a person typed or ticked, as an answer of its question's type, or the reason it is not one.

Answers are kept as: text -> str; integer -> int; decimal -> int or float; date -> "2026-05-01";
select_one -> code; select_multiple -> list of codes in the list's order. Blank is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from lipnet.questionnaire.expressions import to_text

LONGEST_TEXT = 5_000
MOST_DIGITS = 15
MOST_RAW = 1_000

Answer = str | int | float | list[str]

UNSEEN = dict.fromkeys([0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F)])
UNSEEN |= dict.fromkeys(range(0x2066, 0x206A))
SIGNS = {0x2212: "-", 0x2013: "-", 0x066B: ".", 0x066C: ",", 0x060C: ",", 0x2019: "'"}
CONTROLS = {code: None for code in range(32) if code not in (9, 10)} | {127: None}
SPACED = re.compile(r"(?<=\d)[\s'](?=\d{3}(?!\d))")
GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+|-?[1-9]\d{0,2}(?:\.\d{3})+")
UNSURE = re.compile(r"-?[1-9]\d{0,2},\d{3}")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class NotAnAnswer(ValueError):
    """A code of codes.PROBLEM_CODES, and its particulars."""

    def __init__(self, code: str, **particulars: str | int) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = particulars


def read(kind: str, raw: Any, codes: Sequence[str] = ()) -> Answer | None:
    """The answer in a raw value (a text, a number, or a list of texts), or None if it is blank.

    Raises NotAnAnswer. An answer that was read before reads again as itself.
    """
    given = [part for part in parts_of(raw) if part.strip()]
    if not given:
        return None
    if kind == "select_multiple":
        return several(given, codes)
    if len(set(given)) > 1:
        raise NotAnAnswer("one_only")
    if kind == "select_one":
        return one(given[0], codes)
    return READERS[kind](given[0])


def parts_of(raw: Any) -> list[str]:
    if raw is None:
        return []
    if isinstance(raw, str):
        return [raw]
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return [number_text(raw)]
    if isinstance(raw, list | tuple) and len(raw) <= MOST_RAW:
        texts = [part for part in raw if isinstance(part, str)]
        if len(texts) == len(raw):
            return texts
    raise NotAnAnswer("wrong_shape")


def number_text(number: int | float) -> str:
    if abs(number) >= 10**MOST_DIGITS:
        raise NotAnAnswer("too_many_digits", limit=MOST_DIGITS)
    return to_text(float(number))


def one(code: str, codes: Collection[str]) -> str:
    if code.strip() not in codes:
        raise NotAnAnswer("not_a_choice")
    return code.strip()


def several(given: list[str], codes: Sequence[str]) -> list[str]:
    ticked = {one(code, codes) for code in given}
    return [code for code in codes if code in ticked]


def text(raw: str) -> str:
    """Composed (NFC), without control characters, with plain line ends."""
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)
    whole = lines.encode("utf-8", "replace").decode()
    kept = unicodedata.normalize("NFC", whole).strip()
    if len(kept) > LONGEST_TEXT:
        raise NotAnAnswer("too_long", limit=LONGEST_TEXT, length=len(kept))
    return kept


def integer(raw: str) -> int:
    written = ascii_digits(raw)
    if GROUPED.fullmatch(written):
        written = written.replace(",", "").replace(".", "")
    found = number(written)
    if found != int(found):
        raise NotAnAnswer("not_whole")
    return int(found)


def decimal(raw: str) -> int | float:
    """A comma is a decimal sign unless a point follows; "1,000" could be either, so it is asked."""
    written = ascii_digits(raw)
    if UNSURE.fullmatch(written):
        raise NotAnAnswer("unsure_number")
    found = number(written)
    return int(found) if found == int(found) else found


def number(written: str) -> float:
    last = max(written.rfind("."), written.rfind(","))
    if last >= 0 and ("." in written) and ("," in written):
        written = re.sub(r"[.,]", "", written[:last]) + "." + written[last + 1 :]
    written = written.replace(",", ".")
    if not NUMBER.fullmatch(written):
        raise NotAnAnswer("not_a_number")
    if len(re.sub(r"\D", "", written).lstrip("0")) > MOST_DIGITS:
        raise NotAnAnswer("too_many_digits", limit=MOST_DIGITS)
    return float(written) + 0.0


def day(raw: str) -> str:
    found = DAY.fullmatch(ascii_digits(raw))
    if found is None:
        raise NotAnAnswer("not_a_date")
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        raise NotAnAnswer("not_a_date") from None


def ascii_digits(raw: str) -> str:
    """Any Unicode digits as 0-9, signs as ASCII, without spaces between thousands."""
    plain = unicodedata.normalize("NFKC", raw.translate(SIGNS)).translate(UNSEEN).translate(SIGNS)
    digits = "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in plain[:200]
    )
    return SPACED.sub("", digits.strip())


READERS: dict[str, Callable[[str], Answer]] = {
    "text": text,
    "integer": integer,
    "decimal": decimal,
    "date": day,
}
