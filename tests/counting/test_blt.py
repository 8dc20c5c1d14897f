"""Ballot files are read, written, and refused with the line that is wrong."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from lipnet.counting import RULES, BadBallots, Contest, Group, Reserved, read_blt, write_blt
from lipnet.counting.blt import WRONG_CODES
from lipnet.nominations.ballots.count_command import count
from tests.counting.samples import contests, with_places

LIPNET = Path(sys.executable).with_name("lipnet")
WRITABLE = st.characters(codec="utf-8")
FILE = """# ours
3 2
-3
4 1 2 0
2 2 - 3 0 # a rank left out
1 0
0
"Amina"
"Béatrice"
"Chen"
"Council"
"""


@given(contests() | with_places())
def test_what_is_written_is_read_back(contest):
    assert read_blt(write_blt(contest).encode()) == contest


@given(names=st.lists(st.text(WRITABLE, max_size=12), min_size=2, max_size=4))
def test_any_name_comes_back_but_for_quotation_marks_and_line_breaks(names):
    contest = Contest(tuple(names[1:]), 1, Counter({(1,): 1}), names[0])
    found = read_blt(write_blt(contest).encode())
    expected = [
        re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", name.replace('"', "'")).strip()
        for name in (*names[1:], names[0])
    ]
    assert [*found.candidates, found.title] == expected


@pytest.mark.parametrize(
    "data",
    [
        FILE.encode("utf-16"),
        FILE.encode("utf-8-sig"),
        FILE.encode("latin-1"),
        FILE.replace("\n", "\r\n").encode(),
        FILE.replace("\n", "\r").encode(),
        FILE.replace('"', "").encode(),
        FILE.replace('"Amina"\n', '"Amina" ').encode(),
        FILE.replace("4 1 2 0", "(paper 7) 4 1 2 0").encode(),
    ],
)
def test_what_other_programs_write_is_read_alike(data):
    assert read_blt(data) == read_blt(FILE.encode())


def test_a_name_with_quotation_marks_keeps_its_place_among_the_names():
    file = FILE.replace('"Amina"', '"Amina "Mina" Diallo"').replace('"Chen"', '"Chen \\"C\\""')
    assert read_blt(file.encode()).candidates == ('Amina "Mina" Diallo', "Béatrice", 'Chen "C"')


def test_withdrawn_candidates_ranks_left_out_and_remarks_are_understood():
    contest = read_blt(FILE.encode())
    assert contest.withdrawn == {3}
    assert contest.ballots == {(1, 2): 4, (2, 3): 2, (): 1}
    assert (contest.candidates, contest.title) == (("Amina", "Béatrice", "Chen"), "Council")
    assert contest.valid() == {(1, 2): 4, (2,): 2}


@pytest.mark.parametrize(
    ("file", "code", "line"),
    [
        ("", "begins", 1),
        ("hello", "begins", 1),
        ("3 0\n0\n", "begins", 1),
        ("2 1\n1 1 2\n0\nA\nB\n", "unfinished", 2),
        ("2 1\n1 1 0\n", "unfinished", 2),
        ("2 1\n1 3 0\n0\nA\nB\n", "candidate", 2),
        ("2 1\n1 1 1 0\n0\nA\nB\n", "twice", 2),
        ("2 1\n1 1=2 0\n0\nA\nB\n", "equal_ranks", 2),
        ("2 1\n0 1 0\n0\nA\nB\n", "weight", 2),
        ("2 1\nx 1 0\n0\nA\nB\n", "number", 2),
        ("2 1\n1 1 0\n0\nA\n", "names", 0),
        ("2 1\0\n", "not_text", 0),
        ('2 1\n1 1 0\n"A"\n"B"\n', "unfinished", 3),
        ("2 1\n(paper 7)\n0\nA\nB\n", "number", 2),
        ("2 1\n1.5 1 0\n0\nA\nB\n", "number", 2),
        ("2 1\n-9\n0\nA\nB\n", "candidate", 2),
        (f"2 1\n{'9' * 5000} 1 0\n0\nA\nB\n", "number", 2),
        (f"2 1\n1 {'9' * 5000} 0\n0\nA\nB\n", "number", 2),
        (f"2 1\n-{'9' * 5000}\n0\nA\nB\n", "number", 2),
        (f"2 {'9' * 5000}\n0\nA\nB\n", "begins", 1),
        (FILE + '# reserved "youth": at least 2, at most 1 of 1 2\n', "reserved", 12),
        (FILE + '# reserved "youth": of 1 2\n', "reserved", 12),
        (FILE + '# reserved "youth": at least 1 of\n', "reserved", 12),
        (FILE + '# reserved "youth": at least 1 of 4\n', "candidate", 12),
        (
            FILE + '# reserved "a": at least 1 of 1\n# reserved "b": at most 1 of 1 2\n',
            "reserved",
            13,
        ),
    ],
)
def test_a_broken_file_is_refused_with_its_line(file, code, line):
    with pytest.raises(BadBallots) as bad:
        read_blt(file.encode())
    assert (bad.value.code, bad.value.line) == (code, line)
    assert code in WRONG_CODES


@given(st.binary(max_size=200) | st.text('0123456789 -=\n"A', max_size=80).map(str.encode))
def test_anything_at_all_is_read_or_refused(data):
    try:
        read_blt(data)
    except BadBallots as bad:
        assert bad.code in WRONG_CODES


def test_reserved_places_are_read_from_a_remark_and_kept_by_command(tmp_path):
    reserved = '# reserved "youth": at least 1, at most 2 of 2 3\n'
    found = read_blt((FILE + reserved).encode()).reserved
    assert found == Reserved({"youth": Group(frozenset([2, 3]), 1, 2)})
    (tmp_path / "c.blt").write_text(
        '3 1\n7 1 0\n3 2 0\n0\n"A"\n"B"\n"C"\n"t"\n# reserved "youth": at least 1 of 2 3\n'
    )
    assert "Elected: B" in lipnet("count", str(tmp_path / "c.blt"))
    assert "reserved for youth" in lipnet("count", str(tmp_path / "c.blt"))
    refused = lipnet("count", str(tmp_path / "c.blt"), "--rule", "meek", code=1)
    assert "only the Scottish rules" in refused


def test_a_file_is_counted_by_command(tmp_path):
    file = tmp_path / "council.blt"
    file.write_text(
        '3 2\n7 1 2 0\n3 2 0\n5 3 0\n0\n"Amina"\n"Béatrice"\n"Chen"\n"Council"\n', "utf-8"
    )
    said = json.loads(lipnet("count", str(file), "--rule", "scottish", "--json"))
    assert (said["quota"], said["elected"]) == (6, [1, 3])
    assert said["stages"][1]["votes"] == {"1": "6.00000", "2": "3.99995", "3": "5.00000"}
    assert said["lots"] == []
    assert list(said)[:4] == ["quota", "elected", "stages", "lots"]
    assert "Elected: Amina, Chen" in lipnet("count", str(file))
    assert "line 1" in lipnet("count", __file__, code=1)


def test_every_rule_is_told_and_where_nobody_is_named_nobody_is_elected(tmp_path):
    file = tmp_path / "c.blt"
    file.write_text('2 1\n7 1 0\n3 2 0\n0\n"Amina"\n"Chen"\n"Council"\n')
    meek = json.loads(told(file, "--rule", "meek", "--json"))
    assert (meek["quota"], meek["elected"]) == ("5.000000001", [1])
    for rule in ("approval", "plurality"):
        assert "Elected: Amina" in told(file, "--rule", rule)
    for rule in ("slate", "acclamation"):
        assert "Error: " in told(file, "--rule", rule, code=1)
    file.write_text('2 1\n-1 -2\n7 1 0\n0\n"Amina"\n"Chen"\n"Council"\n')
    for rule in ("scottish", "meek", "approval", "plurality", "slate", "acclamation"):
        assert "Elected: nobody" in told(file, "--rule", rule)
    none = json.loads(told(file, "--json"))
    assert (none["elected"], none["stages"], none["lots"]) == ([], [], [])


def test_lots_are_decided_as_the_outcome_tells(tmp_path):
    file = tmp_path / "c.blt"
    file.write_text('3 1\n1 1 0\n1 2 0\n1 3 0\n0\n"A"\n"B"\n"C"\n"t"\n')
    assert "Elected: B" in told(file, "--seed", "drawn 3 1")
    assert "Elected: A" in told(file, "--seed", "drawn 2 3")
    assert "No --seed" in told(file)
    assert "No --seed" not in told(file, "--seed", "drawn 2 3")
    for missing in ("drawn 3", "drawn 3 3", "drawn"):
        assert "still to be drawn" in told(file, "--seed", missing, code=1)


@pytest.mark.parametrize("rule", sorted(set(RULES) - {"slate", "acclamation"}))
def test_a_count_is_told_in_french_with_the_figures_of_the_english_one(tmp_path, rule):
    file = tmp_path / "d.blt"
    names = '"Amina"\n"Bijan"\n"Chau"\n"Conseil"\n'
    file.write_text(f"3 1\n3 1 3 0\n3 2 3 0\n2 3 2 0\n0\n{names}", "utf-8")
    french, english = (told(file, "--rule", rule, "--lang", lang) for lang in ("fr", "en"))
    assert "Personnes élues\u00a0: " in french and "Elected" not in french
    figures = re.compile(r"^ +[\d.]+ ", re.MULTILINE)
    assert figures.findall(french) == figures.findall(english) != []
    assert not set("\u2068\u2069") & set(french)
    said, meant = (
        json.loads(told(file, "--rule", rule, "--lang", lang, "--json")) for lang in ("fr", "en")
    )
    for there, here in zip(said["stages"], meant["stages"], strict=True):
        assert there.pop("what") != here.pop("what")
    assert said == meant


def told(*words, code: int = 0) -> str:
    done = CliRunner().invoke(count, [*map(str, words)])
    assert done.exit_code == code, done.output
    return done.output


def lipnet(*words: str, code: int = 0) -> str:
    done = subprocess.run([LIPNET, *words], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout or done.stderr
