"""What a published report holds and the records say otherwise today: a correction may be due."""

from typing import Any, NamedTuple

from lipnet.core.i18n import gettext
from lipnet.reports.composing.approving import Standing, standings_of
from lipnet.reports.composing.chapters import NAMES
from lipnet.reports.composing.words import FACT_NAMES, in_a_line
from lipnet.reports.figures import figures_changed
from lipnet.reports.models import AnnualReport


class Otherwise(NamedTuple):
    """`label` is a text, or one in several languages."""

    label: Any
    before: str
    now: str


def otherwise_today(report: AnnualReport) -> list[Otherwise]:
    """Figures first, then facts; no quotations: one that was taken away is not repeated here."""
    facts = [one for one in standings_of(report) if one.state in ("changed", "gone")]
    return [
        *(Otherwise(*one) for one in figures_changed(report)),
        *(_told(one) for one in facts if one.said["unit"] != "quotation"),
    ]


def _told(one: Standing) -> Otherwise:
    now = in_a_line(one.now) if one.fact else gettext("no longer there")
    return Otherwise(_label(one.said, one.chapter), in_a_line(one.said), now)


def _label(said: dict, chapter: str) -> Any:
    if said["unit"] == "indicator":
        return said["texts"]
    return NAMES[chapter] if said["unit"] == "text" else FACT_NAMES[said["name"]]
