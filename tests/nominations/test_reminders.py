"""Before a deadline, who can still act is reminded once, and nobody else."""

from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.nominations import jobs, wiring
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.operations import (
    NewNominee,
    ask_to_endorse,
    close_call,
    discard_draft,
    endorse_nomination,
    save_draft,
    stand,
    take_draft_along,
)
from lipnet.nominations.statements import Said
from tests import cast
from tests.nominations import scene
from tests.nominations.test_letters import written


@pytest.fixture
def house(database):
    wiring._write_letters("https://lip.example")
    return database


def reminded(house, days: int) -> list:
    with clock.at(clock.now() + timedelta(days=days)):
        jobs.remind(house)
        return written(house)


def test_the_organisation_is_reminded_once_before_its_link_ends(house):
    call = scene.opened(by=cast.alice())
    stands = stand(call, statement="I listen.", said=Said(organisation="Tuesday Circle"),
                   by=cast.bob())  # fmt: skip
    asked = ask_to_endorse(
        stands, NewNominee("Ruth Obi", "ruth@circle.example", "fr"), by=call_of()
    )
    written(house)
    assert reminded(house, 10) == []
    (letter,) = reminded(house, 12)
    assert (letter["To"], letter["Content-Language"]) == ("ruth@circle.example", "fr")
    assert links.signed(asked.open_link) in letter.get_content()
    assert reminded(house, 13) == []


def call_of():
    return cast.person("Ada Coordinates", "coordinator")


def test_an_organisation_that_answered_is_not_reminded(house):
    call = scene.opened(by=cast.alice())
    stands = stand(call, statement="I listen.", said=Said(organisation="Tuesday Circle"),
                   by=cast.bob())  # fmt: skip
    asked = ask_to_endorse(stands, NewNominee("Ruth Obi", "ruth@circle.example"), by=call_of())
    endorse_nomination(asked.open_link, by=asked.person)
    written(house)
    assert reminded(house, 12) == []


def test_who_began_a_nomination_is_told_once_that_the_call_closes(house):
    alice, charlie = cast.alice(), cast.charlie()
    call = scene.opened(by=alice)  # for 21 days
    draft = save_draft(call, "stand", {"statement-fr": ["J’écoute."]}, by=charlie)
    assert reminded(house, 17) == []
    (letter,) = reminded(house, 20)
    assert (letter["To"], letter["Content-Language"]) == (charlie.email, "fr")
    text = letter.get_content()
    assert f"https://lip.example/nominations/drafts/{draft.id}" in text and "écoute" not in text
    assert reminded(house, 21) == []


def test_a_draft_of_another_call_or_with_the_number_of_one_that_is_gone_is_reminded_of(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    first, longer = scene.opened(by=alice), scene.opened(by=alice)
    taken = save_draft(first, "stand", {}, by=charlie)
    gone = save_draft(first, "stand", {}, by=bob)
    assert len(reminded(house, 20)) == 2
    discard_draft(gone, by=bob)
    anew = save_draft(first, "stand", {}, by=alice)
    NominationDraft.update(id=gone.id).where(NominationDraft.id == anew.id).execute()
    take_draft_along(taken, longer, by=charlie)
    assert {letter["To"] for letter in reminded(house, 20)} == {alice.email, charlie.email}


def test_a_draft_that_is_gone_or_too_late_reminds_nobody(house):
    alice, charlie = cast.alice(), cast.charlie()
    gone, over = scene.opened(by=alice), scene.opened(by=alice)
    discard_draft(save_draft(gone, "stand", {}, by=charlie), by=charlie)
    save_draft(over, "stand", {}, by=charlie)
    close_call(over, by=alice)
    assert reminded(house, 20) == []
