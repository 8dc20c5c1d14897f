"""The letter that asks somebody what their indicators came to, in their language."""

from collections.abc import Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.plans.indicators.asking import ReadingAsk, reported_by_one
from lipnet.plans.indicators.models import Indicator
from lipnet.plans.indicators.operations.asking import PURPOSE
from lipnet.plans.indicators.periods import called


def asked(event: Event, address: str) -> Iterable[Letter]:
    """To one person: all their indicators and one link. Nothing once the period is closed, they
    have answered, or nothing is theirs any more."""
    ask = ReadingAsk.get_or_none(ReadingAsk.id == int(event.record_id))
    if ask is None or ask.answered_at or not ask.period.is_open:
        return
    link, indicators = links.still_open(PURPOSE, ask.id), reported_by_one(ask)
    if link and indicators:
        door = f"{address}/readings/{links.signed(link)}?lang={ask.person.language}"
        yield letter(ask.person.email, ask.person.language, lambda: _words(ask, indicators, door))


def _words(ask: ReadingAsk, indicators: list[Indicator], door: str) -> tuple[str, str]:
    period = called(ask.period.starts, ask.period.ends)
    return (
        _("What did your indicators come to? Please tell by %(day)s",
          day=format_day(ask.period.due)),
        _(
            "You, or the organisation or group you belong to, report these indicators:\n\n"
            "%(lines)s\n\n"
            "Please tell what they came to in this time: %(period)s. A figure is enough, or that "
            "there is nothing to report. You need no account:\n\n%(door)s\n\n"
            "The link is yours alone, so please do not pass it on. You can use it as often as you "
            "like until %(day)s.",
            lines="\n".join(f"- {plain(one.name)}" for one in indicators),
            period=period,
            door=door,
            day=format_day(ask.period.due),
        ),
    )  # fmt: skip
