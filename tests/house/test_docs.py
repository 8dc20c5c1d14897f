"""The docs name everything the command line and make can do, and no link in them leads nowhere."""

import re
from pathlib import Path

import click
import pytest

from lipnet.cli import main
from lipnet.core.web import access_of

TOP = Path(__file__).resolve().parents[2]
PAGES = sorted([TOP / "README.md", TOP / "CHANGELOG.md", *(TOP / "docs").glob("*.md")])
OWN = re.compile(r"(/home/|/Users/|/root/|/work/|/tmp/|[A-Z]:\\)\w")
LINK = re.compile(r"\]\(([^)\s]+)\)")
TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)


def words_of(command: click.Command, name: str = "") -> set[str]:
    """The command's own name and options, and those of everything below it."""
    words = {name} if name else set()
    words |= {option for p in command.params for option in p.opts if option.startswith("--")}
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            words |= words_of(command.get_command(context, below), f"{name} {below}".strip())
    return words


def is_named(word: str, text: str) -> bool:
    """Whether `word` stands in `text` within marks of code, by itself or at the beginning."""
    return re.search(rf"`(lipnet |make )?{re.escape(word)}(?![\w-])", text) is not None


def unnamed(words: set[str], *names: str) -> list[str]:
    text = "\n".join((TOP / name).read_text("utf-8") for name in names)
    return sorted(word for word in words if not is_named(word, text))


def anchors_of(page: Path) -> set[str]:
    """The anchors of a page's headings, as the usual viewers make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path) -> list[str]:
    links = LINK.findall(page.read_text("utf-8"))
    return [link for link in links if "://" not in link and not leads_somewhere(page, link)]


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.is_file() or not target.is_relative_to(TOP):
        return False
    return not anchor or anchor in anchors_of(target)


def test_every_command_and_option_is_told_to_operators():
    words = words_of(main)
    assert {"migrate", "xlsform check", "--data", "--back"} <= words
    assert unnamed(words, "docs/operators.md") == []


def test_every_make_target_is_told_to_developers():
    targets = set(TARGET.findall((TOP / "Makefile").read_text("utf-8")))
    assert {"run", "test", "setup"} <= targets
    assert unnamed({f"make {target}" for target in targets}, "docs/developers.md") == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    assert broken_links(page) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_speaks_of_one_persons_machine(page):
    assert OWN.findall(page.read_text("utf-8")) == []


def test_the_readme_leads_to_every_page_of_the_docs():
    linked = {link.partition("#")[0] for link in LINK.findall((TOP / "README.md").read_text())}
    assert {f"docs/{page.name}" for page in PAGES if page.parent.name == "docs"} <= linked


def test_the_guard_sees_a_missing_word_and_a_link_to_nowhere(tmp_path):
    assert not is_named("--jsonl", "`--json`")
    assert not is_named("serve", "`server`")
    assert is_named("export", "`export TARGET`")
    page = tmp_path / "page.md"
    page.write_text("[gone](gone.md) [away](https://example.org) [itself](#title)\n# Title\n")
    assert broken_links(page) == ["gone.md", "#title"]
    assert OWN.search("see /home/ana/lipnet")


def test_the_proxy_of_the_docs_logs_no_page_that_leaves_no_trace(app):
    """A line with a voter's link and its second is worth as much as her name beside her ballot."""
    (quiet,) = re.findall(r"location ~ (\^\S+) \{", (TOP / "docs/operators.md").read_text("utf-8"))
    with app.app_context():
        rules = [r for r in app.url_map.iter_rules() if leaves_no_trace(r.endpoint)]
    assert {"/vote/<token>"} <= {rule.rule for rule in rules}
    assert [rule.rule for rule in rules if not re.match(quiet, rule.rule)] == []


def leaves_no_trace(endpoint: str) -> bool:
    return getattr(access_of(endpoint), "cookieless", False)
