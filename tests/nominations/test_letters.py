"""The nominee is asked in their language; those appointed and who proposed them are told."""

import dataclasses
import re
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from lipnet.core import clock, mail
from lipnet.core.config import Mail
from lipnet.nominations import wiring
from lipnet.nominations.access import nomination_to_answer
from lipnet.nominations.operations import (
    NewNominee,
    acclaim,
    close_call,
    decline_nomination,
    send_link_again,
    withdraw_nomination,
)
from tests import cast
from tests.nominations import scene
from tests.ports import free_port

AMINA = NewNominee("Amina Warsame", "amina@example.org", "fr")


@pytest.fixture
def house(database):
    wiring._write_letters("https://lip.example")
    return database


def written(settings) -> list:
    """The letters the job writes now, as they would reach their readers."""
    folder = settings.folder / "mail"
    before = set(folder.glob("*.eml"))
    mail.send_waiting(settings)
    paths = sorted(set(folder.glob("*.eml")) - before)
    letters = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]
    return sorted(letters, key=lambda message: message["To"])


def token_in(message) -> str:
    return re.search(r"/nominations/consent/([^?\s]+)\?lang=", message.get_content())[1]


def test_the_nominee_gets_the_link_in_their_language(house):
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    (letter,) = written(house)
    assert (letter["To"], letter["Content-Language"]) == ("amina@example.org", "fr")
    text = letter.get_content()
    assert "https://lip.example/nominations/consent/" in text and "?lang=fr" in text
    assert "Bob Tremblay" in text and "Comité directeur" in text
    assert nomination_to_answer(token_in(letter))[1] == nomination
    assert written(house) == []


def test_a_new_link_replaces_the_one_of_the_first_letter(house):
    alice = cast.alice()
    call = scene.opened(by=alice)
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    send_link_again(nomination, by=alice)
    (letter,) = written(house)
    assert nomination_to_answer(token_in(letter))[1] == nomination


def test_no_letter_asks_who_has_answered_or_was_withdrawn_meanwhile(house):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    declined = scene.nominated(call, AMINA, by=bob)
    decline_nomination(scene.link_of(declined), by=declined.nominee)
    withdraw_nomination(scene.nominated(call, cast.charlie(), by=bob), by=alice)
    assert written(house) == []


def test_the_appointed_and_their_nominators_are_told_and_nobody_twice(house):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    scene.accepted(call, AMINA, by=bob)
    close_call(call, by=alice)
    written(house)
    today = clock.today()
    acclaim(
        call,
        dict(zip(call.candidates, call.seats, strict=False)),
        from_on=today,
        to_on=today + timedelta(days=365),
        by=alice,
    )
    to_amina, to_bob = written(house)
    assert (to_amina["To"], to_bob["To"]) == ("amina@example.org", bob.email)
    assert to_amina["Content-Language"] == "fr" and "Comité directeur" in to_amina.get_content()
    assert to_bob["Subject"] == "Amina Warsame is appointed: Steering Committee"
    assert "Health 1" in to_bob.get_content()


class Postbox:
    """A real SMTP server's hands."""

    def __init__(self):
        self.received = []

    async def handle_DATA(self, server, session, envelope):
        self.received.append(envelope)
        return "250 OK"


def test_the_question_reaches_a_real_mail_server(house):
    call = scene.opened(by=cast.alice())
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    postbox = Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        server = Mail(server="127.0.0.1", port=controller.port, starttls=False)
        assert mail.send_waiting(dataclasses.replace(house, mail=server)) == 1
    finally:
        controller.stop()
    (envelope,) = postbox.received
    assert envelope.rcpt_tos == ["amina@example.org"]
    letter = message_from_bytes(envelope.content, policy=policy.default)
    assert nomination_to_answer(token_in(letter))[1] == nomination
