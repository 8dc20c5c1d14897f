"""`lipnet check` is silent in a whole house and finds each planted fault."""

import pytest

from lipnet.core import files, soundness
from lipnet.core.db import db
from lipnet.core.events import Event
from lipnet.core.thread import Because
from lipnet.evidence.operations import pin_finding
from lipnet.surveys.counting.models import TallyBlock
from lipnet.surveys.invited.models import ByInvitation, Invitee
from lipnet.surveys.models import Response, Survey, WaitingResponse
from lipnet.surveys.operations import settle_responses
from lipnet.surveys.sent_files.models import AnswerFile
from tests import cast
from tests.surveys import scene


@pytest.fixture
def house(app):
    """A house with a survey answered, settled and cited."""
    alice = cast.alice()
    survey = scene.open_survey_with(alice)
    for number in range(60):
        waited = {"waited": "yes", "months": "4"} if number % 2 else {"waited": "no"}
        scene.respond(survey, number, ways=["bus"], **waited)
    settle_responses(survey)
    pin_finding(survey, "waited", statement={"en": "They wait.", "fr": "On attend."}, by=alice)
    return app.config["LIPNET"]


def codes(config) -> list[str]:
    return [fault.code for fault in soundness.every_fault(config)]


def test_a_whole_house_has_no_fault(house):
    assert codes(house) == []


def dangling_link(config):
    Because.update(to_id="999999").execute()


def missing_file(config):
    kept = files.keep(b"a paper", "paper.txt", "text/plain")
    files.path_of(kept.sha256).unlink()


def altered_file(config):
    kept = files.keep(b"another paper", "paper.txt", "text/plain")
    files.path_of(kept.sha256).write_bytes(b"something else")


def unknown_event(config):
    Event.update(code="surveys.imagined").where(Event.id == Event.select().first().id).execute()


def unknown_actor(config):
    Event.update(actor_id=999_999).where(Event.id == Event.select().first().id).execute()


def broken_total(config):
    Response.delete().where(Response.key == Response.select().first().key).execute()


def stale_index(config):
    row = Response.select().first()
    changed = {**row.answers, "ways": ["foot"]}
    Response.update(answers=changed).where(Response.key == row.key).execute()


def lost_counts(config):
    TallyBlock.delete().execute()


def foreign_answer(config):
    row = Response.select().first()
    changed = {**row.answers, "waited": "perhaps"}
    Response.update(answers=changed).where(Response.key == row.key).execute()


def answer_twice(config):
    row = Response.select().first()
    WaitingResponse.insert(**{**row.__data__, "withdrawal_hash": None}).execute()


def answers_without_right(config):
    survey = Survey.get()
    ByInvitation.create(survey=survey)
    Invitee.create(
        survey=survey, name="A", email="a@example.org", folded_email="a@example.org", language="en"
    )


def answer_without_file(config):
    version = Response.select().first().version
    AnswerFile.create(
        key="0" * 64, version=version, slot="x", media_type="text/plain", size=0, content=b""
    )


def missing_parent(config):
    db.execute_sql("PRAGMA foreign_keys = 0")
    db.execute_sql("UPDATE finding SET pinned_by_id = 999999")
    db.execute_sql("PRAGMA foreign_keys = 1")


def readable_key(config):
    (config.folder / "secrets" / "pepper.key").chmod(0o640)


FAULTS = {
    dangling_link: "dangling_link",
    missing_file: "missing_file",
    altered_file: "missing_file",
    unknown_event: "unknown_event",
    unknown_actor: "unknown_actor",
    broken_total: "broken_total",
    stale_index: "stale_index",
    lost_counts: "broken_total",
    foreign_answer: "foreign_answer",
    answer_twice: "answer_twice",
    answers_without_right: "answers_without_right",
    answer_without_file: "answer_without_file",
    missing_parent: "missing_parent",
    readable_key: "readable_key",
}


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found(house, plant):
    plant(house)
    try:
        assert FAULTS[plant] in codes(house)
    finally:
        (house.folder / "secrets" / "pepper.key").chmod(0o600)
