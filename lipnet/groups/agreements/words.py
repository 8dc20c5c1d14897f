"""What is owed, by which rule and how it stands, in words."""

from lipnet.core.i18n import format_day, lazy, ngettext
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.groups.agreements.models import DueRule, Obligation

STATE_NAMES = {
    "done": lazy("Sent"),
    "off": lazy("No longer asked for"),
    "late": lazy("Overdue"),
    "now": lazy("Soon due"),
    "later": lazy("Later"),
}
STATE_TONES = {"done": "done", "off": "plain", "late": "off", "now": "late", "later": "plain"}


def year_name(fiscal_year: int) -> str:
    """2026–2027: from April to March."""
    return f"{fiscal_year}–{fiscal_year + 1}"


def rule_sentence(rule: DueRule) -> str:
    if rule.rhythm == "quarter":
        return ngettext(
            "%(num)s day after the end of each quarter.",
            "%(num)s days after the end of each quarter.",
            rule.days,
        )
    return ngettext(
        "%(num)s day after the end of each fiscal year.",
        "%(num)s days after the end of each fiscal year.",
        rule.days,
    )


def due_sentence(obligation: Obligation) -> str:
    """One line for who it waits for."""
    text = _(
        "%(what)s (agreement %(number)s)",
        what=plain(obligation.what),
        number=obligation.agreement.number,
    )
    day = format_day(obligation.due_on)
    if obligation.is_overdue:
        return _("Was due on %(day)s: %(text)s", day=day, text=text)
    return _("Due on %(day)s: %(text)s", day=day, text=text)
