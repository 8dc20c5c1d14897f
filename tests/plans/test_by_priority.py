"""The evidence board by priority: what bears on each priority of the strategy, and what on none."""

from lipnet.core.multilingual import plain
from lipnet.evidence import operations as evidence
from lipnet.evidence.board import Board
from tests import cast
from tests.browsing import Browser
from tests.plans import scene
from tests.reports.scene import decision


def outside(by, statement: str):
    return evidence.note_outside_finding({"en": statement}, source="Census", by=by)


def test_a_finding_stands_under_the_priorities_whose_actions_rest_on_it(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    direct, decided, loose = (outside(alice, said) for said in ("Direct.", "Decided.", "Loose."))
    through = decision(decided, alice, adopted=False)
    scene.action(plan, alice, because=[direct, through])
    groups = Board(alice).arranged("priority")
    titles = [plain(group.title) for group in groups]
    assert titles == [
        "Classes for everybody",
        "Information in many languages",
        "Under no priority yet",
    ]
    assert [{one.id for one in group.records} for group in groups] == [
        {direct.id, decided.id},
        set(),
        {loose.id},
    ]


def test_a_correction_stands_where_what_it_corrects_was_cited(house):
    alice = cast.alice()
    plan = scene.plan(alice)
    old = outside(alice, "Old.")
    scene.action(plan, alice, because=[old])
    new = evidence.correct_finding(old, statement={"en": "New."}, why={"en": "A slip."}, by=alice)
    assert Board(alice).arranged("priority")[0].records == [new]


def test_the_board_says_where_nothing_was_learned_for_a_priority(app):
    alice = cast.alice()
    scene.plan(alice)
    outside(alice, "Loose.")
    page = Browser(app, alice).get("/evidence?by=priority")
    assert "Classes for everybody" in page.text and "Language" in page.text
    assert page.text.count("No finding stands here yet.") == 2
