"""Files go out with the answers, stay with them, and are as anonymous as they are."""

import io

import pytest

from lipnet import keeping
from lipnet.core.db import connect, db, is_sqlite
from lipnet.surveys import jobs, operations, readiness
from lipnet.surveys.frozen import compiled_of, questionnaire_of
from lipnet.surveys.models import Response, SurveyVersion, WaitingResponse
from lipnet.surveys.sent_files import switch
from lipnet.surveys.sent_files.kinds import SentFile
from lipnet.surveys.sent_files.models import AnswerFile
from tests import cast
from tests.browsing import Browser
from tests.conftest import settings_for
from tests.surveys import scene as plain
from tests.surveys.sent_files import scene

ADDRESS = "/s/classes/en/answer"


@pytest.fixture(autouse=True)
def switched_on(request):
    """After the program is there, which sets it as the configuration says."""
    if "app" in request.fixturenames:
        request.getfixturevalue("app")
    switch.allow(True)
    yield
    switch.allow(False)


def sent(survey, number: int, content: bytes = b"A letter", **more):
    return operations.submit_response(
        survey.published_version,
        submission_id=f"{number:032x}",
        answers={"waited": "yes", "months": "4"},
        language="en",
        moment=plain.moment(),
        files={"paper": SentFile(content, "text/plain")},
        **more,
    )


def letters_by(order: str) -> list[bytes]:
    rows = db.execute_sql(f'SELECT key FROM "answer_file" ORDER BY {order}').fetchall()
    kept = {row.key: bytes(row.content) for row in AnswerFile.select()}
    return [kept[key] for (key,) in rows]


def test_a_file_is_kept_with_its_answer_and_without_its_name(database):
    survey = scene.open_survey(cast.alice())
    sent(survey, 1)
    answer = WaitingResponse.get().answers["paper"]
    [row] = AnswerFile.select()
    assert answer == {"file": row.key, "type": "text/plain", "size": 8}
    assert (row.slot, bytes(row.content), row.settled) == ("paper", b"A letter", False)


def test_the_same_answers_sent_twice_keep_one_file(database):
    survey = scene.open_survey(cast.alice())
    sent(survey, 1)
    sent(survey, 1)
    assert AnswerFile.select().count() == 1
    operations.settle_responses(survey, least=1)
    sent(survey, 1)
    assert AnswerFile.select().count() == 1


def test_a_file_nobody_asked_for_is_not_kept(database):
    survey = scene.open_survey(cast.alice())
    operations.submit_response(
        survey.published_version, submission_id="1" * 32,
        answers={"waited": "yes", "months": "4"}, language="en", moment=plain.moment(),
        files={"paper": SentFile(b"A", "text/plain"), "photo": SentFile(b"B", "image/webp")},
    )  # fmt: skip
    assert [row.slot for row in AnswerFile.select()] == ["paper"]
    assert "photo" not in WaitingResponse.get().answers


def test_a_required_file_is_asked_for(database):
    survey = scene.open_survey(cast.alice())
    with pytest.raises(operations.AnswersRefused) as refused:
        plain.respond(survey, 1, waited="yes", months="4")
    assert [(each.name, each.code) for each in refused.value.problems] == [("paper", "required")]


def test_what_somebody_types_is_never_taken_for_a_file(database):
    survey = scene.open_survey(cast.alice())
    with pytest.raises(operations.AnswersRefused):
        plain.respond(survey, 1, waited="yes", months="4", paper="0" * 64)


def test_withdrawing_the_answers_deletes_their_files(database):
    survey = scene.open_survey(cast.alice())
    for least in (None, 1):
        receipt = sent(survey, 7 if least else 6, phrase=True)
        if least:
            operations.settle_responses(survey, least=1)
        assert AnswerFile.select().count() == 1
        assert operations.withdraw_response(survey, receipt.phrase)
        assert AnswerFile.select().count() == 0


def test_settling_leaves_nothing_of_the_order_in_which_files_came(database):
    survey = scene.open_survey(cast.alice())
    came = [f"letter {number:03d}".encode() for number in range(40)]
    for number, content in enumerate(came):
        sent(survey, number, content)
    before = {row.key for row in AnswerFile.select()}
    operations.settle_responses(survey)
    jobs.forget_order()
    assert not before & {row.key for row in AnswerFile.select()}
    assert {bytes(row.content) for row in AnswerFile.select()} == set(came)
    for row in Response.select():
        assert AnswerFile.get_by_id(row.answers["paper"]["file"]).settled
    orders = ["key"] if is_sqlite() else ["key", "ctid"]
    assert all(letters_by(order) != came for order in orders)
    if not is_sqlite():
        marks = db.execute_sql("SELECT count(DISTINCT xmin::text) FROM answer_file").fetchone()
        assert marks == (1,)


def test_no_column_of_a_file_holds_a_time_a_name_or_a_number(database):
    columns = {column.name for column in db.get_columns("answer_file")}
    assert columns == {
        "key", "version_id", "slot", "media_type", "size", "settled", "content"
    }  # fmt: skip


def test_files_come_back_from_a_backup(database, tmp_path):
    sent(scene.open_survey(cast.alice()), 1, bytes(range(256)))
    keeping.back_up(database, tmp_path / "kept.zip")
    elsewhere = settings_for(tmp_path / "elsewhere")
    db.close()
    keeping.restore(elsewhere, tmp_path / "kept.zip")
    with db.connection_context():
        assert bytes(AnswerFile.get().content) == bytes(range(256))
    connect(database.database_url)


def test_a_survey_that_asks_for_files_is_not_opened_where_they_are_switched_off(database):
    survey = scene.draft(cast.alice())
    assert readiness.missing_in(survey.latest_version) == []
    switch.allow(False)
    assert switch.SWITCHED_OFF in [m.sentence for m in readiness.missing_in(survey.latest_version)]


