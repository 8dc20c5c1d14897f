"""Invitations and reminders through a real mail server: in whose language, to whom not, refused."""

import re
from email import message_from_bytes, policy
from functools import partial

import pytest

from lipnet.core import mail
from lipnet.core.events import Event
from lipnet.surveys import operations as surveys
from lipnet.surveys.invited import ledger, letters, operations
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.invited.rows import Row
from tests import cast
from tests.core.test_mail import Postbox, later, smtp
from tests.surveys.invited import scene

SITE = "https://lip.example.org"


class Choosy(Postbox):
    """A server that refuses some recipients: {address: answer}."""

    def __init__(self, refuses: dict[str, str]):
        super().__init__()
        self.refuses = refuses

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def alice(database):
    write = partial(letters.invitation, address=SITE)
    remind = partial(letters.reminder, address=SITE)
    mail.on_event(operations.INVITED, write, refused=letters.came_back)
    mail.on_event(operations.REMINDED, remind, refused=letters.came_back)
    return cast.alice()


def sent(postbox, database) -> list:
    """The letters that reach the server now: messages in the order they came."""
    postbox.received.clear()
    with smtp(postbox, database) as settings:
        mail.send_waiting(settings)
    return [message_from_bytes(e.content, policy=policy.default) for e in postbox.received]


def token_in(message) -> str:
    return re.search(rf"{SITE}/s/members/i/(\w+)\s", message.get_content()).group(1)


def test_each_person_gets_a_letter_with_a_link_of_her_own(alice, database):
    survey = scene.invited_survey(alice, 5)
    got = sent(Postbox(), database)
    assert [m["To"] for m in got] == [person.email for person in scene.on_list(survey)]
    owners = [ledger.invitee_by(survey, token_in(m)).email for m in got]
    assert owners == [m["To"] for m in got]
    text = got[0].get_content()
    assert "Language classes" in text
    assert "without the hour" in text
    assert "privacy@example.org" in text
    assert f"{SITE}/s/members/en/i/{token_in(got[0])}/stop" in text


def test_a_letter_is_in_the_language_of_its_reader_or_else_in_english(alice, database):
    survey = scene.draft_by_invitation(alice, 0)
    rows = [Row("Luc", "luc@example.org", "fr"), Row("Ana", "ana@example.org", "de")]
    operations.add_invitees(survey, rows, by=alice)
    surveys.open_survey(survey, by=alice)
    operations.send_invitations(survey, by=alice)
    french, other = sent(Postbox(), database)
    assert french["Content-Language"] == "fr"
    assert "Cours de langue" in french.get_content()
    assert other["Content-Language"] == "en"


def test_a_recipient_the_server_refuses_is_marked_with_its_reason(alice, database):
    survey = scene.invited_survey(alice, 3)
    gone = scene.on_list(survey)[1]
    choosy = Choosy({gone.email: "550 5.1.1 no such mailbox"})
    assert len(sent(choosy, database)) == 2
    marked = Invitee.get_by_id(gone.id)
    assert marked.bounced_on is not None
    assert marked.bounce_reason == "550 5.1.1 no such mailbox"
    with later(hours=2):
        assert sent(choosy, database) == []


def test_a_server_that_is_only_busy_is_asked_again(alice, database):
    survey = scene.invited_survey(alice, 1)
    (person,) = scene.on_list(survey)
    choosy = Choosy({person.email: "450 mailbox busy"})
    assert sent(choosy, database) == []
    assert Invitee.get_by_id(person.id).bounced_on is None
    choosy.refuses.clear()
    with later(minutes=1):
        assert len(sent(choosy, database)) == 1


def test_a_corrected_address_gets_a_new_link(alice, database):
    survey = scene.invited_survey(alice, 1)
    (person,) = scene.on_list(survey)
    (first,) = sent(Postbox(), database)
    operations.note_bounce(person, "", by=alice)
    operations.correct_invitee(person, Row(person.name, "right@example.org", "en"), by=alice)
    operations.send_again(person, by=alice)
    (second,) = sent(Postbox(), database)
    assert second["To"] == "right@example.org"
    assert ledger.invitee_by(survey, token_in(first)) is None
    assert ledger.invitee_by(survey, token_in(second)) is not None


def test_a_reminder_goes_to_who_did_not_answer_bounce_or_ask_for_none(alice, database):
    survey = scene.invited_survey(alice, 6)
    first = {m["To"]: token_in(m) for m in sent(Postbox(), database)}
    answered, bounced, stopped, *others = scene.on_list(survey)
    scene.answer(survey, answered)
    operations.note_bounce(bounced, "full", by=alice)
    operations.stop_letters(stopped, by=alice)
    operations.remind_invitees(survey, by=alice)
    reminders = sent(Postbox(), database)
    assert [m["To"] for m in reminders] == [person.email for person in others]
    assert all(token_in(m) == first[m["To"]] for m in reminders)


def test_what_is_noted_of_a_letter_not_written_is_what_is_noted_of_the_others(alice, database):
    survey = scene.invited_survey(alice, 6)
    sent(Postbox(), database)
    scene.answer(survey, scene.on_list(survey)[0])
    operations.remind_invitees(survey, by=alice)
    assert len(sent(Postbox(), database)) == 5
    codes = Event.code == operations.REMINDED
    rows = mail.Delivery.select().join(Event).where(codes)
    assert rows.count() == 6
    assert {(row.tries, row.done_at is not None) for row in rows} == {(1, True)}


def test_no_letter_goes_out_once_the_survey_has_closed(alice, database):
    survey = scene.invited_survey(alice, 3)
    surveys.close_survey(survey, by=alice)
    assert sent(Postbox(), database) == []
