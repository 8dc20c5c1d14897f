"""A receipt shows that a ballot was counted, to whoever holds it, and nothing else."""

import re

import pytest

from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots import ledger, operations, receipts, soundness
from lipnet.nominations.ballots.models import Ballot, CastReceipt, CountedReceipt
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def test_a_receipt_is_known_after_the_count_and_no_other_is(alice):
    ballot = scene.opened(alice, receipts=True)
    given = [operations.cast_ballot(each, (1,)) for each in scene.roll(ballot)[:3]]
    assert all(re.fullmatch(r"\d{16}", each) for each in given) and len(set(given)) == 3
    assert not any(receipts.was_counted(ballot, each) for each in given), "not before the count"
    scene.counted(ballot, alice)
    assert all(receipts.was_counted(ballot, receipts.grouped(each)) for each in given)
    assert not receipts.was_counted(ballot, "0000 0000 0000 0000")
    assert not CastReceipt.select().exists()


def test_digits_are_stored_nowhere_and_the_rows_stand_by_their_hash(alice):
    ballot = scene.opened(alice, receipts=True)
    given = [operations.cast_ballot(each, (1,)) for each in scene.roll(ballot)]
    keys = [row.key for row in CastReceipt.select()]
    scene.counted(ballot, alice)
    kept = [row["key"] for row in CountedReceipt.select().dicts()]
    assert sorted(keys) == sorted(kept) == kept
    assert not any(digits in key for digits in given for key in keys)


def test_digits_of_another_script_are_read_and_too_few_are_refused(alice):
    ballot = scene.opened(alice, receipts=True)
    digits = operations.cast_ballot(scene.roll(ballot)[0], (1,))
    scene.counted(ballot, alice)
    arabic = digits.translate({ord("0") + n: 0x660 + n for n in range(10)})
    assert receipts.was_counted(ballot, arabic)
    with pytest.raises(Refusal, match="16 digits"):
        receipts.was_counted(ballot, digits[:-1])


def test_a_ballot_without_receipts_gives_none(alice):
    ballot = scene.opened(alice)
    assert operations.cast_ballot(scene.roll(ballot)[0], (1,)) == ""
    assert not CastReceipt.select().exists()


def test_another_ballot_does_not_know_the_receipt(alice):
    ballot = scene.opened(alice, receipts=True)
    people = [cast.person(name, "member") for name in ("Uma", "Vic")]
    others = {"standing": ("Emre Kaya",), "seats": 1, "named": "Other", "scrutineers": people}
    other = scene.opened(alice, receipts=True, **others)
    digits = operations.cast_ballot(scene.roll(ballot)[0], (1,))
    for each in (ballot, other):
        scene.counted(each, alice)
    assert receipts.was_counted(ballot, digits) and not receipts.was_counted(other, digits)


def test_a_missing_receipt_stops_the_count_and_is_told_by_the_check(alice):
    ballot = scene.opened(alice, receipts=True)
    scene.vote(ballot, (1,), (2,))
    assert not list(soundness.faults(None))
    CastReceipt.delete().where(CastReceipt.key == CastReceipt.get().key).execute()
    assert [fault.code for fault in soundness.faults(None)] == ["unequal_ledgers"]
    with pytest.raises(Refusal, match="receipts"):
        scene.counted(ballot, alice)


def test_a_draft_with_receipts_can_be_given_up(alice):
    operations.give_up_ballot(scene.prepared(alice, receipts=True), by=alice)
    assert not Ballot.select().exists()


def test_a_voter_is_shown_the_receipt_once_and_checks_it_without_her_link(app):
    alice = cast.alice()
    ballot = scene.opened(alice, receipts=True)
    voter = Browser(app)
    token = ledger.token_of(scene.roll(ballot)[0])
    page = voter.post(f"/vote/{token}", {"step": "cast", "ranking": "1 2"})
    digits = re.search(r"(\d{4} ){3}\d{4}", page.text).group()
    assert digits not in voter.get(f"/vote/{token}", status=410).text
    address = f"/vote/receipts/{ballot.id}"
    assert voter.get(address, status=404)
    scene.counted(ballot, alice)
    assert "/receipts/" in voter.get(f"/vote/{token}").links()["Check a receipt"]
    assert "was counted." in voter.post(address, {"receipt": digits}).text
    unknown = voter.post(address, {"receipt": "1" * 16}).text
    assert "No ballot of this vote" in unknown and "Theo Blanc" in unknown
    assert "16 digits" in voter.post(address, {"receipt": "12"}, status=422).text


def test_guessing_is_stopped(app, monkeypatch):
    from lipnet.nominations.ballots import receipt_page

    monkeypatch.setattr(receipt_page, "CHECKS_PER_QUARTER_HOUR", 3)
    alice = cast.alice()
    ballot = scene.opened(alice, receipts=True)
    scene.vote(ballot, (1,))
    scene.counted(ballot, alice)
    client = app.test_client()
    said = [client.post(f"/vote/receipts/{ballot.id}", data={"receipt": "1" * 16}) for _ in "1234"]
    assert [each.status_code for each in said] == [200, 200, 200, 429]
