"""A pack holds what happened, only what may leave the house, and the same records give the same."""

import hashlib
import io
import json
import zipfile
from datetime import date

import pytest

from lipnet.core import clock
from lipnet.core.brought import file_brought
from lipnet.core.documents import digest
from lipnet.core.refusals import Refusal
from lipnet.groups.agreements import operations as agreements
from lipnet.groups.agreements.models import Obligation
from lipnet.meetings import operations as meetings
from lipnet.meetings.minuting import operations as minuting
from lipnet.plans import operations as plans
from lipnet.plans.acting import operations as acting
from lipnet.reports.evidence_pack import operations
from lipnet.reports.evidence_pack.comparing import differences
from lipnet.reports.evidence_pack.document import FORMAT, document_of
from lipnet.reports.evidence_pack.models import EvidencePack, days_of
from lipnet.reports.evidence_pack.soundness import faults
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene as engaging
from tests.groups.agreements import scene as agreeing
from tests.plans import scene as planning
from tests.reports.funders import scene

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
# What the records of `busy` come to on either engine, in each form that packs ever had.
FINGERPRINTS = {
    1: "2e8b98d6c2c6f7aaa4663fd8d59037324a8563d6ef687443f247c8bab728f5b1",
    2: "8b2dfed87a098d0606f53e2c6b2e903d07c72140145a68fb81a7013b599f9cd6",
}


@pytest.fixture(autouse=True)
def day():
    with clock.at(date(2026, 9, 15)):
        yield


def busy(by):
    """A year with a proof, a secret motion, one in minutes not adopted, and an action done."""
    found = scene.busy_year(by)
    owed = agreeing.owed(found, by)
    agreements.mark_sent(
        owed, on=date(2026, 6, 20), proof=file_brought("r.pdf", agreeing.PDF), by=by
    )
    held = planning.meeting(by, on=date(2026, 5, 5))
    item = meetings.put_on_agenda(held, {"en": "Pay"}, purpose="decision", by=by)
    meetings.move_motion(held, {"en": "The secret raise"}, result="consensus", item=item, by=by)
    minuting.keep_confidential(item, "Names a person", by=by)
    planning.adopt_minutes(held, by)
    planning.motion(by, on=date(2026, 5, 6))
    plan = planning.plan(by, year=2026)
    action = planning.action(plan, by)
    plans.adopt_plan(plan, motion=planning.motion(by), by=by)
    done = {"status": "done", "text": {"en": "Two classes run."}}
    acting.note_further(action, file=file_brought("who.pdf", agreeing.PDF), by=by, **done)
    return owed


def test_a_pack_holds_what_happened_and_nothing_that_is_confidential(house):
    alice = cast.alice()
    owed = busy(alice)
    pack = operations.make_pack(owed.agreement, owed, first=FIRST, last=LAST, by=alice)
    told = pack.frozen
    assert [row["on"] for row in told["meetings"]] == [
        "2026-05-05",
        "2026-05-06",
        *["2026-09-15"] * 2,
    ]
    assert told["totals"]["motions"] == 1 and "secret" not in json.dumps(told)
    assert [row["told"] for row in told["outputs"]] == [{"en": "Two classes run."}]
    assert [(row["people"], row["few"]) for row in told["engagements"]] == [
        (60, False),
        (None, True),
    ]
    assert told["engagements"][0]["reached"]["language"] == {"ar": 40}
    assert told["totals"]["people"] == 60
    money = [(row["line"], row["planned"], row["spent"]) for row in told["money"]]
    assert money == [("meetings", 90_000, None), ("travel", 400_000, 123_450)]
    assert told["obligation"]["proofs"][0]["sha256"] == hashlib.sha256(agreeing.PDF).hexdigest()
    assert alice.name not in json.dumps(told)


def test_the_same_records_give_the_same_fingerprint_on_either_engine(house):
    alice = cast.alice()
    owed = busy(alice)
    pack = operations.make_pack(owed.agreement, owed, first=FIRST, last=LAST, by=alice)
    with clock.at(date(2026, 12, 1)):
        again = operations.make_pack(owed.agreement, owed, first=FIRST, last=LAST, by=cast.bob())
    assert pack.digest == again.digest == digest(EvidencePack.get_by_id(pack.id).frozen)
    made = {
        form: digest(document_of(owed.agreement, owed, FIRST, LAST, form)) for form in FINGERPRINTS
    }
    assert made == FINGERPRINTS and pack.digest == made[FORMAT]


