"""The look keeps its own rules: both directions, no third party, small files."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
SHEETS = sorted((STATIC / "css").glob("*.css"))
TEMPLATES = sorted((ROOT / "lipnet/templates").rglob("*.html"))

PHYSICAL = re.compile(
    r"(margin|padding|border)-(left|right)|[;{\s](left|right)\s*:|text-align:\s*(left|right)"
    r"|float:\s*(left|right)|[;{\s](min-|max-)?(width|height)\s*:"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_speaks_of_start_and_end_only(sheet):
    assert not [line for line in sheet.read_text().splitlines() if PHYSICAL.search(line)]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_stays_in_its_layer_and_under_three_hundred_lines(sheet):
    text = sheet.read_text()
    assert text.lstrip().startswith("@layer")
    assert len(text.splitlines()) <= 300
    assert "!important" not in text.replace("[hidden] { display: none !important; }", "") or (
        sheet.name == "print.css"
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(sheet):
    assert not re.search(r"url\(\s*[\"']?(https?:)?//", sheet.read_text())
    assert "@import" not in sheet.read_text()


def test_the_address_of_a_font_changes_with_the_font():
    named = re.findall(r"\.\./fonts/([\w.-]+)\?v=(\w+)", (STATIC / "css/ground.css").read_text())
    fonts = {path.name: path for path in (STATIC / "fonts").glob("*.woff2")}
    assert {name for name, _ in named} == set(fonts)
    for name, version in named:
        assert hashlib.sha256(fonts[name].read_bytes()).hexdigest().startswith(version)
        assert (
            hashlib.sha256(fonts[name].read_bytes()).hexdigest()
            in (STATIC / "fonts/README.md").read_text()
        )


def test_the_fonts_of_pictures_and_papers_are_those_of_the_list():
    listed = (STATIC / "fonts/README.md").read_text()
    for path in (STATIC / "fonts").glob("*/*.ttf"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert f"| {path.parent.name}/{path.name} |" in listed and digest in listed, path


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_holds_no_style_and_no_script_of_its_own(page):
    text = page.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=\"|javascript:", text)
    scripts = re.findall(r"<script[^>]*>", text)
    assert all("src=" in tag or 'type="application/json"' in tag for tag in scripts)


@pytest.mark.parametrize("part", sorted((ROOT / "lipnet/templates/components").glob("*.html")))
def test_every_macro_is_described_in_the_docs(part):
    described = (ROOT / "docs/design.md").read_text()
    macros = set(re.findall(r"{% macro ([a-z]\w*)\(", part.read_text()))
    assert not [name for name in macros if f"`{name}(" not in described]
