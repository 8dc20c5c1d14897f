"""By invitation, from the coordinator's spreadsheet to one answer by the link in a letter."""

import re
from urllib.parse import urlsplit

import pytest

from tests.browser import surveying
from tests.browser.asked import CLASSES
from tests.browser.human import PHONE, Human
from tests.browser.server import COORDINATOR, empty_house

PEOPLE = "Courriel;Nom;Langue\nluc@example.org;Luc Roy;français\nsam@example.org;Sam;arabe\n"


@pytest.fixture
def server(tmp_path):
    started = empty_house(tmp_path)
    yield started
    started.stop()


@pytest.mark.timeout(240)
def test_a_list_becomes_letters_and_each_link_takes_one_answer(chrome, server):
    alice = Human(chrome, server.address).sign_in(*COORDINATOR[1:])
    surveying.draft(alice, CLASSES)
    put_on_list(alice)
    surveying.open_it(alice, CLASSES)
    assert alice.heading == "Who may answer"
    alice.follow("Look at the letter and send").press("Send now")
    alice.sees("2 letters are on their way.")
    luc = answers_by_letter(chrome, server, "luc@example.org", "fr")
    opens_again(luc)
    alice.open(f"/surveys/{CLASSES.slug}/invited").sees("Luc Roy", "Sent")
    assert alice.page.locator("td", has_text="Answered").count() == 0
    wants_no_letters(chrome, server)
    alice.close()


def put_on_list(alice: Human) -> None:
    alice.open(f"/surveys/{CLASSES.slug}").follow("Who may answer")
    alice.tick("By invitation: one answer each").press("Save")
    alice.follow("Upload a spreadsheet")
    sheet = {"name": "people.csv", "mimeType": "text/csv", "buffer": PEOPLE.encode()}
    alice.page.get_by_label("Spreadsheet with the people").set_input_files(sheet)
    alice.press("Look at it").sees("2 new people", "Luc Roy", "sam@example.org", "Arabic")
    alice.press("Put them on the list").sees("2 people are on the list now.", "Not sent")


def answers_by_letter(chrome, server, email: str, tongue: str) -> Human:
    """Without script, on a phone: the link, the language, the notice, the pages, Send."""
    link = server.link_to(email, f"/s/{CLASSES.slug}/i/")
    person = Human(chrome, server.address, viewport=PHONE, java_script_enabled=False)
    person.link = link
    person.open(link).follow("Français" if tongue == "fr" else "العربية")
    pressed(person, ".start button")
    assert "/i/" not in person.path
    first = CLASSES.question("waited")
    person.page.get_by_text(first.choices["none"][tongue], exact=True).click(force=True)
    while person.page.locator("button[value=next]").count():
        pressed(person, "button[value=next]")
    pressed(person, "button[value=send]")
    person.sees("Merci")
    assert person.context.cookies() == []
    return person


def opens_again(person: Human) -> None:
    reply = person.page.goto(person.link)
    assert reply.status == 410
    person.sees("This link has been used")
    person.close()


def wants_no_letters(chrome, server) -> None:
    letter = server.letter_to("sam@example.org", "/stop")
    stop = re.search(r"http\S+/stop", letter).group()
    sam = Human(chrome, server.address, viewport=PHONE, java_script_enabled=False)
    sam.open(urlsplit(stop).path.replace("/ar/", "/en/"))
    sam.press("Do not write to me about this survey").sees("no more letters")
    sam.close()


def pressed(person: Human, button: str) -> None:
    with person.page.expect_navigation():
        person.page.locator(button).first.click()