def test_while_switched_off_a_workbook_is_told_so(database):
    switch.allow(False)
    plain.draft_survey(cast.alice(), data=scene.asking())
    [version] = SurveyVersion.select()
    codes = [each["code"] for each in version.findings["listed"]]
    assert codes.count("files_off") == 3
    assert not switch.asks_for_files(questionnaire_of(version))


def questionnaire_pages():
    return compiled_of(SurveyVersion.get()).pages


def walk_to_review(app, waited="no"):
    """Page by page, as without script."""
    browser = Browser(app)
    page = browser.post(ADDRESS, {})
    for _ in range(9):
        if page.heading == "Review your answers":
            return browser, page
        fields = page.fields()
        if "q-waited" in page.html:
            fields["q-waited"] = waited
        if "q-months" in page.html:
            fields["q-months"] = "4"
        page = browser.post(ADDRESS, {**fields, "act": "next"})
    raise AssertionError("no review")


def send(browser, page, status=200, **files):
    data = {**page.fields(), "act": "send"}
    data = {
        name: value for name, value in data.items() if name not in ("q-photo", "q-voice", "q-paper")
    }
    data |= {f"q-{slot}": (io.BytesIO(content), "My name.bin") for slot, content in files.items()}
    return browser.post(ADDRESS, data, status=status, content_type="multipart/form-data")


def test_files_are_asked_for_where_everything_is_sent(app):
    scene.open_survey(cast.alice())
    browser, page = walk_to_review(app)
    inputs = [
        each["name"] for each in page.all("input") if each.has("type") and each["type"] == "file"
    ]
    assert inputs == ["q-photo", "q-voice", "q-paper"]
    assert page.heading == "Review your answers" and "Please look at this again" not in page.text
    send(browser, page, photo=scene.PHOTO, paper=scene.PAPER)
    kinds = {row.slot: row.media_type for row in AnswerFile.select()}
    assert kinds == {"photo": "image/webp", "paper": "text/plain"}
    assert WaitingResponse.get().answers["voice"] is None
    assert "My name" not in str(WaitingResponse.get().answers)


def test_the_pages_before_are_counted_without_the_files(app):
    scene.open_survey(cast.alice())
    page = Browser(app).post(ADDRESS, {})
    pages = len(questionnaire_pages())
    assert f"Page 1 of {pages - 1}" in page.text and 'type="file"' not in page.html


def test_the_editor_shows_a_file_question_as_people_will_see_it(app):
    alice = cast.alice()
    scene.draft(alice)
    frame = Browser(app, alice).get("/surveys/classes/versions/1/edit/frame?at=paper")
    kinds = {each["name"]: each["accept"] for each in frame.all("input") if each.has("accept")}
    assert set(kinds) == {"q-photo", "q-voice", "q-paper"} and ".pdf" in kinds["q-paper"]


def test_a_picture_is_not_asked_of_whom_its_rule_leaves_out(app):
    scene.open_survey(cast.alice())
    _browser, page = walk_to_review(app, waited="yes")
    assert "q-photo" not in page.html and "q-paper" in page.html


def test_what_is_wrong_with_a_file_is_told_beside_it_and_nothing_is_sent(app):
    scene.open_survey(cast.alice())
    browser, page = walk_to_review(app)
    again = send(browser, page, status=422, photo=b"no picture", paper=scene.PAPER)
    assert "This kind of file cannot be taken." in again.text
    assert "Please choose your files again." in again.text
    again = send(browser, again, status=422, photo=scene.PHOTO)
    assert "This question needs an answer." in again.text
    assert WaitingResponse.select().count() == AnswerFile.select().count() == 0
    send(browser, again, paper=scene.PAPER)
    assert WaitingResponse.select().count() == AnswerFile.select().count() == 1


def test_the_whole_document_leads_to_the_page_with_the_files(app):
    scene.open_survey(cast.alice())
    browser = Browser(app)
    page = browser.post(ADDRESS, {"act": "whole"})
    assert 'type="file"' not in page.html and '"photo"' not in page.html
    fields = page.fields(ADDRESS)
    page = browser.post(ADDRESS, {**fields, "q-waited": "no", "act": "send"})
    assert page.heading == "Review your answers" and "choose your files below" in page.text
    send(browser, page, paper=scene.PAPER)
    assert AnswerFile.select().count() == 1


def test_the_data_steward_downloads_what_was_sent_once_it_is_settled(app):
    alice = cast.alice()
    survey = scene.open_survey(alice)
    browser = Browser(app, cast.sam())
    for number in range(50):
        sent(survey, number)
    assert browser.get("/surveys/classes/files", status=404)
    operations.settle_responses(survey)
    assert "Files people sent" in browser.get("/surveys/classes/results").text
    page = browser.get("/surveys/classes/files")
    assert page.text.count("A letter you got") == 50
    key = AnswerFile.get().key
    got = browser.client.get(f"/surveys/classes/files/{key}")
    assert got.data == b"A letter" and got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Content-Disposition"] == f"attachment; filename=paper-{key[:8]}.txt"
    Browser(app, alice).get("/surveys/classes/files", status=404)


def test_files_of_answers_that_still_wait_are_shown_to_nobody(app):
    alice = cast.alice()
    survey = scene.open_survey(alice)
    for number in range(50):
        sent(survey, number)
    operations.settle_responses(survey)
    sent(survey, 99)
    waiting = AnswerFile.get(~AnswerFile.settled).key
    browser = Browser(app, cast.sam())
    browser.get(f"/surveys/classes/files/{waiting}", status=404)
    assert browser.get("/surveys/classes/files").text.count("A letter you got") == 50
