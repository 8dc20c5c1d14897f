"""The thread ties downward, once, and shows its loose ends."""

from dataclasses import replace

import pytest

from lipnet.core import thread
from lipnet.core.thread import Because, Kind
from tests import cast


@pytest.fixture
def kinds():
    """Two kinds of our own cast: an organisation below, a person above."""
    before = thread.kinds()
    made = Kind(
        "organisation", 2, "Organisation", load_organisation, lambda r: r.name, lambda r: None,
        lambda person, r: True, lambda r: None,
    )  # fmt: skip
    thread.register(made)
    thread.register(replace(made, name="person", floor=3, load=load_person))
    yield
    thread._kinds.clear()
    thread._kinds.update(before)


def load_organisation(key):
    return cast.Organisation.get_or_none(cast.Organisation.id == key)


def load_person(key):
    return cast.Person.get_or_none(cast.Person.id == key)


def test_a_tie_is_walked_both_ways(database, kinds):
    alice, library = cast.alice(), cast.organisation("Library")
    thread.tie(alice, library, by=alice, sentence={"en": "She works there."})
    (back,) = thread.came_from(thread.ref(alice))
    (forward,) = thread.led_to(thread.ref(library))
    assert back == forward
    assert back.sentence == {"en": "She works there."}


def test_tying_twice_is_tying_once(database, kinds):
    alice, library = cast.alice(), cast.organisation("Library")
    thread.tie(alice, library, by=alice)
    thread.tie(alice, library, by=alice)
    assert Because.select().count() == 1


def test_a_tie_upward_is_refused(database, kinds):
    alice, library = cast.alice(), cast.organisation("Library")
    with pytest.raises(ValueError, match="downward"):
        thread.tie(library, alice, by=alice)


def test_a_loose_end_is_found(database, kinds):
    alice, library = cast.alice(), cast.organisation("Library")
    thread.tie(alice, library, by=alice)
    assert thread.dangling() == []
    library.delete_instance()
    assert len(thread.dangling()) == 1
