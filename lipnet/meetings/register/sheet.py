"""The register as lines of a spreadsheet."""

from collections.abc import Iterator

from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.thread import Ref
from lipnet.meetings.register.entries import Entry
from lipnet.meetings.register.resting import Resting
from lipnet.meetings.register.seeking import Register
from lipnet.meetings.words import RESULT_WORDS, WITHOUT_MOTION


def rows_of(register: Register, resting: dict[Ref, list[Resting]]) -> Iterator[tuple[str, ...]]:
    """The headings, then one line for each motion and decision that was found."""
    yield (
        _("Day"), _("Group"), _("Kind"), _("No."), _("Text"), _("Result"), _("Moved by"),
        _("Seconded by"), _("Votes in favour"), _("Votes against"), _("Abstained"),
        _("What rests on it"),
    )  # fmt: skip
    for entry in register.found:
        body = plain(register.bodies[entry.body_id].name)
        yield (entry.on.isoformat(), body, *_said(entry), _rests(resting.get(entry.ref, [])))


def _said(entry: Entry) -> tuple[str, ...]:
    kind = _("Motion") if entry.is_motion else _("Decision")
    result = str(RESULT_WORDS.get(entry.result, WITHOUT_MOTION))
    counts = ("" if count is None else str(count) for count in entry.counts.values())
    text = plain(entry.text)
    return kind, entry.number, text, result, entry.mover, entry.seconder, *counts


def _rests(resting: list[Resting]) -> str:
    return "\n".join(f"{one.kind}: {plain(one.title)}" for one in resting)
