"""A few plain sentences for each finding and language, by coordinators and translators."""

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.reports.telling.models import LONGEST, PlainTelling
from lipnet.reports.telling.operations import tell_plainly
from tests import cast
from tests.browsing import Browser
from tests.reports import scene

WORDS = "Half of you wait. We open evening classes."


def test_a_translator_writes_them_and_everybody_reads_them_with_their_state(app):
    alice = cast.alice()
    survey, found, *_ = scene.whole_thread(alice)
    year = clock.fiscal_year(clock.today())
    tam = cast.tam()
    browser = Browser(app, tam)
    assert f"/reports/told/{year}/fr" in browser.get("/reports/told").html
    page = browser.get(f"/reports/told/{year}/fr")
    sent = {**page.fields(), "finding": str(found.id), "text": WORDS, "state": "machine"}
    assert "Everybody can read it now." in browser.post(page.path, sent).text
    assert PlainTelling.get().by == tam
    with_state = Browser(app).get(f"/told/{survey.slug}/fr").text
    assert WORDS in with_state
    assert WORDS not in Browser(app).get(f"/told/{survey.slug}/ar").text
    beside = Browser(app, alice).get(f"/reports/told/{year}/es")
    assert WORDS in beside.text, "beside the form stands what is written in other languages"


def test_the_state_is_told_honestly(app):
    alice = cast.alice()
    survey, found, *_ = scene.whole_thread(alice)
    tell_plainly(found, language="en", text=WORDS, state="machine", by=alice)
    page = Browser(app).get(f"/told/{survey.slug}/en")
    assert "Translated by a program, read by nobody yet" in page.text
    tell_plainly(found, language="en", text=WORDS, state="reviewed", by=alice)
    page = Browser(app).get(f"/told/{survey.slug}/en")
    assert "Read by a second person" in page.text


def test_no_words_take_the_text_back(house):
    alice = cast.alice()
    found = scene.finding(scene.closed_survey(alice), alice)
    tell_plainly(found, language="en", text=WORDS, state="human", by=alice)
    tell_plainly(found, language="en", text=" ", state="human", by=alice)
    assert not PlainTelling.select().exists()


@pytest.mark.parametrize(
    "wrong", [{"text": "x" * (LONGEST + 1)}, {"language": "xx"}, {"state": "perfect"}]
)
def test_what_cannot_be_told_is_refused(sqlite, wrong):
    with pytest.raises(Refusal):
        tell_plainly(None, **{"language": "en", "text": WORDS, "state": "human", **wrong}, by=None)


def test_members_do_not_write_them(app):
    scene.whole_thread(cast.alice())
    Browser(app, cast.charlie()).get("/reports/told", status=404)
