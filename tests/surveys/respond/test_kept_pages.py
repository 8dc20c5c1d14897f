"""The public pages are made once and served from memory until something changes."""

import pytest

from lipnet.core import partnership
from lipnet.core.db import db
from lipnet.surveys import operations
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def survey(alice):
    return scene.open_survey_with(alice)


def test_a_page_is_made_once_per_version_and_language(app, survey, monkeypatch):
    from lipnet.surveys import respond

    made = []
    monkeypatch.setattr(
        respond, "render", lambda name, **about: made.append((name, about.get("lang"))) or "page"
    )
    client = app.test_client()
    for _ in range(3):
        for path in ("/s/classes", "/s/classes/ar", "/s/classes/fr"):
            client.get(path)
    assert made == [
        ("surveys/respond/wall.html", None),
        ("surveys/respond/notice.html", "ar"),
        ("surveys/respond/notice.html", "fr"),
    ]


def test_closing_a_new_version_and_a_new_name_are_seen_at_once(app, survey, alice):
    visitor = Browser(app)
    assert "4 questions at most" in visitor.get("/s/classes/en").text
    partnership.introduce(by=alice, name={"en": "Maple Bay"}, place={}, land_acknowledgement={},
                          outside_links={})  # fmt: skip
    assert "Maple Bay asks." in visitor.get("/s/classes/en").text
    shorter = scene.workbook(scene.QUESTIONS[:2])
    version = operations.upload_questionnaire(survey, shorter, "shorter.xlsx", by=alice)
    operations.publish_version(version, by=alice)
    assert "2 questions at most" in visitor.get("/s/classes/en").text
    operations.close_survey(survey, by=alice)
    assert "This survey closed on" in visitor.get("/s/classes/en").text


def test_no_page_reads_more_of_the_database_because_more_people_answered(app, survey):
    before = queries(app)
    for number in range(30):
        scene.respond(survey, number)
    operations.settle_responses(survey)
    assert queries(app) == before


def queries(app) -> list[str]:
    """The statements behind one look at every public page."""
    seen: list[str] = []
    execute = type(db.obj).execute_sql

    def noted(self, sql, *args, **kwargs):
        seen.append(sql)
        return execute(self, sql, *args, **kwargs)

    client = app.test_client()
    paths = ("/s/classes", "/s/classes/en", "/r/classes/en", "/s/classes/en/withdraw")
    for path in paths:
        client.get(path)
    client.post("/s/classes/en/answer")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(db.obj), "execute_sql", noted)
        for path in paths:
            client.get(path)
        client.post("/s/classes/en/answer")
    db.connect(reuse_if_open=True)
    assert not [sql for sql in seen if '"response"' in sql or "waiting" in sql]
    return seen
