"""People whose office tells that they were there: who led the meeting, opened it, or signs."""

import re

from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import People, name_at
from lipnet.shorthand.reading.pieces import pieces_of
from lipnet.shorthand.reading.proposals import Attendee
from lipnet.shorthand.reading.roll import Roll
from lipnet.shorthand.reading.segments import Unit

LABEL = re.compile(
    r"(?:^:?|[.;|] *|\) *)(?P<label>(?:\d{1,3} )?[^\W\d_]"
    r"(?:[^:.;|(\n]|\([^()\n]{0,40}\)|:in(?:nen)?\b|\.(?=[a-z]\b)){1,60}?)\.? ?: ?"
)
HEAD_OF_TEXT = 60
NOBODY = People()


def note_officers(units: list[Unit], roll: Roll) -> None:
    for unit in units[:HEAD_OF_TEXT]:
        for match in LABEL.finditer(unit.said[:300]):
            label = unit.plain[match.start("label") : match.end("label")].strip()
            if roll.words.officers.fullmatch(label):
                _note(LABEL.split(unit.said[match.end() :])[0], roll)
        if opened := roll.words.opened.search(unit.plain[:600]):
            _note(_name_after(unit, opened.end(), roll), roll)


def note_signatures(units: list[Unit], roll: Roll) -> None:
    """ "The secretary," and a name below, at the very end."""
    tail = [unit for unit in units[-12:] if unit.said.strip()]
    for office, below in zip(tail, tail[1:], strict=False):
        label = folded(office.said).strip(" ,:.")
        name = gist(below.said)
        if roll.words.officers.fullmatch(label) and roll.full_name(name):
            _note(name, roll)


def _name_after(unit: Unit, at: int, roll: Roll) -> str:
    """The full name behind "called to order by", with or without a title."""
    at += len(unit.plain[at:]) - len(unit.plain[at:].lstrip())
    title = roll.words.titles.match(unit.plain, at)
    name = name_at(unit.said, title.end() if title else at, roll.words, NOBODY)[0]
    return name if roll.full_name(name) else ""


def _note(piece: str, roll: Roll) -> None:
    for name, _ in pieces_of(piece, roll.words):
        name = roll.name(name)
        short = name.islower() and any(" " in each.name for each in roll.attendees)
        if name and not short and not roll.known(name):
            roll.note(Attendee(name, "present"))
