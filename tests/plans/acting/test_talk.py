"""Files show what was done; members comment and may take their words back."""

from io import BytesIO

import pytest

from lipnet.core.brought import file_brought
from lipnet.core.refusals import NotYours, Refusal
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.notes import ActionComment, ActionFile
from tests import cast
from tests.browsing import Browser
from tests.plans import scene

PDF = b"%PDF-1.7 who came"


def test_a_member_comments_and_takes_it_back_and_nobody_else_can(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    scene.action(scene.plan(alice), alice)
    year = scene.ActionPlan.get().fiscal_year
    browser, path = Browser(app, bob), f"/plans/{year}/actions/1/comments/new"
    page = browser.submit(path, {"text": "The hall is <b>free</b> on Fridays"})
    assert "The hall is <b>free</b> on Fridays" in page.text and "Bob Tremblay" in page.text
    comment = ActionComment.get()
    for other in (alice, charlie):
        assert not [f for f in Browser(app, other).get(f"/plans/{year}/actions/1").all("form")
                    if "withdrawal" in (f["action"] or "")]  # fmt: skip
        with pytest.raises(NotYours):
            acting.withdraw_comment(comment, by=other)
    page = browser.submit(f"/plans/{year}/actions/1", form="withdrawal")
    assert "Fridays" not in page.text and "This comment was taken back." in page.text
    assert ActionComment.get().text == ""
    with pytest.raises(Refusal, match="taken back already"):
        acting.withdraw_comment(ActionComment.get(), by=bob)
    Browser(app, cast.vera()).get(path, status=404)


def test_an_empty_comment_is_refused(app):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    with pytest.raises(Refusal, match="few words"):
        acting.comment_on_action(action, "  ", by=alice)


def test_a_file_stands_beside_the_action_or_its_note_and_is_given_back_to_be_saved(app):
    alice, charlie = cast.alice(), cast.charlie()
    action = scene.action(scene.plan(alice), alice, lead_person=charlie)
    year, browser = action.plan.fiscal_year, Browser(app, charlie)
    browser.submit(f"/plans/{year}/actions/1/files/new", {"file": (BytesIO(PDF), "list.pdf")})
    browser.submit(
        "/plans/actions/1/progress", {"status": "on_track", "file": (BytesIO(PDF), "photo.pdf")}
    )
    page = Browser(app, cast.vera()).get("/plans/actions/1")
    assert "list.pdf" in page.text and "photo.pdf" in page.text
    beside, on_note = ActionFile.select().order_by(ActionFile.id)
    assert (beside.note, on_note.note.action) == (None, action)
    kept = browser.client.get(f"/plans/files/{beside.id}")
    assert kept.data == PDF
    assert "attachment" in kept.headers["Content-Disposition"]
    Browser(app, cast.bob()).get(f"/plans/{year}/actions/1/files/new", status=403)
    bad = {"status": "on_track", "text-fr": "Gardé", "file": (BytesIO(b"no"), "x.pdf")}
    page = browser.submit("/plans/actions/1/progress", bad)
    assert page.fields()["text-fr"] == "Gardé"
    assert action.notes.count() == 1


def test_the_same_file_may_show_two_things(house):
    alice = cast.alice()
    action = scene.action(scene.plan(alice), alice)
    for name in ("a.pdf", "b.pdf"):
        acting.show_by_file(action, file_brought(name, PDF), by=alice)
    assert [row.name for row in ActionFile.select().order_by(ActionFile.id)] == ["a.pdf", "b.pdf"]
