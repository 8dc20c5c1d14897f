"""What people wrote about, and the words of one of them, pinned as findings."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.evidence import operations
from lipnet.evidence.comparing import changed_since
from lipnet.evidence.models import Finding
from lipnet.evidence.telling import said_of
from lipnet.surveys.open_answers import operations as answers
from lipnet.surveys.open_answers.models import Quotation
from lipnet.surveys.retention import jobs
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import SAID
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH

BUS = tuple(f"Bus number {number}" for number in range(45))
GARDEN = tuple(f"Garden number {number}" for number in range(15))
CODES = f"/surveys/classes/open/{WISH}/codes"


def coded_survey(by):
    survey = scene.begun(by)
    scene.answer(survey, BUS + GARDEN)
    book = scene.with_codes(survey, by)
    scene.code(book, by, dict.fromkeys(BUS, ("bus",)) | dict.fromkeys(GARDEN, ("garden",)))
    answers.finish_coding(book, by=by)
    return survey, book


def quoted(by, survey) -> Quotation:
    """Published."""
    key = scene.key_of(survey, BUS[0])
    row = answers.quote_answer(survey, WISH, key, text="A bus", translation={"fr": "Un bus"}, by=by)
    answers.publish_quotation(row, by=by)
    return row


def test_a_theme_keeps_its_codes_and_what_was_hidden(house):
    alice = cast.alice()
    survey, _book = coded_survey(alice)
    pinned = operations.pin_theme(survey, WISH, "bus", statement=SAID, by=alice)
    kept = Finding.get_by_id(pinned.id)
    assert (kept.basis, kept.question, kept.code, kept.n) == ("theme", WISH, "bus", 60)
    assert {row["code"]: row["count"] for row in kept.figure["rows"]} == {
        "bus": 45, "garden": 15, "class": None,
    }  # fmt: skip
    assert kept.suppression == {"n": 5, "hidden": 1, "cells": 3}
    assert changed_since(kept).same


@pytest.mark.parametrize("code", ["class", "nonsense"])
def test_a_theme_that_readers_are_not_told_of_is_not_pinned(house, code):
    alice = cast.alice()
    survey, _book = coded_survey(alice)
    with pytest.raises(Refusal, match="no figure"):
        operations.pin_theme(survey, WISH, code, statement=SAID, by=alice)


def test_a_theme_is_run_again_and_says_what_moved(house):
    alice = cast.alice()
    survey, book = coded_survey(alice)
    pinned = operations.pin_theme(survey, WISH, "bus", statement=SAID, by=alice)
    answers.resume_coding(book, by=alice)
    more = tuple(f"Class number {number}" for number in range(30))
    scene.answer(survey, more, first=500)
    scene.code(book, alice, dict.fromkeys(more, ("class",)))
    answers.finish_coding(book, by=alice)
    comparison = changed_since(pinned)
    assert (comparison.state, comparison.n) == ("changed", 90)
    assert "the share of “Bus” fell from 75% to 50%" in " ".join(said_of(comparison, pinned))


def test_a_quotation_keeps_its_words_and_says_when_it_is_taken_away(house):
    alice = cast.alice()
    survey, _book = coded_survey(alice)
    row = quoted(alice, survey)
    pinned = operations.pin_quotation(survey, row.id, statement=SAID, by=alice)
    assert (pinned.basis, pinned.code, pinned.n) == ("quotation", str(row.id), None)
    assert pinned.figure["quotation"] == "A bus"
    assert pinned.figure["translation"] == {"fr": "Un bus"}
    assert changed_since(pinned).same
    answers.drop_quotation(row, by=alice)
    assert changed_since(pinned).state == "taken_away"
    assert "keeps its words" in " ".join(said_of(changed_since(pinned), pinned))
    with pytest.raises(Refusal, match="not published"):
        operations.pin_quotation(survey, row.id, statement=SAID, by=alice)


def test_what_was_not_published_is_not_pinned(house):
    alice = cast.alice()
    survey, _book = coded_survey(alice)
    key = scene.key_of(survey, BUS[0])
    row = answers.quote_answer(survey, WISH, key, text="A bus", by=alice)
    with pytest.raises(Refusal, match="not published"):
        operations.pin_quotation(survey, row.id, statement=SAID, by=alice)


def test_both_are_pinned_from_their_pages(app):
    alice = cast.alice()
    browser = Browser(app, alice)
    survey, _book = coded_survey(alice)
    quoted(alice, survey)
    offered = pins(browser, CODES)
    assert len(offered) == 2  # nobody is told how many wrote of a class
    page = browser.get(offered[0])
    assert "75% of about 60 answers to “What would help you?” are about “Bus”." in page.html
    shown = browser.submit(offered[0], {"statement-en": "Buses, most of all."})
    assert "still the same today" in shown.text
    (where,) = pins(browser, "/surveys/classes/open/quotations")
    shown = browser.submit(where, {"statement-en": "They want a bus."})
    assert "A bus" in shown.text and "still published, word by word" in shown.text
    assert "Counted" not in shown.text
    board = browser.get("/evidence").links()
    assert {"Buses, most of all.", "They want a bus."} <= set(board)


def pins(browser, page: str) -> list[str]:
    addresses = [link["href"] for link in browser.get(page).all("a")]
    return [each for each in addresses if each and each.startswith("/evidence/pin/")]


def test_who_only_looks_is_offered_nothing_to_pin(app):
    coded_survey(cast.alice())
    charlie = Browser(app, cast.charlie())
    assert pins(charlie, "/surveys/classes/results") == []
    charlie.get(f"/evidence/pin/classes/{WISH}?code=bus", status=404)


def test_findings_stay_when_the_answers_are_erased(app):
    alice = cast.alice()
    survey, _book = coded_survey(alice)
    row = quoted(alice, survey)
    pinned = [
        operations.pin_theme(survey, WISH, "bus", statement=SAID, by=alice),
        operations.pin_quotation(survey, row.id, statement=SAID, by=alice),
    ]
    with clock.at(survey.closes_on + timedelta(days=1827)):
        jobs.carry_out(app.config["LIPNET"])
        assert all(changed_since(finding).same for finding in pinned)
