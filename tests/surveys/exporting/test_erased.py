"""What is erased when its time is over is in no file to take away, either."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys.exporting import jobs as exporting
from lipnet.surveys.exporting import shelf
from lipnet.surveys.exporting.models import Export
from lipnet.surveys.retention import also_erase, erasing, jobs
from tests.surveys.exporting.scene import answered, taken


@pytest.fixture
def erasing_files(shelved, monkeypatch):
    monkeypatch.setattr(erasing, "_also", {what: [] for what in erasing.WHAT})
    also_erase("free_text", exporting.forget_copies)
    return shelved


def test_files_made_before_go_when_text_is_erased(erasing_files):
    survey = answered()
    made, content = taken(erasing_files, survey, "csv", with_identity=True)
    assert b"Maple" in content or b"Bo" in content
    with clock.at(survey.closes_on + timedelta(days=731)):
        jobs.carry_out(erasing_files)
    assert Export.select().count() == 0
    assert not shelf.path_of(made.name).exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "spss", "jsonl"])
def test_a_file_made_after_says_that_text_was_erased(erasing_files, kind):
    survey = answered()
    with clock.at(survey.closes_on + timedelta(days=731)):
        jobs.carry_out(erasing_files)
        made, content = taken(erasing_files, survey, kind, with_identity=True)
    assert made.rows_done == 6
    if kind == "csv":
        assert b"(erased)" in content
        assert b"Maple" not in content
