"""The report is composed: words, facts that were approved, parts played, blanks, summaries."""

import logging
import re
from datetime import date
from random import Random

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.plans import operations as plans
from lipnet.plans.acting.operations import keep_money
from lipnet.reports import operations
from lipnet.reports.composing import operations as composing
from lipnet.reports.composing.approving import standings_of
from lipnet.reports.composing.document import brought_up
from lipnet.reports.composing.facts import facts_of
from lipnet.reports.composing.models import ApprovedFact, PlainSummary
from lipnet.reports.composing.parity import counted
from lipnet.reports.document import document_of
from lipnet.reports.models import ReportPublication
from lipnet.surveys.open_answers.models import Quotation
from lipnet.surveys.open_answers.operations import drop_quotation
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene as engaged
from tests.plans import scene as plans_scene
from tests.plans.indicators import scene as measured
from tests.reports import composed, scene

WHO = {"en": "Forty organisations.", "fr": "Quarante organisations."}
NOVEMBER = date(2026, 11, 5)


def begun(alice, year: int = 2026):
    with clock.at(date(year, 5, 1)):
        return operations.compile_report(plans_scene.adopted_plan(alice, year=year), by=alice)


def test_a_fact_that_changed_since_is_told_and_not_taken_in_silently(app):
    with clock.at(NOVEMBER):
        alice = cast.alice()
        report = begun(alice)
        engaged.engagement(alice, on=date(2026, 6, 3), people=60)
        browser = Browser(app, alice)
        composed.approve_everything(report, alice)
        engaged.engagement(alice, on=date(2026, 7, 3), people=40)
        page = browser.get("/reports/2026/composer/figures")
        assert "Changed since" in page.text and "people taking part: 60" in page.text
        assert "Take it as it is now: people taking part: 100" in page.text
        browser.submit("/reports/2026/composer/figures", form="/facts")
        assert fact(report, "people_engaged")["value"] == 60
        sent = page.fields("/facts")
        sent["fact"] = [*sent["fact"], key_of(report, "people_engaged")]
        browser.post("/reports/2026/composer/figures/facts", sent)
        assert fact(report, "people_engaged")["value"] == 100


def fact(report, name: str) -> dict:
    return ApprovedFact.get(report=report, key=name).said


def key_of(report, key: str) -> str:
    found = next(one for one in standings_of(report) if one.key == key)
    return f"{key} {found.digest_now}"


def test_what_changed_between_looking_and_ticking_is_not_approved(app):
    with clock.at(NOVEMBER):
        alice = cast.alice()
        report = begun(alice)
        looked = key_of(report, "motions").split()
        plans_scene.motion(alice)
        with pytest.raises(Refusal, match="while you were reading"):
            composing.approve_facts(report, "figures", {looked[0]: {looked[1]}}, by=alice)


def test_blanks_wait_from_october_and_go_as_they_are_filled(app):
    alice = cast.alice()
    begun(alice)
    browser = Browser(app, alice)
    with clock.at(date(2026, 9, 30)):
        assert "Still blank" not in browser.get("/").text
    with clock.at(NOVEMBER):
        assert "Still blank in the report on 2026–2027" in squeezed(browser.get("/").text)
        page = browser.get("/reports/2026/composer")
        for language in ("English", "French"):
            assert f"“Who we are” is not written in {language} yet." in squeezed(page.text)
        assert re.search(r"“The year in figures”: none chosen of [0-9]+", squeezed(page.text))
        for language in ("en", "fr"):
            browser.submit(
                "/reports/2026/composer/who_we_are",
                {f"text-{language}": WHO[language]},
                form="/who_we_are",
            )
        page = browser.get("/reports/2026/composer")
        assert "Who we are” is not written" not in squeezed(page.text)
        lines = [f for f in page.links() if "which part" in f]
        assert lines and browser.get(page.links()[lines[0]]).heading == "Our part in the results"


