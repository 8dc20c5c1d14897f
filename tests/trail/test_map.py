"""The map: columns from what was asked to what was done, no line across a card, and few enough."""

from dataclasses import replace

import pytest

from lipnet.core.thread import Because, Ref
from lipnet.trail.mapping import MOST, placed
from lipnet.trail.walking import Stop
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene as sits
from tests.plans import scene

HERE = Stop(Ref("plan_action", "1"), 0, "Plan action", "Here", None, None, "", "", 7)


def stop(kind: str, number: int, floor: int) -> Stop:
    return Stop(Ref(kind, str(number)), 1, kind, f"{kind} {number}", None, "/x", "", "", floor)


def link(later: Stop, earlier: Stop) -> Because:
    return Because(
        from_kind=later.ref.kind, from_id=later.ref.id,
        to_kind=earlier.ref.kind, to_id=earlier.ref.id,
    )  # fmt: skip


def drawn(behind, ahead, *links):
    return placed(HERE, behind, ahead, links, lambda way, kind: f"/{way}/{kind}")


def test_columns_go_from_what_was_asked_to_what_was_done_and_the_empty_ones_are_left_out():
    survey, finding, line = stop("survey", 1, 4), stop("finding", 1, 5), stop("report_line", 1, 8)
    made = drawn(
        [finding, survey], [line], link(HERE, finding), link(finding, survey), link(line, HERE)
    )
    assert [card.first.ref.kind for card in made.cards] == [
        "survey", "finding", "plan_action", "report_line",
    ]  # fmt: skip
    assert [card.column for card in made.cards] == [0, 1, 2, 3] and len(made.lines) == 3


def test_what_others_lead_along_is_no_line_of_its_own_and_reasons_stand_above():
    item, motion, decision = (stop(kind, 1, 6) for kind in ("agenda_item", "motion", "decision"))
    made = drawn(
        [decision, item, motion], [],
        link(HERE, decision), link(HERE, item), link(decision, motion), link(decision, item),
        link(motion, item),
    )  # fmt: skip
    names = [card.first.ref.kind for card in made.cards if card.column == 0]
    assert names == ["agenda_item", "motion", "decision"] and len(made.lines) == 3


@pytest.mark.parametrize(("many", "cards"), [(MOST, MOST + 1), (MOST + 1, 2)])
def test_more_than_a_dozen_gather_by_kind(many, cards):
    findings = [stop("finding", number, 5) for number in range(many)]
    made = drawn(findings, [], *(link(HERE, one) for one in findings))
    assert len(made.cards) == cards
    gathered = [card for card in made.cards if card.is_gathered]
    assert [card.url for card in gathered] == ["/back/finding"] * (cards == 2)
    assert all(card.row + 2 <= made.high for card in made.cards)


def test_a_circle_of_links_is_drawn_all_the_same():
    one, other = stop("finding", 1, 5), stop("finding", 2, 5)
    made = drawn([one, other], [], link(HERE, one), link(one, other), link(other, one))
    assert len(made.cards) == 3 and made.lines


def test_what_is_under_way_is_gathered_and_the_whole_trail_is_narrowed(app):
    alice = cast.alice()
    findings = [sits.finding(alice, f"Finding {number}") for number in range(14)]
    action = scene.action(scene.plan(alice), alice, because=findings)
    browser = Browser(app, alice)
    page = browser.get(f"/plans/actions/{action.number}")
    card = next(url for text, url in page.links().items() if text.startswith("Finding 14"))
    assert f"/trail/plan_action/{action.id}?way=back&only=finding" in card
    narrowed = browser.get(card)
    assert all(f"Finding {number} " in narrowed.text for number in range(14))
    assert browser.get(f"/trail/finding/{findings[0].id}?way=back").text.count("Nothing is tied")
    Browser(app, cast.tam()).get(f"/trail/finding/{findings[0].id}", status=404)
    browser.get("/trail/finding/999", status=404)
    browser.get("/trail/nothing/1", status=404)


def test_a_gathered_card_says_nothing_of_one_of_them():
    findings = [replace(stop("finding", n, 5), sentence="Because.") for n in range(MOST + 2)]
    made = drawn(findings, [], *(link(HERE, one) for one in findings))
    assert [card.sentences for card in made.cards] == [[], []]
