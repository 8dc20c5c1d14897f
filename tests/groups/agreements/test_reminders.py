"""Reminders go through a real mail server to coordinators alone: before the day, and once late."""

import dataclasses
from datetime import date, timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from lipnet.core import clock, mail
from lipnet.core.config import Mail
from lipnet.groups.agreements import jobs, operations
from tests import cast
from tests.groups.agreements import scene
from tests.ports import free_port

TODAY = date(2026, 11, 26)
DUE = TODAY + timedelta(days=20)


class Postbox:
    def __init__(self):
        self.received = []

    async def handle_DATA(self, server, session, envelope):
        self.received.append(envelope)
        return "250 OK"


@pytest.fixture
def post(app):
    """What reaches the mail server when the jobs run on a day: [(to, message)]."""
    postbox = Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    server = Mail(server="127.0.0.1", port=controller.port, starttls=False)
    settings = dataclasses.replace(app.config["LIPNET"], mail=server)

    def on(day: date) -> list:
        postbox.received.clear()
        with clock.at(day):
            jobs.remind(settings)
            mail.send_waiting(settings)
        return [
            (each.rcpt_tos, message_from_bytes(each.content, policy=policy.default))
            for each in postbox.received
        ]

    yield on
    controller.stop()


def test_each_coordinator_is_reminded_before_and_once_it_is_late(post):
    with clock.at(TODAY):
        alice = cast.alice()
        noor = cast.person("Noor Hadi", "coordinator", language="fr")
        city = cast.organisation("City", "municipal")
        cast.person("Holder Harriet", "member", organisation=city)
        cast.person("Other Olaf", "member")
        row = scene.owed(scene.agreement(alice, signs=city), alice, due_on=DUE)
    assert post(DUE - timedelta(days=15)) == []
    letters = post(DUE - timedelta(days=14))
    assert sorted(to for (to,), _message in letters) == sorted([alice.email, noor.email])
    (english,) = [message for (to,), message in letters if to == alice.email]
    assert "Owed to the funder by December 16, 2026: Workplan" in english["Subject"]
    assert f"/obligations/{row.id}" in english.get_content()
    assert post(DUE) == []
    late = post(DUE + timedelta(days=1))
    assert len(late) == 2 and all("Workplan" in message["Subject"] for _to, message in late)
    (english,) = [message for (to,), message in late if to == alice.email]
    assert "Was due on December 16, 2026" in english["Subject"]
    assert post(DUE + timedelta(days=2)) == []


def test_what_was_sent_in_time_is_not_called_late(post):
    with clock.at(TODAY):
        alice = cast.alice()
        row = scene.owed(scene.agreement(alice), alice, due_on=DUE)
    assert len(post(DUE)) == 1
    with clock.at(DUE):
        operations.mark_sent(row, on=DUE, by=alice)
    assert post(DUE + timedelta(days=1)) == []
