"""A working group's meeting: called, held, minuted, sent round and closed for good."""

from datetime import timedelta

from tests.browser.human import Human
from tests.browser.partnership import GROUP, Table
from tests.browser.today import today

MOTION = "That evening classes be offered in two neighbourhoods."
DECISION = "We ask the school board for two evening classes."
ACTION = "Find a room that is open in the evening."
WRITES = ("Attendance", "Add an item", "Motion")


def hold_group_meeting(table: Table, finding: str, statement: str) -> str:
    """From the call to the closed notes; the address of the meeting."""
    meeting = call(table.bob, GROUP, "09:00")
    put_on_agenda(table.alice, finding)
    table.bob.open(meeting).sees(statement)
    attend(table.bob, ("Bob Tremblay", "Dana Silva"))
    move(table.bob, meeting, MOTION)
    decide(table.bob, meeting, statement)
    take_on(table.bob, meeting, statement)
    table.dana.open(meeting).sees(MOTION, DECISION, ACTION)
    assert not any(table.dana.offers(label) for label in WRITES), "a member only reads"
    close_notes(table, meeting)
    return meeting


def call(bob: Human, group: str, at: str) -> str:
    bob.open("/meetings").follow("Call a meeting").choose("Who meets", group)
    bob.fill("Day", today().isoformat()).fill("It begins at", at).fill("Place", "Library")
    bob.press("Call the meeting").sees("The meeting is called.")
    return bob.path


def put_on_agenda(alice: Human, finding: str) -> None:
    alice.open(finding).follow("Put it on an agenda").choose("Meeting", GROUP)
    alice.press("Put it on the agenda").sees("The finding is on the agenda.")


def attend(bob: Human, names: tuple[str, ...]) -> None:
    bob.follow("Attendance")
    for name in names:
        bob.tick("Present", name)
    bob.press("Save the attendance").sees("Attendance is recorded.")


def move(bob: Human, meeting: str, text: str) -> None:
    """Bob moves, Dana seconds, it carries; written under the last item, or beside the agenda."""
    bob.open(meeting).follow("Motion").write("The motion", text)
    bob.choose("Moved by", "Bob Tremblay").choose("Seconded by", "Dana Silva")
    bob.tick("Carried", "Result").press("Record the motion").sees(text)


def decide(bob: Human, meeting: str, statement: str) -> None:
    bob.open(meeting).follow("Decision").write("What was decided", DECISION)
    bob.choose("Decided by motion", MOTION).tick(statement, "Because of these findings")
    bob.press("Record the decision").sees(DECISION)


def take_on(bob: Human, meeting: str, statement: str) -> None:
    bob.open(meeting).follow("Action").write("What will be done", ACTION)
    bob.choose("Who will do it", "Dana Silva")
    bob.fill("Until when", (today() + timedelta(days=60)).isoformat())
    bob.tick(statement, "Because of these findings")
    bob.press("Record the action item").sees(ACTION)


def close_notes(table: Table, meeting: str) -> None:
    """Sent round, read by Dana from her letter, closed; then nobody changes anything."""
    table.bob.open(meeting).follow("Notes").press("Send them round").sees("Sent round")
    link = table.server.link_to("dana@example.org", "/meetings/")
    table.dana.open(link).sees(DECISION, ACTION)
    table.bob.follow("Close the notes").press("Close the notes").sees("Closed.")
    for person in (table.bob, table.alice):
        person.open(meeting)
        assert not any(person.offers(label) for label in WRITES), "what is closed is closed"
