"""Whatever is typed at a meeting, it is read at once: it is read again at each pause."""

import time

import pytest

from lipnet.shorthand.recording import read
from lipnet.shorthand.sources import cited
from tests.shorthand.people import SITTING

FAR = 20_000
HOSTILE = {
    "spaces after a result": "CARRIED" + " " * FAR + "!",
    "commas after a result": "CARRIED" + ", " * FAR + "!",
    "spaces in a note": "A note" + " " * FAR + "goes on",
    "spaces before a time": "CARRIED 9-0-1" + " " * FAR + "at 18:42!",
    "spaces among reasons": "MOTION: That it be so\nBECAUSE: F12" + " " * FAR + "!",
    "spaces in a conflict": "CONFLICT: Okafor" + " " * FAR + "!",
    "spaces between two names": "MOTION: That it be so\nM/S: Okafor" + " " * FAR + "!",
    "brackets after a day": "ACTION @Okafor due" + " (" * FAR + ": Write",
    "many doubts": "MOTION: That it be so\n" + "BECAUSE: nothing\n" * 5_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_line_is_read_at_once(kind):
    begun = time.process_time()
    read(HOSTILE[kind], SITTING)
    assert time.process_time() - begun < 3


def test_codes_are_told_apart_however_they_are_parted():
    typed = "F12 , ,F1 ;; N3  and A7, and F1"
    assert [one.written for one in cited(typed, SITTING.sources)] == ["F12", "F1", "N3", "A7"]
