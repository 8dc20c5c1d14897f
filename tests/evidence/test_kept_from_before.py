"""Findings pinned by an earlier program are findings still, and may go back there."""

from lipnet.core import migrations, thread
from lipnet.core.db import db
from lipnet.evidence import operations
from lipnet.evidence.models import Finding
from tests import cast
from tests.evidence.scene import SAID, answered_survey, finding

FORMER = "SELECT id, basis, n, source FROM finding ORDER BY id"


def test_findings_survive_the_way_back_and_forward(house):
    alice = cast.alice()
    pinned = finding(alice, survey=answered_survey(alice))
    noted = operations.note_outside_finding(SAID, source="Census", kind="table", by=alice)
    operations.correct_finding(pinned, statement=SAID, why={"en": "A slip."}, by=alice)
    names = [m.name for m in migrations.runner().status()]
    newer = next(name for name in names if name.startswith("0024"))
    migrations.migrate_back(house.folder, newer)
    try:
        rows = db.execute_sql(FORMER).fetchall()
    finally:
        migrations.migrate(house.folder)
    assert [tuple(row) for row in rows][:2] == [
        (pinned.id, "figure", 60, ""),
        (noted.id, "outside", None, "Census"),
    ]
    again = Finding.get_by_id(pinned.id)
    assert again.figure == pinned.figure
    assert again.suppression == {"n": 5, "hidden": 0, "cells": 2}
    assert Finding.get_by_id(noted.id).source_kind == "report"
    assert thread.came_from(thread.ref(again))[0].to_kind == "survey"
