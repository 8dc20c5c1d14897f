"""How a coordinator sets up a partnership: its name, its groups and seats, its people."""

import re
from dataclasses import dataclass

from tests.browser.human import Human
from tests.browser.server import COORDINATOR, Server

PASSWORD = "seven yellow canoes"
COUNCIL, STEERING, GROUP = "Riverside Council", "Steering committee", "Language working group"


@dataclass
class Table:
    """The server and who sits at its table, each at a device of their own."""

    server: Server
    alice: Human
    bob: Human
    dana: Human


def gather(chrome, server: Server) -> Table:
    """An introduced partnership with three groups, a chair and a member."""
    alice = Human(chrome, server.address).sign_in(*COORDINATOR[1:])
    assert alice.heading == "Where to start?"
    introduce(alice)
    for kind, name, seats in (
        ("Partnership council", COUNCIL, ("Municipality", "Settlement agency")),
        ("Steering committee", STEERING, ("Lived experience",)),
        ("Working group", GROUP, ("School board", "Library")),
    ):
        establish(alice, kind, name, seats)
    bob = join(chrome, server, alice, "Bob Tremblay", "bob@example.org")
    dana = join(chrome, server, alice, "Dana Silva", "dana@example.org")
    for name in (COUNCIL, GROUP):
        appoint(alice, name, 1, "Bob Tremblay", "Chair")
        appoint(alice, name, 2, "Dana Silva", "Member")
    return Table(server, alice, bob, dana)


def introduce(alice: Human) -> None:
    alice.open("/partnership")
    names = "Riverside Immigration Partnership", "Partenariat de Riverside"
    alice.write_both("Name of the partnership", *names)
    alice.fill("Contact shown on every page", "hello@example.org").press("Save")
    alice.sees("Saved.", names[0])


def establish(alice: Human, kind: str, name: str, seats: tuple[str, ...]) -> None:
    alice.open("/groups/").follow("Establish a group")
    alice.choose("What it is", kind).write("Name", name).press("Establish the group")
    assert alice.heading == name
    for number, label in enumerate(seats, 1):
        alice.follow("Add a seat").write("Name of the seat", label).press("Add the seat")
        alice.sees(f"Seat {number} is added.")


def join(chrome, server: Server, alice: Human, name: str, email: str) -> Human:
    """Alice invites somebody, who accepts by the letter's one-time link."""
    alice.open("/people").follow("Add or invite somebody")
    alice.fill("Name", name).fill("E-mail address", email).press("Add")
    alice.sees("A letter with the invitation is on its way.")
    link = server.link_to(email, "/invitation/")
    person = Human(chrome, server.address).open(link)
    assert person.heading == f"Welcome, {name}"
    person.fill("Password", PASSWORD).press("Begin").sees("You are signed in.")
    used = chrome.new_context()
    assert used.request.get(link).status == 410, "the link works once"
    used.close()
    return person


def appoint(alice: Human, group: str, number: int, person: str, role: str) -> None:
    alice.open("/groups/").follow(group).follow(f"Appoint somebody to seat {number}")
    alice.choose("Who", person).choose("As", role).press("Appoint")
    alice.sees("The appointment is recorded.", person)


def last_number(path: str) -> int:
    """The number a record has in its address."""
    return int(re.findall(r"/(\d+)", path)[-1])
