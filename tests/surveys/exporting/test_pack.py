"""The report pack holds what readers may see, in two languages, and reads without a network."""

import io
import re
import zipfile

from lipnet import create_app
from lipnet.surveys.exporting.pack import use_templates
from tests import cast
from tests.surveys.exporting.scene import taken
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import open_survey_with


def packed(settings, *groups) -> dict[str, str]:
    use_templates(create_app(settings).jinja_env)
    survey = open_survey_with(alice := cast.alice())
    answer(survey, *groups)
    settle(survey)
    _made, content = taken(settings, survey, "pack", by=alice)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_a_pack_has_questionnaire_method_and_tables_in_english_and_french(shelved):
    files = packed(shelved, (20, "en", YES), (9, "fr", NO))
    for tag in ("en", "fr"):
        assert {f"{tag}/{name}.html" for name in ("questionnaire", "method", "tables")} <= set(
            files
        )
        assert f"{tag}/tables/01-waited.csv" in files
        assert f'<html lang="{tag}" dir="ltr">' in files[f"{tag}/tables.html"]
    assert "Did you wait for a language class?" in files["en/tables.html"]
    assert "Avez-vous attendu" in files["fr/tables.html"]
    assert 'dir="rtl"' in files["en/questionnaire.html"]
    assert "section 10 of the Municipal Act" in files["en/method.html"]


def test_a_pack_tells_nothing_that_readers_may_not_see(shelved):
    files = packed(shelved, (3, "en", YES), (1, "fr", NO))
    whole = "".join(files.values())
    assert "An evening class" not in whole
    assert "en/tables.csv" not in files
    assert "fewer than 5" in files["en/method.html"]
    assert "nothing is shown" in files["en/tables.html"]


def test_the_pages_of_a_pack_ask_nobody_and_lead_only_to_its_own_files(shelved):
    files = packed(shelved, (20, "en", YES), (9, "fr", NO))
    for name, page in files.items():
        if not name.endswith(".html"):
            continue
        assert "<script" not in page
        folder = name.rpartition("/")[0]
        for link in re.findall(r'(?:href|src)="([^"#]+)"', page):
            parts = [*([folder] if folder else []), link]
            there = "/".join(parts).replace("en/../", "").replace("fr/../", "")
            assert there in files, (name, link)


def test_progress_of_a_pack_counts_its_files_and_no_answers(shelved):
    use_templates(create_app(shelved).jinja_env)
    survey = open_survey_with(alice := cast.alice())
    made, content = taken(shelved, survey, "pack", by=alice)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert made.rows_done == made.rows_total == len(archive.namelist())
