"""Files that show what was done are listed in a pack and travel with it, unless confidential."""

import hashlib
import io
import zipfile
from datetime import date

import pytest

from lipnet.core import clock
from lipnet.core.brought import file_brought
from lipnet.core.documents import digest
from lipnet.plans import operations as plans
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.notes import ActionFile
from lipnet.reports.evidence_pack import operations
from lipnet.reports.evidence_pack.document import document_of
from lipnet.reports.evidence_pack.models import EvidencePack
from lipnet.reports.evidence_pack.papers import pack_paper
from tests import cast
from tests.browsing import Browser
from tests.groups.agreements import scene as agreeing
from tests.plans import scene as planning

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
POSTER, LIST = b"%PDF-1.7 a poster", b"%PDF-1.7 who came, by name"
SHA = hashlib.sha256(POSTER).hexdigest()


@pytest.fixture(autouse=True)
def day():
    with clock.at(date(2026, 9, 15)):
        yield


def shown(by, *, adopted: bool = True):
    """An agreement, and an action with an open file on its note and a confidential one."""
    found = agreeing.agreement(by)
    plan = planning.plan(by, year=2026)
    action = planning.action(plan, by)
    if adopted:
        plans.adopt_plan(plan, motion=planning.motion(by), by=by)
    poster = file_brought("Poster: été.pdf", POSTER)
    acting.note_further(action, status="done", text={"en": "Run."}, file=poster, by=by)
    acting.show_by_file(action, file_brought("list.pdf", LIST), confidential=True, by=by)
    return found


def unpacked(browser, pack) -> dict[str, bytes]:
    sent = browser.client.get(f"/reports/evidence-packs/{pack.id}/file/zip")
    assert sent.is_streamed
    with zipfile.ZipFile(io.BytesIO(sent.data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_file_is_listed_by_what_it_holds_and_lies_in_the_zip_and_a_confidential_one_does_not(app):
    alice = cast.alice()
    pack = operations.make_pack(shown(alice), first=FIRST, last=LAST, by=alice)
    (row,) = pack.frozen["files"]
    assert (row["name"], row["size"], row["sha256"]) == ("Poster: été.pdf", len(POSTER), SHA)
    assert (row["on"], row["number"], pack.frozen["totals"]["files"]) == ("2026-09-15", 1, 1)
    browser = Browser(app, alice)
    page = browser.get(f"/reports/evidence-packs/{pack.id}")
    assert SHA in page.text and "list.pdf" not in page.text
    within = unpacked(browser, pack)
    place = f"files/1-{SHA[:8]}-Poster été.pdf"
    assert within[place] == POSTER and LIST not in within.values()
    assert "Poster: été.pdf" in within["files.csv"].decode()
    marks = [line.split("  ", 1) for line in within["sha256.txt"].decode().splitlines()]
    assert {name for _, name in marks} == {"pack.json", place}
    assert all(hashlib.sha256(within[name]).hexdigest() == mark for mark, name in marks)


def test_what_becomes_confidential_later_stays_out_of_packs_made_before(app):
    alice = cast.alice()
    pack = operations.make_pack(shown(alice), first=FIRST, last=LAST, by=alice)
    acting.make_file_confidential(ActionFile.get(name="Poster: été.pdf"), by=alice)
    browser = Browser(app, alice)
    within = unpacked(browser, pack)
    assert POSTER not in within.values()
    assert within["left-out.txt"].decode() == f"files/1-{SHA[:8]}-A confidential file\n"
    assert hashlib.sha256(within.pop("pack.json")).hexdigest() == pack.digest
    assert not [name for name, held in within.items() if "Poster" in name or b"Poster" in held]
    page = browser.get(f"/reports/evidence-packs/{pack.id}/compared")
    assert "In the pack, and not like this any more" in page.text and SHA in page.text
    here = browser.get(f"/reports/evidence-packs/{pack.id}")
    with app.test_request_context():
        paper = repr(pack_paper(pack))
    for told in (page.text, here.text, paper):
        assert "A confidential file" in told and "Poster" not in told


def test_files_of_a_plan_that_is_not_adopted_and_of_other_days_are_not_in_it(house):
    alice = cast.alice()
    found = shown(alice, adopted=False)
    assert document_of(found, None, FIRST, LAST)["files"] == []
    plans.adopt_plan(planning.ActionPlan.get(), motion=planning.motion(alice), by=alice)
    assert len(document_of(found, None, FIRST, LAST)["files"]) == 1
    assert document_of(found, None, FIRST, date(2026, 9, 14))["files"] == []


def test_a_pack_of_the_first_form_is_still_read_and_made_again_as_it_was(app):
    alice = cast.alice()
    found = shown(alice)
    pack = operations.make_pack(found, first=FIRST, last=LAST, by=alice)
    old = document_of(found, None, FIRST, LAST, 1)
    assert "files" not in old and "files" not in old["totals"]
    EvidencePack.update(frozen=old, digest=digest(old)).execute()
    browser = Browser(app, alice)
    address = f"/reports/evidence-packs/{pack.id}"
    assert "Files that show it" not in browser.get(address).text
    assert "Nothing has changed." in browser.get(f"{address}/compared").text
    assert "files.csv" not in unpacked(browser, pack)
    assert browser.client.get(f"{address}/file/pdf").status_code == 200


def test_a_confidential_file_is_opened_by_who_may_note_the_action_and_nobody_else(app):
    alice, bob = cast.alice(), cast.bob()
    shown(alice)
    kept, page = ActionFile.get(name="list.pdf"), Browser(app, bob).get("/plans/actions/1")
    assert "list.pdf" not in page.text and "One file is confidential." in page.text
    address = f"/plans/files/{kept.id}"
    Browser(app, bob).get(address, status=404)
    Browser(app, bob).submit("/people/me", to=f"{address}/confidentiality/end", status=404)
    assert ActionFile.get_by_id(kept.id).is_confidential
    browser = Browser(app, alice)
    page = browser.submit("/plans/2026/actions/1", form="confidentiality/end")
    assert "Evidence packs made before" in page.text
    assert not ActionFile.get_by_id(kept.id).is_confidential
    assert "list.pdf" in Browser(app, bob).get("/plans/actions/1").text
    assert Browser(app, bob).client.get(address).data == LIST
    browser.submit("/plans/2026/actions/1", form=f"files/{kept.id}/confidentiality")
    assert ActionFile.get_by_id(kept.id).is_confidential