def squeezed(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_parity_counts_texts_in_each_language():
    texts = [{"en": "a", "fr": "b"}, {"en": "c"}, {}]
    parity = counted(texts, ("en", "fr"))
    assert (parity.of, parity.written) == (3, {"en": 2, "fr": 1})
    assert not parity.is_even and parity.share("fr") == 1 / 3


def test_publication_freezes_chapters_facts_and_parts(app):
    with clock.at(NOVEMBER):
        alice = cast.alice()
        report = begun(alice)
        composing.write_chapter(report, "who_we_are", WHO, by=alice)
        composed.approve_everything(report, alice)
        composing.say_parts(report, {f"line-{report.in_order()[0].id}": "supported"}, by=alice)
        publication = operations.publish_report(report, by=alice)
        before = ReportPublication.get_by_id(publication.id).frozen
        plans_scene.motion(alice)
        for verb in (
            lambda: composing.write_chapter(report, "next_year", WHO, by=alice),
            lambda: composing.approve_facts(report, "figures", {}, by=alice),
            lambda: composing.say_parts(report, {}, by=alice),
        ):
            with pytest.raises(Refusal, match="published"):
                verb()
        assert ReportPublication.get_by_id(publication.id).frozen == before
        page = Browser(app).get("/reports/public/2026/en")
        for words in ("Forty organisations.", "motions carried", "We supported others in this."):
            assert words in page.text


def test_a_report_published_before_there_were_chapters_is_still_read(app):
    with clock.at(NOVEMBER):
        alice = cast.alice()
        report = begun(alice)
        composing.write_chapter(report, "message", {"en": "A good year."}, by=alice)
        former = document_of(report) | {"format": 1, "published_on": "2026-11-05"}
        del former["chapters"]
        for line in former["pillars"][0]["priorities"][0]["lines"]:
            del line["part"]
        ReportPublication.create(report=report, on=NOVEMBER, by=alice, frozen=former)
        for browser, path in (
            (Browser(app, alice), "/reports/2026"),
            (Browser(app), "/reports/public/2026/en"),
        ):
            page = browser.get(path)
            assert "A good year." in page.text and "Write a first-week guide" in page.text
        assert Browser(app).client.get("/reports/public/2026/in/en.docx").status_code == 200
        assert list(brought_up(former)["chapters"])[0] == "message"


def test_few_people_stand_in_no_report(app):
    alice = cast.alice()
    with clock.at(composed.DURING):
        stage = measured.stage(alice)
        plan = plans.start_plan(stage.strategy, 2025, by=alice)
        period = measured.opened(stage.strategy, measured.APRIL, alice)
        measured.noted(stage.visits, period, alice, "3")
        said = [one.said for one in facts_of(plan) if one.key == f"indicator-{stage.visits.id}"]
    assert (said[0]["before"], said[0]["after"], said[0]["few"]) == ("40", None, ["after"])


def test_a_quotation_taken_away_stands_in_no_report(app):
    with clock.at(NOVEMBER):
        alice = cast.alice()
        report = begun(alice)
        survey = scene.closed_survey(alice, answers=6)
        said = {"question": "waited", "text": "We waited a year.", "translation": {}}
        quoted = Quotation.create(survey=survey, on=NOVEMBER, published_on=NOVEMBER, **said)
        composed.approve_everything(report, alice)
        browser = Browser(app, alice)
        assert "We waited a year." in browser.get("/reports/2026").text
        drop_quotation(quoted, by=alice)
        assert "We waited a year." not in browser.get("/reports/2026").text
        assert "No longer there" in browser.get("/reports/2026/composer/quotation").text


def test_a_summary_is_marked_as_a_draft_until_a_second_person_signs_it(app):
    with clock.at(NOVEMBER):
        alice, tam = cast.alice(), cast.tam()
        report = begun(alice)
        operations.publish_report(report, by=alice)
        Browser(app).get("/reports/public/2026/summary/ar", status=404)
        Browser(app, alice).submit(
            "/reports/2026/summaries",
            {"language": "ar", "text": "كانت سنة جيدة.", "origin": "machine"},
        )
        page = Browser(app).get("/reports/public/2026/summary/ar")
        assert "كانت سنة جيدة." in page.text and not signed(report)
        with pytest.raises(Refusal, match="you wrote it"):
            composing.sign_summary(PlainSummary.get(), by=alice)
        Browser(app, tam).submit("/reports/2026/summaries", form="/signature")
        assert signed(report)
        composing.write_summary(report, "ar", "سنة أخرى.", by=tam)
        assert not signed(report)
        assert PlainSummary.select().count() == 2, "the earlier wording is kept"
        draft = Browser(app).get("/reports/public/2026/summary/en")
        assert "It is not written in this language yet." in draft.text


def signed(report) -> bool:
    return PlainSummary.latest_of(report)["ar"].is_signed


def test_only_the_coordinator_composes(app):
    begun(cast.alice())
    browser = Browser(app, cast.vera())
    for path in ("composer", "composer/figures", "parts", "summaries"):
        browser.get(f"/reports/2026/{path}", status=404)


def test_the_queries_for_facts_do_not_grow_with_the_year(app, caplog):
    alice = cast.alice()
    with clock.at(NOVEMBER):
        plan = begun(alice).plan
        happen(plan, alice, 3)
        few = queries(caplog, lambda: facts_of(plan))
        happen(plan, alice, 12)
        assert queries(caplog, lambda: facts_of(plan)) == few
        assert len([one for one in facts_of(plan) if one.said["name"] == "action"]) == 15


def happen(plan, by, times: int) -> None:
    for number in range(times):
        motion = plans_scene.motion(by, on=clock.today())
        action = plans_scene.action(plan, by, {"en": f"Thing {number}"}, motion=motion)
        plans.note_progress(action, status="done", text={"en": "Done."}, by=by)
        keep_money(action, cash_planned=Random(number).randint(1, 999), by=by)
        plans_scene.outside_finding(by)
        engaged.engagement(by, on=date(2026, 6, 3), people=60)


def queries(caplog, act) -> int:
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        act()
    return len([one for one in caplog.records if one.name == "peewee"])


def test_figures_of_the_report_that_changed_since_are_told_before_and_now(app):
    with clock.at(NOVEMBER):
        alice = cast.alice()
        begun(alice)
        plans_scene.motion(alice)
        page = Browser(app, alice).get("/reports/2026/composer/figures")
        assert "meetings held: 1 in the report, 2 today" in squeezed(page.text)


def test_who_corrects_a_published_report_sees_what_the_records_say_otherwise_today(app):
    with clock.at(NOVEMBER):
        alice = cast.alice()
        report = begun(alice)
        engaged.engagement(alice, on=date(2026, 6, 3), people=60)
        composed.approve_everything(report, alice)
        operations.publish_report(report, by=alice)
        browser, address = Browser(app, alice), "/reports/2026/errata/new"
        assert "What the records say otherwise today" not in browser.get(address).text
        engaged.engagement(alice, on=date(2026, 7, 3), people=40)
        page = squeezed(browser.get(address).text)
        assert "people taking part: 60 in the report, 100 today" in page
        browser.submit(address, {"text-en": "One hundred people took part."})
        assert "One hundred people took part." in browser.get("/reports/2026").text
        assert "60" in squeezed(browser.get("/reports/2026").text)
