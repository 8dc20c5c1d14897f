"""A whole meeting: the roll on a phone, the minutes by keyboard on a laptop, and taken away."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.i18n import speaking
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.evidence.models import Finding
from lipnet.groups.models import Body, people_of
from lipnet.meetings import operations
from lipnet.meetings.choices import _cut, later_motions
from lipnet.meetings.models import Meeting
from tests.browser.filled import somebody
from tests.browser.human import PHONE, Human
from tests.browser.keys import Keys
from tests.browsing import Page
from tests.meetings.comparing import READ_BY, bare, shown
from tests.press.reading import words

FIELD = "One line for each thing"
OFFERED = "That evening classes be offered."
DECIDED = "Classes begin in May."
ADOPTED = "That the minutes be adopted."


class Sittings:
    """Meetings of the council on one day: at one the roll is called, the first of the others is
    recorded, the second adopts it. No test here needs another."""

    def __init__(self):
        self.by, self.council = somebody("coordinator"), Body.by_slug("partnership-council")
        self.finding = Finding.newest_first()[0]
        self.rolled = self._called("05:50")
        self.first, self.second = self._called("06:10"), self._called("06:20")
        self.item = operations.put_on_agenda(
            self.first, {"en": "Evening classes", "fr": "Cours du soir"},
            because=[self.finding], by=self.by,
        )  # fmt: skip
        operations.put_on_agenda(self.first, {"en": "Next meeting"}, by=self.by)
        self.members = [person.name for person in people_of(self.council, clock.today())]
        self.name = words(plain(partnership().name))
        self.present = (self.members[0], self.members[1], self.members[4])
        self.statement = _cut(plain(self.finding.statement))

    def _called(self, at) -> Meeting:
        return operations.call_meeting(
            self.council, clock.today(), starts_at=at, place="Library", by=self.by
        )

    def place(self, title: str) -> int:
        titles = [item.title.get("en") for item in self.first.agenda()]
        return titles.index(title) + 1

    def motion(self, words: str) -> str:
        """As the list of later motions names it."""
        with db.connection_context(), speaking("en"):
            offered = later_motions(self.first)
        return next(label for _, label in offered if words in label)


@pytest.fixture(scope="module")
def sittings(house, state):
    with db.connection_context():
        return Sittings()


@pytest.fixture
def phone(house, chrome, state):
    human = Human(chrome, house.server.address, storage_state=state, viewport=PHONE, has_touch=True)
    yield human
    human.close()


@pytest.fixture
def laptop(house, chrome, state):
    human = Human(chrome, house.server.address, storage_state=state)
    yield human
    human.close()


def test_the_roll_is_called_on_a_phone_by_touch(sittings, phone, program):
    page = phone.open(f"/meetings/{sittings.rolled.id}/attendance").page
    late, away = sittings.members[2], sittings.members[3]
    roll = {name: page.get_by_role("group", name=name) for name in (late, away)}
    for group in roll.values():
        group.get_by_label("Absent").tap()
    roll[late].get_by_label("Present").tap()
    roll[away].get_by_label("Regrets").tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Everybody else is here").tap()
    expect(page.locator("[data-quorum]")).to_contain_text("Quorum reached")
    page.get_by_role("link", name="Somebody came or left").tap()
    page.get_by_label("Who", exact=True).select_option(label=late)
    page.get_by_label("At what time").fill("05:55")
    page.get_by_role("button", name="Record it").tap()
    phone.sees(f"{late} arrived.")
    told = {row.shown_name: row.status for row in sittings.rolled.attendances}
    assert told == dict.fromkeys(sittings.members, "present") | {away: "regrets"}


def test_a_whole_meeting_is_recorded_sent_round_adopted_and_corrected_by_keyboard(
    sittings, laptop, program
):
    keys = Keys(laptop.open(f"/meetings/{sittings.first.id}/attendance"))
    keys.press("Everybody else is here").human.open(f"/meetings/{sittings.first.id}")
    keys.press("Record the meeting")
    assert keys.here == FIELD
    mover, seconder, owner = (name.split()[-1] for name in sittings.present)
    keys.page.keyboard.type(
        f"# {sittings.place('Evening classes')}\n"
        f"MOTION: {OFFERED}\nM/S: {mover} / {seconder}\nCARRIED 9-0-1\n"
        "NOTE : La bibliothèque a offert une salle.\n"
        f"SUIVI @{owner} pour le 30 avril : Trouver une salle.\n"
        f"OUT 06:40 {owner}\n"
    )
    keys.hears("Saved")
    keys.go("Keep what is ready").page.keyboard.press("Enter")
    keys.hears("4 lines are kept.").press("To the meeting")
    keys.go(f"{sittings.place('Evening classes')} Evening classes").press("Decision")
    keys.write("What was decided > English", DECIDED)
    keys.tick(f"Because of these findings > {sittings.statement}").press("Record the decision")
    keys.press("Read the minutes")
    laptop.sees(OFFERED, DECIDED, "Trouver une salle.", f"Because: {sittings.statement}")
    keys.press("Send them round")
    assert laptop.page.locator("h1").inner_text().startswith("Minutes of")
    _adopt(keys, sittings)
    laptop.open(f"/meetings/{sittings.first.id}/minutes").sees("Three and not two.", "Adopted on")
    page = read_by_program(laptop.page.content())
    for kind, label in (("docx", "Word (English)"), ("pdf", "PDF (English)")):
        told = bare(taken_away(keys, label, kind))
        assert told[: len(sittings.name)] == sittings.name
        assert told[len(sittings.name) :] == bare(shown(page)), kind


def _adopt(keys, sittings) -> None:
    """By a motion of the next meeting, typed there; then a correction by the same motion."""
    first, second = sittings.first.id, sittings.second.id
    keys.human.open(f"/meetings/{second}/attendance")
    keys.press("Everybody else is here").human.open(f"/meetings/{second}/recording")
    keys.page.keyboard.type(
        f"MOTION: {ADOPTED}\nM/S: {' / '.join(sittings.present[:2])}\nCARRIED\n"
    )
    keys.hears("Saved").go("Keep what is ready").page.keyboard.press("Enter")
    keys.hears("1 line is kept.").human.open(f"/meetings/{first}/minutes")
    keys.press("Adopt the minutes").choose("By the motion", sittings.motion(ADOPTED))
    keys.press("Adopt the minutes").press("Record a correction")
    keys.write("What the minutes should have said > English", "Three and not two.")
    keys.press("Record the correction")


def taken_away(keys, label: str, kind: str) -> list[str]:
    keys.go(label)
    with keys.page.expect_download() as waiting:
        keys.page.keyboard.press("Enter")
    return READ_BY[kind](waiting.value.path().read_bytes())


def read_by_program(html: str) -> Page:
    """What the browser shows, as the files are compared with."""
    return Page(SimpleNamespace(status_code=200, get_data=lambda as_text: html))
