"""Two have the same page of readings open: neither takes away what the other wrote."""

import pytest

from lipnet.plans.indicators import operations
from lipnet.plans.indicators.models import GroupReading, IndicatorReading
from tests import cast
from tests.browsing import Browser
from tests.plans.indicators import scene
from tests.plans.indicators.test_asked import asked, stage_of_the_library


class Open:
    """A page as it was opened; `sent` later, with what was typed since."""

    def __init__(self, app, path, person=None):
        self.browser, self.path = Browser(app, person), path
        self.page = self.browser.get(path)

    def sent(self, typed: dict):
        self.page = self.browser.post(self.path, {**self.fields(), **typed})
        return self.page

    def fields(self) -> dict:
        return self.page.fields()


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def charlie(app):
    return cast.charlie()


@pytest.fixture
def stage(alice, charlie):
    return stage_of_the_library(alice, charlie)


@pytest.fixture(params=["letter", "sheet"])
def opened(app, request, stage, alice, charlie):
    """The visits noted with 30, and the page opened before anybody else writes."""
    indicators, period, _library = stage
    scene.noted(indicators.visits, period, alice, "30")
    if request.param == "letter":
        return Open(app, asked(period, alice, charlie))
    return Open(app, f"/plans/periods/{period.id}?lang=en", charlie)


def test_what_was_left_as_it_was_shown_stays_as_somebody_else_wrote_it_since(opened, stage, alice):
    indicators, period, _library = stage
    french, youth = indicators.visits.groups
    scene.noted(indicators.visits, period, alice, "31.5", groups={french.id: "12"})
    here = f"i{indicators.visits.id}-"
    opened.sent({f"{here}note-en": "Winter", f"{here}group_{youth.id}": "7"})
    reading = IndicatorReading.get()
    assert (reading.value, reading.note) == ("31.5", {"en": "Winter"})
    assert {row.group_id: row.value for row in GroupReading.select()} == {
        french.id: "12", youth.id: "7",
    }  # fmt: skip


def test_of_a_field_that_both_changed_both_are_shown_and_nothing_is_kept_unasked(
    opened, stage, alice
):
    indicators, period, _library = stage
    scene.noted(indicators.visits, period, alice, "31")
    here = f"i{indicators.visits.id}-value"
    page = opened.sent({here: "32"})
    assert "Somebody else changed this meanwhile. Theirs is: 31." in page.text
    assert page.fields()[here] == "32" and IndicatorReading.get().value == "31"
    opened.sent({})
    assert IndicatorReading.get().value == "32"


def test_nothing_to_report_and_a_figure_of_somebody_else_take_neither_away(opened, stage, alice):
    indicators, period, _library = stage
    scene.noted(indicators.visits, period, alice, "", is_nil=True, reason={"en": "Closed"})
    here = f"i{indicators.visits.id}-"
    page = opened.sent({f"{here}value": "32"})
    assert "Theirs is: Nothing to report: Closed." in page.text
    assert IndicatorReading.get().is_nil
    opened.sent({})
    reading = IndicatorReading.get()
    assert (reading.value, reading.is_nil, reading.reason) == ("32", False, {})


def test_a_blank_line_left_alone_stays_alone_and_texts_are_laid_together_by_language(
    app, stage, alice, charlie
):
    indicators, period, _library = stage
    for one in (indicators.share, indicators.story):
        operations.assign_indicator(one, person=charlie, by=alice)
    page = Open(app, f"/plans/periods/{period.id}?lang=en", charlie)
    scene.noted(indicators.share, period, alice, "55")
    scene.noted(indicators.story, period, alice, words={"fr": "Bien."}, note={"en": "Asked"})
    sent = page.sent({f"i{indicators.story.id}-words-en": "Well.",
                      f"i{indicators.visits.id}-shown": '{"value": 3, "note": ["x"]}',
                      f"i{indicators.visits.id}-value": "30"})  # fmt: skip
    assert "2 readings are kept" in sent.text
    story = IndicatorReading.get(indicator=indicators.story)
    assert (story.words, story.note) == ({"fr": "Bien.", "en": "Well."}, {"en": "Asked"})
    assert IndicatorReading.get(indicator=indicators.share).value == "55"


def test_a_line_that_was_kept_is_shown_as_kept_while_another_is_sent_again(
    app, stage, alice, charlie
):
    indicators, period, _library = stage
    operations.assign_indicator(indicators.share, person=charlie, by=alice)
    page = Open(app, f"/plans/periods/{period.id}?lang=en", charlie)
    visits, share = (f"i{one.id}-value" for one in (indicators.visits, indicators.share))
    assert "This is not a number." in page.sent({visits: "33", share: "many"}).text
    assert "2 readings are kept" in page.sent({visits: "34", share: "55"}).text
    assert {reading.value for reading in IndicatorReading.select()} == {"34", "55"}
