"""What a page of texts sends: which of them changed, which somebody else changed meanwhile."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lipnet.questionnaire.proofreading import Term, mended
from lipnet.questionnaire.translating import Unit
from lipnet.surveys.workshop.wording import has_faults

TEXT, STATE, MARK = "t-", "s-", "m-"


@dataclass
class Sent:
    """`given` is for operations.translate; `collided`: address -> the text that was not taken."""

    given: dict[str, tuple[str, str]] = field(default_factory=dict)
    collided: dict[str, str] = field(default_factory=dict)


def mark_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def sent_in(
    form: Mapping[str, str], known: Mapping[str, Unit], tag: str, terms: tuple[Term, ...]
) -> Sent:
    """Every text of the page that was changed there, or is to be mended, or marked as reviewed."""
    sent = Sent()
    for address in [name.removeprefix(TEXT) for name in form if name.startswith(TEXT)]:
        if address in known:
            _take(sent, form, known[address], tag, terms)
    return sent


def _take(sent: Sent, form: Mapping[str, str], unit: Unit, tag: str, terms) -> None:
    address = unit.address
    text = form[TEXT + address].replace("\r\n", "\n")
    shown = form.get(MARK + address, mark_of(unit.translation))
    if form.get("mend") == address:
        text = mended(text, tag)
    is_changed = mark_of(text.strip()) != shown and text != unit.translation
    if is_changed and shown != mark_of(unit.translation):
        sent.collided[address] = text
        return
    state = _state(form, unit, text, is_changed, tag, terms)
    if is_changed or (text.strip() and state != unit.state):
        sent.given[address] = (text, state)


def _state(form, unit: Unit, text: str, is_changed: bool, tag: str, terms) -> str:
    """A text that was changed is no longer what it was called, unless its writer says so."""
    said = form.get(STATE + unit.address, unit.state)
    if "review" in form and not is_changed and unit.state not in ("stale", "draft"):
        return "reviewed"
    if is_changed and said == unit.state:
        was_unfinished = said == "draft" and not has_faults(
            unit.source, unit.translation, tag, terms
        )
        return "draft" if was_unfinished else "human"
    return "human" if is_changed and said in ("empty", "stale") else said
