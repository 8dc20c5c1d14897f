"""Every way the board is arranged, and findings of every kind: for eyes, fingers and ears."""

import pytest

from lipnet.core.db import db
from lipnet.evidence.models import Finding
from tests.browser.seeing import DEVICES, Eye

BOARDS = ("newest", "theme", "priority", "source", "unused")


@pytest.mark.parametrize("language", DEVICES)
def test_the_board_and_every_kind_of_finding_are_sound(house, program, chrome, state, language):
    paths = [f"/evidence?by={by}" for by in BOARDS] + ["/evidence?q=nothing+like+it"]
    paths += [f"/evidence/{finding.id}" for finding in _one_of_each()]
    db.close()
    eye = Eye(chrome, house.server.address, language, state)
    faults = [fault for path in paths for fault in eye.look(f"{path}{_in(path, language)}")]
    eye.close()
    assert not faults, "\n".join(faults)


def _in(path: str, language: str) -> str:
    return f"{'&' if '?' in path else '?'}lang={language}"


def _one_of_each() -> list[Finding]:
    """By basis, whether it was corrected or withdrawn, and whether it has a table."""
    kinds = {}
    for finding in Finding.select():
        marks = (finding.is_withdrawn, finding.correction is not None, bool(finding.figure))
        kinds[finding.basis, marks, finding.corrects_id is not None] = finding
    return list(kinds.values())
