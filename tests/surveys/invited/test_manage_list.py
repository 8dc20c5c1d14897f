"""The coordinator's verbs: choosing, listing, correcting, removing, reminding, erasing."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations as surveys
from lipnet.surveys import readiness
from lipnet.surveys.invited import jobs, ledger, operations
from lipnet.surveys.invited.models import ByInvitation, Invitee, SpentInvitation
from lipnet.surveys.invited.rows import Row
from lipnet.surveys.retention import jobs as retention
from tests import cast
from tests.surveys import scene as open_scene
from tests.surveys.invited import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def test_a_survey_is_for_everybody_unless_it_was_said_otherwise(alice):
    assert ByInvitation.of(open_scene.draft_survey(alice)) is None


def test_who_may_answer_is_chosen_while_it_is_a_draft_and_back(alice):
    survey = scene.draft_by_invitation(alice, 3)
    operations.choose_who_answers(survey, by_invitation=True, by=alice)
    assert len(scene.on_list(survey)) == 3
    operations.choose_who_answers(survey, by_invitation=False, by=alice)
    assert ByInvitation.of(survey) is None
    assert scene.on_list(survey) == []


def test_who_may_answer_does_not_change_once_it_is_open(alice):
    survey = scene.invited_survey(alice)
    with pytest.raises(Refusal, match="does not change any more"):
        operations.choose_who_answers(survey, by_invitation=False, by=alice)


def test_a_survey_by_invitation_does_not_open_with_nobody_on_its_list(alice):
    survey = scene.draft_by_invitation(alice, 0)
    assert [each.page for each in readiness.missing_before_opening(survey)] == ["invited"]
    with pytest.raises(Refusal, match="Put the people you invite on the list"):
        surveys.open_survey(survey, by=alice)


def test_the_same_address_is_on_the_list_once(alice):
    survey = scene.draft_by_invitation(alice, 2)
    rows = [Row("Ana", "ANA@Example.org", "es"), Row("Ana R.", "ana@example.ORG", "en"),
            Row("Again", "P000@EXAMPLE.ORG", "fr")]  # fmt: skip
    assert operations.add_invitees(survey, rows, by=alice) == 1
    assert [each.name for each in scene.on_list(survey)] == ["Person 000", "Person 001", "Ana"]
    with pytest.raises(Refusal, match="on the list already"):
        operations.add_invitees(survey, rows, by=alice)


def test_people_are_taken_off_the_list_only_before_their_letter(alice):
    survey = scene.draft_by_invitation(alice, 3)
    operations.remove_invitee(scene.on_list(survey)[0], by=alice)
    surveys.open_survey(survey, by=alice)
    operations.send_invitations(survey, by=alice)
    with pytest.raises(Refusal, match="stays on the list"):
        operations.remove_invitee(scene.on_list(survey)[0], by=alice)


def test_a_survey_for_everybody_has_no_list(alice):
    with pytest.raises(Refusal, match="has no list"):
        operations.add_invitees(open_scene.draft_survey(alice), scene.people(1), by=alice)


def test_letters_go_out_only_while_people_can_answer(alice):
    survey = scene.draft_by_invitation(alice, 3)
    with pytest.raises(Refusal, match="not open yet"):
        operations.send_invitations(survey, by=alice)
    surveys.open_survey(survey, by=alice)
    assert operations.send_invitations(survey, by=alice) == 3
    with pytest.raises(Refusal, match="has been written to"):
        operations.send_invitations(survey, by=alice)
    surveys.close_survey(survey, by=alice)
    with pytest.raises(Refusal, match="closed"):
        operations.send_again(scene.on_list(survey)[0], by=alice)


def test_the_address_of_who_got_a_letter_changes_only_after_it_came_back(alice):
    survey = scene.invited_survey(alice, 3)
    person, other, _ = scene.on_list(survey)
    row = Row("New Name", "new@example.org", "fr")
    with pytest.raises(Refusal, match="came back"):
        operations.correct_invitee(person, row, by=alice)
    operations.correct_invitee(person, Row("New Name", person.email, "fr"), by=alice)
    operations.note_bounce(person, "", by=alice)
    with pytest.raises(Refusal, match="is on the list"):
        operations.correct_invitee(person, Row("x", other.email.upper(), "fr"), by=alice)
    operations.correct_invitee(person, row, by=alice)
    old = Invitee.get_by_id(person.id).link_hash
    sent = operations.send_again(person, by=alice)
    assert sent.bounced_on is None
    assert sent.link_hash != old


def test_people_are_reminded_at_most_once_a_day(alice):
    survey = scene.invited_survey(alice, 3)
    operations.remind_invitees(survey, by=alice)
    with pytest.raises(Refusal, match="reminded today"):
        operations.remind_invitees(survey, by=alice)


def reminded() -> int:
    return Event.select().where(Event.code == operations.REMINDED).count()


def test_the_clock_reminds_once_and_only_if_it_was_asked_to(alice, database):
    survey = scene.invited_survey(alice, 3)
    last = survey.closes_on
    with clock.at(last - timedelta(days=2)):
        jobs.remind(database)
    assert reminded() == 0
    operations.set_reminder(survey, 5, by=alice)
    for days in (9, 6, 5, 4, 1, 0):
        with clock.at(last - timedelta(days=days)):
            jobs.remind(database)
        assert reminded() == (3 if days <= 5 else 0)


def test_who_was_shown_as_having_answered_gets_no_line_and_no_new_letter(alice):
    survey = scene.invited_survey(alice, 12)
    for person in scene.on_list(survey)[:6]:
        scene.answer(survey, person)
    surveys.settle_responses(survey)
    operations.remind_invitees(survey, by=alice)
    assert reminded() == 6
    with pytest.raises(Refusal, match="has answered"):
        operations.send_again(scene.on_list(survey)[0], by=alice)


def test_the_list_is_erased_when_the_phrases_are(alice, database):
    survey = scene.invited_survey(alice, 6)
    scene.answer(survey, scene.on_list(survey)[0])
    with clock.at(survey.closes_on + timedelta(days=59)):
        retention.carry_out(database)
        assert len(scene.on_list(survey)) == 6
    with clock.at(survey.closes_on + timedelta(days=62)):
        surveys.settle_responses(survey)
        retention.carry_out(database)
        retention.carry_out(database)
    assert scene.on_list(survey) == []
    assert SpentInvitation.select().count() == 0
    assert Event.select().where(Event.code == operations.FORGOTTEN).count() == 1


def test_a_stopped_person_may_still_answer_and_is_not_written_to_again(alice):
    survey = scene.invited_survey(alice, 3)
    person = scene.on_list(survey)[0]
    operations.stop_letters(person, by=alice)
    operations.remind_invitees(survey, by=alice)
    assert reminded() == 2
    with pytest.raises(Refusal, match="no more letters"):
        operations.send_again(person, by=alice)
    scene.answer(survey, person)
    assert ledger.is_used(person)
