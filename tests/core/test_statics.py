"""Files of the program itself: what is none of them is not found, and a script comes whole."""

import re

import pytest

from lipnet.core import scripts
from lipnet.core.statics import FOLDER, kept
from tests.browsing import Browser

SCRIPTS = sorted((FOLDER / "js").rglob("*.js"))
AT_THE_TOP = re.compile(r"^(?:async )?(?:function|class|const|let) (\w+|\{[^}]*\})", re.MULTILINE)


def test_a_name_that_no_file_could_have_is_not_found(app):
    for name in ("a" * 300, "css", "../pyproject.toml", "%2e%2e/pyproject.toml"):
        assert Browser(app).client.get(f"/static/{name}").status_code == 404, name


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_ties_itself_to_others_only_as_joining_undoes_it(script):
    sent = kept(script.relative_to(FOLDER).as_posix()).content.decode()
    assert not re.findall(r"^import\b.* as .*", script.read_text("utf-8"), re.MULTILINE)
    if scripts.pieces(script) != [script]:
        assert not re.findall(r"^\s*(?:import|export)\b.*", sent, re.MULTILINE)
    found = ",".join(each.strip("{}") for each in AT_THE_TOP.findall(sent)).split(",")
    names = [each.strip() for each in found]
    assert len(names) == len(set(names)), "two pieces sent as one give the same name"


def test_a_line_of_a_script_that_is_sent_with_others_is_found_below_its_name():
    sent = kept("js/answering.js").content.decode().splitlines()
    for piece in scripts.pieces(FOLDER / "js" / "answering.js"):
        begin = sent.index(f"// {piece.relative_to(FOLDER / 'js').as_posix()}") + 1
        lines = piece.read_text("utf-8").splitlines()
        there = sent[begin : begin + len(lines)]
        own = [re.sub(r"^export |^import .*", "", line) for line in lines]
        assert there == own, piece


def test_a_script_is_sent_with_what_it_imports_before_it(tmp_path):
    piece, whole = tmp_path / "piece.js", tmp_path / "whole.js"
    piece.write_text("export const one = 1;\n")
    whole.write_text('import { one } from "./piece.js";\nuse(one);\n')
    assert scripts.pieces(whole) == [piece, whole]
    sent = scripts.joined(scripts.pieces(whole), tmp_path).decode()
    assert sent == "// piece.js\nconst one = 1;\n\n// whole.js\n\nuse(one);\n"
