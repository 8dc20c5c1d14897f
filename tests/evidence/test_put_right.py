"""A finding is corrected by another that names it, and withdrawn while nobody cites it."""

import pytest

from lipnet.core import soundness, thread
from lipnet.core.refusals import Refusal
from lipnet.evidence import operations
from lipnet.evidence.models import Finding
from lipnet.meetings.choices import findings_chosen
from lipnet.plans.sources import from_keys
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import SAID, answered_survey, finding
from tests.reports.scene import decision

RIGHT = {"en": "Two in three wait.", "fr": "Deux sur trois attendent."}
WHY = {"en": "The share was read wrongly."}


def correct(found, by, statement=RIGHT, why=WHY):
    return operations.correct_finding(found, statement=statement, why=why, by=by)


def test_a_correction_is_a_finding_of_its_own_on_the_same_figure(house):
    alice = cast.alice()
    theme = operations.add_theme({"en": "Language"}, by=alice)
    old = finding(alice, survey=answered_survey(alice))
    operations.sort_finding(old, [theme], by=alice)
    new = Finding.get_by_id(correct(old, alice).id)
    assert (new.figure, new.n, new.version, new.found_on) == (
        old.figure,
        old.n,
        old.version,
        old.found_on,
    )
    assert (new.statement, new.corrects, new.why_corrected) == (RIGHT, old, WHY)
    assert Finding.get_by_id(old.id).statement == SAID
    assert Finding.newest_first() == [new] == Finding.about(old.survey)
    assert new.themes == [theme]
    [link] = thread.came_from(thread.ref(new))
    assert (link.to_kind, link.to_id) == ("finding", str(old.id))
    assert soundness.every_fault(house) == []


def test_only_what_stands_is_corrected_and_with_a_reason(house):
    alice = cast.alice()
    old = finding(alice, survey=answered_survey(alice))
    for wrong in ({"statement": {}}, {"why": {"en": " "}}):
        with pytest.raises(Refusal):
            correct(old, alice, **wrong)
    new = correct(old, alice)
    with pytest.raises(Refusal, match="corrected already"):
        correct(old, alice)
    newest = correct(new, alice, {"en": "Seven in ten wait."})
    assert (old.latest, newest.earlier) == (newest, [new, old])


def test_a_finding_nobody_cites_is_withdrawn_from_the_board_and_the_thread(house):
    alice = cast.alice()
    old = finding(alice, survey=answered_survey(alice))
    operations.withdraw_finding(old, by=alice)
    assert Finding.newest_first() == Finding.about(old.survey) == []
    assert thread.led_to(thread.ref(old.survey)) == []
    assert findings_chosen([old.id]) == from_keys([f"finding:{old.id}"], alice) == []
    assert soundness.every_fault(house) == []
    for verb in (operations.withdraw_finding, correct):
        with pytest.raises(Refusal, match="withdrawn"):
            verb(old, by=alice)


def test_a_cited_finding_and_a_correction_are_not_withdrawn(house):
    alice = cast.alice()
    old = finding(alice, survey=answered_survey(alice))
    decision(old, alice)
    with pytest.raises(Refusal, match="only be corrected"):
        operations.withdraw_finding(old, by=alice)
    new = correct(old, alice)
    with pytest.raises(Refusal, match="correct it once more"):
        operations.withdraw_finding(new, by=alice)


def test_a_finding_is_corrected_on_its_page_and_the_old_one_says_so(app):
    browser = Browser(app, alice := cast.alice())
    old = finding(alice, survey=answered_survey(alice))
    decision(old, alice)
    page = browser.get(f"/evidence/{old.id}")
    assert "Withdraw it" not in page.links()
    page = browser.submit(page.links()["Correct it"], {**words(RIGHT), "why-en": WHY["en"]})
    assert page.heading == RIGHT["en"]
    assert SAID["en"] in page.links() and WHY["en"] in page.text
    before = browser.get(f"/evidence/{old.id}")
    assert "This finding was corrected." in before.text and RIGHT["en"] in before.links()
    assert "Correct it" not in before.links()
    board = browser.get("/evidence")
    assert SAID["en"] not in board.links() and "Decision (1)" in board.text
    browser.get(f"/evidence/{old.id}/correction", status=404)


def test_a_finding_is_withdrawn_after_a_question(app):
    browser = Browser(app, alice := cast.alice())
    old = finding(alice, survey=answered_survey(alice))
    where = browser.get(f"/evidence/{old.id}").links()["Withdraw it"]
    page = browser.submit(where, {})
    assert page.heading == "Evidence" and "The finding is withdrawn." in page.text
    assert "was withdrawn on" in browser.get(f"/evidence/{old.id}").text
    browser.get(where, status=404)


def test_a_member_changes_nothing_on_a_finding(app):
    alice, bob = cast.alice(), cast.bob()
    number = finding(alice, survey=answered_survey(alice)).id
    browser = Browser(app, bob)
    assert "Correct it" not in browser.get(f"/evidence/{number}").links()
    for page in ("correction", "withdrawal", "themes"):
        browser.get(f"/evidence/{number}/{page}", status=404)
        browser.post(f"/evidence/{number}/{page}", {}, status=404)


def words(statement: dict) -> dict:
    return {f"statement-{tag}": text for tag, text in statement.items()}
