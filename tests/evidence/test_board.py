"""The evidence board, the page of a finding, and who may add to it."""

import csv
import io

from lipnet.core.web import waiting_for
from lipnet.evidence import operations
from lipnet.evidence.models import Finding
from lipnet.surveys import operations as surveys
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import SAID, answered_survey, closed_survey, finding
from tests.reports.scene import decision
from tests.surveys.manage.answers import NO, answer, settle
from tests.surveys.scene import workbook

TWO = {"statement-en": "Most wait.", "statement-fr": "La plupart attendent."}


def test_an_empty_board_leads_to_the_surveys(app):
    page = Browser(app, cast.bob()).get("/evidence")
    assert page.links()["Go to the surveys"] == "/surveys"


def test_a_figure_is_pinned_from_the_results_page(app):
    browser = Browser(app, alice := cast.alice())
    answered_survey(alice)
    results = browser.get("/surveys/classes/results")
    where = next(
        url for text, url in results.links().items() if text.startswith("Pin as a finding")
    )
    page = browser.submit(where, TWO)
    assert page.heading == "Most wait."
    assert "60 people answered." in page.text
    assert "still the same today" in page.text
    assert "Language classes" in page.text
    assert "Most wait." in browser.get("/surveys/classes").links()
    assert "Most wait." in browser.get("/surveys/classes/results").links()


def test_the_page_keeps_the_old_figure_and_shows_the_new_one_beside_it(app):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = finding(alice, survey=survey)
    answer(survey, (10, "en", NO), start=500_000)
    settle(survey)
    page = Browser(app, cast.vera()).get(f"/evidence/{pinned.id}")
    assert "60 people answered." in page.text
    assert "70 people answered." in page.text
    assert "Changed since" in page.text


def test_a_statement_is_asked_for(app):
    browser = Browser(app, alice := cast.alice())
    answered_survey(alice)
    page = browser.submit("/evidence/pin/classes/waited", {"statement-en": "", "statement-fr": " "})
    assert "Please write this in at least one language." in page.text
    assert Finding.select().count() == 0


def test_a_member_sees_findings_and_cannot_pin_any(app):
    alice, bob = cast.alice(), cast.bob()
    survey = answered_survey(alice)
    number = finding(alice, survey=survey).id
    browser = Browser(app, bob)
    assert browser.get(f"/evidence/{number}").heading == SAID["en"]
    assert "Pin as a finding" not in browser.get("/surveys/classes/results").text
    browser.get("/evidence/pin/classes/waited", status=404)
    browser.get("/evidence/outside", status=404)
    browser.post("/evidence/outside", {"source": "x", **TWO}, status=404)
    assert Finding.select().count() == 1


def test_who_has_no_seat_at_the_table_does_not_find_the_board(app):
    tam = Browser(app, cast.tam())
    tam.get("/evidence", status=404)
    tam.get("/evidence/1", status=404)


def test_an_outside_finding_is_noted_with_its_source_and_address(app):
    browser = Browser(app, cast.alice())
    page = browser.submit(
        "/evidence/outside",
        {**TWO, "source": "Census 2021", "place": "Table 4", "link": "https://example.org/t4"},
    )
    assert page.heading == "Most wait."
    assert page.links()["https://example.org/t4"] == "https://example.org/t4"
    page = browser.submit(
        "/evidence/outside", {**TWO, "source": "X", "link": "javascript:alert(1)"}
    )
    assert "must begin with https://" in page.text


def test_the_board_lists_the_newest_first_and_can_show_one_source(app):
    alice = cast.alice()
    first = answered_survey(alice)
    second = answered_survey(alice, slug="second")
    finding(alice, survey=first, statement={"en": "The first."})
    finding(alice, survey=second, statement={"en": "The second."})
    operations.note_outside_finding({"en": "The third."}, source="Census", by=alice)
    browser = Browser(app, cast.charlie())
    page = browser.get("/evidence?lang=en")
    assert [h.text for h in page.all("h2")][:3] == ["The third.", "The second.", "The first."]
    page = browser.get("/evidence?by=source")
    assert [h.text for h in page.all("h2")][:3] == [
        "Language classes",
        "Language classes",
        "Outside sources",
    ]


def test_a_closed_survey_from_which_nothing_was_pinned_waits_for_somebody(app):
    alice = cast.alice()
    survey = closed_survey(alice)
    with app.test_request_context():
        assert any("pin what it taught" in each.sentence for each in waiting_for(alice))
        assert not any("pin what" in each.sentence for each in waiting_for(cast.charlie()))
        finding(alice, survey=survey)
        assert not any("pin what it taught" in each.sentence for each in waiting_for(alice))


