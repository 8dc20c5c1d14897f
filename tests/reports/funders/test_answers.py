"""Answers are proposed from the year's figures, edited, and say when the figures have changed."""

import logging

import pytest

from lipnet.core.refusals import Refusal
from lipnet.engagement.operations import figures_of
from lipnet.groups.agreements.models import BudgetLine
from lipnet.reports.figures import year_in_figures
from lipnet.reports.funders import operations
from lipnet.reports.funders.drawing import Drawing, proposed
from lipnet.reports.funders.models import FunderAnswer, FunderQuestion, FunderTemplate
from lipnet.reports.funders.sources import SOURCES
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene as engaging
from tests.plans import scene as planning
from tests.reports.funders import scene

pytestmark = pytest.mark.usefixtures("day")


def test_the_figures_of_an_answer_are_those_of_the_pages_they_come_from(house):
    alice = cast.alice()
    agreement = scene.busy_year(alice)
    template = scene.template(alice, agreement=agreement)
    asked = scene.question(template, alice, sources=list(SOURCES))
    drawn = Drawing(template, scene.YEAR).figures_for(asked)
    year = year_in_figures(planning.plan(alice, year=scene.YEAR))
    log = figures_of(scene.YEAR)
    assert drawn["people_engaged"] == {"people": log["people_engaged"], "events": log["events"]}
    assert drawn["people_engaged"] == {"people": 60, "events": 2}
    assert drawn["events_by_kind"] == log["by_kind"] == {"consultation": 1, "training": 1}
    assert drawn["people_by_language"] == {"ar": 40}, "a small count is nobody's to see"
    assert drawn["members"] == {name: year[name] for name in ("members", "organisations")}
    assert drawn["members"]["members"] == 1
    assert drawn["meetings"] == {"count": year["meetings"]} == {"count": 1}
    assert drawn["motions"] == {"count": 1}
    budget = {row.kind: [row.planned, row.actual] for row in BudgetLine.select()}
    assert drawn["money"] == budget == {"travel": [400_000, 123_450], "meetings": [90_000, None]}


def test_a_proposed_answer_says_the_figures_in_plain_sentences(house):
    alice = cast.alice()
    agreement = scene.busy_year(alice)
    template = scene.template(alice, agreement=agreement)
    asked = scene.question(template, alice, sources=["people_engaged", "motions", "money"])
    said = proposed(Drawing(template, scene.YEAR).figures_for(asked))
    assert said.keys() == {"en", "fr"}
    assert said["en"].splitlines() == [
        "We met 60 people. There were 2 engagements.",
        "1 motion was carried.",
        "Travel: $1,234.50 spent of $4,000 and Meetings and events: $900 planned.",
    ]


def test_motions_that_are_not_everybody_s_are_not_counted(house):
    alice = cast.alice()
    template = scene.template(alice)
    asked = scene.question(template, alice, sources=["motions"])
    carried = planning.motion(alice)
    assert Drawing(template, scene.YEAR).figures_for(asked) == {"motions": {"count": 0}}
    planning.adopt_minutes(carried.meeting, alice)
    assert Drawing(template, scene.YEAR).figures_for(asked) == {"motions": {"count": 1}}


def test_an_answer_stays_and_says_that_its_figures_have_changed(house):
    alice = cast.alice()
    template = scene.template(alice)
    asked = scene.question(template, alice)
    engaging.engagement(alice, people=60)
    operations.answer(asked, scene.YEAR, text={"en": "Sixty people came."}, state="ready", by=alice)
    assert not Drawing(template, scene.YEAR).of(asked).has_changed
    engaging.engagement(alice, people=40)
    now = Drawing(template, scene.YEAR).of(asked)
    assert now.has_changed and now.text == {"en": "Sixty people came."}
    assert [(one.label, one.before, one.after) for one in now.changes()] == [
        ("People engaged", "60", "100"), ("Engagements", "1", "2"),
    ]  # fmt: skip
    operations.answer(asked, scene.YEAR, text=now.text, state="ready", by=alice)
    assert not Drawing(template, scene.YEAR).of(asked).has_changed
    assert FunderAnswer.select().count() == 1


