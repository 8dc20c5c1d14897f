"""Text is taken for markup in one place, and only by those who are named here."""

import ast

from tests.house.test_floors import TOP, modules

TRUSTED_BY = {
    "core/multilingual.py",  # what it has just escaped
    "core/pages.py",  # sentences of the catalogues, what it has just escaped, its own template
    "core/patterns.py",  # drawn by segno
    "core/qr.py",  # drawn by segno
    "core/text.py",  # cleaned by nh3
    "core/web.py",  # a template of ours
    "surveys/places.py",  # a mark of our own
    "surveys/rendering.py",  # cleaned by inline() or escaped
    "surveys/respond.py",  # a code drawn from an address of our own
    "surveys/reviewing.py",  # what it has just escaped
    "surveys/whole.py",  # JSON with every letter that could end it written otherwise
}


def test_only_those_who_are_named_take_text_for_markup():
    found = {str(p.relative_to(TOP)) for p in modules() if _names_trusted(p.read_text("utf-8"))}
    assert found == TRUSTED_BY


def test_the_rule_against_taking_text_for_markup_is_set_aside_once():
    aside = [p for p in modules() if "noqa: S704" in p.read_text("utf-8")]
    assert [str(p.relative_to(TOP)) for p in aside] == ["core/markup.py"]


def _names_trusted(source: str) -> bool:
    imports = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.ImportFrom))
    return any(n.module == "lipnet.core.markup" for n in imports)
