"""A question by the answers to another: pinned, drawn, run again, put into a sentence."""

import peewee
import pytest

from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.evidence import operations
from lipnet.evidence.comparing import changed_since
from lipnet.evidence.drafting import drafted
from lipnet.evidence.models import Finding
from lipnet.evidence.telling import said_of
from lipnet.surveys import operations as surveys
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import SAID
from tests.surveys import scene
from tests.surveys.manage.answers import NO, YES, answer, settle


def divided_survey(by):
    """60 answered in each language; most of those in English waited, few of those in French."""
    survey = scene.draft_survey(by)
    surveys.limit_results(survey, smallest=5, filters=("@language",), by=by)
    scene.opened(survey, by=by)
    answer(survey, (45, "en", YES), (15, "en", NO), (15, "fr", YES), (45, "fr", NO))
    answer(survey, (30, "ar", YES), (30, "ar", NO), start=400_000)
    settle(survey)
    return survey


def pinned_cross(by, survey=None):
    survey = survey or divided_survey(by)
    return operations.pin_crosstab(survey, "waited", "@language", statement=SAID, by=by)


def test_a_crosstab_keeps_its_cells_its_columns_and_what_was_hidden(house):
    alice = cast.alice()
    kept = Finding.get_by_id(pinned_cross(alice).id)
    assert (kept.basis, kept.question, kept.across, kept.n) == (
        "crosstab", "waited", "@language", 180,
    )  # fmt: skip
    assert [head["code"] for head in kept.figure["down"]] == ["yes", "no"]
    codes = [head["code"] for head in kept.figure["columns"]]
    assert {head["n"] for head in kept.figure["columns"]} == {60}
    assert dict(zip(codes, kept.figure["cells"][0], strict=True)) == {"en": 45, "fr": 15, "ar": 30}
    assert kept.suppression == {"n": kept.figure["threshold"], "hidden": 0, "cells": 6}
    with pytest.raises(peewee.IntegrityError), db.atomic():
        Finding.update(across="").where(Finding.id == kept.id).execute()


@pytest.mark.parametrize("across", ["waited", "nonsense", ""])
def test_only_a_table_that_readers_see_is_pinned(house, across):
    alice = cast.alice()
    survey = divided_survey(alice)
    with pytest.raises(Refusal, match="no figure"):
        operations.pin_crosstab(survey, "waited", across, statement=SAID, by=alice)


def test_the_draft_tells_where_the_columns_lie_farthest_apart(house):
    document = pinned_cross(cast.alice()).figure
    assert drafted(document)["en"] == (
        "“Yes” to “Did you wait for a language class?” was the answer of 75% of those who "
        "answered in English, and of 25% of those who answered in Français."
    )


def test_a_crosstab_is_run_again_and_says_what_moved_most(house):
    alice = cast.alice()
    survey = divided_survey(alice)
    pinned = pinned_cross(alice, survey)
    assert changed_since(pinned).same
    answer(survey, (60, "en", NO), start=500_000)
    settle(survey)
    comparison = changed_since(pinned)
    assert comparison.state == "changed" and comparison.n == 240
    assert "among “English”" in " ".join(said_of(comparison, pinned))


def test_columns_from_which_too_few_came_or_went_are_not_set_side_by_side(house):
    alice = cast.alice()
    survey = divided_survey(alice)
    pinned = pinned_cross(alice, survey)
    answer(survey, (20, "en", NO), (5, "fr", YES), start=500_000)
    settle(survey)
    pinned.figure["threshold"] = 6
    assert changed_since(pinned).state == "too_close"


def test_a_crosstab_is_pinned_from_its_page_and_shown_as_a_table(app):
    browser = Browser(app, alice := cast.alice())
    divided_survey(alice)
    groups = "/surveys/classes/results/groups?q=waited&by=@language"
    links = browser.get(groups).links()
    where = next(url for text, url in links.items() if text.startswith("Pin as a finding"))
    assert "is a draft" in browser.get(where).text
    page = browser.submit(where, {"statement-en": "English speakers wait."})
    assert "75% (45)" in page.text and "by: Language" in page.text
    assert "still the same today" in page.text
    for listing in ("/evidence", groups):
        assert "English speakers wait." in browser.get(listing).links()
    browser.get("/evidence/pin/classes/waited?across=ways", status=404)
    assert "English speakers wait." not in browser.get("/surveys/classes/results").text


def test_people_see_a_crosstab_on_the_page_of_what_became_of_their_answers(app):
    alice = cast.alice()
    survey = divided_survey(alice)
    pinned_cross(alice, survey)
    surveys.close_survey(survey, by=alice)
    page = Browser(app).get("/told/classes/en")
    assert "75% (45)" in page.text
