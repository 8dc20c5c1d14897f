"""What is owed gets its days, is sent and shown, and remembered in time."""

from datetime import date, timedelta

import pytest

from lipnet.core import clock, files, mail
from lipnet.core.brought import file_brought
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.core.web import waiting_for
from lipnet.groups.agreements import jobs, operations
from lipnet.groups.agreements.dial import dial_of
from lipnet.groups.agreements.models import Obligation
from lipnet.groups.agreements.operations.owing import REMINDED
from tests import cast
from tests.groups.agreements import scene

TODAY = date(2026, 11, 26)
DAY = timedelta(days=1)


@pytest.fixture
def coordinator(database):
    with clock.at(TODAY):
        yield cast.alice()


@pytest.fixture
def found(coordinator):
    return scene.agreement(coordinator, ends_on=date(2027, 5, 15))


def test_each_quarter_has_its_day_and_the_last_period_ends_with_the_agreement(coordinator, found):
    scene.rule(found, coordinator, from_on=date(2026, 9, 30))
    assert [(row.period_ends_on, row.due_on) for row in found.owed()] == [
        (date(2026, 9, 30), date(2026, 10, 30)),
        (date(2026, 12, 31), date(2027, 1, 30)),
        (date(2027, 3, 31), date(2027, 4, 30)),
        (date(2027, 5, 15), date(2027, 6, 14)),
    ]


def test_each_fiscal_year_has_its_day(coordinator, found):
    scene.rule(found, coordinator, rhythm="year", days=0)
    assert [row.due_on for row in found.owed()] == [
        date(2026, 3, 31), date(2027, 3, 31), date(2027, 5, 15),
    ]  # fmt: skip


def test_a_rule_without_a_period_and_days_before_the_agreement_are_refused(coordinator, found):
    with pytest.raises(Refusal):
        scene.rule(found, coordinator, from_on=date(2027, 5, 16))
    with pytest.raises(Refusal):
        scene.rule(found, coordinator, days=400)
    with pytest.raises(Refusal) as early:
        scene.owed(found, coordinator, due_on=found.starts_on - DAY)
    with pytest.raises(Refusal) as empty:
        operations.owe(found, {}, due_on=TODAY, by=coordinator)
    assert (early.value.field, empty.value.field) == ("due_on", "what")
    assert found.owed() == [] and list(found.rules) == []


def test_a_rule_that_ends_leaves_what_was_due_or_sent(coordinator, found):
    rule = scene.rule(found, coordinator, from_on=date(2026, 9, 30))
    operations.mark_sent(found.owed()[1], on=TODAY, by=coordinator)
    operations.end_rule(rule, by=coordinator)
    assert [row.due_on for row in found.owed()] == [date(2026, 10, 30), date(2027, 1, 30)]
    assert list(found.rules) == []


def test_what_was_sent_is_owed_no_more_until_it_is_again(coordinator, found):
    row = scene.owed(found, coordinator)
    assert row.is_overdue
    with pytest.raises(Refusal):
        operations.mark_sent(row, on=TODAY + DAY, by=coordinator)
    operations.mark_sent(row, on=TODAY, note="by courier", by=coordinator)
    assert (row.state, row.note) == ("done", "by courier")
    for no in (operations.drop_obligation, operations.owe_still):
        if no is operations.drop_obligation:
            with pytest.raises(Refusal):
                no(row, by=coordinator)
    operations.owe_still(row, by=coordinator)
    operations.drop_obligation(row, by=coordinator)
    assert Obligation.get().state == "off"
    with pytest.raises(Refusal):
        operations.mark_sent(row, on=TODAY, by=coordinator)


def test_a_proof_is_kept_once_and_read_back(coordinator, found):
    row = scene.owed(found, coordinator)
    proof = file_brought("report.pdf", scene.PDF)
    operations.mark_sent(row, on=TODAY, proof=proof, by=coordinator)
    operations.attach_proof(row, proof, by=coordinator)
    (kept,) = row.proofs
    assert (files.read(kept.file), kept.name) == (scene.PDF, "report.pdf")


def test_states_follow_the_day(coordinator, found):
    row = scene.owed(found, coordinator, due_on=TODAY + 20 * DAY, remind_days=14)
    told = []
    for days in (0, 6, 20, 21):
        with clock.at(TODAY + days * DAY):
            told.append(row.state)
    assert told == ["later", "now", "now", "late"]


def test_the_clock_holds_twelve_months_and_what_is_overdue(coordinator, found):
    for due_on in (TODAY - DAY, TODAY, TODAY + DAY, date(2027, 11, 25), date(2027, 11, 26)):
        scene.owed(found, coordinator, due_on=due_on)
    dial = dial_of(found, TODAY)
    assert [row.due_on for row in dial.overdue] == [TODAY - DAY]
    assert [row.due_on for row in dial.coming] == [TODAY, TODAY + DAY, date(2027, 11, 25)]
    assert [(mark.place, mark.up) for mark in dial.marks] == [(0, 0), (0.27, 16), (100, 0)]


def letters_of(event) -> list:
    return list(mail._writers[REMINDED](event))


def test_coordinators_are_reminded_once_and_not_of_what_was_sent(app):
    with clock.at(TODAY):
        alice, _bob = cast.alice(), cast.bob()
        found = scene.agreement(alice)
        row = scene.owed(found, alice, due_on=TODAY + 20 * DAY)
        sent = scene.owed(found, alice, due_on=TODAY + 20 * DAY)
        operations.mark_sent(sent, on=TODAY, by=alice)
    for days, reminders in ((5, 0), (6, 1), (7, 1)):
        with clock.at(TODAY + days * DAY):
            jobs.remind(app.config["LIPNET"])
            assert Event.select().where(Event.code == REMINDED).count() == reminders
    event = Event.get(Event.code == REMINDED)
    (letter,) = letters_of(event)
    assert letter.to == alice.email
    assert "Owed to the funder by December 16, 2026: Workplan" in letter.subject
    assert f"/agreements/{found.id}/obligations/{row.id}" in letter.body
    with clock.at(TODAY + 7 * DAY):
        operations.mark_sent(Obligation.get_by_id(row.id), on=TODAY, by=alice)
    assert letters_of(event) == []


def test_a_later_day_is_reminded_of_anew(coordinator, found):
    row = scene.owed(found, coordinator)
    operations.remind_of_obligation(row, by=coordinator)
    assert Obligation.to_remind_of() == []
    later = {"what": row.what, "remind_days": 14}
    operations.change_obligation(row, due_on=TODAY + DAY, by=coordinator, **later)
    assert row.reminded_on == TODAY
    operations.change_obligation(row, due_on=TODAY + 30 * DAY, by=coordinator, **later)
    assert row.reminded_on is None


def test_what_is_late_or_soon_due_waits_for_coordinators_alone(app):
    with clock.at(TODAY):
        alice, city = cast.alice(), cast.organisation("City", "municipal")
        found = scene.agreement(alice, signs=city)
        scene.owed(found, alice)
        scene.owed(found, alice, due_on=TODAY + 300 * DAY)
        with app.test_request_context():
            lines = [item.sentence for item in waiting_for(alice)]
            assert "Was due on June 30, 2026: Workplan (agreement S26-0417)" in lines
            assert sum("S26-0417" in line for line in lines) == 1
            holders = cast.person("Harriet", "member", organisation=city)
            assert not any("S26" in item.sentence for item in waiting_for(holders))
