"""Who answers without anything unusual never meets Flask, and could not tell."""

import gzip
import io
import json
import re

import pytest

from lipnet.core import logs
from lipnet.core.db import db
from lipnet.people.models import Person
from lipnet.surveys.keeping import KeptPages
from lipnet.surveys.models import WaitingResponse
from lipnet.surveys.operations import close_survey
from tests import cast
from tests.surveys import scene
from tests.surveys.respond.test_pieces import PAGES, SECRET, bare, fields_of, walk

PLAIN = [*PAGES[:-2], PAGES[-1]]
NOTICE, ANSWER, WHOLE = "/s/classes/en", "/s/classes/en/answer", "/s/classes/en/whole"


@pytest.fixture
def survey(app):
    return scene.open_survey_with(cast.alice(), data=scene.workbook(PLAIN))


@pytest.fixture
def short(app, survey):
    """The client after somebody walked all the way, so that every page is in memory."""
    client = app.test_client()
    client.get(NOTICE)
    for lang in ("en", "ar"):
        walk(client, lang)
        walk(client, lang, phrase=False)
    whole_sent(client, submission="1" * 32)
    return client


def whole_sent(client, **more):
    page = client.get(WHOLE).text
    fields = {**fields_of(page), "q-worked": "no", "q-words": SECRET, "submission": f"{0xAB:032x}"}
    return client.post(ANSWER, data={**fields, "seed": "7", "act": "send", "phrase": "1", **more})


@pytest.fixture
def closed_off(app, monkeypatch):
    """Nothing is answered by Flask."""

    def nobody(environ, start_response):
        raise AssertionError(f"{environ['PATH_INFO']} went the long way")

    return lambda: monkeypatch.setattr(app.wsgi_app, "onward", nobody)


def told(response) -> tuple:
    """What a browser sees, but for what is sealed and the moment it was sent."""
    headers = sorted((name, value) for name, value in response.headers if name != "Content-Length")
    return response.status_code, headers, bare(response.text)


def both_ways(app, monkeypatch, ask) -> tuple:
    """What the shortcut's door says, and what Flask alone says."""
    near = told(ask(app.test_client()))
    with monkeypatch.context() as patched:
        patched.setattr(app, "wsgi_app", app.wsgi_app.onward)
        return near, told(ask(app.test_client()))


def test_from_the_notice_to_the_receipt_nothing_goes_the_long_way(app, short, closed_off):
    closed_off()
    assert short.get(NOTICE).status_code == 200
    for lang in ("en", "ar"):
        for phrase in (True, False):
            pages = walk(short, lang, phrase=phrase)
            assert SECRET in pages[-2] and ("phrase-digits" in pages[-1]) is phrase
    assert "phrase-digits" in whole_sent(short).text
    db.connect(reuse_if_open=True)
    rows = list(WaitingResponse.select())
    assert len(rows) == 10
    assert {row.answers["words"] for row in rows} == {SECRET}


@pytest.mark.parametrize("packing", ["gzip, deflate, br", "identity", "gzip;q=0", ""])
def test_each_page_is_the_same_by_both_ways_with_the_same_headers(app, short, monkeypatch, packing):
    headers = {"Accept-Encoding": packing}
    steps = [lambda client: unpacked(client.get(NOTICE, headers=headers))]
    page = short.post(ANSWER).text
    steps.append(lambda client: unpacked(client.post(ANSWER, headers=headers)))
    while 'value="send"' not in page:
        sent = {**fields_of(page), "q-worked": "yes", "q-hours": "3", "act": "next"}
        steps.append(
            lambda client, sent=sent: unpacked(client.post(ANSWER, data=sent, headers=headers))
        )
        page = short.post(ANSWER, data=sent).text
    for phrase in ({}, {"phrase": "1"}):
        sent = {**fields_of(page), "act": "send", **phrase}
        steps.append(
            lambda client, sent=sent: unpacked(client.post(ANSWER, data=sent, headers=headers))
        )
    steps.append(lambda client: unpacked(client.get(WHOLE, headers=headers)))
    steps.append(lambda client: whole_sent(client))
    for step in steps:
        near, far = both_ways(app, monkeypatch, step)
        assert near == far


def unpacked(response):
    if response.headers.get("Content-Encoding") == "gzip":
        response.set_data(gzip.decompress(response.get_data()))
    return response


def first_page(client) -> dict:
    return {**fields_of(client.post(ANSWER).text), "act": "next"}


UNUSUAL = {
    "a wrong answer": {"q-worked": "perhaps"},
    "a null byte": {"q-words": "a\0b"},
    "back": {"act": "back"},
    "another language": {"act": "speak:ar"},
    "to be saved": {"act": "save"},
    "a change": {"changing": "1"},
    "no such page": {"page": "77"},
    "a page in other digits": {"page": "\u0661"},
    "no page": {"page": ""},
    "sent too early": {"page": "review", "act": "send"},
    "forged": {"carried": "1.AAAA"},
    "forged altogether": {"carried": "\u0661"},
    "very long": {"q-words": "x" * 70_000},
}


