"""Old minutes are brought, looked at, and recorded only as somebody confirmed them."""

import io
from datetime import date

import pytest

from lipnet import create_app
from lipnet.core import clock, thread
from lipnet.core.db import db
from lipnet.core.mail import Delivery
from lipnet.meetings import operations
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.bringing.reading import storable
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Attendance, Decision, Meeting, Minutes, Motion
from tests import cast
from tests.browsing import Browser
from tests.documents.files import archive, docx, paragraph, pdf
from tests.meetings import scene

OLD = """\
# Language working group
Date: 2026-02-12, 6:30 pm

Present: Alice Moreau, Bob Tremblay, Chuck Osei, Maria Unknown
Regrets: Vera Lopez

## Classes
MOTION: That evening classes be offered.
Moved by Bob, seconded by Charlie Osei. Carried.

DECISION: We write to the school board.

ACTION: Bob to find a room by 2026-03-01.
ACTION: Somebody should call the library.
"""
FRENCH = """\
# Groupe de travail, procès-verbal du 12 février 2019

Présents : CO, Alice Moreau (pour Vera Lopez)
Excusés : Vera Lopez

DÉCISION : On écrit au conseil scolaire.
SUIVI @CO : trouver une salle.
SUIVI @Bob : appeler la bibliothèque.
"""
HOSTILE = {
    "damaged.pdf": (b"%PDF-1.4\n%%broken" + bytes(range(256)), "or it is damaged"),
    "bomb.docx": (archive(**{"word/document.xml": " " * (51 * 1024 * 1024)}), "more than 50 MB"),
    "large.txt": (b"Minutes " * (20 * 1024 * 128), "larger than 10 MB"),
    "sealed.pdf": (pdf("Minutes", password="secret"), "protected by a password"),
    "empty.md": (b"  \n", "There is no text in this file"),
    "picture.png": (b"\x89PNG\r\n\x1a\n\0\0", "This is no text file"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word"),
    "long.txt": (b"Minutes. " * 60_000, "more than 500000 characters"),
}


@pytest.fixture
def app(database):
    made = create_app(database)
    db.connect(reuse_if_open=True)
    return made


@pytest.fixture
def there(app):
    alice, bob, charlie, vera = cast.alice(), cast.bob(), cast.charlie(), cast.vera()
    return alice, bob, charlie, vera, scene.body(alice, charlie, vera, chair=bob)


def sent(browser, body, *files, text="", status=200):
    token = browser.get("/meetings/bringing").fields()["csrf_token"]
    parts = [(io.BytesIO(content), name) for name, content in files]
    fields = {"csrf_token": token, "body": str(body.id), "text": text, "files": parts}
    return browser.post(
        "/meetings/bringing", fields, status=status, content_type="multipart/form-data"
    )


def press(browser, page, act):
    token = page.fields("/meetings/bringing/" + page.path.split("/")[3])["csrf_token"]
    return browser.post(page.path, {"csrf_token": token, "act": act})


def at(page=""):
    return f"/meetings/bringing/{BroughtMinutes.get().id}{page}"


def keys(kind):
    return [each["key"] for each in BroughtMinutes.get().proposals if each["kind"] == kind]


def values(key):
    return BroughtMinutes.get().proposal(key)["values"]


def nothing_is_recorded():
    tables = (Meeting, Motion, Decision, ActionItem, Attendance, Minutes)
    return not any(table.select().exists() for table in tables)


def test_what_was_kept_becomes_a_meeting_and_nothing_does_before(there, app):
    alice, bob, charlie, _vera, body = there
    chair = Browser(app, bob)
    page = sent(chair, body, ("february.md", OLD.encode()))
    assert page.path == at("") and "Nothing here is a record" in page.text
    first, second = keys("action")
    assert values(first)["owner"] == "" and values(second)["owner"] == f"person-{bob.id}"
    assert values("meeting") == {"on": "2026-02-12", "starts_at": "18:30", "place": ""}
    page = press(chair, page, "kept:meeting")
    page = press(chair, page, "all:attendee")
    for key in [*keys("decision"), *keys("action"), "text"]:
        page = press(chair, page, f"kept:{key}")
    assert nothing_is_recorded()
    assert "Everything is looked at." in page.text
    letters = Delivery.select().count()
    page = chair.submit(at("/record"))
    assert page.path.endswith("/minutes"), page.text
    meeting = Meeting.get()
    assert page.path == f"/meetings/{meeting.id}/minutes"
    assert (meeting.body, meeting.on.isoformat(), meeting.starts_at) == (
        body, "2026-02-12", "18:30",
    )  # fmt: skip
    motion, decision, action = Motion.get(), Decision.get(), ActionItem.get()
    assert (motion.mover, motion.seconder, motion.result) == (bob, charlie, "carried")
    assert decision.text["en"].startswith("We write to the school board")
    assert (action.owner, action.due.isoformat()) == (bob, "2026-03-01")
    there_then = {row.shown_name: row.status for row in meeting.attendances}
    assert there_then == {
        "Alice Moreau": "present", "Bob Tremblay": "present", "Charlie Osei": "present",
        "Maria Unknown": "present", "Vera Lopez": "regrets",
    }  # fmt: skip
    assert "call the library" in meeting.minutes.notes["en"]
    original = BroughtMinutes.get()
    for record in (meeting, motion, decision, action):
        assert thread.ref(original) in [
            thread.Ref(link.to_kind, link.to_id) for link in thread.came_from(thread.ref(record))
        ]
    assert Delivery.select().count() == letters
    seen = Browser(app, charlie).get(f"/meetings/{meeting.id}")
    assert "february.md" in seen.text
    page = Browser(app, charlie).get(at(""))
    assert "Somebody should call the library." in page.text
    _taken_out_again(app, alice, chair, meeting)


def _taken_out_again(app, alice, chair, meeting):
    """By the coordinator alone, and only while the minutes are a draft."""
    chair.get(at("/withdrawal"), status=404)
    coordinator = Browser(app, alice)
    operations.circulate_minutes(meeting, by=alice)
    page = coordinator.submit(at("/withdrawal"), status=409)
    assert "have been sent round" in page.text and Motion.select().exists()
    operations.take_back_minutes(meeting, by=alice)
    coordinator.submit(at("/withdrawal"))
    assert nothing_is_recorded() and not BroughtMinutes.select().exists()
    assert not thread.Because.select().exists()


def test_members_learn_nothing_of_a_desk(there, app):
    _alice, bob, charlie, vera, body = there
    sent(Browser(app, bob), body, ("february.md", OLD.encode()))
    for person in (charlie, vera):
        browser = Browser(app, person)
        browser.get("/meetings/bringing", status=404)
        for page in ("", "/original", "/record", "/removal", "/proposals/a1"):
            browser.get(at(page), status=404)
        assert "old minutes" not in browser.get("/meetings").text
    other = cast.person("Nadia Other", "member")
    elsewhere = scene.body(cast.person("Cora Two", "coordinator"), chair=other, name="Elsewhere")
    Browser(app, other).get(at(""), status=404)
    assert sent(Browser(app, other), body, ("x.txt", OLD.encode())).status == 200
    assert BroughtMinutes.select().count() == 1 and elsewhere.id != body.id


def test_what_cannot_be_read_is_told_by_file_and_the_others_go_on(there, app):
    alice, *_, body = there
    files = [(name, content) for name, (content, _) in HOSTILE.items()]
    page = sent(Browser(app, alice), body, *files, ("good.docx", docx(paragraph(OLD))))
    told = {[*row.all("bdi")][0].text: row.text for row in page.all("li") if [*row.all("bdi")]}
    for name, (_, sentence) in HOSTILE.items():
        assert sentence in told[name], name
    assert [row.name for row in BroughtMinutes.select()] == ["good.docx"]


def test_the_original_is_only_downloaded_under_what_it_is(there, app):
    alice, *_, body = there
    browser = Browser(app, alice)
    page = b"<!doctype html><script>alert(1)</script><p>ACTION: Bob to write."
    sent(browser, body, ("x.txt", page))
    response = browser.client.get(at("/original"))
    assert response.data == page
    assert response.headers["Content-Disposition"] == "attachment; filename=x.html"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_same_file_is_not_taken_twice(there, app):
    alice, *_, body = there
    browser = Browser(app, alice)
    page = sent(browser, body, ("february.md", OLD.encode()))
    assert "waits on the desk already" in sent(browser, body, ("copy.md", OLD.encode())).text
    press(browser, page, "kept:meeting")
    browser.submit(at("/record"))
    assert "is recorded already" in sent(browser, body, ("copy.md", OLD.encode())).text
    assert BroughtMinutes.select().count() == 1


def test_a_proposal_is_put_right_dropped_and_each_step_taken_back(there, app):
    alice, _bob, charlie, _vera, body = there
    browser = Browser(app, alice)
    page = sent(browser, body, text=OLD)
    assert page.heading == "Language working group.txt"
    first, _second = keys("action")
    browser.submit(
        at(f"/proposals/{first}"),
        {"owner": f"person-{charlie.id}", "due": "2026-01-01", "became": "open"},
    )
    assert values(first)["owner"] == ""  # due before the meeting: refused
    browser.submit(
        at(f"/proposals/{first}"),
        {"owner": f"person-{charlie.id}", "due": "2026-04-01", "became": "done"},
    )
    assert values(first)["owner"] == f"person-{charlie.id}"
    page = press(browser, page, f"dropped:{first}")
    assert BroughtMinutes.get().proposal(first)["state"] == "dropped"
    page = press(browser, page, "undo:")
    assert BroughtMinutes.get().proposal(first)["state"] == "kept"
    page = press(browser, page, "undo:")
    assert (values(first)["owner"], BroughtMinutes.get().proposal(first)["state"]) == ("", "open")
    assert "There is no step to take back." in press(browser, page, "undo:").text


def test_a_meeting_of_that_day_is_joined_and_a_refusal_leaves_nothing(there, app):
    alice, bob, charlie, _vera, body = there
    with clock.at(scene.DAY):
        standing = scene.called(body, alice, on=date(2026, 2, 12))
    browser = Browser(app, alice)
    page = sent(browser, body, ("february.md", OLD.encode()))
    motion = keys("decision")[0]
    for key in ("meeting", motion):
        page = press(browser, page, f"kept:{key}")
    page = browser.submit(at("/record"))
    assert "is not recorded as present." in page.text
    assert not Motion.select().exists() and not BroughtMinutes.get().is_recorded
    press(browser, browser.get(at("")), "all:attendee")
    browser.submit(at("/record"))
    assert Meeting.get() == standing and Motion.get().mover == bob
    assert Attendance.get(Attendance.person == charlie).status == "present"


def test_what_no_database_stores_is_left_out(there, app):
    alice, *_, body = there
    browser = Browser(app, alice)
    sent(browser, body, text=OLD)
    key = keys("action")[0]
    browser.submit(at(f"/proposals/{key}"), {"text": "Call\0 them"})
    assert values(key)["text"] == "Call them"
    assert storable("a\ud83db\0") == "a?b"


def test_a_desk_is_removed_with_its_file(there, app):
    alice, *_, body = there
    browser = Browser(app, alice)
    sent(browser, body, ("february.md", OLD.encode()))
    browser.submit(at("/removal"))
    assert not BroughtMinutes.select().exists() and nothing_is_recorded()
    db.connect(reuse_if_open=True)


def test_french_minutes_long_past_know_initials_and_who_sat_for_whom(there, app):
    alice, bob, charlie, vera, body = there
    browser = Browser(app, alice)
    page = sent(browser, body, text=FRENCH)
    meant = {p["values"]["name"]: p["values"] for p in desk_proposals("attendee")}
    assert meant["CO"]["person"] == f"person-{charlie.id}"
    assert meant["Alice Moreau"]["stands_for"] == f"person-{vera.id}"
    assert {p["values"]["became"] for p in desk_proposals("action")} == {"words"}
    browser.submit(at("/proposals/meeting"), {"starts_at": "18:30"})
    mine, his = [p["key"] for p in desk_proposals("action")]
    browser.submit(at(f"/proposals/{mine}"), {"became": "done"})
    for act in (f"kept:{his}", f"kept:{keys('decision')[0]}", "all:attendee"):
        page = press(browser, browser.get(at()), act)
    browser.submit(at("/record"))
    meeting, action = Meeting.get(), ActionItem.get()
    assert (action.owner, action.is_open) == (charlie, False)
    assert meeting.languages == ["fr"] and list(meeting.minutes.notes) == ["fr"]
    assert "Bob Tremblay" in meeting.minutes.notes["fr"] and bob.is_active
    assert Decision.get().text == {"fr": "On écrit au conseil scolaire."}
    seats = {row.shown_name: (row.status, row.alternate_for) for row in meeting.attendances}
    assert seats["Charlie Osei"] == ("present", None)
    assert seats["Alice Moreau"] == ("present", vera) and seats["Vera Lopez"][0] == "regrets"
    assert page.status == 200


def desk_proposals(kind):
    return [each for each in BroughtMinutes.get().proposals if each["kind"] == kind]
