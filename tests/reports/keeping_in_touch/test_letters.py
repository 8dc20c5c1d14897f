"""One letter a year to who asked for it and said yes, until they say no."""

import dataclasses
from datetime import timedelta

import peewee
import pytest
from aiosmtpd.controller import Controller

from lipnet.core import clock, mail
from lipnet.core.config import Mail
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.reports.keeping_in_touch import jobs, operations, wiring
from lipnet.reports.keeping_in_touch.models import DueLetter, KeptAddress, YearlyLetter
from tests import cast
from tests.browsing import Browser
from tests.ports import free_port
from tests.reports import scene as telling
from tests.reports.keeping_in_touch import scene
from tests.reports.keeping_in_touch.scene import AMINA


def this_year() -> int:
    return clock.fiscal_year(clock.today())


def test_an_address_left_on_the_page_counts_once_its_letter_is_answered(app, database):
    survey, *_ = telling.whole_thread(cast.alice())
    visitor = Browser(app)
    page = visitor.get(f"/told/{survey.slug}/fr")
    assert "letter-email" in page.html
    sent = visitor.post("/told/fr/letters", {"email": AMINA, "language": "ar"})
    assert "14" in sent.text
    assert scene.waiting() == 1 and not scene.letters_written(database)
    operations.move_addresses()
    [letter] = scene.letters_written(database)
    assert (letter["To"], letter["Content-Language"]) == (AMINA, "ar")
    door = scene.door_in(letter)
    asked = visitor.get(door)
    assert not KeptAddress.get().confirmed, "looking changes nothing"
    assert asked.one("html")["dir"] == "rtl"
    visitor.post(door, {"act": "yes"})
    assert KeptAddress.standing().count() == 1


def test_the_letter_goes_out_with_a_button_for_no_more(app, database):
    alice = cast.alice()
    telling.whole_thread(alice)
    scene.kept(AMINA)
    scene.letters_written(database)
    assert scene.sent(this_year(), alice) == 1
    [letter] = scene.letters_written(database)
    text = letter.get_content()
    assert "Thank you all." in text and f"/told/year/{this_year()}/en" in text
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    door = scene.door_in(letter)
    assert letter["List-Unsubscribe"] == f"<{scene.SITE}{door}>"
    one_click = {"List-Unsubscribe": "One-Click"}  # as mail programs send it: no cookie, no Origin
    assert app.test_client().post(door, data=one_click).status_code == 200
    db.connect(reuse_if_open=True)
    assert not KeptAddress.select().exists() and not DueLetter.select().exists()
    Browser(app).get(door, status=410)


def test_it_is_sent_once_and_no_other_within_a_year(house):
    alice = cast.alice()
    telling.whole_thread(alice)
    scene.kept(AMINA)
    scene.sent(this_year(), alice)
    with pytest.raises(Refusal, match="was sent"):
        scene.sent(this_year(), alice)
    with clock.at(clock.today() + timedelta(days=364)):
        other = operations.write_yearly_letter(this_year() - 9, {}, by=alice)
        with pytest.raises(Refusal, match="at most one letter a year"):
            operations.send_yearly_letter(other, scene.year_told(this_year() - 1), by=alice)


def test_the_database_itself_lets_one_letter_go_out_in_a_calendar_year(house):
    day = clock.today()
    YearlyLetter.create(fiscal_year=2024, words={}, sent_on=day, sent_in=day.year)
    with pytest.raises(peewee.IntegrityError), db.atomic():
        YearlyLetter.create(fiscal_year=2025, words={}, sent_on=day, sent_in=day.year)


def test_who_did_not_say_yes_gets_no_yearly_letter_and_is_erased(house):
    alice = cast.alice()
    telling.whole_thread(alice)
    operations.leave_address(AMINA, "en")
    operations.move_addresses()
    assert scene.sent(this_year(), alice) == 0
    with clock.at(clock.today() + timedelta(days=15)):
        jobs.erase(house)
    assert not KeptAddress.select().exists()


