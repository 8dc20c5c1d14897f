"""Lists of who was there, in the rarer shapes that stand in rolls/, a file for each language.

Each begins with "=== what it is"; below "---" stands who is found, by status.
"""

from pathlib import Path

import pytest

from lipnet.shorthand.reading import propose
from tests.shorthand.reading.test_attendance import ENGLISH, HEADS

FOLDER = Path(__file__).parent / "rolls"
HEAD_OF = {"fr": "French", "es": "Spanish", "de": "German", "nl": "Dutch"}


def rolls():
    for file in sorted(FOLDER.glob("*.txt")):
        for roll in file.read_text("utf-8").removeprefix("=== ").split("\n=== "):
            name, _, rest = roll.partition("\n")
            written, _, people = rest.partition("\n---\n")
            yield pytest.param(file.stem, written, people, id=f"{file.stem}: {name}")


def told(people):
    lines = (line.split(": ") for line in people.strip().splitlines())
    return {name: status for status, names in lines for name in names.split(", ")}


@pytest.mark.parametrize(("tag", "written", "people"), list(rolls()))
def test_a_list_is_read_in_rarer_shapes(tag, written, people):
    head = HEADS.get(HEAD_OF.get(tag), ENGLISH)
    found = propose(f"{head}{written}\n\nThe meeting was opened at 19:00.\n")
    assert {each.name: each.status for each in found.attendees} == told(people)


def test_a_line_broken_by_tags_is_a_list_too():
    found = propose(ENGLISH + "Present: Amina Okafor<br>Ben Whitfield<br />Carla Nunez\n")
    assert [each.name for each in found.attendees] == [
        "Amina Okafor",
        "Ben Whitfield",
        "Carla Nunez",
    ]
