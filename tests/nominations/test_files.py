"""Files beside a nomination: checked by their content, read by few, gone with its words."""

import io
import zipfile
from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.core.refusals import Refusal
from lipnet.nominations import jobs
from lipnet.nominations.attachments import MOST_BYTES, NominationFile, attached
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    attach_file,
    close_call,
    name_reviewer,
    read_nomination,
    remove_file,
    stand,
)
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame", "amina@example.org")
PDF = b"%PDF-1.7\nA life."


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for name in names:
            zipped.writestr(name, "<w/>")
    return file.getvalue()


def sent(content: bytes, name: str) -> tuple:
    return io.BytesIO(content), name


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("cv.pdf", PDF, "cv.pdf"),
        ("C:\\papers\\cv.exe", PDF, "cv.pdf"),
        ("../../etc/passwd", "Été".encode(), "passwd.txt"),
        ("", b"\xff\xd8\xffA face", "file.jpg"),
        ("cv.doc", archive("word/document.xml"), "cv.docx"),
    ],
)
def test_a_file_is_known_by_its_content_and_named_for_it(name, content, kept):
    assert attached(name, content).name == kept


@pytest.mark.parametrize(
    "content",
    [
        b"", b" \n", b"MZ\x90\0program", b"PK\x03\x04rubbish", bytes(MOST_BYTES + 1),
        archive("word/document.xml", "word/vbaProject.bin"), archive("a"), b"<svg/>\xff",
    ],
)  # fmt: skip
def test_whatever_else_it_is_is_refused(content):
    with pytest.raises(Refusal) as no:
        attached("cv.pdf", content)
    assert no.value.field == "file"


@pytest.fixture
def standing(app):
    """Bob stands with a CV, in a call that a committee of Charlie reads: (app, nomination)."""
    alice = cast.alice()
    call = scene.opened(rules=Rules(way="recommendation"), by=alice)
    name_reviewer(call, cast.charlie(), by=alice)
    browser = Browser(app, cast.bob())
    path = f"/nominations/calls/{call.id}/stand"
    typed = {"statement-en": scene.WHY, "published": ["statement"]}
    page = browser.submit(path, {**typed, "file": sent(b"MZ\x90\0", "cv.pdf")})
    assert "The file may be a PDF" in page.text and not Nomination.select().count()
    browser.submit(path, {**typed, "file": sent(PDF, "vie.pdf")})
    return Nomination.get()


def test_the_nominee_and_the_coordinator_download_it_and_nobody_else(app, standing):
    (kept,) = NominationFile.listed(standing)
    address = f"/nominations/{standing.id}/files/{kept.id}"
    for person in (standing.nominee, cast.person("Ada Coordinates", "coordinator")):
        browser = Browser(app, person)
        assert "vie.pdf" in browser.get(f"/nominations/{standing.id}").text
        response = browser.get(address).response
        assert response.data == PDF and response.mimetype == "application/pdf"
        assert response.headers["Content-Disposition"] == "attachment; filename=vie.pdf"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "no-store"
    member = Browser(app, cast.person("Mia Member", "member"))
    assert "vie.pdf" not in member.get(f"/nominations/{standing.id}").html
    for path in (address, f"/nominations/{standing.id}/files"):
        member.get(path, status=404)
    other = stand(standing.call, statement=scene.WHY, by=cast.person("Omar Dia", "member"))
    Browser(app, other.nominee).get(f"/nominations/{other.id}/files/{kept.id}", status=404)


def test_the_committee_downloads_it_once_its_reading_is_noted(app, standing):
    (kept,) = NominationFile.listed(standing)
    charlie = standing.call.reviewers.get().person
    close_call(standing.call, by=charlie)
    browser = Browser(app, charlie)
    page, address = f"/nominations/{standing.id}/reading", f"/nominations/{standing.id}/files"
    assert "vie.pdf" not in browser.get(page).html
    browser.get(f"{address}/{kept.id}", status=404)
    marks = {str(seat.id): 2 for seat in standing.call.seats}
    read_nomination(standing, marks=marks, by=charlie)
    assert "vie.pdf" in browser.get(page).html
    browser.get(f"{address}/{kept.id}")
    browser.get(address, status=404)


def test_the_nominee_attaches_three_at_most_and_takes_one_away(app, standing):
    browser, address = Browser(app, standing.nominee), f"/nominations/{standing.id}/files"
    for number in (2, 3):
        browser.submit(address, {"file": sent(PDF, f"{number}.pdf")})
    page = browser.submit(address, {"file": sent(PDF, "4.pdf")})
    assert "at most 3 files" in page.text
    first = NominationFile.listed(standing)[0]
    browser.submit(address, form=f"/{first.id}/removal")
    assert [file.name for file in NominationFile.listed(standing)] == ["2.pdf", "3.pdf"]


def test_who_has_no_account_sends_a_file_with_the_answer(app):
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    address = f"/nominations/consent/{links.signed(scene.link_of(nomination))}?lang=en"
    answer = {"answer": "accept", "interests": scene.WORK}
    page = Browser(app).submit(address, {**answer, "file": sent(b"MZ\x90\0", "cv.pdf")})
    assert "The file may be a PDF" in page.text and page.fields()["interests"] == scene.WORK
    Browser(app).submit(address, {**answer, "file": sent(PDF, "cv.pdf")})
    assert [file.name for file in NominationFile.listed(nomination)] == ["cv.pdf"]


def test_files_go_with_the_words_and_a_withdrawn_nomination_takes_no_more(database):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    found = stand(call, statement=scene.WHY, file=attached("cv.pdf", PDF), by=bob)
    remove_file(attach_file(found, attached("2.pdf", PDF), by=bob), by=bob)
    close_call(call, by=alice)
    with clock.at(clock.now() + timedelta(days=366)):
        jobs.forget(database)
    assert NominationFile.select().count() == 0
    Nomination.update(withdrawn_at=clock.now()).execute()
    with pytest.raises(Refusal):
        attach_file(found, attached("cv.pdf", PDF), by=bob)