def test_a_value_must_be_one_the_question_knows(sqlite):
    alice = cast.alice()
    template = scene.template(alice)
    kinds = {"number": ("12", "twelve"), "yes_no": ("yes", "maybe"), "choice": ("2", "3")}
    for kind, (right, wrong) in kinds.items():
        asked = scene.question(
            template, alice, code=kind, kind=kind, choices=[{"en": "A"}, {"en": "B"}]
        )
        with pytest.raises(Refusal) as refused:
            operations.answer(asked, 2026, text={}, value=wrong, state="begun", by=alice)
        assert refused.value.field == "value"
        operations.answer(asked, 2026, text={}, value=right, state="ready", by=alice)
    with pytest.raises(Refusal) as refused:
        operations.answer(asked, 2026, text={}, state="ready", by=alice)
    assert refused.value.field == "state"


def test_the_page_says_what_is_too_long_and_keeps_it(app):
    alice = cast.alice()
    asked = scene.question(scene.template(alice), alice, most=3)
    browser = Browser(app, alice)
    address = f"/reports/funders/{asked.template_id}/answers/2026"
    text = {"text-en": "One two three four five", "text-fr": "L'accueil", "state": "ready"}
    browser.submit(f"{address}/{asked.id}", text)
    page = browser.get(address)
    assert "5 words: 2 words over the limit of 3." in page.text and "1 word" in page.text
    assert "5 words: 2 words over the limit of 3." in browser.get(f"{address}/{asked.id}").text
    areas = [one for one in page.all("textarea") if one.has("readonly")]
    assert [one.text for one in areas] == ["One two three four five", "L'accueil"]


def test_only_coordinators_see_answers_for_a_year_the_form_asks_about(app):
    alice = cast.alice()
    template = scene.template(alice)
    for person in (cast.bob(), cast.vera()):
        Browser(app, person).get(f"/reports/funders/{template.id}", status=404)
    Browser(app, alice).get(f"/reports/funders/{template.id}/answers/2028", status=404)


def test_our_own_template_is_taken_by_a_button_and_says_that_it_is_ours(app):
    alice = cast.alice()
    scene.busy_year(alice)
    browser = Browser(app, alice)
    browser.submit("/reports/funders/generic")
    template = FunderTemplate.get()
    questions = template.in_order()
    assert len(questions) == 12 and all(one.text.keys() == {"en", "fr"} for one in questions)
    assert {key for one in questions for key in one.sources} <= SOURCES.keys()
    for path in ("", "/answers/2026", f"/answers/2026/{questions[0].id}"):
        page = browser.get(f"/reports/funders/{template.id}{path}")
        assert "They are no funder’s form" in page.text
    for question in questions:
        browser.submit(f"/reports/funders/{template.id}/answers/2026/{question.id}")
    assert FunderAnswer.select().count() == 12
    for kind in ("docx", "pdf"):
        answer = browser.client.get(f"/reports/funders/{template.id}/answers/2026/file/{kind}")
        assert answer.status_code == 200 and len(answer.data) > 1000


def test_a_page_of_thirty_answers_asks_no_more_than_one_of_three(app, caplog):
    alice = cast.alice()
    browser, template = Browser(app, alice), scene.template(alice)
    address = f"/reports/funders/{template.id}/answers/2026"
    counts = []
    for numbers in (range(3), range(3, 30)):
        for number in numbers:
            asked = scene.question(template, alice, code=str(number))
            operations.answer(asked, 2026, text={"en": "Some"}, state="begun", by=alice)
        counts.append(queries(caplog, lambda: browser.get(address)))
    assert counts[0] == counts[1]
    assert FunderQuestion.select().count() == 30


def queries(caplog, act) -> int:
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        act()
    return len([one for one in caplog.records if one.name == "peewee"])
