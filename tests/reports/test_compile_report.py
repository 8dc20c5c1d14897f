"""The report is assembled from the plan's traces, put right, and frozen when published."""

from datetime import date

import pytest

from lipnet.core import clock, thread
from lipnet.core.refusals import Refusal
from lipnet.plans import operations as plans
from lipnet.reports import operations
from lipnet.reports.assembling import joined
from lipnet.reports.document import document_of, lines_in
from lipnet.reports.models import AnnualReport, ReportLine, ReportPublication
from tests import cast
from tests.browsing import Browser
from tests.plans import scene as plans_scene
from tests.plans.test_adopting import amend
from tests.reports import scene


def noted(alice):
    """An adopted plan whose first action has three notes."""
    with clock.at(date(2026, 5, 1)):
        plan = plans_scene.adopted_plan(alice, year=2026)
    action = plan.in_order()[0]
    for day, status, text, reason in (
        (date(2026, 6, 1), "on_track", "A room is found.", ""),
        (date(2026, 9, 1), "delayed", "", "No teacher."),
        (date(2026, 12, 1), "done", "Twelve evenings.", ""),
    ):
        with clock.at(day):
            plans.note_progress(
                action,
                status=status,
                text={"en": text} if text else {},
                reason={"en": reason} if reason else {},
                by=alice,
            )
    return plan


def test_each_action_gives_one_line_of_planned_done_and_changed(house):
    alice = cast.alice()
    report = operations.compile_report(noted(alice), by=alice)
    first, second = report.in_order()
    assert first.planned == plans_scene.EVENING
    assert first.done == {"en": "2026-06-01: A room is found.\n2026-12-01: Twelve evenings."}
    assert first.changed == {"en": "2026-09-01: No teacher."}
    assert (first.status, first.reason) == ("done", {})
    assert (second.status, second.done) == ("not_started", {})
    assert [link.to_id for link in thread.came_from(thread.ref(first))] == [str(first.action_id)]


def test_an_amended_action_is_reported_as_adopted_and_says_why_it_changed(house):
    alice = cast.alice()
    plan = noted(alice)
    second = plan.in_order()[1]
    amend(second, alice, text={"en": "Write a first-month guide"}, motion=plans_scene.motion(alice))
    line = operations.compile_report(plan, by=alice).in_order()[1]
    assert line.planned == plans_scene.GUIDE
    assert "The room was taken." in line.changed["en"]


def test_compiling_again_takes_in_news_but_no_edited_line(house):
    alice = cast.alice()
    plan = noted(alice)
    report = operations.compile_report(plan, by=alice)
    first, second = report.in_order()
    edited = {"en": "A good year of classes."}
    operations.edit_line(first, done=edited, changed={}, status="done", reason={}, by=alice)
    plans.note_progress(second.action, status="on_track", text={"en": "Begun."}, by=alice)
    operations.compile_report(plan, by=alice)
    first, second = AnnualReport.get().in_order()
    assert first.done == edited
    assert second.status == "on_track"
    assert ReportLine.select().count() == 2


def test_a_plan_not_adopted_is_not_reported_on(house):
    alice = cast.alice()
    plan = plans_scene.plan(alice)
    with pytest.raises(Refusal, match="not adopted"):
        operations.compile_report(plan, by=alice)


def test_a_line_that_says_delayed_says_why(house):
    alice = cast.alice()
    line = operations.compile_report(noted(alice), by=alice).in_order()[0]
    with pytest.raises(Refusal, match="say why"):
        operations.edit_line(line, done={}, changed={}, status="delayed", reason={}, by=alice)


def test_what_was_published_never_changes(house):
    alice = cast.alice()
    plan = noted(alice)
    report = operations.compile_report(plan, by=alice)
    publication = operations.publish_report(report, by=alice)
    before = ReportPublication.get_by_id(publication.id).frozen
    plans.note_progress(plan.in_order()[1], status="on_track", text={"en": "News."}, by=alice)
    for verb in (
        lambda: operations.compile_report(plan, by=alice),
        lambda: operations.publish_report(report, by=alice),
        lambda: operations.describe_report(report, title={"en": "X"}, message={}, by=alice),
        lambda: operations.edit_line(
            report.in_order()[0], done={}, changed={}, status="done", reason={}, by=alice
        ),
    ):
        with pytest.raises(Refusal, match="published"):
            verb()
    operations.correct_report(publication, {"en": "It was eleven evenings."}, by=alice)
    assert ReportPublication.get_by_id(publication.id).frozen == before


