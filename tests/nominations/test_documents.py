"""A call has documents that everybody reads, and says in which languages people write."""

import io
from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.brought import file_brought
from lipnet.core.refusals import Refusal
from lipnet.nominations.documents import CallDocument
from lipnet.nominations.further import Further
from lipnet.nominations.models import Call
from lipnet.nominations.operations import (
    add_document,
    close_call,
    open_call,
    take_document,
    write_call,
)
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

PDF = b"%PDF-1.7\nTerms of reference"
TITLE = {"en": "Terms of reference", "fr": "Cadre de référence"}


def test_a_document_is_a_pdf_or_an_address_and_leaves_only_a_draft(database):
    alice = cast.alice()
    call = scene.draft(scene.committee(by=alice), by=alice)
    brought = file_brought("terms.pdf", PDF)
    page = add_document(call, TITLE, link="https://lip.example/terms", by=alice)
    for wrong, match in (
        ({}, "Choose a file"),
        ({"link": "https://lip.example", "brought": brought}, "Choose a file"),
        ({"link": "javascript:alert(1)"}, "must begin with"),
        ({"brought": file_brought("list.csv", b"a,b")}, "must be a PDF"),
    ):
        with pytest.raises(Refusal, match=match):
            add_document(call, TITLE, **wrong, by=alice)
    take_document(page, by=alice)
    kept = add_document(open_call(call, by=alice), TITLE, brought=brought, by=alice)
    with pytest.raises(Refusal, match="documents stay"):
        take_document(kept, by=alice)
    with pytest.raises(Refusal, match="do not change"):
        add_document(close_call(call, by=alice), TITLE, link="https://lip.example", by=alice)
    assert CallDocument.of(call) == [kept]


def test_everybody_saves_the_document_once_the_call_is_open(app):
    alice = cast.alice()
    call = scene.draft(scene.committee(by=alice), by=alice)
    desk = Browser(app, alice)
    sent = desk.get(f"/nominations/calls/{call.id}/documents").fields()
    file = (io.BytesIO(PDF), "Terms of reference.pdf")
    desk.post(
        f"/nominations/calls/{call.id}/documents",
        {**sent, "title-en": TITLE["en"], "file": file},
        content_type="multipart/form-data",
    )
    address = f"/calls/{call.id}/documents/{CallDocument.get().id}"
    assert app.test_client().get(address).status_code == 404
    open_call(call, by=alice)
    page = Browser(app).get(f"/calls/{call.id}?lang=en")
    assert page.links()["Terms of reference"] == address
    answer = app.test_client().get(address)
    assert answer.data == PDF and "Set-Cookie" not in answer.headers
    assert answer.headers["Content-Disposition"].startswith("attachment")
    Browser(app, cast.bob()).get(f"/nominations/calls/{call.id}/documents", status=404)


def test_a_call_offers_its_languages_on_its_page_its_forms_and_its_poster(app):
    alice = cast.alice()
    body = scene.committee(by=alice)
    call = write_call(
        body, title={"en": "Join us"}, seats={seat: {} for seat in scene.seats_of(body)},
        opens_on=clock.today(), closes_on=clock.today() + timedelta(days=9),
        further=Further(languages=("en", "ar")), by=alice,
    )  # fmt: skip
    desk = Browser(app, alice)
    fields = desk.get(f"/nominations/calls/{call.id}/edit").fields()
    assert set(fields["languages"]) == {"en", "ar"}
    open_call(call, by=alice)
    for path in (f"/calls/{call.id}", f"/calls/{call.id}/nominate/myself"):
        page = Browser(app).get(f"{path}?lang=en")
        assert [a["hreflang"] for a in page.all("a") if a.has("hreflang")] == ["en", "ar"]
        assert "one of these languages: English and العربية" in page.text
    poster = desk.get(f"/nominations/calls/{call.id}/poster").text
    assert "lang=ar" in poster and "lang=fr" not in poster
    assert Call.get().is_open
