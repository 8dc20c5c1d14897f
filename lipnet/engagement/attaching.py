"""Files beside an engagement: notes and slides, but no list of the people who came."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from lipnet.core.brought import Brought
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.sheets import Unreadable, read_workbook

NO_LISTS = lazy(
    "Lists of people and sign-in sheets are not kept here: nobody who came should be found by "
    "name. Count the people, write the counts down, and destroy the list."
)
SAYS_SO = re.compile(
    r"sign.?(in|up).?(sheet|list)?|attendance|attendees|participants?\b|registration|"
    r"presences?\b|inscriptions?\b|liste.?de.?(presence|participant)"
)
AN_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
A_FEW = 3  # addresses of presenters and hosts may stand in notes


def refuse_lists(file: Brought) -> None:
    """Raises Refusal for a file that says it lists people, or a sheet full of addresses."""
    name = folded(PurePath(file.name).stem).replace("_", " ").replace("-", " ")
    if SAYS_SO.search(name) or sum(1 for _ in _addresses(file)) > A_FEW:
        raise Refusal(NO_LISTS, field="file")


def _addresses(file: Brought) -> Iterator[str]:
    if PurePath(file.name).suffix.casefold() not in (".csv", ".xlsx", ".ods"):
        return
    try:
        book = read_workbook(file.content, file.name)
    except Unreadable:
        return
    for sheet in book.sheets:
        yield from (cell for row in sheet.rows for cell in row if AN_ADDRESS.search(cell))