def test_a_pack_that_was_altered_is_found_out(house):
    alice = cast.alice()
    pack = operations.make_pack(scene.busy_year(alice), first=FIRST, last=LAST, by=alice)
    assert not list(faults(house))
    pack.frozen["engagements"][0]["people"] = 600
    pack.digest = digest(pack.frozen)
    pack.save()
    assert [fault.code for fault in faults(house)] == ["altered_pack"]


def test_what_has_changed_since_is_told_line_by_line(app):
    alice = cast.alice()
    owed = busy(alice)
    pack = operations.make_pack(owed.agreement, owed, first=FIRST, last=LAST, by=alice)
    browser = Browser(app, alice)
    address = f"/reports/evidence-packs/{pack.id}"
    assert "Nothing has changed." in browser.get(f"{address}/compared").text
    engaging.engagement(alice, on=date(2026, 7, 1), people=25, title={"en": "A picnic"})
    now = document_of(owed.agreement, owed, FIRST, LAST)
    (found,) = differences(pack.frozen, now)
    assert (found.part, found.gone) == ("engagements", [])
    assert [row["title"] for row in found.new] == [{"en": "A picnic"}]
    page = browser.get(f"{address}/compared")
    assert "A picnic" in page.text and "A picnic" not in browser.get(address).text


def test_the_files_carry_the_fingerprint_and_the_data_it_is_of(app):
    alice = cast.alice()
    owed = busy(alice)
    browser = Browser(app, alice)
    page = browser.get(f"/agreements/{owed.agreement_id}/obligations/{owed.id}")
    browser.submit(page.links()["Make an evidence pack"])
    pack = EvidencePack.get()
    assert (pack.obligation, pack.from_on, pack.to_on) == (owed, FIRST, LAST)
    assert pack.digest in browser.get(f"/reports/evidence-packs/{pack.id}").text
    address = f"/reports/evidence-packs/{pack.id}/file"
    one, other = (browser.client.get(f"{address}/zip").data for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert hashlib.sha256(archive.read("pack.json")).hexdigest() == pack.digest
        assert "Town hall" in archive.read("meetings.csv").decode("utf-8-sig")
        assert len(archive.namelist()) == 9
    for kind in ("pdf", "docx"):
        assert browser.client.get(f"{address}/{kind}").status_code == 200
    browser.get(f"{address}/exe", status=404)


def test_the_period_of_a_quarter_and_of_a_year_is_proposed(sqlite):
    alice = cast.alice()
    found = agreeing.agreement(alice)
    agreeing.rule(found, alice)
    quarters = {row.period_ends_on: days_of(row) for row in Obligation.select()}
    assert quarters[date(2026, 6, 30)] == (date(2026, 4, 1), date(2026, 6, 30))
    assert quarters[date(2027, 3, 31)] == (date(2027, 1, 1), date(2027, 3, 31))
    yearly = agreeing.rule(found, alice, rhythm="year")
    year = next(row for row in yearly.dated if row.period_ends_on == LAST)
    assert days_of(year) == (FIRST, LAST)
    with pytest.raises(Refusal) as refused:
        operations.make_pack(found, first=LAST, last=FIRST, by=alice)
    assert refused.value.field == "last"


def test_who_holds_the_agreement_reads_its_packs_and_nobody_else_does(app):
    alice, bob, vera = cast.alice(), cast.bob(), cast.vera()
    owed = busy(alice)
    pack = operations.make_pack(owed.agreement, first=FIRST, last=LAST, by=alice)
    bob.organisation = owed.agreement.signs
    bob.save()
    for path in ("", f"/{pack.id}", f"/{pack.id}/compared"):
        Browser(app, bob).get(f"/reports/evidence-packs{path}")
        Browser(app, vera).get(f"/reports/evidence-packs{path}", status=404)
    Browser(app, bob).get(f"/reports/evidence-packs/new/{owed.agreement_id}", status=404)


def test_a_year_full_of_records_is_gathered_with_as_many_queries_as_a_quiet_one(app, caplog):
    alice = cast.alice()
    found = scene.busy_year(alice)
    few = queries(caplog, lambda: document_of(found, None, FIRST, LAST))
    for number in range(12):
        engaging.engagement(alice, on=date(2026, 5, 1 + number))
        planning.adopt_minutes(planning.motion(alice, on=date(2026, 5, 1 + number)).meeting, alice)
    assert queries(caplog, lambda: document_of(found, None, FIRST, LAST)) == few


def queries(caplog, act) -> int:
    caplog.clear()
    with caplog.at_level("DEBUG", logger="peewee"):
        act()
    return len([one for one in caplog.records if one.name == "peewee"])
