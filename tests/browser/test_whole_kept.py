"""In the one document nothing that a person gave is lost, moved to another place, or made up."""

import pytest

from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.models import Survey
from tests.browser import filled
from tests.surveys import kinds, scene
from tests.surveys.kinds import group, row

SLUG = "kept-whole"
CODES = [f"{side}{number}" for side in "ab" for number in range(8)]
THINGS = [("things", code, f"{code} $& <i>", code, code) for code in ("bus", "park", "tea")]
TOWNS = [("towns", code, code, code, code) for code in CODES]
QUESTIONS = [
    row("select_multiple things", "tried", "order"),
    row("rank things", "best", "order", choice_filter="selected(${tried}, name)"),
    row("text", "side", "name"),
    row("select_one towns", "town", "park", choice_filter="starts-with(name, ${side})"),
    row("integer", "many", "age"),
    row("select_one towns", "guess", "park", default="concat('z', ${many})"),
    row("select_multiple things", "both", "order", default="if(${many} > 1, 'bus park', '')"),
    row("integer", "income", lipnet_declines="dont_know prefer_not"),
    *group(
        "guests", "Guest :__ here", "Invité", "ضيف",
        row("text", "nick", "name"),
        kind="repeat", repeat_count="${many}",
    ),
    *group(
        "children", "Child", "Enfant", "طفل",
        row("text", "child", "name"),
        row("select_one things", "toy", "order", parameters="randomize=true"),
        row("rank things", "fun", "order"),
        row("text", "called", "name", default="concat(${child}, '!')"),
        row("integer", "old", "age"),
        kind="repeat",
    ),
]  # fmt: skip


@pytest.fixture
def page(house, program, chrome):
    if not Survey.get_or_none(Survey.slug == SLUG):
        cells = {"choice_filter": "", "default": "", "repeat_count": ""}
        data = kinds.workbook([cells | each for each in QUESTIONS], [*THINGS, *TOWNS])
        scene.open_survey_with(filled.somebody("coordinator"), slug=SLUG, data=data)
    context = chrome.new_context()
    opened, errors = context.new_page(), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.set_default_timeout(8_000)
    opened.goto(f"{house.server.address}/s/{SLUG}/en/whole")
    opened.locator("#whole:not([hidden])").wait_for()
    yield opened
    context.close()
    SavedAnswers.delete().execute()
    assert not errors


def tick(page, slot, code):
    page.locator(f"[name='q-{slot}'][value='{code}']").check(force=True)


def sent(page, slot):
    """What the form would send for a slot."""
    return page.evaluate(
        "name => new FormData(document.getElementById('whole')).getAll(name)", f"q-{slot}"
    )


def come_back(page, act):
    """Into Arabic; or saved, and on from there."""
    with page.expect_navigation():
        page.locator(f"button[value='{act}']").first.click()
    if act == "save":
        with page.expect_navigation():
            page.locator("button[value=stay]").click()
    page.locator("#whole:not([hidden])").wait_for()


def test_a_ranking_offers_only_what_its_filter_lets_through(page):
    tick(page, "tried", "bus")
    tick(page, "tried", "tea")
    assert page.locator("[data-slot=best] .ranked-line:visible").count() == 2
    page.locator("[data-slot=best] .ranked-line:visible .move").last.click()
    assert sorted(each for each in sent(page, "best") if each) == ["bus@1", "tea@2"]
    page.locator("[name='q-tried'][value='bus']").uncheck(force=True)
    assert [each for each in sent(page, "best") if each] == ["tea@2"]


def test_a_choice_in_words_of_any_signs_is_told_as_it_is_written(page):
    tick(page, "tried", "bus")
    label = page.locator("[data-slot=best] .move").first.get_attribute("aria-label")
    assert label.startswith("Move up: bus $&"), label


def test_a_long_list_is_searched_and_filtered_at_once(page):
    page.fill("[name='q-side']", "b")
    page.fill("#q-town-search", "b3")
    page.select_option("#q-town", "b3")
    page.fill("[name='q-many']", "0")
    assert page.locator("#q-town").input_value() == "b3"
    assert sent(page, "town") == ["b3"]


def test_a_default_that_is_no_choice_leaves_the_list_blank(page):
    page.fill("[name='q-many']", "2")
    assert sent(page, "guess") == [""]
    assert page.locator("[name='q-nick:1']").is_visible()


def test_a_default_of_several_choices_ticks_each(page):
    page.fill("[name='q-many']", "2")
    assert sent(page, "both") == ["bus", "park"]


@pytest.mark.parametrize("act", ["speak:ar", "save"])
def test_everything_comes_back_in_its_place(page, act):
    page.fill("[name='q-many']", "2")
    page.fill("[name='q-nick:1']", "Bo")
    for code in ("bus", "park", "tea"):
        tick(page, "tried", code)
    page.locator("[data-slot=best] .move").nth(1).click()
    ranked = sent(page, "best")
    tick(page, "income", "\ue002dont_know")
    come_back(page, act)
    assert page.input_value("[name='q-nick:1']") == "Bo"
    assert sent(page, "best") == ranked == ["park@1", "bus@2", "tea@3"]
    assert sent(page, "income") == ["", "\ue002dont_know"]


def test_a_child_taken_away_leaves_the_others_as_they_were(page):
    for at, name in enumerate(("Ana", "Bo", "Cy")):
        if at:
            page.locator("[data-add]").click()
        page.fill(f"[name='q-child:{at}']", name)
        tick(page, f"toy:{at}", ("bus", "park", "tea")[at])
    page.fill("[name='q-called:2']", "Cyrus")
    page.locator("[data-slot='fun:2'] .move").nth(1).click()
    page.fill("[name='q-old:1']", "old")
    page.fill("[name='q-old:2']", "3")
    ranked = sent(page, "fun:2")
    page.locator("[data-remove]").nth(1).click()
    assert sent(page, "child:0") + sent(page, "child:1") == ["Ana", "Cy"]
    assert sent(page, "toy:0") + sent(page, "toy:1") == ["bus", "tea"]
    assert sent(page, "called:1") == ["Cyrus"]
    assert sorted(sent(page, "fun:1")) == sorted(ranked)
    assert page.locator("[data-slot='old:1'] .error").count() == 0
    page.locator("[data-add]").click()
    assert sent(page, "child:2") == [""]
    assert sent(page, "called:2") != ["Cyrus"]


def test_words_with_lines_to_fill_in_stay_as_they_are(page):
    page.fill("[name='q-many']", "1")
    assert "Guest :__ here" in page.locator(".instance:visible").first.inner_text()
