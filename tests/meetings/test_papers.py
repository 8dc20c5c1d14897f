"""Minutes taken away: the words of the page, in Word and PDF, for those who may read it."""

import io
import re
from datetime import UTC, datetime
from urllib.parse import unquote

import docx
import pytest

from lipnet.core import clock
from lipnet.core.partnership import introduce
from lipnet.groups.operations import draft_terms_of_reference, put_terms_in_force
from lipnet.meetings import operations
from lipnet.meetings.access import own_vote
from lipnet.meetings.document import minutes_of
from lipnet.meetings.evotes.operations import ask_for_vote, cast_vote, close_vote
from lipnet.meetings.minuting import operations as minuting
from lipnet.meetings.papers import minutes_paper
from lipnet.meetings.room.operations import record_movement
from lipnet.press import as_text
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.meetings.comparing import READ_BY, bare, shown
from tests.press.reading import words
from tests.press.tagged import Tagged

NOTES = {
    "en": "The library *offered* a room. #set $x$\n\n- one\n- two\n\n1. first",
    "ar": "عرضت المكتبة قاعة يوم \u20682026-12-01\u2069 وهاتفها \u2068613-555-0100\u2069.",
}
ASKED = datetime(2026, 9, 3, 14, tzinfo=UTC)
CLOSING = datetime(2026, 9, 10, 21, tzinfo=UTC)
SECRET = "Zanzibar"


@pytest.fixture
def minutes(app):
    """(Alice, a meeting with a line of every kind): adopted, and corrected."""
    with app.test_request_context():
        return _adopted()


def _adopted():
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    introduce(by=alice, name={"en": "Harbour Partnership", "fr": "Partenariat du Havre"})
    council = scene.body(alice, charlie, chair=bob, kind="council", name="Council / Conseil")
    _votes_between_meetings(council, bob, charlie, alice)
    first = scene.held(council, bob, charlie, by=alice)
    with clock.at(scene.DAY):
        item = operations.put_on_agenda(
            first, {"en": "Classes", "fr": "Cours"}, presenter=charlie, by=alice
        )
        operations.put_on_agenda(first, {"en": "<b>Other</b> \\ business"}, by=alice)
        secret = operations.put_on_agenda(first, {"en": SECRET}, by=alice)
        operations.decide(first, {"en": f"We go to {SECRET}."}, item=secret, by=alice)
        minuting.keep_confidential(secret, "It is about a person.", by=alice)
        operations.write_notes(item, NOTES, by=alice)
        operations.write_minutes(first, {"fr": "Merci à l’équipe."}, by=alice)
        motion = scene.carried(first, bob, charlie, alice, "That we ask both boards.")
        text = {"en": "We ask both.", "fr": "Nous demandons aux deux."}
        why = [scene.finding(alice)]
        operations.decide(first, text, motion=motion, item=item, because=why, by=alice)
        operations.take_action(
            first, {"en": "Write to them."}, owner=charlie, item=item, due=scene.LATER,
            because=why, by=alice,
        )  # fmt: skip
        guest = operations.add_attendee(first, status="guest", name="مريم العلي", by=alice)
        record_movement(guest, "18:45", there=True, by=alice)
        record_movement(guest, "19:50", there=False, by=alice)
        operations.move_motion(first, {"en": "That we close."}, mover=bob, seconder=charlie,
                               result="carried", at="19:55", in_favour=2, by=alice)  # fmt: skip
    scene.circulated(first, alice)
    later = scene.held(council, bob, charlie, by=alice, on=scene.LATER)
    motion = scene.carried(later, bob, charlie, alice)
    with clock.at(scene.LATER):
        adoption = operations.adopt_minutes(first.minutes, motion=motion, by=alice)
        operations.correct_minutes(adoption, {"fr": "Deux et non trois."}, motion=motion, by=alice)
    return alice, first


def _votes_between_meetings(council, bob, charlie, alice) -> None:
    """One that carried, with who did not answer; one in which too few answered."""
    terms = draft_terms_of_reference(
        council, sections=[], quorum_kind="fixed", quorum_value=2,
        between={"percent": 50, "rule": "cast", "alternates": False}, by=alice,
    )  # fmt: skip
    put_terms_in_force(terms, on=scene.FOUNDED, by=alice)
    for text, answers in (("Que nous louions la salle.", ("against", "in_favour")), ("Rien.", ())):
        with clock.at(ASKED):
            vote = ask_for_vote(council, {"fr": text}, mover=bob, seconder=charlie,
                                closes_at=CLOSING, by=alice)  # fmt: skip
            for person, choice in zip((bob, charlie), answers, strict=False):
                cast_vote(own_vote(vote, person), choice, by=person)
        with clock.at(CLOSING):
            close_vote(vote, by=alice)


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_the_files_say_word_for_word_what_the_page_says(app, minutes, tag):
    alice, meeting = minutes
    assert SECRET in compared(app, alice, meeting, tag)


