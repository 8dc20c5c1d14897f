"""A call for nominations: a member proposes somebody, who accepts by letter and is acclaimed."""

from tests.browser.human import PHONE, Human
from tests.browser.partnership import STEERING, Table

NOMINEE, ADDRESS = "Amal Haddad", "amal@example.org"
CALL = "Who will speak from experience?"


def nominate_and_acclaim(chrome, table: Table) -> None:
    call = open_call(table.alice)
    nominate(table.dana, call)
    accept(chrome, table)
    acclaim(table.alice, call)


def open_call(alice: Human) -> str:
    alice.open("/nominations").follow("Write a call").follow(STEERING)
    alice.write("Title", CALL)
    alice.page.locator(".card label").first.click()
    alice.press("Save the draft").follow("Open the call").press("Open the call")
    alice.sees("The call is open.", CALL)
    return alice.path


def nominate(dana: Human, call: str) -> None:
    dana.open("/nominations").follow(f"Nominate someone {CALL}").fill("Name", NOMINEE)
    dana.fill("E-mail address", ADDRESS).write("Why?", "She has helped forty families.")
    dana.press("Nominate").open(call).sees(NOMINEE)


def accept(chrome, table: Table) -> None:
    """The nominee says yes on a phone, without script and without account."""
    link = table.server.link_to(ADDRESS, "/nominations/consent/")
    amal = Human(chrome, table.server.address, viewport=PHONE, java_script_enabled=False)
    amal.open(link).sees(NOMINEE, "She has helped forty families.")
    amal.fill("What do you want to work on?", "Childcare in the evening.")
    amal.press("Yes, I accept").sees("Thank you for accepting")
    assert amal.context.cookies() == []
    amal.page.goto(link)
    amal.sees("This link does not work any more").close()


def acclaim(alice: Human, call: str) -> None:
    alice.open(call).follow("Close the call").press("Close the call")
    alice.follow("Record the acclamation").press("Acclaim and appoint")
    alice.open("/groups/").follow(STEERING).sees(NOMINEE)
    link = alice.page.locator('a[href*="/appointments/"]').first
    with alice.page.expect_navigation():
        link.click()
    alice.sees(NOMINEE, CALL)