def test_a_confirmed_address_is_erased_after_three_whole_fiscal_years(house):
    scene.kept(AMINA)
    until = KeptAddress.get().until
    assert (until.month, until.day, until.year) == (3, 31, this_year() + 4)
    with clock.at(until + timedelta(days=1)):
        jobs.erase(house)
    assert not KeptAddress.select().exists()


def test_asking_again_brings_no_second_letter(house):
    for written in (AMINA, AMINA.upper(), f" {AMINA} "):
        operations.leave_address(written, "en")
    operations.move_addresses()
    operations.leave_address(AMINA, "fr")
    operations.move_addresses()
    assert len(scene.letters_written(house)) == 1


def test_a_few_wait_for_others_and_after_a_day_no_longer(house):
    operations.leave_address(AMINA, "en")
    jobs.move(house)
    assert scene.waiting() == 1
    with clock.at(clock.today() + timedelta(days=2)):
        jobs.move(house)
    assert scene.waiting() == 0
    for number in range(house.privacy.small_cell):
        operations.leave_address(f"{number}@example.org", "en")
    jobs.move(house)
    assert scene.waiting() == 0


class Refusing:
    """A mail server that knows one of two addresses."""

    def __init__(self):
        self.received = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone"):
            return "550 no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.received.append(envelope)
        return "250 OK"


def test_a_real_mail_server_gets_a_letter_for_each_and_refuses_one_for_good(house):
    wiring.write_letters(scene.SITE)
    for address in (AMINA, "gone@example.org", "leyla@example.org"):
        operations.leave_address(address, "so")
    operations.move_addresses()
    postbox = Refusing()
    controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        server = Mail(server="127.0.0.1", port=controller.port, starttls=False)
        mail.send_waiting(dataclasses.replace(house, mail=server))
    finally:
        controller.stop()
    assert all(len(envelope.rcpt_tos) == 1 for envelope in postbox.received)
    reached = {envelope.rcpt_tos[0] for envelope in postbox.received}
    assert reached == {AMINA, "leyla@example.org"}
    assert set(scene.addresses()) == reached, "what nobody has is not kept"


@pytest.mark.parametrize("wrong", ["", "amina", "a@b", "a b@example.org", f"{'x' * 250}@a.org"])
def test_what_is_no_address_is_told_on_the_form(app, wrong):
    page = Browser(app).post("/told/en/letters", {"email": wrong, "language": "en"}, status=422)
    assert "Please look at this again" in page.text
    assert scene.waiting() == 0


def test_strangers_cannot_fill_the_inbox_in_one_go(app):
    visitor = app.test_client()
    answers = [
        visitor.post("/told/en/letters", data={"email": f"{n}@example.org", "language": "en"})
        for n in range(61)
    ]
    assert {answer.status_code for answer in answers[:60]} == {303}
    assert answers[60].status_code == 429


def test_the_coordinator_writes_looks_sends_and_sees_no_address(app, database):
    alice = cast.alice()
    telling.whole_thread(alice)
    for number in range(6):
        scene.kept(f"person{number}@example.org", "en")
    scene.kept(AMINA, "ti")
    browser = Browser(app, alice)
    page = browser.get("/reports/letters")
    assert "7 people have asked" not in page.text or "ትግርኛ" not in page.text
    assert "@example.org" not in page.html
    at = f"/reports/letters/{this_year()}"
    browser.post(at, {**browser.get(at).fields(), "words-en": "Dear all."})
    assert "Dear all." in browser.get(f"{at}/en").text
    assert browser.get(f"{at}/ar").one("article")["dir"] == "rtl"
    browser.submit(f"{at}/sending")
    assert YearlyLetter.get().is_sent
    assert "Sent on" in browser.get("/reports/letters").text
    forgetting = browser.get("/reports/letters").fields()
    browser.post("/reports/letters", {**forgetting, "email": AMINA})
    assert KeptAddress.select().count() == 6


def test_members_see_nothing_of_it(app):
    Browser(app, cast.charlie()).get("/reports/letters", status=404)