def test_whoever_does_not_belong_to_the_group_takes_away_no_confidential_word(app, minutes):
    _, meeting = minutes
    with app.test_request_context():
        vera = cast.vera()
    told = compared(app, vera, meeting, "en")
    assert "One item was confidential." in told and SECRET not in told
    assert "18:45" not in told and "6:45 pm: مريم العلي arrived." in told
    assert "answered" in told and "Motion without a number Too few" in told


def test_minutes_frozen_before_there_were_votes_and_arrivals_are_written_as_they_were(app, minutes):
    alice, meeting = minutes
    with app.test_request_context():
        adoption = meeting.adoption
        new = ("between", "movements")
        old = {key: told for key, told in adoption.frozen.items() if key not in new}
        for motion in old["motions"]:
            del motion["at"], motion["quorum"]
        type(adoption).update(frozen=old).execute()
    told = compared(app, alice, meeting, "en")
    assert "between meetings" not in told and "arrived" not in told and "That we close." in told


def compared(app, person, meeting, tag: str) -> str:
    """What the page says to `person`; both files say the same."""
    browser = Browser(app, person)
    page = browser.get(f"/meetings/{meeting.id}/minutes?lang={tag}")
    head = words("Partenariat du Havre" if tag == "fr" else "Harbour Partnership")
    for kind, read in READ_BY.items():
        read_back = read(taken(browser, meeting, tag, kind).data)
        assert read_back[: len(head)] == head
        assert bare(read_back[len(head) :]) == bare(shown(page)), kind
    return " ".join(shown(page))


def test_the_files_are_named_and_say_their_language(app, minutes):
    alice, meeting = minutes
    browser = Browser(app, alice)
    word = taken(browser, meeting, "fr", "docx")
    name = unquote(word.headers["Content-Disposition"].partition("UTF-8''")[2])
    assert name == "Procès-verbal du 17 septembre 2026 Council Conseil.docx"
    opened = docx.Document(io.BytesIO(word.data))
    assert opened.core_properties.language == "fr"
    assert opened.core_properties.author == "Partenariat du Havre"
    pdf = Tagged(taken(browser, meeting, "ar", "pdf").data)
    assert pdf.root["/Lang"] == "ar" and "en" in pdf.languages
    assert pdf.tags.count("/H1") == 1


def test_the_page_offers_the_languages_of_the_minutes_and_of_the_reader(app, minutes):
    alice, meeting = minutes
    page = Browser(app, alice).get(f"/meetings/{meeting.id}/minutes?lang=ar")
    offered = [a["href"].rpartition("/")[2] for a in page.all("a") if "/minutes/in/" in a["href"]]
    assert offered == [f"{tag}.{kind}" for tag in ("ar", "en", "fr") for kind in ("docx", "pdf")]


@pytest.mark.parametrize("end", ["so.pdf", "en.odt", "xx.docx"])
def test_other_languages_and_kinds_are_not_written(app, minutes, end):
    alice, meeting = minutes
    Browser(app, alice).get(f"/meetings/{meeting.id}/minutes/in/{end}", status=404)


def test_who_may_not_see_the_minutes_gets_no_file(app, minutes):
    _, meeting = minutes
    with app.test_request_context():
        tam = cast.person("Tam Translates", "translator")
    response = Browser(app, tam).client.get(f"/meetings/{meeting.id}/minutes/in/en.docx")
    assert response.status_code in (403, 404)
    response = Browser(app).client.get(f"/meetings/{meeting.id}/minutes/in/en.docx")
    assert response.status_code in (302, 303)


def test_what_is_withheld_is_not_written_and_neither_are_corrections(app, minutes):
    _, meeting = minutes
    with app.test_request_context():
        document = minutes_of(meeting)
        gone = document["agenda"][0]
        left = gone | {"title": {}, "notes": {}, "because": [], "declared": [], "withheld": True}
        kept = {
            kind: [line for line in document[kind] if line["item"] != gone["id"]]
            for kind in ("motions", "decisions", "actions")
        }
        agenda = [left, *document["agenda"][1:]]
        text = as_text(minutes_paper(meeting, document | kept | {"agenda": agenda}))
    assert "1 One item was confidential." in text
    assert not re.search("Classes|library|We ask both|Deux et non", text)


def taken(browser, meeting, tag: str, kind: str):
    response = browser.client.get(f"/meetings/{meeting.id}/minutes/in/{tag}.{kind}")
    assert response.status_code == 200
    return response
