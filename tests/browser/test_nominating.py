"""On a phone, in French: nominate, accept by link, be seconded, be read by a committee."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.nominations import operations
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.reviewing import Reading, Recusal
from lipnet.nominations.seating import fillable_seats
from lipnet.people.models import Person
from tests.browser import filled
from tests.browser.human import PHONE, Human
from tests.browser.seeing import Eye
from tests.browser.test_answering import pressed
from tests.browser.test_axe import state_of
from tests.browsing import Browser

TEXT = {"en": "Two seats", "fr": "Deux sièges"}
LIMIT = 200
WRITTEN = {
    "name": "نادية", "email": "nadia@phone.example", "statement-ar": "جارتي",
    "nominee_name": "سلمى", "nominee_email": "salma@phone.example",
}  # fmt: skip


@pytest.fixture
def call(program) -> Call:
    """Open, with a committee of one, one seconder wanted, and short statements."""
    noor, today = filled.somebody("coordinator"), clock.today()
    body = next(b for b in filled.Body.standing() if fillable_seats(b, today))
    rules = operations.Rules(way="recommendation", seconders=1, statement_limit=LIMIT)
    made = operations.write_call(
        body, title=TEXT, seats={fillable_seats(body, today)[0]: TEXT}, opens_on=today,
        closes_on=today + timedelta(days=9), rules=rules, by=noor,
    )  # fmt: skip
    operations.name_reviewer(made, filled.somebody("translator"), by=noor)
    return operations.open_call(made, by=noor)


def phone_of(chrome, house, program, person: Person) -> Eye:
    client = Browser(program, person).client
    return Eye(chrome, house.server.address, "fr", state_of(program, client))


def test_a_nomination_travels_from_a_phone_to_the_committee(chrome, house, program, call):
    member, noor = filled.somebody("member"), filled.somebody("coordinator")
    eye = phone_of(chrome, house, program, member)
    faults = nominate(eye, call)
    nomination = Nomination.get(Nomination.call == call)
    answer(chrome, house, "sana@phone.example", "/nominations/consent/", "accept")
    faults += ask_to_second(eye, nomination)
    answer(chrome, house, "ines@phone.example", "/nominations/second/", "second")
    eye.close()
    assert Nomination.get_by_id(nomination.id).state == "accepted"

    other = operations.stand(call, statement="Moi aussi.", by=noor)
    wanted = Nomination.get_by_id(other.id)
    ask = operations.NewNominee("Paul Roy", "paul@phone.example", "fr")
    second = operations.ask_to_second(wanted, ask, organisation_beside(wanted), by=noor)
    operations.second_nomination(second.open_link, by=second.person)
    operations.close_call(call, by=noor)
    eye = phone_of(chrome, house, program, filled.somebody("translator"))
    faults += read_and_step_back(eye, call, nomination, other)
    eye.close()
    assert not faults, "\n".join(faults)


def nominate(eye: Eye, call: Call) -> list[str]:
    """Too long a statement is counted while it is written, and refused by the server as well."""
    faults = eye.look(f"/nominations/calls/{call.id}/nominate?lang=fr")
    assert eye.page.locator("html").get_attribute("lang") == "fr"
    eye.page.locator("[name=name]").fill("Sana Khan")
    eye.page.locator("[name=email]").fill("sana@phone.example")
    eye.page.locator("[name=language]").select_option("fr")
    eye.page.locator("[name=statement-fr]").fill("é" * (LIMIT + 1))
    counted = eye.page.locator("#statement-fr-count")
    assert str(LIMIT + 1) in counted.inner_text()
    assert "error" in counted.get_attribute("class")
    faults += pressed(eye, "form.form button[type=submit]")
    assert Nomination.select().where(Nomination.call == call).count() == 0
    eye.page.locator("[name=statement-fr]").fill("Elle accueille depuis dix ans.")
    assert "error" not in counted.get_attribute("class")
    return faults + pressed(eye, "form.form button[type=submit]")


def answer(chrome, house, address: str, path: str, choice: str, lang: str = "fr") -> None:
    """By the link in the letter, without script, account or cookie."""
    link = house.server.link_to(address, path)
    human = Human(chrome, house.server.address, viewport=PHONE, java_script_enabled=False)
    human.open(link)
    assert human.page.locator("html").get_attribute("lang") == lang
    with human.page.expect_navigation():
        human.page.locator(f"button[value={choice}]").click()
    assert human.context.cookies() == []
    human.close()


def test_somebody_without_an_account_nominates_on_a_phone_in_arabic(chrome, house, program, call):
    """Without script or cookie, from the page the poster leads to, to the letter and back."""
    human = Human(chrome, house.server.address, viewport=PHONE, java_script_enabled=False)
    human.open(f"/calls/{call.id}?lang=ar")
    with human.page.expect_navigation():
        human.page.locator("a[href*='/nominate/someone']").click()
    assert human.page.locator("html").get_attribute("dir") == "rtl"
    for name, text in WRITTEN.items():
        human.page.locator(f"[name={name}]").fill(text)
    with human.page.expect_navigation():
        human.page.locator("form.form button[type=submit]").click()
    human.open(house.server.link_to("nadia@phone.example", "/calls/confirm/"))
    assert "جارتي" in human.page.locator("main").inner_text()
    with human.page.expect_navigation():
        human.page.locator("form.form button[type=submit]").click()
    assert human.context.cookies() == []
    human.close()
    made = Nomination.get(Nomination.call == call)
    assert (made.state, made.nominee.name) == ("waiting", "سلمى")
    answer(chrome, house, "salma@phone.example", "/nominations/consent/", "accept", "ar")
    assert Nomination.get_by_id(made.id).state == "seconding"


def organisation_beside(nomination: Nomination):
    taken = {nomination.nominee.organisation_id, nomination.nominator.organisation_id}
    return next(row for row in filled.Organisation.present() if row.id not in taken)


def ask_to_second(eye: Eye, nomination: Nomination) -> list[str]:
    faults = eye.look(f"/nominations/{nomination.id}/seconders?lang=fr")
    eye.page.locator("[name=seconder]").fill("Ines Roy")
    eye.page.locator("[name=email]").fill("ines@phone.example")
    eye.page.locator("[name=language]").select_option("fr")
    return faults + pressed(eye, "form.form button[type=submit]")


def read_and_step_back(eye: Eye, call: Call, nomination: Nomination, other) -> list[str]:
    """The name is nowhere until the reading is noted; stepping back is on record."""
    faults = eye.look(f"/nominations/calls/{call.id}/readings?lang=fr")
    faults += eye.look(f"/nominations/{nomination.id}/reading?lang=fr")
    assert "Sana Khan" not in eye.page.content()
    eye.page.locator("input[type=radio][value='3']").first.check(force=True)
    faults += pressed(eye, "form.form button[type=submit]")
    assert "Sana Khan" in eye.page.locator("h1").inner_text()
    faults += eye.look(f"/nominations/{other.id}/recusal?lang=fr")
    eye.page.locator("[name=reason]").fill("Nous travaillons ensemble.")
    faults += pressed(eye, "form.form button[type=submit]")
    assert Reading.select().where(Reading.nomination == nomination).count() == 1
    assert Recusal.get(Recusal.nomination == other).reason == "Nous travaillons ensemble."
    return faults
