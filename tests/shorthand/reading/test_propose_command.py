"""`lipnet minutes propose FILE`."""

import json

import pytest
from click.testing import CliRunner

from lipnet.cli import main
from lipnet.meetings.bringing.reading import WRONG
from lipnet.shorthand import unread
from tests.documents.files import archive, docx, paragraph, pdf

MINUTES = (
    "\ufeff# Minutes of the Youth Working Group, 12 March 2026\r\n\r\n"
    "Present: Amina Okafor, Ben Whitfield\r\nRegrets: Dev Patel\r\n\r\n"
    "MOTION: That the plan be adopted.\r\nM/S: Okafor / Whitfield\r\nCARRIED\r\n\r\n"
    "ACTION: Amina to send the plan by April 30\r\n"
)


def run(path, *options):
    return CliRunner().invoke(main, ["minutes", "propose", str(path), *options])


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_bytes(MINUTES.encode())
    return path


def test_a_program_gets_everything_with_its_place(minutes):
    told = json.loads(run(minutes, "--lang", "en", "--json").stdout)
    text = MINUTES.removeprefix("\ufeff").replace("\r\n", "\n")
    assert (told["date"], told["body"]) == ("2026-03-12", "Youth Working Group")
    assert told["attendees"] == [
        {"name": "Amina Okafor", "status": "present"},
        {"name": "Ben Whitfield", "status": "present"},
        {"name": "Dev Patel", "status": "regrets"},
    ]
    (action,), (decision,) = told["actions"], told["decisions"]
    assert text[action["start"] : action["end"]] == action["text"]
    assert (action["owners"], action["due"]) == (["Amina"], "2026-04-30")
    assert text[decision["start"] : decision["end"]].startswith("That the plan be adopted.")
    assert [decision[key] for key in ("kind", "mover", "seconder", "outcome")] == [
        "motion",
        "Okafor",
        "Whitfield",
        "carried",
    ]


def test_a_person_gets_a_readable_list(minutes):
    shown = run(minutes).stdout
    assert "2026-03-12  Youth Working Group  (en)" in shown
    assert "Amina to send the plan by April 30 [Amina; 2026-04-30]" in shown
    assert "Dev Patel: regrets" in shown


def test_a_page_is_counted_in_its_own_letters(tmp_path):
    page = "<html><h1>Minutes</h1><p>ACTION: Amina to <b>write</b> &amp; call</p></html>"
    path = tmp_path / "minutes.html"
    path.write_text(page)
    (action,) = json.loads(run(path, "--json").stdout)["actions"]
    assert page[action["start"] : action["end"]] == "Amina to <b>write</b> &amp; call"


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_word_and_pdf_are_read_too(tmp_path, kind):
    line = "ACTION: Amina to call the library"
    path = tmp_path / f"minutes.{kind}"
    path.write_bytes(docx(paragraph(line)) if kind == "docx" else pdf(line))
    (action,) = json.loads(run(path, "--json").stdout)["actions"]
    assert (action["text"], action["owners"]) == ("Amina to call the library", ["Amina"])


BOMB = archive(**{"word/document.xml": " " * (51 * 1024 * 1024)})
BROKEN = {
    "empty": (b"", "no text", "pas de texte"),
    "damaged": (b"%PDF-1.7 torn", "damaged", "endommagé"),
    "damaged Word": (b"PK\x03\x04torn", "damaged", "endommagé"),
    "a bomb": (BOMB, "unpack to more", "une fois décompressé"),
    "sealed": (pdf("Minutes", password="secret"), "password", "mot de passe"),
    "20 MB": (b"a" * 20_000_000, "at most", "au plus"),
    "1 MB": (b"a " * 500_000, "more than", "plus de 500000 caractères"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_ends_with_a_sentence_in_both_languages(tmp_path, monkeypatch, kind):
    data, *messages = BROKEN[kind]
    path = tmp_path / "minutes.txt"
    path.write_bytes(data)
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    for language, message in zip(("en_CA.UTF-8", "fr_CA.UTF-8"), messages, strict=True):
        monkeypatch.setenv("LANG", language)
        ended = run(path)
        assert ended.exit_code == 1
        assert message in ended.output
        assert "Traceback" not in ended.output


def test_both_languages_tell_every_reason():
    assert unread.ENGLISH.keys() == unread.FRENCH.keys() == WRONG.keys()


def test_a_missing_file_and_an_unknown_language_are_told(tmp_path, minutes):
    assert run(tmp_path / "gone.txt").exit_code == 1
    assert run(minutes, "--lang", "xx").exit_code == 2
