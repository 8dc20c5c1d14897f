"""The pages of the log: who may do what, and what each of them is shown."""

import io

import pytest

from lipnet.engagement import operations
from lipnet.engagement.models import Engagement, EngagementFile
from lipnet.evidence.models import Finding
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene
from tests.meetings import scene as meetings

TYPED = {
    "kind": "focus_group", "title-en": "Women talk about work", "from_on": "2026-05-06",
    "people": "24", "language-ar": "14", "newcomer-newcomer": "21", "newcomer-other": "3",
    "money": "125.50",
}  # fmt: skip


def test_an_engagement_is_written_down_in_the_browser(app):
    browser = Browser(app, cast.alice())
    operations.choose_languages(["ar"], by=cast.person("Helper", "coordinator"))
    page = browser.submit("/engagement/new", TYPED)
    found = Engagement.get()
    assert page.heading == "Women talk about work" and "24 people" in page.text
    assert (found.cents, found.reached.count()) == (12550, 3)
    again = browser.submit(f"/engagement/{found.id}/edit", {"people": "25"})
    assert "25 people" in again.text and Engagement.get().cents == 12550


def test_a_count_that_is_no_number_or_too_large_is_said_at_its_place(app):
    browser = Browser(app, cast.alice())
    for wrong, said in (("x", "Write whole numbers"), ("25", "No count can be larger")):
        page = browser.submit("/engagement/new", {**TYPED, "language-fr": wrong})
        assert said in page.text and not Engagement.select().exists()
        assert "#language" in {a["href"] for a in page.all("a")}


def test_a_member_sees_no_small_count_and_none_that_gives_it_away(app):
    reached = {"newcomer": {"newcomer": 57, "other": 3}, "language": {"ar": 30, "so": 2}}
    found = scene.engagement(cast.alice(), reached=reached)
    page = Browser(app, cast.charlie()).get(f"/engagement/{found.id}?lang=en")
    assert "57" not in page.text and "30" in page.text
    assert page.text.count("not shown") >= 3


def test_only_the_coordinator_writes(app):
    heard = scene.heard(cast.alice())
    browser = Browser(app, cast.charlie())
    for path in (
        "new",
        "sheet",
        "whom",
        f"{heard.engagement_id}/edit",
        f"{heard.engagement_id}/removal",
    ):
        browser.get(f"/engagement/{path}", status=404)
    browser.post(f"/engagement/heard/{heard.id}/finding", status=404)
    assert not Finding.select().exists()


def test_what_was_heard_is_made_a_finding_by_one_button(app):
    browser = Browser(app, cast.alice())
    heard = scene.heard(cast.person("Helper", "coordinator"))
    path = f"/engagement/{heard.engagement_id}"
    page = browser.submit(path, form=f"/engagement/heard/{heard.id}/finding")
    assert page.path == f"/evidence/{Finding.get().id}"
    assert "Renting in Cedarmouth" in page.text
    assert "See the finding" in browser.get(path).text


def test_a_held_meeting_is_put_into_the_log_with_what_it_knows(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = meetings.held(meetings.body(alice, bob), bob, by=alice)
    browser = Browser(app, alice)
    page = browser.get(f"/meetings/{meeting.id}")
    path = page.links()["Put it into the log of engagements"]
    fields = browser.get(path).fields()
    assert (fields["people"], fields["from_on"], fields["place"]) == (
        "1", meeting.on.isoformat(), "Harbour Library",
    )  # fmt: skip
    browser.submit(path)
    assert Engagement.get().meeting == meeting
    assert "Put it into the log" not in browser.get(f"/meetings/{meeting.id}").text


@pytest.mark.parametrize(
    ("name", "content", "what", "is_kept"),
    [
        ("notes.pdf", b"%PDF-1.7 notes", "notes", True),
        ("notes.pdf", b"%PDF-1.7 notes", "people", False),
        ("sign-in_sheet.pdf", b"%PDF-1.7 names", "notes", False),
        ("table.csv", b"a@x.org\nb@x.org\nc@x.org\nd@x.org\n", "notes", False),
    ],
)
def test_notes_are_kept_and_lists_of_people_are_not(app, name, content, what, is_kept):
    browser, found = Browser(app, cast.alice()), scene.engagement(cast.person("Helper", "member"))
    page = browser.submit(
        f"/engagement/{found.id}/files/new", {"file": (io.BytesIO(content), name), "what": what}
    )
    assert EngagementFile.select().exists() == is_kept
    assert ("Lists of people and sign-in sheets are not kept here" in page.text) != is_kept
    if is_kept:
        kept = EngagementFile.get()
        browser.submit(f"/engagement/{found.id}", form=f"files/{kept.id}/removal")
        assert not EngagementFile.select().exists()


def test_the_list_is_narrowed_and_goes_onto_paper_and_into_a_sheet(app):
    alice = cast.alice()
    scene.engagement(alice)
    scene.engagement(alice, kind="training", title={"en": "How to rent"})
    browser = Browser(app, cast.vera())
    page = browser.get("/engagement?year=2026&kind=training")
    assert "How to rent" in page.text and "Renting in Cedarmouth" not in page.text
    assert "120" in browser.get("/engagement/print?year=2026").text
    sheet = browser.get("/engagement/engagements.csv?year=2026&kind=training")
    assert "How to rent" in sheet.html and "Renting" not in sheet.html


def test_a_sheet_is_looked_at_before_it_is_brought_in(app):
    browser = Browser(app, cast.alice())
    data = b"Date,Title,People\n2025-05-01,A supper,40\n"
    page = browser.submit("/engagement/sheet", {"sheet": (io.BytesIO(data), "past.csv")})
    assert page.heading == "What would happen" and not Engagement.select().exists()
    browser.post("/engagement/sheet/bringing", page.fields("/engagement/sheet/bringing"))
    assert Engagement.get().people == 40


def test_populations_are_named_and_put_aside(app):
    browser = Browser(app, cast.alice())
    browser.submit("/engagement/whom", form="/whom/usual")
    page = browser.submit("/engagement/whom", {"name-en": "Farm workers"})
    assert "Farm workers" in page.text and "Seniors" in page.text
    assert "named already" in browser.submit("/engagement/whom", {"name-en": "SENIORS"}).text
    browser.submit("/engagement/whom", form="/whom/1/retirement")
    assert "Newcomer youth" not in browser.get("/engagement/new").text
