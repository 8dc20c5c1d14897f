"""The page of a call asks the database as often for thirty nominations as for three."""

import pytest

from lipnet.groups.operations import draft_terms_of_reference, put_terms_in_force
from lipnet.nominations.further import Further
from lipnet.nominations.gathering import gather
from lipnet.nominations.models import Call
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    close_call,
    name_reviewer,
    note_eligibility,
    open_call,
    read_nomination,
    rewrite_call,
)
from tests import cast
from tests.browsing import Browser
from tests.groups.test_queries import CAP
from tests.nominations import scene
from tests.plans.acting.test_columns import counted

ELIGIBLE = {"en": "Lives here"}


@pytest.fixture
def call(app) -> Call:
    """An open call that asks for all there is: seconders, a check, a cap on terms, a committee."""
    alice = cast.alice()
    body = scene.committee(seats=2, by=alice)
    drafted = draft_terms_of_reference(
        body, sections=[], quorum_kind="fixed", quorum_value=3, term_years=2, by=alice,
        further={**CAP, "nominators": "anyone"},
    )  # fmt: skip
    put_terms_in_force(drafted, by=alice)
    rules = Rules(way="recommendation", seconders=1, eligibility=ELIGIBLE)
    made = scene.draft(body, rules=rules, by=alice)
    rewrite_call(
        made, title=made.title, seats={seat: {} for seat in made.seats}, opens_on=made.opens_on,
        closes_on=made.closes_on, rules=rules, further=Further(checks_eligibility=True), by=alice,
    )  # fmt: skip
    name_reviewer(made, cast.charlie(), by=alice)
    return open_call(made, by=alice)


def put_forward(call: Call, numbers, *, by, looks) -> None:
    """One waits for an answer, one for seconders, one was found eligible, and so on."""
    for n in numbers:
        nominee = NewNominee(f"Nominee {n}", f"n{n}@many.example")
        if n % 3 == 0:
            scene.nominated(call, nominee, by=by, seat=call.seats[n % 2])
            continue
        nomination = scene.accepted(call, nominee, by=by, seat=call.seats[n % 2])
        if n % 3 == 1:
            scene.asked_to_second(nomination, f"S{n} Roy", by=by)
        else:
            scene.seconded(nomination, f"S{n} Roy", by=by)
            note_eligibility(nomination, "eligible", by=looks)


def test_the_page_of_a_call_asks_no_more_for_more_nominations(app, call):
    bob, alice = cast.bob(), cast.person("Ada Lee", "coordinator")
    charlie = call.reviewers.get().person
    browsers = [Browser(app, each) for each in (alice, bob, charlie)]
    address = f"/nominations/calls/{call.id}"

    def asked() -> list[int]:
        found = []
        for browser in browsers:
            browser.get(address)
            with counted() as queries:
                browser.get(address)
            found.append(len(queries))
        return found

    put_forward(call, range(3), by=bob, looks=alice)
    few = asked()
    put_forward(call, range(3, 30), by=bob, looks=alice)
    assert asked() == few
    page = browsers[0].get(address)
    assert all(page.text.count(f"Nominee {n}") == 1 for n in range(10, 30))
    for state in ("Waiting for consent", "Waiting for seconders", "Accepted, may stand"):
        assert page.text.count(state) == 10
    closed = close_call(call, by=alice)
    eligible = next(row for row in closed.everybody if row.found)
    marks = {str(seat.id): 2 for seat in closed.seats}
    read_nomination(eligible, marks=marks, note="Good.", by=charlie)
    seen = browsers[2].get(address).html
    assert eligible.nominee.name in seen and seen.count("/nominations/") < 12, "the rest is unread"


def test_what_was_gathered_is_what_would_be_asked_one_by_one(app, call):
    bob, alice = cast.bob(), cast.person("Ada Lee", "coordinator")
    put_forward(call, range(6), by=bob, looks=alice)
    one_by_one, at_once = Call.get_by_id(call.id), gather(Call.get_by_id(call.id))
    assert [row.state for row in at_once.everybody] == [row.state for row in one_by_one.everybody]
    assert at_once.candidates == one_by_one.candidates and len(at_once.candidates) == 2
    assert at_once.awaited == one_by_one.awaited and len(at_once.awaited) == 4
    with counted() as queries:
        told = [(row.state, row.nominator.name, row.seat.label) for row in at_once.everybody]
        assert len(told) == 6 and at_once.awaited
    assert queries == []