def test_the_frozen_trail_holds_what_everybody_may_see(house):
    alice = cast.alice()
    _, _, decision, action = scene.whole_thread(alice)
    report = operations.compile_report(action.plan, by=alice)
    frozen = operations.publish_report(report, by=alice).frozen
    trail = lines_in(frozen)[0]["trail"]
    assert "decision" in [stop["kind"] for stop in trail]
    assert decision.text in [stop["title"] for stop in trail]
    assert all(thread.kinds()[stop["kind"]] for stop in trail)


def test_a_decision_not_yet_in_adopted_minutes_is_left_out_of_the_trail(house):
    alice = cast.alice()
    found = scene.finding(scene.closed_survey(alice), alice)
    action = scene.planned(scene.decision(found, alice, adopted=False), alice)
    report = operations.compile_report(action.plan, by=alice)
    assert "decision" not in [s["kind"] for s in lines_in(document_of(report))[0]["trail"]]


def test_few_answers_are_no_figure(house):
    alice = cast.alice()
    scene.closed_survey(alice, slug="many", answers=60)
    scene.closed_survey(alice, slug="few", answers=3)
    plan = plans_scene.adopted_plan(alice)
    figures = operations.compile_report(plan, by=alice).figures
    assert {s["slug"]: s["responses"] for s in figures["surveys"]} == {"many": 60, "few": None}
    assert figures["meetings"] >= 1


def test_notes_are_joined_in_the_languages_that_have_them_all():
    notes = [("1", {"en": "a", "fr": "b"}), ("2", {"en": "c"})]
    assert joined(notes) == {"en": "1: a\n2: c"}
    assert joined([("1", {"en": "a"}), ("2", {"fr": "b"})]) == {
        "en": "1: a\n2: b",
        "fr": "1: a\n2: b",
    }
    assert joined([]) == {}


@pytest.mark.parametrize("published", [False, True])
def test_the_totals_on_screen_are_those_of_the_document(app, published):
    alice = cast.alice()
    plan = noted(alice)
    for text in ("One", "Two", "Three"):
        plans_scene.action(plan, alice, {"en": text}, motion=plans_scene.motion(alice))
    report = operations.compile_report(plan, by=alice)
    document = document_of(report)
    if published:
        document = operations.publish_report(report, by=alice).frozen
    lines = lines_in(document)
    assert (
        document["totals"]["actions"] == len(lines) == sum(document["totals"]["by_status"].values())
    )
    pages = [Browser(app, alice).get("/reports/2026")]
    if published:
        pages.append(Browser(app).get("/reports/public/2026/en"))
    for page in pages:
        shown = [row.text for table in page.all("table") for row in table.all("tr")][1:]
        names = {"done": "Done", "not_started": "Not started"}
        assert shown == [f"{names[s]}{n}" for s, n in document["totals"]["by_status"].items()]
        assert f"{len(lines)} actions" in page.text
        assert len([a for a in page.all("article") if a["id"].startswith("line-")]) == len(lines)


def test_the_coordinator_compiles_edits_and_publishes(app):
    alice = cast.alice()
    noted(alice)
    browser = Browser(app, alice)
    page = browser.submit("/reports/", form="/compilation")
    assert "Not published yet." in page.text
    browser.submit("/reports/2026/description", {"message-en": "A good year."})
    page = browser.submit("/reports/2026/lines/2/edit", {"done-en": "Half of it is written."})
    assert "Half of it is written." in page.text
    assert "Where it came from" in browser.get("/reports/2026/lines/2").text
    page = browser.submit("/reports/2026/publication")
    assert "It stays as it is." in page.text
    page = browser.submit("/reports/2026/errata/new", {"text-en": "It was eleven."})
    assert "It was eleven." in page.text
    everybody = Browser(app).get("/reports/public/2026/en")
    for words in ("A good year.", "Half of it is written.", "It was eleven.", "2. Write a first"):
        assert words in everybody.text


def test_members_read_a_report_and_do_not_write_it(app):
    alice = cast.alice()
    operations.compile_report(noted(alice), by=alice)
    browser = Browser(app, cast.vera())
    assert "Offer evening classes" in browser.get("/reports/2026").text
    for path in ("description", "lines/1/edit", "publication", "errata/new"):
        browser.get(f"/reports/2026/{path}", status=404)


def test_nobody_outside_reads_a_report_before_it_is_published(app):
    alice = cast.alice()
    operations.compile_report(noted(alice), by=alice)
    Browser(app).get("/reports/public/2026/en", status=404)
