"""Which columns there are: what is no longer asked, former names, names that SPSS can take."""

import json
from dataclasses import replace

import pytest

from lipnet.questionnaire import Choice, Group, Question, Questionnaire
from lipnet.questionnaire.repeats import repeats_of
from lipnet.surveys.exporting.columns import laid_out
from lipnet.surveys.exporting.lines import told
from lipnet.surveys.exporting.reading import Answered
from lipnet.surveys.exporting.spss_names import spss_names
from lipnet.surveys.exporting.spss_numbers import Numbers
from lipnet.surveys.exporting.worded import Worder

READ = Questionnaire(
    {"en": "Town"},
    items=(
        Question("_day", "text"),
        Question("town", "text", aliases=("city",)),
        Question("much", "select_one", list_name="much"),
        Group("people", items=(Question("age", "integer"),), repeat=True),
        Question("sum", "calculate"),
        Question("photo", "image"),
        Question("read_this", "note"),
    ),
    choices={"much": (Choice("-1", {"en": "Less"}), Choice("+1", {"en": "=More"}))},
    removed=(Question("bus", "select_one", list_name="much"),),
)


def rows(answers, read=READ, wording="codes", members=2):
    worder = Worder(read, wording, "en")
    layout = laid_out(
        read,
        worder.maker,
        dict.fromkeys(repeats_of(read), members),
        number=3,
        about=worder.about(),
        with_identity=False,
    )
    names = [column.name for column in layout.columns]
    return dict(zip(names, layout.row(Answered("2026-05-01", "en", "web", answers)), strict=True))


def test_what_is_no_longer_asked_comes_last_and_former_names_are_known():
    row = rows({"city": "Riverbend", "bus": "-1"})
    assert row["town"] == "Riverbend"
    assert list(row)[-1] == "bus" and row["bus"] == "'-1"
    assert "read_this" not in row


def test_a_question_named_as_one_of_ours_gets_a_name_of_its_own():
    row = rows({"_day": "Monday"})
    assert (row["_day"], row["_day_"]) == ("2026-05-01", "Monday")


def test_members_beyond_those_told_of_are_blank_and_their_number_stands_first():
    row = rows({"people": [{"age": 7}]})
    assert [row[name] for name in ("people", "age[1]", "age[2]")] == [1, 7, ""]
    assert rows({})["people"] == ""


def test_codes_and_labels_that_look_like_formulas_are_harmless():
    assert rows({"much": "+1"})["much"] == "'+1"
    assert rows({"much": "+1"}, wording="labels")["much"] == "'=More"


@pytest.mark.parametrize("answer", ["@evil", "\tevil", "\revil", "-evil", "+evil", "=evil"])
def test_a_text_or_a_calculation_that_begins_a_formula_is_made_harmless(answer):
    row = rows({"town": answer, "sum": answer})
    assert row["town"] == row["sum"] == f"'{answer}"


def test_of_a_file_only_its_type_is_told():
    photo = {"file": "f" * 64, "type": "image/webp", "size": 900}
    assert rows({"photo": photo})["photo"] == "image/webp"
    assert "ffff" not in json.dumps(told({"photo": photo, "people": [{"photo": photo}]}, ()))


def test_whole_numbers_as_codes_are_the_numbers_and_others_their_places():
    likert = tuple(Choice(code) for code in ("5", "4", "0"))
    read = replace(READ, choices={"much": READ.choices["much"], "likert": likert})
    read = replace(read, choices={**read.choices, "padded": (Choice("01"), Choice("1"))})
    numbers = Numbers(read).of_list
    assert numbers["likert"] == {"5": 5, "4": 4, "0": 0}
    assert numbers["much"] == {"-1": 1, "+1": 2}
    assert numbers["padded"] == {"01": 1, "1": 2}


def test_names_for_spss_are_valid_short_and_each_once():
    long = "é" * 60
    names = spss_names(["_day", "all", "Age", "age", "help/family", "1st", "a.", long, long, "ŝ-ŝ"])
    assert names[:7] == ["v_day", "v_all", "Age", "age_2", "help_family", "v1st", "a"]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name.encode()) <= 64 and not name.endswith(".") for name in names)
