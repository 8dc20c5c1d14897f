"""What a person typed or ticked, as an answer of its question's type, or the reason it is not one.

Answers are kept as: text -> str; integer -> int; decimal and range -> int or float;
date -> "2026-05-01"; time -> "14:30"; datetime -> "2026-05-01T14:30"; select_one -> code;
select_multiple -> list of codes in the list's order; rank -> list of codes, the first first;
acknowledge -> "OK". Blank is left out. Instead of any answer a person may have said why there is
none: {"declined": "dont_know"}. A file is kept elsewhere; its answer says which, of what type and
how many bytes: {"file": "...", "type": "image/webp", "size": 90000}. Only the program writes it.
A text of the appearance postal-area is kept in capitals: "K1A".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from lipnet.questionnaire.expressions import to_text
from lipnet.questionnaire.model import FILES
from lipnet.questionnaire.postal import APPEARANCE as POSTAL_AREA
from lipnet.questionnaire.postal import in_capitals

LONGEST_TEXT = 5_000
MOST_DIGITS = 15
MOST_RAW = 1_000

Answer = str | int | float | list[str] | dict[str, Any]
DECLINED = "\ue002"  # before "dont_know" or "prefer_not", where a page sends it among its answers
AGREED = "OK"

UNSEEN = dict.fromkeys([0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F)])
UNSEEN |= dict.fromkeys(range(0x2066, 0x206A))
SIGNS = {0x2212: "-", 0x2013: "-", 0x066B: ".", 0x066C: ",", 0x060C: ",", 0x2019: "'"}
CONTROLS = {code: None for code in range(32) if code not in (9, 10)} | {127: None}
SPACED = re.compile(r"(?<=\d)[\s'](?=\d{3}(?!\d))")
GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+|-?[1-9]\d{0,2}(?:\.\d{3})+")
UNSURE = re.compile(r"-?[1-9]\d{0,2},\d{3}")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class NotAnAnswer(ValueError):
    """A code of codes.PROBLEM_CODES, and its particulars."""

    def __init__(self, code: str, **particulars: str | int) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = particulars


def read(
    kind: str,
    raw: Any,
    codes: Sequence[str] = (),
    declines: Collection[str] = (),
    appearance: Collection[str] = (),
) -> Answer | None:
    """The answer in a raw value (a text, a number, or a list of texts), or None if it is blank.

    Raises NotAnAnswer. An answer that was read before reads again as itself.
    """
    if kind in FILES and isinstance(raw, Mapping) and isinstance(raw.get("file"), str):
        return dict(raw)
    given = [part for part in parts_of(raw) if part.strip()]
    if not given:
        return None
    if any(part.startswith(DECLINED) for part in given):
        return declined(given, declines)
    if kind == "select_multiple":
        return several(given, codes)
    if kind == "rank":
        return ranked(given, codes)
    if kind == "date":
        return in_parts(given)
    if len(set(given)) > 1:
        raise NotAnAnswer("one_only")
    if kind == "select_one":
        return one(given[0], codes)
    if kind == "text" and POSTAL_AREA in appearance:
        return in_capitals(text(given[0])) or None
    return READERS[kind](given[0])


def parts_of(raw: Any) -> list[str]:
    if raw is None:
        return []
    if isinstance(raw, str):
        return [raw]
    if isinstance(raw, (list, tuple)):
        if len(raw) <= MOST_RAW and all(isinstance(part, str) for part in raw):
            return list(raw)
    elif isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return [number_text(raw)]
    elif isinstance(raw, Mapping) and isinstance(raw.get("declined"), str):
        return [DECLINED + raw["declined"]]
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


def declined(given: list[str], declines: Collection[str]) -> dict[str, str]:
    if len(set(given)) > 1:
        raise NotAnAnswer("one_only")
    why = given[0].removeprefix(DECLINED)
    if why not in declines:
        raise NotAnAnswer("not_a_choice")
    return {"declined": why}


def ranked(given: list[str], codes: Sequence[str]) -> list[str]:
    """Codes in order; or, from a page without script, each with its place: "bus@2"."""
    if all(code in codes for code in given):
        order = given
    else:
        order = placed([placing(part) for part in given])
    found = [one(code, codes) for code in order]
    if len(set(found)) < len(found):
        raise NotAnAnswer("rank_twice")
    return found


def placing(part: str) -> tuple[int, str]:
    code, mark, place = part.rpartition("@")
    if not mark or not place.isascii() or not place.isdecimal():
        raise NotAnAnswer("wrong_shape")
    return int(place[:9]), code


def placed(places: list[tuple[int, str]]) -> list[str]:
    if len({place for place, _ in places}) < len(places):
        raise NotAnAnswer("rank_twice")
    return [code for _, code in sorted(places)]


def agreed(raw: str) -> str:
    if raw.strip() != AGREED:
        raise NotAnAnswer("not_a_choice")
    return AGREED


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


def in_parts(given: list[str]) -> str:
    """A day from one text, or from "year=2026", "month=5", "day=1"; what is not asked is 1."""
    sent = dict(part.partition("=")[::2] for part in given if "=" in part)
    if not sent:
        if len(set(given)) > 1:
            raise NotAnAnswer("one_only")
        return day(given[0])
    if not sent.get("year", "").strip():
        raise NotAnAnswer("not_a_date")
    year, month, number = (sent.get(part, "1") for part in ("year", "month", "day"))
    return day("-".join(ascii_digits(part) for part in (year, month, number)))


def clock(raw: str) -> str:
    """The time of day, of 24 hours or with am and pm."""
    found = CLOCK.fullmatch(ascii_digits(raw).casefold())
    if found is None:
        raise NotAnAnswer("not_a_time")
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        raise NotAnAnswer("not_a_time")
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    if hour > 23 or minute > 59:
        raise NotAnAnswer("not_a_time")
    return f"{hour:02}:{minute:02}"


def day_and_time(raw: str) -> str:
    date_part, _, time_part = ascii_digits(raw).replace("T", " ").partition(" ")
    try:
        return f"{day(date_part)}T{clock(time_part)}"
    except NotAnAnswer:
        raise NotAnAnswer("not_a_datetime") from None


def not_kept(raw: str) -> Answer:
    """A file is not typed."""
    raise NotAnAnswer("wrong_shape")


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
    "range": decimal,
    "date": day,
    "time": clock,
    "datetime": day_and_time,
    "acknowledge": agreed,
    **dict.fromkeys(FILES, not_kept),
}