@pytest.mark.parametrize("sent", UNUSUAL.values(), ids=UNUSUAL)
def test_anything_unusual_is_answered_as_it_always_was(app, short, monkeypatch, sent):
    fields = {**first_page(short), "q-worked": "yes", **sent}
    near, far = both_ways(app, monkeypatch, lambda client: client.post(ANSWER, data=fields))
    assert near == far


ASKED_OTHERWISE = {
    "from another site": {"headers": {"Origin": "https://elsewhere.example"}},
    "across sites": {"headers": {"Sec-Fetch-Site": "cross-site"}},
    "from no address at all": {"headers": {"Origin": "http://["}},
    "as parts": {"content_type": "multipart/form-data"},
    "with a question in the address": {"query_string": {"lang": "fr"}},
    "in another coding": {
        "data": b"carried=%ff",
        "content_type": "application/x-www-form-urlencoded",
    },
}


@pytest.mark.parametrize("how", ASKED_OTHERWISE.values(), ids=ASKED_OTHERWISE)
def test_a_request_out_of_the_ordinary_is_answered_as_it_always_was(app, short, monkeypatch, how):
    near, far = both_ways(app, monkeypatch, lambda client: client.post(ANSWER, **how))
    assert near == far
    if "headers" in how:
        assert near[0] == 403


WHOLE_UNUSUAL = {
    "a wrong answer": {"q-worked": "perhaps"},
    "no number of its own": {"submission": ""},
    "to be saved": {"act": "save"},
    "to be looked at again": {"act": "stay"},
    "something else besides": {"changing": "1"},
}


@pytest.mark.parametrize("sent", WHOLE_UNUSUAL.values(), ids=WHOLE_UNUSUAL)
def test_a_document_with_anything_unusual_goes_the_long_way(app, short, monkeypatch, sent):
    near, far = both_ways(app, monkeypatch, lambda client: unsealed(whole_sent(client, **sent)))
    assert near == far


def unsealed(response):
    """Without the phrase, which follows from a number drawn by chance."""
    response.set_data(re.sub(rb"\d{4} \d{4} \d{4} \d{4}", b"", response.get_data()))
    return response


def test_who_sends_from_our_own_pages_is_let_in(app, short, closed_off):
    closed_off()
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert short.post(ANSWER, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "path", ["/s/none/en", "/s/classes/fr/none", "/s/classes/xx", "/s/classes/en/"]
)
def test_other_addresses_are_left_to_flask(app, short, monkeypatch, path):
    for ask in (lambda client: client.get(path), lambda client: client.post(path + "/answer")):
        near, far = both_ways(app, monkeypatch, ask)
        assert near == far


def test_null_bytes_are_taken_away_by_both_ways(short):
    page = {**first_page(short), "q-wor\0ked": "yes"}
    review = short.post(
        ANSWER, data={**fields_of(short.post(ANSWER, data=page).text), "act": "next"}
    )
    assert "<dd>Yes" in review.text


def test_a_document_without_a_number_is_stored_once_though_the_receipt_is_not_in_memory(
    app, short, survey
):
    app.extensions["kept_survey_pages"] = app.wsgi_app._pages = KeptPages()
    before = WaitingResponse.select().count()
    assert whole_sent(short, submission="").status_code == 200
    db.connect(reuse_if_open=True)
    assert WaitingResponse.select().count() == before + 1


def test_a_browser_that_has_the_notice_is_told_so(app, short):
    tag = short.get(NOTICE).headers["ETag"]
    assert short.get(NOTICE, headers={"If-None-Match": tag}).status_code == 304
    assert short.head(NOTICE).data == b""


def test_a_survey_that_closes_is_closed_for_the_shortcut_at_once(app, short, survey):
    page, review = first_page(short), walk(short)[-2]
    db.connect(reuse_if_open=True)
    before = WaitingResponse.select().count()
    close_survey(survey, by=Person.get())
    assert "This survey closed on" in short.get(NOTICE).text
    assert short.post(ANSWER).status_code == 200 and 'name="carried"' not in short.post(ANSWER).text
    assert 'name="carried"' in short.post(ANSWER, data=page).text, "who had begun has two hours"
    short.post(ANSWER, data={**page, "act": "again"})
    assert 'name="carried"' not in short.post(ANSWER).text, "though the first page is in memory"
    assert short.post(ANSWER, data={**fields_of(review), "act": "send"}).status_code == 200
    db.connect(reuse_if_open=True)
    assert WaitingResponse.select().count() == before, "the same submission, sent before"


def test_what_breaks_in_the_shortcut_is_answered_by_flask_and_told_to_the_log_without_a_word(
    app, short, monkeypatch
):
    app.config["PROPAGATE_EXCEPTIONS"] = False

    def broken(*_):
        raise ValueError(SECRET)

    monkeypatch.setattr("lipnet.surveys.shortcut.filled", broken)
    logs.configure(stream := io.StringIO())
    assert "Did you work?" in short.post(ANSWER).text
    line = json.loads(stream.getvalue())
    assert line["error"] == "ValueError" and SECRET not in stream.getvalue()
    assert "/s/" not in stream.getvalue()


def test_who_answers_without_anything_unusual_leaves_no_line(app, short, closed_off):
    closed_off()
    logs.configure(stream := io.StringIO())
    walk(short)
    assert stream.getvalue() == ""
