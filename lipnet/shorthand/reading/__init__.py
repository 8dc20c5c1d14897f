"""The text of old minutes -> what it seems to say: attendance, motions, decisions, actions.

A first reading for people to check, in English and French, and as a first try in Spanish, German
and Dutch. `propose` takes a text whose lines end in "\\n"; places are counted in its characters.
"""

from datetime import date

from lipnet.shorthand.reading.actions import Actions
from lipnet.shorthand.reading.attendance import attendees_of
from lipnet.shorthand.reading.dates import Dates
from lipnet.shorthand.reading.heading import body_of, date_of
from lipnet.shorthand.reading.languages import languages_of
from lipnet.shorthand.reading.lexicon import lexicon
from lipnet.shorthand.reading.merging import merged_actions, merged_decisions
from lipnet.shorthand.reading.motions import Motions
from lipnet.shorthand.reading.names import People
from lipnet.shorthand.reading.owners import Reader
from lipnet.shorthand.reading.proposals import Action, Attendee, Decision, Proposals
from lipnet.shorthand.reading.segments import front_matter, units_of
from lipnet.shorthand.reading.tables import actions_of_tables
from lipnet.shorthand.reading.words import ALL

LONGEST = 500_000  # characters; a year of minutes in one file is a fifth of it
LANGUAGES = tuple(ALL)

__all__ = [
    "LANGUAGES",
    "LONGEST",
    "Action",
    "Attendee",
    "Decision",
    "Proposals",
    "TooLong",
    "propose",
]


class TooLong(ValueError):
    """More characters than LONGEST."""

    limit = LONGEST


def propose(text: str, language: str = "", *, filename: str = "") -> Proposals:
    """Read minutes. Without `language` it is guessed; a second language that is mixed in is too.

    The file's name may tell the day of the meeting. Raises TooLong, never anything else.
    """
    if len(text) > LONGEST:
        raise TooLong(len(text))
    tags = _tags(text, language)
    words = lexicon(tags)
    dates = Dates(words)
    units = units_of(text, words)
    matter = front_matter(text)[1]
    on = date_of(units, matter, filename, dates, words)
    attendees = attendees_of(units, words)
    people = People(each.name for each in attendees)
    reader = Reader(words, people, dates, date.fromisoformat(on) if on else None)
    actions = Actions(reader)
    actions.read(units)
    motions = Motions(reader)
    motions.read(units)
    rows = actions_of_tables(units, reader)
    return Proposals(
        tags[0],
        on,
        body_of(units, matter, dates, words),
        tuple(attendees),
        tuple(merged_actions([*actions.found, *rows], actions.favoured)),
        tuple(merged_decisions(motions.found)),
    )


def _tags(text: str, language: str) -> tuple[str, ...]:
    guessed = languages_of(text)
    chosen = language.split("-")[0].casefold()
    if chosen not in ALL:
        return guessed
    return (chosen, *(tag for tag in guessed if tag != chosen and len(guessed) > 1))[:2]
