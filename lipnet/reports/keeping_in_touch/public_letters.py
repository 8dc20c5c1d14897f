"""The two letters: one asks whether to write, the other tells once a year what became of it."""

from collections.abc import Iterable

from lipnet.core import i18n
from lipnet.core.events import Event
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.plans.models import years
from lipnet.reports.keeping_in_touch import sealing
from lipnet.reports.keeping_in_touch.models import DueLetter, KeptAddress, YearlyLetter
from lipnet.reports.telling.pages import OUTCOME_NAMES


def please_confirm(event: Event, site: str) -> Iterable[Letter]:
    due = DueLetter.get_or_none(DueLetter.key == event.record_id)
    if due is not None and not due.address.confirmed:
        to, language = sealing.opened(due.address.sealed)
        door = door_page(site, due.address, language)
        yield letter(to, language, lambda: _please_confirm(door))


def of_the_year(event: Event, site: str) -> Iterable[Letter]:
    due = DueLetter.get_or_none(DueLetter.key == event.record_id)
    if due is not None and due.address.confirmed:
        to, language = sealing.opened(due.address.sealed)
        door = door_page(site, due.address, language)
        counted = event.particulars["heard"], event.particulars["tally"]
        words = lambda: yearly_words(due.letter, *counted, site, door)  # noqa: E731
        yield letter(to, language, words, leave=door)


def door_page(site: str, address: KeptAddress, language: str) -> str:
    return f"{site}/told/{language}/letters/{sealing.door_of(address.key)}"


def yearly_words(of: YearlyLetter, heard: int, tally, site: str, door: str) -> tuple[str, str]:
    """Subject and body in the language being spoken; the coordinator's words if she wrote any."""
    tag = i18n.language().tag
    page = f"{site}/told/year/{of.fiscal_year}/{tag}"
    counted = "\n".join(f"- {OUTCOME_NAMES[outcome]}: {count}" for outcome, count in tally)
    parts = (
        _("Hello,"),
        of.words.get(tag, ""),
        ngettext("We heard %(count)s thing.", "We heard %(count)s things.", heard, count=heard)
        + "\n"
        + counted,
        _("Read what was decided, what is done, and what will not be done and why:") + f"\n{page}",
        _("You get this letter at most once a year because you asked for it. To get no more, and "
          "have your address erased, open this page and press the button:")
        + f"\n{door}",
    )  # fmt: skip
    subject = _("What became of what people said: %(years)s", years=years(of.fiscal_year))
    return subject, "\n\n".join(part for part in parts if part) + "\n"


def _please_confirm(door: str) -> tuple[str, str]:
    name = plain(partnership().name) or _("the partnership")
    body = _(
        "Hello,\n\n"
        "Somebody, we hope you, asked %(partnership)s to write to this address once a year what "
        "became of what people said. We write only if you say yes here:\n\n"
        "%(address)s\n\n"
        "You need no account. If it was not you, do nothing: the address is erased after 14 "
        "days.\n",
        partnership=name,
        address=door,
    )
    return _("May we write to you once a year?"), body
