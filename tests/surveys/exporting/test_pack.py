"""The report pack holds what readers may see, in two languages, and reads without a network."""

import csv
import io
import re
import zipfile

from lipnet import create_app
from lipnet.surveys import operations
from lipnet.surveys.exporting.pack import use_templates
from tests import cast
from tests.surveys.exporting.scene import taken
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import draft_survey, open_survey_with, opened

MANY = ((60, "en", YES), (30, "en", NO), (40, "fr", YES), (20, "fr", NO))


def packed(settings, *groups) -> dict[str, str]:
    use_templates(create_app(settings).jinja_env)
    survey = draft_survey(alice := cast.alice())
    operations.limit_results(survey, smallest=5, filters=("@language", "waited"), by=alice)
    opened(survey, by=alice)
    answer(survey, *groups)
    settle(survey)
    _made, content = taken(settings, survey, "pack", by=alice)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_a_pack_has_questionnaire_method_and_tables_in_english_and_french(shelved):
    files = packed(shelved, *MANY)
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
    assert "not shown" in files["en/method.html"]
    assert "en/divided.html" not in files
    assert "nothing is shown" in files["en/tables.html"]


def test_the_pages_of_a_pack_ask_nobody_and_lead_only_to_its_own_files(shelved):
    files = packed(shelved, *MANY)
    for name, page in files.items():
        if not name.endswith(".html"):
            continue
        assert "<script" not in page
        folder = name.rpartition("/")[0]
        for link in re.findall(r'(?:href|src)="([^"#]+)"', page):
            parts = [*([folder] if folder else []), link]
            there = "/".join(parts).replace("en/../", "").replace("fr/../", "")
            assert there in files, (name, link)


def test_tables_are_divided_as_readers_may_see_them_divided(shelved):
    files = packed(shelved, *MANY, (30, "ar", YES), (31, "ar", NO))
    page = files["en/divided.html"]
    assert "Did you wait for a language class?, divided by: Language" in page
    lines = list(csv.DictReader(io.StringIO(files["en/divided/01-waited_by_language.csv"][1:])))
    assert {line["Divided by"] for line in lines} == {"Language"}
    assert {line["Group"] for line in lines} == {"English", "French", "Arabic"}
    told = [int(line["People"]) for line in lines if line["People"]]
    assert told and all(count % 5 == 0 and count >= 10 for count in told)
    assert 'href="divided.html"' in files["fr/tables.html"]


def test_progress_of_a_pack_counts_its_files_and_no_answers(shelved):
    use_templates(create_app(shelved).jinja_env)
    survey = open_survey_with(alice := cast.alice())
    made, content = taken(shelved, survey, "pack", by=alice)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert made.rows_done == made.rows_total == len(archive.namelist())
