"""Letters follow the event log: none is lost, none goes twice, each in its reader's language."""

import dataclasses
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from lipnet.core import clock, events, mail
from lipnet.core.config import Mail
from lipnet.core.db import db
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import gettext
from tests import cast
from tests.ports import free_port

WELCOMED = declare("tests.welcomed", "%(who)s welcomed somebody.")


@operation
def welcome(person, *, by):
    record(WELCOMED, person, by=by)


@pytest.fixture
def letters():
    def write(event: events.Event):
        reader = cast.Person.get_by_id(event.record_id)
        yield mail.letter(
            reader.email, reader.language, lambda: ("Écrit", gettext("Cancel") + " مرحبا")
        )

    mail.on_event(WELCOMED, write)
    yield
    del mail._writers[WELCOMED]


class Postbox:
    """A real SMTP server's hands."""

    def __init__(self, refuse: int = 0):
        self.received, self.refuse = [], refuse

    async def handle_DATA(self, server, session, envelope):
        if self.refuse:
            self.refuse -= 1
            return "451 try later"
        self.received.append(envelope)
        return "250 OK"


def later(**span):
    return clock.at(clock.now() + timedelta(**span))


@contextmanager
def smtp(postbox, settings):
    controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield dataclasses.replace(
            settings, mail=Mail(server="127.0.0.1", port=controller.port, starttls=False)
        )
    finally:
        controller.stop()


def test_a_letter_reaches_a_real_server_once(database, letters):
    charlie = cast.charlie()
    welcome(charlie, by=cast.alice())
    postbox = Postbox()
    with smtp(postbox, database) as settings:
        assert mail.send_waiting(settings) == 1
        assert mail.send_waiting(settings) == 0
    (envelope,) = postbox.received
    assert envelope.rcpt_tos == [charlie.email]
    message = message_from_bytes(envelope.content, policy=policy.default)
    assert message["Subject"] == "Écrit"
    assert message["Content-Language"] == "fr"
    assert "مرحبا" in message.get_content()


def test_a_letter_the_server_refused_is_tried_again(database, letters):
    welcome(cast.charlie(), by=cast.alice())
    postbox = Postbox(refuse=1)
    with smtp(postbox, database) as settings:
        assert mail.send_waiting(settings) == 0
        with later(minutes=1):
            assert mail.send_waiting(settings) == 1
    assert len(postbox.received) == 1


def test_a_server_that_is_away_for_a_day_loses_no_letter(database, letters):
    welcome(cast.charlie(), by=cast.alice())
    postbox = Postbox(refuse=99)
    with smtp(postbox, database) as settings:
        for hour in range(24):
            with later(hours=hour):
                for _ in range(20):
                    mail.send_waiting(settings)
        postbox.refuse = 0
        with later(hours=48):
            assert mail.send_waiting(settings) == 1


def test_one_letter_that_cannot_be_written_does_not_hold_up_the_others(database, letters):
    alice, charlie = cast.alice(), cast.charlie()
    spoilt = cast.bob()
    cast.Person.update(email="nobody\n@example.org").where(cast.Person.id == spoilt.id).execute()
    welcome(spoilt, by=alice)
    welcome(charlie, by=alice)
    postbox = Postbox()
    with smtp(postbox, database) as settings:
        assert mail.send_waiting(settings) == 1
    assert [envelope.rcpt_tos for envelope in postbox.received] == [[charlie.email]]


def test_a_line_break_in_a_title_does_not_spoil_a_letter(database):
    message = mail._message(mail.Letter("a@example.org", "en", "A\r\nBcc: b", "…"), database)
    assert message["Subject"] == "A Bcc: b"


def test_a_letter_is_given_up_after_some_tries(database, letters):
    welcome(cast.charlie(), by=cast.alice())
    postbox = Postbox(refuse=99)
    with smtp(postbox, database) as settings:
        for hour in range(mail.GIVE_UP_AFTER + 4):
            with later(hours=hour, seconds=hour):
                mail.send_waiting(settings)
    assert postbox.refuse == 99 - mail.GIVE_UP_AFTER


def test_without_a_server_letters_are_files(database, letters):
    welcome(cast.charlie(), by=cast.alice())
    before = set((database.folder / "mail").glob("*.eml"))
    assert mail.send_waiting(database) == 1
    (path,) = set((database.folder / "mail").glob("*.eml")) - before
    assert b"charlie.osei@example.org" in path.read_bytes()


def test_an_operation_that_was_undone_sends_nothing(database, letters):
    charlie, alice = cast.charlie(), cast.alice()
    with pytest.raises(ValueError, match="undone"), db.atomic():
        welcome(charlie, by=alice)
        raise ValueError("undone")
    assert mail.send_waiting(database) == 0
