"""A document as PDF/UA-1: tagged, titled, in its languages, its letters readable again.

Typst sets it in a process of its own, with limits: the words are data on its standard input, so
nothing in them is ever markup, and what takes too long costs one file and not the server.
"""

import json
from pathlib import Path

from lipnet.apart import Stopped, run_apart
from lipnet.press.document import Document
from lipnet.press.laid_out import laid_out

SETTER = Path(__file__).with_name("setter.py")
MOST_LETTERS = 2_000_000  # some hundreds of pages, set in a few seconds


class CannotPrint(Exception):
    """The document cannot be set as PDF, with a code.

    too_long  more letters than are set, or more time or memory than is given
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def as_pdf(document: Document) -> bytes:
    """Raises CannotPrint."""
    data = json.dumps(laid_out(document), ensure_ascii=False).encode()
    if len(data) > MOST_LETTERS:
        raise CannotPrint("too_long")
    try:
        return run_apart(SETTER, given=data)
    except Stopped as error:
        raise CannotPrint("too_long") from error
