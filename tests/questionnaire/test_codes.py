"""Every code has its particulars written down, and none is written down in vain."""

import re
from pathlib import Path

import pytest

from lipnet.questionnaire import answering
from lipnet.questionnaire.codes import FINDING_CODES, PROBLEM_CODES

PACKAGE = Path(answering.__file__).parent
NO_SOURCE = ("codes.py", "__init__.py")  # where codes and names are listed, not given
SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name not in NO_SOURCE
)
GIVEN = set(re.findall(r'"(rule_[a-z_]+)"', SOURCE))


@pytest.mark.parametrize("code", [*FINDING_CODES, *PROBLEM_CODES])
def test_a_code_that_is_written_down_is_given_somewhere(code):
    assert f'"{code}"' in SOURCE


def test_every_code_about_a_rule_is_written_down():
    assert not GIVEN - set(FINDING_CODES)


def test_the_engine_has_neither_clock_nor_globals_nor_words_of_the_house():
    for forbidden in ("import flask", "from flask", "peewee", "gettext", ".now(", ".today("):
        assert forbidden not in SOURCE
