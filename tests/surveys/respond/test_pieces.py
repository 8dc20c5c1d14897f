"""What of a page is kept in memory is nobody's, and joined with what is somebody's is one page."""

import gzip
import html
import re
import zlib

import pytest

from lipnet.core.db import db
from lipnet.surveys import places
from tests import cast
from tests.surveys import scene

SECRET = "Unterwasserbibliothek"
ASKED = [
    ("begin group", "one", "You"),
    ("select_one yes_no", "worked", "Did you work?"),
    ("text", "words", "In your words?"),
    ("end group", "", ""),
    ("begin group", "two", "Your classes"),
    ("integer", "hours", "How many hours?"),
    ("text", "why", "Why ${words}?"),  # put differently to each person
    ("end group", "", ""),
]
PAGES = [
    {"type": kind, "name": name}
    | {f"label::{tongue}": label and f"{label} ({lang})" for lang, tongue in scene.TONGUES.items()}
    for kind, name, label in ASKED
]


@pytest.fixture
def survey(app):
    return scene.open_survey_with(cast.alice(), data=scene.workbook(PAGES))


def fields_of(page: str) -> dict[str, str]:
    found = re.search(r'name="carried" value="([^"]*)"', page)
    number = re.search(r'name="page" value="([^"]*)"', page)
    return {"carried": html.unescape(found[1]), "page": number[1]}


def walk(client, lang: str = "en", words: str = SECRET, phrase: bool = True) -> list[str]:
    """Every page from the first question to the receipt."""
    path = f"/s/classes/{lang}/answer"
    pages = [client.post(path).text]
    answers = {"q-worked": "yes", "q-words": words, "q-hours": "31", "q-why": words}
    while 'value="send"' not in pages[-1]:
        pages.append(
            client.post(path, data={**fields_of(pages[-1]), **answers, "act": "next"}).text
        )
    sent = {**fields_of(pages[-1]), "act": "send", **({"phrase": "1"} if phrase else {})}
    pages.append(client.post(path, data=sent).text)
    return pages


def everything_kept(app) -> str:
    return repr(app.extensions["kept_survey_pages"].all())


def test_nothing_that_is_kept_holds_an_answer_a_sealed_field_or_a_phrase(app, survey):
    client = app.test_client()
    for lang in ("en", "fr", "ar"):
        pages = walk(client, lang)
        own = [fields_of(page)["carried"] for page in pages[:-1]]
        phrase = re.search(r'phrase-digits"><bdi dir="ltr">([\d ]+)<', pages[-1])[1]
        kept = everything_kept(app)
        assert len(phrase) == 19 and len(set(own)) == len(own)
        for secret in (SECRET, "31</bdi>", phrase, *own):
            assert secret not in kept
    assert "Did you work? (ar)" in kept, "the author's words are what is kept"


def test_what_one_person_sees_is_not_seen_by_the_next(app, survey):
    client = app.test_client()
    first, second = walk(client), walk(client, words="Other", phrase=False)
    assert SECRET in first[-2] and "Other" in second[-2]
    assert SECRET not in "".join(second) and places.MARK not in "".join(first + second)


def test_a_page_from_memory_is_the_page_that_is_drawn_for_one_person(app, survey, monkeypatch):
    """With and without memory, in each language: but for what is sealed, byte for byte the same."""
    client = app.test_client()
    kept = [walk(client, lang, phrase=False) for lang in ("en", "ar") * 2]
    monkeypatch.setattr("lipnet.surveys.drawing.is_same_for_all", lambda *_: False)
    monkeypatch.setattr(app, "wsgi_app", app.wsgi_app.onward)
    monkeypatch.setattr("lipnet.surveys.reviewing.fixed_pages_of", lambda _: frozenset())
    drawn = [walk(client, lang, phrase=False) for lang in ("en", "ar") * 2]
    assert [[bare(page) for page in each] for each in kept] == [
        [bare(page) for page in each] for each in drawn
    ]


def bare(page: str) -> str:
    return re.sub(r'(name="carried" value=")[^"]*', r"\1", page)


def test_going_back_and_a_wrong_answer_show_what_was_typed(app, survey):
    client, path = app.test_client(), "/s/classes/en/answer"
    page = client.post(path).text
    page = client.post(path, data={**fields_of(page), "act": "next", "q-words": SECRET}).text
    wrong = client.post(path, data={**fields_of(page), "act": "next", "q-hours": "lots"}).text
    assert 'value="lots"' in wrong and "Please write a number" in wrong
    back = client.post(path, data={**fields_of(page), "act": "back", "q-hours": "lots"}).text
    assert f'value="{SECRET}"' in back
    fresh = client.post(path).text
    assert SECRET not in fresh and "lots" not in fresh


@pytest.mark.parametrize("own", ["", "x", "é" * 3_000, "<p>" * 40_000])
def test_pieces_packed_at_different_times_are_one_gzip_stream(own):
    page = f"<p>Before {places.place('one')} between {places.place('two')}</p>"
    pieces = places.cut(page)
    whole = page.replace(str(places.place("one")), own).replace(str(places.place("two")), "end")
    packed = places.packed_with(pieces, [own.encode(), b"end"])
    assert gzip.decompress(packed).decode() == whole
    one = zlib.decompressobj(31)
    assert one.decompress(packed).decode() == whole
    assert one.eof and not one.unused_data, "a browser reads one member and no more"
    assert places.filled(pieces, {"one": own, "two": "end"}) == whole


def test_who_takes_nothing_packed_gets_the_same_page(app, survey):
    client = app.test_client()
    client.post("/s/classes/en/answer")
    plain = client.post("/s/classes/en/answer")
    packed = client.post("/s/classes/en/answer", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and "gzip" not in str(plain.headers)
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert bare(gzip.decompress(packed.data).decode()) == bare(plain.text)
    assert packed.headers["Cache-Control"] == plain.headers["Cache-Control"] == "no-store"


def test_a_response_costs_one_write_and_one_look(app, monkeypatch):
    scene.open_survey_with(cast.alice(), data=scene.workbook([*PAGES[:-2], PAGES[-1]]))
    client, seen = app.test_client(), []
    walk(client)
    execute = type(db.obj).execute_sql

    def noted(self, sql, *args, **kwargs):
        seen.append(sql.split()[0])
        return execute(self, sql, *args, **kwargs)

    monkeypatch.setattr(type(db.obj), "execute_sql", noted)
    walk(client)
    assert seen.count("SELECT") <= 1
    assert [verb for verb in seen if verb in ("INSERT", "UPDATE", "DELETE")] == ["INSERT"]
