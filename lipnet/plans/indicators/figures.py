"""Figures as people write them and as they are kept: text, exact, "12.5"."""

from decimal import Decimal

from lipnet.core import i18n
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.typed import NotAnAnswer, decimal

MOST_PLACES = 3
UNSURE = lazy("Is the comma for thousands or for decimals? Write it without one: 1200, or 1.2.")
NO_FIGURE = lazy("This is not a number. Write digits only, like 120 or 12.5.")
TOO_FINE = lazy("Please write at most three decimals.")


def kept(raw: str, field: str) -> str:
    """A figure in the digits of any script, with either decimal sign, as it is kept; "" for none.

    Raises Refusal for what is no number, or could be two.
    """
    if not (raw or "").strip():
        return ""
    try:
        found = Decimal(str(decimal(raw))).normalize()
    except NotAnAnswer as error:
        raise Refusal(UNSURE if error.code == "unsure_number" else NO_FIGURE, field=field) from None
    if -found.as_tuple().exponent > MOST_PLACES:
        raise Refusal(TOO_FINE, field=field)
    return format(found + 0, "f")  # + 0: minus nought is nought


def figure(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def shown(value: Decimal | str | None) -> str:
    """The figure in the language being spoken; "" for none."""
    value = figure(value) if isinstance(value, str) else value
    return "" if value is None else i18n.format_number(value)
