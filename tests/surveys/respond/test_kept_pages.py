"""The public pages are made once and served from memory until something changes."""

import pytest

from lipnet.core import partnership
from lipnet.core.db import db
from lipnet.surveys import asked, operations
from lipnet.surveys.models import Survey
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


def test_no_page_reads_more_of_the_database_because_more_people_answered(app, survey, monkeypatch):
    monkeypatch.setattr(asked, "A_MOMENT", -1.0)  # each visit looks, however long it took
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


def test_what_another_process_changes_is_seen_after_a_moment(app, survey, monkeypatch):
    """Another process counts its own commits: here the row changes, and nothing else."""
    client = app.test_client()
    before = client.get("/s/classes/en").text
    db.execute_sql('UPDATE survey SET title = \'{"en": "Another title"}\'')
    assert client.get("/s/classes/en").text == before, "within a moment nobody looks again"
    monkeypatch.setattr(asked, "A_MOMENT", 0.0)
    assert "Another title" in client.get("/s/classes/en").text


def test_what_is_not_committed_is_kept_for_nobody(database):
    survey, before = scene.open_survey_with(cast.alice()), asked.look("classes")
    with pytest.raises(RuntimeError, match="undone"), db.atomic():
        Survey.update(title={"en": "Undone"}).where(Survey.id == survey.id).execute()
        assert "Undone" in asked.look("classes").stamp
        raise RuntimeError("undone")
    assert asked.look("classes") == before


def test_forgotten_addresses_do_not_fill_the_memory(database, monkeypatch):
    monkeypatch.setattr(asked, "MOST_LOOKS", 3)
    for number in range(8):
        asked.look(f"nothing-{number}")
    assert len(asked._looks[db.obj]) <= 3
