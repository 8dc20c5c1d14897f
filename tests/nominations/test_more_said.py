"""Who nominates themselves without an account says as much of themselves as a member does."""

import io

import pytest

from lipnet.core import links, migrations
from lipnet.core.db import db
from lipnet.nominations.attachments import NominationFile
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import bring_in, close_call, keep_late, open_call
from lipnet.nominations.proposals import Proposal
from lipnet.nominations.statements import SHOWABLE
from lipnet.people.models import Person
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_public import ME, WHY, confirm, letter_link, propose

SAID = {
    "interests": scene.WORK, "skills": "Bookkeeping.", "lived": ["refugee", "youth"],
    "organisation": "Tuesday Circle", "endorser": "Ruth Obi", "conflict": "some",
    "conflict_about": "My sister rents a hall to us.", "accommodations": "No stairs.",
    "published": ["skills", "interests"],
}  # fmt: skip


@pytest.fixture
def written(app):
    """An open call, and a letter about who proposes themselves."""
    call = scene.opened(by=cast.alice())
    propose(app, call, "myself", ME)
    return call


def in_sight(page, name: str) -> bool:
    """Whether no closed part of the page hides the box."""
    box = next(box for box in page.all("textarea") if box["name"] == name)
    return all(part.has("open") for part in box.ancestors() if part.tag == "details")


def test_all_that_a_nominee_can_say_is_said_where_it_is_confirmed(app, written):
    cv = {"file": (io.BytesIO(b"Twenty years of ledgers."), "cv.txt")}
    page = Browser(app).submit(letter_link(Proposal.get()), {**SAID, **cv})
    assert page.heading == "Thank you. You stand in this call."
    assert "Set-Cookie" not in page.response.headers
    made = Nomination.get()
    assert {name: getattr(made, name) for name in SAID} == SAID | {
        "published": [part for part in SHOWABLE if part in SAID["published"]]
    }
    assert [file.name for file in NominationFile.listed(made)] == ["cv.txt"]


def test_what_must_be_mended_stays_on_the_page_and_the_link_still_works(app, written):
    address = letter_link(Proposal.get())
    for wrong in ({"skills": "x" * 501}, {"conflict": "some", "conflict_about": ""}):
        page = Browser(app).submit(address, SAID | wrong, status=409)
        assert in_sight(page, "skills") and WHY in page.text
        assert page.fields()["interests"] == scene.WORK
        assert page.fields()["lived"] == SAID["lived"]
    picture = {"file": (io.BytesIO(b"\x00\x01\x02nothing"), "cv.exe")}
    assert "PDF" in Browser(app).submit(address, {**SAID, **picture}, status=409).text
    assert not Nomination.select().exists()
    assert confirm(app).heading == "Thank you. You stand in this call."


def test_what_was_said_while_the_call_closed_stands_in_the_form_of_the_next_one(app, written):
    alice = Person.get(Person.name == "Alice Moreau")
    address = letter_link(Proposal.get())
    typed = Browser(app).get(address).fields() | SAID
    close_call(written, by=alice)
    assert Browser(app).post(address, typed).heading == "Kept for the next call"
    again = open_call(scene.draft(written.body, by=alice), by=alice)
    made = bring_in(Proposal.get(), again, by=alice)
    assert made.is_waiting and not made.published
    token = links.signed(scene.link_of(made))
    page = Browser(app).get(f"/nominations/consent/{token}?lang=en")
    shown = page.fields()
    assert (shown["interests"], shown["skills"]) == (scene.WORK, "Bookkeeping.")
    assert shown["lived"] == SAID["lived"] and "published" not in shown


def test_who_proposes_somebody_else_is_asked_nothing_of_them(app):
    call = scene.opened(by=cast.alice())
    other = {"nominee_name": "Omar Diallo", "nominee_email": "omar@public.example"}
    propose(app, call, "someone", {**ME, **other})
    assert not Browser(app).get(letter_link(Proposal.get())).fields()
    Browser(app).post(letter_link(Proposal.get()), SAID)
    assert Nomination.get().interests == "" and Nomination.get().is_waiting


def test_the_limit_of_each_language_is_counted_and_kept_apart(app):
    call = scene.opened(by=cast.alice())
    page = Browser(app).get(f"/calls/{call.id}/nominate/myself?lang=ar")
    boxes = page.all("textarea")
    assert [box["name"] for box in boxes] == ["statement-ar", "statement-en", "statement-fr"]
    assert {box["data-most"] for box in boxes} == {str(call.rules.statement_limit)}
    long = {**ME, "statement-fr": "é" * (call.rules.statement_limit + 1)}
    page = propose(app, call, "myself", long)
    assert "1501" in page.text and page.fields()["statement-fr"] == long["statement-fr"]
    assert in_sight(page, "statement-fr") and not Proposal.select().exists()


def test_what_was_kept_before_is_in_the_language_it_was_written_in(database):
    alice, charlie = cast.alice(), cast.charlie()
    keep_late(close_call(scene.opened(by=alice), by=alice), None, statement=WHY, by=charlie)
    migrations.migrate_back(database.folder, "0059_words_without_an_account")
    assert db.execute_sql("SELECT statement FROM proposal").fetchone() == (WHY,)
    migrations.migrate(database.folder)
    kept = Proposal.get()
    assert (kept.statement, kept.said) == ({"fr": WHY}, {})
