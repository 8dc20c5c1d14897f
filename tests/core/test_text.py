"""Names are found however they were typed."""

import pytest

from lipnet.core.text import is_found

SPELT = [
    ("أحمد الخطيب", "احمد"), ("ليلى", "ليلي"), ("یاسر کریمی", "ياسر كريمي"),
    ("مُحَمَّد علـــي", "علي محمد"), ("محمد عبد\u200cالله", "عبدالله"), ("Zoé Lœuvre", "LOEUVRE"),
    ("Jean-Luc N’Diaye", "ndiaye jean luc"), ("Łukasz Ørsted", "lukasz orsted"),
    ("Đặng Nguyễn", "dang nguyen"), ("Anne-Marie Roy", "annemarie"), ("ሰላም ተስፋ", "ተስፋ"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "wanted"), SPELT)
def test_a_name_is_found_in_another_spelling(name, wanted):
    assert is_found(wanted, name)


@pytest.mark.parametrize(("name", "wanted"), [("Ann Abel", "nab"), ("Ann Abel", "ann cole")])
def test_words_are_not_run_together_and_each_must_be_there(name, wanted):
    assert not is_found(wanted, name)