def test_a_finding_from_an_earlier_version_keeps_its_version(app):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = finding(alice, survey=survey)
    second = surveys.upload_questionnaire(survey, workbook(), "second.xlsx", by=alice)
    surveys.publish_version(second, by=alice)
    page = Browser(app, alice).get(f"/evidence/{pinned.id}")
    assert "version 1" in page.text
    assert "still the same today" in page.text


def outside(by, statement, *, source="Census", themes=()):
    return operations.note_outside_finding({"en": statement}, source=source, themes=themes, by=by)


def headings(page, level: str) -> list[str]:
    return [heading.text for main in page.all("main") for heading in main.all(level)]


def test_the_board_is_arranged_by_theme_and_names_what_has_none(app):
    alice = cast.alice()
    housing = operations.add_theme({"en": "Housing", "fr": "Logement"}, by=alice)
    language = operations.add_theme({"en": "Language", "fr": "Langue"}, by=alice)
    outside(alice, "Both.", themes=[language, housing])
    outside(alice, "None.")
    page = Browser(app, cast.vera()).get("/evidence?by=theme")
    assert headings(page, "h2") == ["Housing", "Language", "Under no theme yet"]
    assert headings(page, "h3") == ["Both.", "Both.", "None."]


def test_findings_are_found_by_words_of_any_language_source_or_theme(app):
    alice = cast.alice()
    housing = operations.add_theme({"en": "Housing", "fr": "Logement"}, by=alice)
    outside(alice, "Rents rise.", themes=[housing])
    operations.note_outside_finding({"fr": "L'été est sec."}, source="Météo", by=alice)
    browser = Browser(app, alice)
    for sought, heading in (("logement rents", "Rents rise."), ("ete", "L'été est sec."),
                            ("METEO", "L'été est sec.")):  # fmt: skip
        assert headings(browser.get(f"/evidence?q={sought}"), "h2") == [heading]
    page = browser.get("/evidence?q=nothing+like+it&by=theme")
    assert "No finding has these words" in page.text
    assert page.links()["Show all findings"] == "/evidence?by=theme"


def test_what_nothing_rests_on_is_not_used_yet(app):
    alice = cast.alice()
    used = finding(alice, survey=answered_survey(alice))
    decision(used, alice)
    outside(alice, "Nobody has used this.")
    browser = Browser(app, alice)
    assert headings(browser.get("/evidence?by=unused"), "h2") == ["Nobody has used this."]
    page = browser.get("/evidence")
    assert "Cited by:Decision (1)" in page.text and "Not used yet" in page.text
    decision(Finding.get(Finding.source == "Census"), alice)
    assert "Every finding is used" in browser.get("/evidence?by=unused").text


def test_the_page_of_a_finding_lists_what_cites_it(app):
    alice = cast.alice()
    used = finding(alice, survey=answered_survey(alice))
    made = decision(used, alice)
    page = Browser(app, cast.charlie()).get(f"/evidence/{used.id}?lang=en")
    assert page.links()[made.text["en"]] == f"/meetings/decisions/{made.id}"


def test_a_language_that_is_missing_shows_in_the_list(app):
    alice = cast.alice()
    outside(alice, "Only in English.")
    finding(alice, survey=answered_survey(alice))
    page = Browser(app, alice).get("/evidence")
    assert page.text.count("Not written in French yet") == 1
    assert "Not written in English yet" not in page.text


def test_the_board_is_taken_away_as_a_sheet_in_which_nothing_is_a_formula(app):
    alice = cast.alice()
    housing = operations.add_theme({"en": "Housing"}, by=alice)
    pinned = finding(alice, survey=answered_survey(alice))
    made = decision(pinned, alice)
    outside(alice, "=1+1", source="@home", themes=[housing])
    sheet = Browser(app, cast.vera()).get("/evidence/board.csv").response.data.decode("utf-8-sig")
    heads, first, second = csv.reader(io.StringIO(sheet))
    lines = [dict(zip(heads, line, strict=True)) for line in (first, second)]
    assert lines[0]["Statement (en)"] == "'=1+1" and lines[0]["Source"] == "'@home"
    assert lines[0]["Themes"] == "Housing" and lines[0]["Cited by"] == ""
    assert (lines[1]["Answers"], lines[1]["Version"]) == ("60", "1")
    assert lines[1]["Statement (fr)"] == SAID["fr"]
    assert made.text["en"] in lines[1]["Cited by"]


def test_the_thread_tells_of_how_many_a_finding_is(app):
    alice = cast.alice()
    used = finding(alice, survey=answered_survey(alice))
    made = decision(used, alice)
    page = Browser(app, alice).get(f"/meetings/decisions/{made.id}")
    assert "60 answers" in page.text
