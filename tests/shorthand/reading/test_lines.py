"""Lines of our own in four languages, in lines/: below each, behind "=>", what is found in it.

"action: Ana, Ben | 2026-04-30" is one action with its owners and its date; "no action" is none.
"""

from pathlib import Path

import pytest

from lipnet.shorthand.reading import propose
from tests.shorthand.reading.sheets import FRENCH_HEAD

FOLDER = Path(__file__).parent / "lines"
HEADS = {
    "fr": FRENCH_HEAD,
    "es": "# Acta de la junta directiva, 12 de marzo de 2026\n\n"
    "Asistentes: Ana Ruiz, Luis Gil, Marta Soler\n\n",
    "de": "# Protokoll der Vorstandssitzung, 12. März 2026\n\n"
    "Anwesend: Anna Roth, Jonas Beck, Mehmet Kaya\n\n",
    "nl": "# Notulen bestuursvergadering, 12 maart 2026\n\n"
    "Aanwezig: Anna de Vries, Joris Bos, Fatima Aydin\n\n",
}


def cases():
    for file in sorted(FOLDER.glob("*.txt")):
        pieces = ("\n" + file.read_text("utf-8")).split("\n=> ")
        for before, after in zip(pieces, pieces[1:], strict=False):
            line = before.partition("\n")[2].strip("\n")
            told = after.partition("\n")[0]
            yield pytest.param(
                file.stem, line, told, id=f"{file.stem}: {line.splitlines()[0][:50]}"
            )


@pytest.mark.parametrize(("tag", "line", "told"), list(cases()))
def test_a_line_is_read_as_a_person_reads_it(tag, line, told):
    found = propose(HEADS[tag] + line + "\n")
    if "decision" in told:
        read = [f"decision: {each.outcome}" for each in found.decisions]
    else:
        read = [told_action(each) for each in found.actions]
    assert read == ([] if told.startswith("no ") else [told])


def told_action(action):
    owners = ": " + ", ".join(action.owners) if action.owners else ""
    return f"action{owners}" + (f" | {action.due}" if action.due else "")
