"""How facts, their sources and parts played are said: on pages and in files alike."""

from decimal import Decimal

from lipnet.core.i18n import format_number, gettext, lazy
from lipnet.core.money import format_money
from lipnet.core.multilingual import tell

FACT_NAMES = {
    "motions": lazy("motions carried"),
    "sectors": lazy("sectors at the table"),
    "events": lazy("events"),
    "people_engaged": lazy("people taking part"),
    "partners": lazy("partners"),
    "findings": lazy("things learned at events"),
    "survey_answers": lazy("responses to surveys (rounded)"),
    "survey_languages": lazy("languages answered in (at least)"),
    "budget_planned": lazy("Budget of the agreement"),
    "budget_spent": lazy("Spent of the budget"),
    "cash_planned": lazy("Money planned for actions"),
    "cash_actual": lazy("Money spent on actions"),
    "gifts_planned": lazy("Goods and services given, planned"),
    "gifts_actual": lazy("Goods and services given"),
    "hours_planned": lazy("Hours given, planned"),
    "hours_actual": lazy("Hours given"),
}
SOURCE_NAMES = {
    "plan": lazy("Action plan"),
    "evidence": lazy("Findings"),
    "indicators": lazy("Indicators"),
    "motions": lazy("Decisions"),
    "groups": lazy("Groups"),
    "engagement": lazy("Engagement"),
    "budget": lazy("Funding agreement"),
    "money": lazy("Action plan"),
    "quotations": lazy("Surveys"),
    "surveys": lazy("Surveys"),
}
PART_NAMES = {
    "led": lazy("We led this."),
    "contributed": lazy("We contributed to this."),
    "supported": lazy("We supported others in this."),
    "unrelated": lazy("This came about without us."),
}
TOO_FEW = lazy("too few people to say a number")
NOT_KNOWN = lazy("not known yet")


def amount(fact: dict) -> str:
    """A figure in the language being spoken."""
    if fact["value"] is None:
        return str(NOT_KNOWN)
    return format_money(fact["value"]) if fact["unit"] == "cents" else format_number(fact["value"])


def reading(fact: dict, side: str) -> str | dict:
    """What an indicator came to "before" or "after" the year: a figure, or texts in words."""
    if side in fact["few"]:
        return str(TOO_FEW)
    if fact[side] is not None:
        return format_number(Decimal(fact[side]))
    return fact[f"words_{side}"] or "–"


def in_a_line(fact: dict) -> str:
    """What a fact says, in one line of plain text: to be compared with what it said before."""
    if fact["unit"] == "indicator":
        before, after = (_plain(reading(fact, side)) for side in ("before", "after"))
        return gettext("before: %(before)s, after: %(after)s", before=before, after=after)
    if fact["unit"] == "quotation":
        return fact["written"]
    return _plain(fact["texts"]) if fact["unit"] == "text" else amount(fact)


def _plain(said: str | dict) -> str:
    return said if isinstance(said, str) else tell(said).text
