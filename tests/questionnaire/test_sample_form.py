"""The survey that ships with lipnet."""

import runpy
import sys
from pathlib import Path

import pytest

from lipnet.questionnaire import answering, to_json, xlsform
from tests.questionnaire.forms import MOMENT

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "lipnet" / "demo" / "forms" / "newcomer-welcome.xlsx"


def questionnaire(path=SHIPPED):
    imported = xlsform.read(path.read_bytes(), path.name)
    assert (imported.outcome, imported.findings) == ("whole", ())
    return imported.questionnaire


def test_it_imports_whole_in_six_languages():
    made = questionnaire()
    assert made.languages == ("en", "fr", "ar", "es", "uk", "fa")
    assert set(made.title) == set(made.languages)
    labels = [each.label for each in made.questions() if each.is_shown]
    labels += [choice.label for found in made.choices.values() for choice in found]
    assert all(set(label) == set(made.languages) for label in labels)


def test_it_is_what_its_script_writes(tmp_path, monkeypatch):
    target = tmp_path / "again.xlsx"
    monkeypatch.setattr(sys, "argv", ["make_sample_form.py", str(target)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "tools" / "make_sample_form.py"), run_name="__main__")
    assert ended.value.code == 0
    assert to_json(questionnaire(target)) == to_json(questionnaire())


def test_every_question_may_be_skipped():
    compiled = answering.compile(questionnaire())
    assert answering.check_answers(compiled, {}, MOMENT).problems == ()


def test_it_can_be_answered_in_arabic_digits_to_the_end():
    compiled = answering.compile(questionnaire())
    raw = {
        "arrival_year": "٢٠٢٣",
        "moved_on": "2023-06-01",
        "home_languages": ["arabic", "other"],
        "home_language_other": "Kurmancî",
        "work": "part",
        "work_matches": "no",
        "services": ["health"],
        "treated_unfairly": "no",
        "unfair_where": ["street"],
        "help_most": "work",
        "help_why": "عمل في مهنتي",
    }
    result = answering.check_answers(compiled, raw, MOMENT)
    assert result.problems == ()
    assert result.answers["years_here"] == 3
    assert "unfair_where" not in result.answers
    last = len(compiled.pages) - 1
    shown = answering.visible_items(compiled, last, result.answers, MOMENT, "ar")
    assert "«عمل أفضل»" in str(shown[0].label)


def test_a_year_to_come_and_none_with_a_service_are_pointed_at():
    compiled = answering.compile(questionnaire())
    raw = {"arrival_year": "2031", "services": ["none", "job"]}
    found = answering.check_answers(compiled, raw, MOMENT).problems
    assert [(each.name, each.code) for each in found] == [
        ("arrival_year", "constraint"),
        ("services", "constraint"),
    ]
    assert set(found[0].message) == {"en", "fr", "ar", "es", "uk", "fa"}
