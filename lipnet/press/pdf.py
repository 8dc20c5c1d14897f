"""A document as PDF/UA-1: tagged, titled, in its languages, its letters readable again.

Typst sets it in a process of its own, with limits: the words are data on its standard input, so
nothing in them is ever markup, and what takes too long costs one file and not the server.
"""

import json
import subprocess
import sys
from pathlib import Path

from lipnet.press.document import Document
from lipnet.press.laid_out import laid_out

SETTER = Path(__file__).with_name("setter.py")
SECONDS = 30
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
    command = [sys.executable, "-I", str(SETTER)]
    try:
        # Nothing of the document is on the command line; it goes in as standard input.
        run = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise CannotPrint("too_long") from error
    if run.returncode < 0:
        raise CannotPrint("too_long")
    if run.returncode > 0:
        raise RuntimeError(run.stderr.decode("utf-8", "replace"))
    return run.stdout
