"""Dollars as people write and read them; kept in cents."""

import unicodedata
from decimal import Decimal

from babel import numbers
from wtforms import Field, ValidationError
from wtforms.widgets import TextInput

from lipnet.core import i18n

LONGEST = 10  # digits before the cents


def cents_of(text: str) -> int | None:
    """What "412,500", "412 500,50 $" or "$1.5" is in cents; None for nothing.

    The last comma or point is the decimal mark if at most two digits follow it. Raises ValueError.
    """
    kept = "".join(_plain(letter) for letter in text)
    if not kept:
        return None
    whole, cents = _parted(kept)
    if not (whole + cents).isdecimal() or len(whole) > LONGEST:
        raise ValueError(text)
    return int(whole) * 100 + int(cents.ljust(2, "0"))


def format_money(cents: int) -> str:
    """Dollars in the language being spoken; cents only where there are any. Where one reads from
    the right, the amount is marked to be read from the left: the minus then stays before it."""
    pattern = i18n.locale().currency_formats["standard"].pattern.replace("¤", "$")
    pattern = pattern.replace("\u200f", "\u200e")
    return numbers.format_currency(
        Decimal(cents) / 100,
        "CAD",
        pattern if cents % 100 else pattern.replace(".00", ""),
        i18n.locale(),
        currency_digits=False,
        numbering_system="latn",
    )


def _plain(letter: str) -> str:
    """A digit of any script as one of ours; marks of thousands, spaces and $ as nothing."""
    if letter.isspace() or letter in "$’'\u066c":
        return ""
    if letter == "\u066b":
        return "."
    return str(unicodedata.digit(letter, letter))


def _parted(kept: str) -> tuple[str, str]:
    at = max(kept.rfind("."), kept.rfind(","))
    if at < 0 or len(kept) - at > 3:
        return _ungrouped(kept), ""
    return _ungrouped(kept[:at]), kept[at + 1 :]


def _ungrouped(kept: str) -> str:
    """Without the marks of thousands, which stand before three digits each."""
    first, *groups = kept.replace(",", ".").split(".")
    if any(len(group) != 3 for group in groups):
        raise ValueError(kept)
    return (first + "".join(groups)) or "0"


class MoneyField(Field):
    """Dollars as a text; data is cents, or None where nothing was written."""

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return self.raw_data[0]
        return f"{self.data // 100}.{self.data % 100:02}" if self.data is not None else ""

    def process_formdata(self, valuelist) -> None:
        if not valuelist:
            return
        self.data = None
        try:
            self.data = cents_of(valuelist[0])
        except ValueError as no:
            words = i18n.gettext("Write an amount of dollars, such as 412,500 or 1250.50.")
            raise ValidationError(words) from no
