"""Letters that ask a lead how their actions go, in their language."""

from collections.abc import Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.plans.acting.asking import ProgressAsk
from lipnet.plans.acting.leading import led_by_one
from lipnet.plans.acting.operations.progress import PURPOSE


def asked(event: Event, address: str) -> Iterable[Letter]:
    """To one lead: all their actions and one link. Nothing once the answers are closed, they have
    answered, or nothing is theirs any more."""
    ask = ProgressAsk.get_or_none(ProgressAsk.id == int(event.record_id))
    if ask is None or ask.answered_at or not ask.period.is_open:
        return
    link, actions = links.still_open(PURPOSE, ask.id), led_by_one(ask.period.plan, ask.person)
    if link and actions:
        door = f"{address}/progress/{links.signed(link)}?lang={ask.person.language}"
        yield letter(ask.person.email, ask.person.language, lambda: _words(ask, actions, door))


def _words(ask: ProgressAsk, actions: list, door: str) -> tuple[str, str]:
    lines = "\n".join(f"- {action.number}. {plain(action.text)}" for action in actions)
    day = format_day(ask.period.closes_on)
    return (
        _("How do your actions go? Please tell by %(day)s", day=day),
        _(
            "You lead these actions of the plan %(years)s:\n\n%(lines)s\n\n"
            "Please tell how they go: a few points of what was done and of what is hard, in "
            "English or in French. You need no account:\n\n%(door)s\n\n"
            "The link is yours alone, so please do not pass it on. You can use it as often as you "
            "like until %(day)s.",
            years=ask.period.plan.years,
            lines=lines,
            door=door,
            day=day,
        ),
    )
