"""A secret ballot in a real browser: voted by keyboard alone, its outcome read in Arabic."""

import pytest

from lipnet import create_app
from lipnet.core import config
from lipnet.core.db import db
from lipnet.nominations.ballots import forgetting, ledger
from lipnet.people.models import Person
from tests import cast
from tests.browser.human import Human
from tests.browser.keys import Keys
from tests.browser.seeing import Eye
from tests.browser.server import COORDINATOR, empty_house
from tests.nominations.ballots import scene

WATCHED = """() => {
  const told = document.querySelector("[data-ranking] [role=status]");
  const torn = (changes) => changes.some((each) => [...each.removedNodes].includes(told));
  new MutationObserver((changes) => { window.torn ||= torn(changes); })
    .observe(told.parentNode, { childList: true });
}"""


@pytest.fixture
def server(tmp_path):
    started = empty_house(tmp_path)
    create_app(config.load(started.config))
    yield started
    started.stop()


@pytest.mark.timeout(240)
def test_a_vote_by_keyboard_and_the_outcome_in_arabic(chrome, server):
    with db.connection_context():
        alice = Person.get()
        checking = [alice, cast.person("Sofia Marin", "member")]
        ballot = scene.opened(alice, voters=4, scrutineers=checking)
        scene.vote(ballot, (1, 3), (3, 1))
        door, plain = (f"/vote/{ledger.token_of(entry)}" for entry in scene.roll(ballot)[2:])
    votes_by_keyboard(chrome, server, door)
    votes_without_script(chrome, server, plain)
    staff = f"/nominations/ballots/{ballot.id}"
    looks_after(chrome, server, staff, ("", "/roll", "/papers", "/count", "/opening"))
    with db.connection_context():
        assert sorted(row.ranking for row in ballot.cast) == ["1 3", "2 1", "2 1", "3 1"]
        forgetting.count_and_forget(ballot, by=alice)
    reads_in_arabic(chrome, server, door)
    looks_after(chrome, server, staff, ("", "/signature", "/appointment", "/roll"))
    looks_after(chrome, server, f"/nominations/calls/{ballot.call_id}", ("", "/ballot"))


def votes_by_keyboard(chrome, server, door: str) -> None:
    """Candidates go in, up and out by buttons; what happens is told, and the focus goes along."""
    voter = Human(chrome, server.address)
    voter.open(f"{door}?lang=en")
    voter.page.evaluate(WATCHED)
    keys = Keys(voter).tick("Rank next Amina Diallo").hears("Amina Diallo is number 1 of 1.")
    assert keys.here == "Rank next Bijan Rahimi"
    for _ in range(2):
        keys.page.keyboard.press("Enter")
    keys.hears("Chau Tran is number 3 of 3.")
    Keys(voter).go("↑ Up: Bijan Rahimi").page.keyboard.press("Space")
    keys.hears("Bijan Rahimi is number 1 of 3.")
    assert keys.here == "↑ Up: Bijan Rahimi"
    keys.tick("× Take out: Chau Tran").hears("Chau Tran is not ranked.")
    assert not voter.page.evaluate("window.torn"), "what is told was put in anew: nobody hears it"
    keys.press("Look at my vote").press("Change it")
    assert keys.go("↓ Down: Bijan Rahimi")
    keys.press("Look at my vote").press("Cast my vote")
    voter.sees("Your vote is cast", "There is no receipt")
    assert voter.context.cookies() == []
    voter.close()


def votes_without_script(chrome, server, door: str) -> None:
    """First with one rank given twice, then rightly."""
    voter = Human(chrome, server.address, java_script_enabled=False)
    voter.open(f"{door}?lang=en")
    keys = Keys(voter)
    ranks(keys, {"Amina Diallo": "1", "Bijan Rahimi": "1"})
    voter.sees("Two candidates have the same rank")
    ranks(keys, {"Amina Diallo": "2"})
    voter.sees("Is this your vote?")
    keys.go("Cast my vote").page.keyboard.press("Enter")
    voter.sees("Your vote is cast")
    voter.close()


def ranks(keys: Keys, wanted: dict[str, str]) -> None:
    for name, rank in wanted.items():
        keys.go(name).page.keyboard.type(rank)
    keys.go("Look at my vote").page.keyboard.press("Enter")
    keys.page.wait_for_load_state()


def reads_in_arabic(chrome, server, door: str) -> None:
    for tongue in ("ar", "fr", "en"):
        eye = Eye(chrome, server.address, tongue)
        assert eye.look(f"{door}?lang={tongue}") == []
        assert eye.page.evaluate("document.documentElement.dir") == (
            "rtl" if tongue == "ar" else "ltr"
        )
        assert eye.page.get_by_text("Amina Diallo").count() > 2
        eye.close()


def looks_after(chrome, server, below: str, pages: tuple[str, ...]) -> None:
    """The coordinator's pages are sound at a desk, and on a narrow phone at night from right to
    left."""
    alice = Human(chrome, server.address).sign_in(*COORDINATOR[1:])
    state = alice.context.storage_state()
    alice.close()
    for tongue in ("en", "ar"):
        eye = Eye(chrome, server.address, tongue, state)
        faults = [told for page in pages for told in eye.look(f"{below}{page}?lang={tongue}")]
        eye.close()
        assert not faults, "\n".join(faults)
