"""What the columns of a roster are called: in the reader's language, and read in any of ours."""

import re
from collections.abc import Iterator

from lipnet.core import i18n
from lipnet.core.forms import content_languages
from lipnet.core.i18n import lazy
from lipnet.core.text import folded
from lipnet.groups.roster.rows import COLUMN_OF, IN_LANGUAGES

HEADS = {
    "name": lazy("Name"),
    "email": lazy("E-mail address"),
    "language": lazy("Language"),
    "phone": lazy("Telephone"),
    "position": lazy("Position"),
    "organisation": lazy("Organisation"),
    "sector": lazy("Sector"),
    "group": lazy("Group"),
    "seat": lazy("Seat number"),
    "role": lazy("Role"),
    "from": lazy("From"),
    "through": lazy("Through"),
    "term": lazy("Term number"),
    "alternate": lazy("Alternate"),
    "alternate_email": lazy("Alternate: e-mail address"),
    "alternate_from": lazy("Alternate since"),
    "seat_name": lazy("Name of the seat"),
    "seat_sector": lazy("Sector of the seat"),
    "voting": lazy("It has a vote"),
    "ex_officio": lazy("Ex officio"),
    "francophone": lazy("Francophone voice"),
    "lived_experience": lazy("Lived experience of immigration"),
    "youth": lazy("Youth"),
    "resource": lazy("Resource person"),
    "kind": lazy("Kind of group"),
    "parent": lazy("It reports to"),
    "founded": lazy("Group since"),
    "minutes": lazy("It adopts minutes"),
    "purpose": lazy("Purpose"),
}


def headings() -> list[str]:
    """The first row of a roster, in the language spoken."""
    return [text for _column, text in _headed()]


def columns() -> list[str]:
    """What stands below each of them ("group en", "group fr")."""
    return [column for column, _text in _headed()]


def known_headings() -> dict[str, str]:
    """What a heading may say -> its column, in the languages of the program and of other sheets."""
    known = dict(COLUMN_OF)
    for alias, column in COLUMN_OF.items():
        if column in IN_LANGUAGES:
            known |= {compared(f"{alias} {tag}"): f"{column} {tag}" for tag in content_languages()}
    for tag in i18n.whole_catalogues():
        with i18n.speaking(tag):
            known |= {compared(text): column for column, text in _headed()}
            known |= {compared(str(text)): column for column, text in HEADS.items()}
    return known


def compared(heading: str) -> str:
    """How a heading is compared, by its letters alone: "Courriel (1)" is "courriel"."""
    return " ".join(re.sub(r"[\W\d_]+", " ", folded(heading)).split())


def _headed() -> Iterator[tuple[str, str]]:
    for column, text in HEADS.items():
        if column not in IN_LANGUAGES:
            yield column, str(text)
        else:
            yield from ((f"{column} {tag}", f"{text} ({tag})") for tag in content_languages())
