"""An engagement is written down; no count is larger than all who came."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.engagement import operations
from lipnet.engagement.models import Engagement, PopulationGroup, Reached
from lipnet.evidence.models import Finding
from tests import cast
from tests.engagement import scene


def counted(found) -> dict:
    return {(row.side, row.key): row.people for row in found.reached}


def test_an_engagement_is_kept_with_whom_it_reached_and_who_made_it(house):
    alice, library = cast.alice(), cast.organisation("Harbour Library", "library")
    operations.begin_populations(by=alice)
    youth = PopulationGroup.get().code
    reached = {"language": {"ar": 40, "fr": 35, "en": 0}, "population": {youth: 12}}
    found = scene.engagement(
        alice, reached=reached, partners=[library], other_partners=["Choir", " choir "]
    )
    assert counted(found) == {
        ("language", "ar"): 40, ("language", "fr"): 35, ("population", youth): 12,
    }  # fmt: skip
    names = [row.name_shown for row in found.partners_in_order]
    assert (names, found.to_on) == (["choir", {"en": "Harbour Library"}], scene.DAY)
    assert [event.code for event in history(found)] == ["engagement.logged"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reached": {"language": {"ar": 61}}}, "language"),
        ({"reached": {"language": {"xx-nowhere": 2}}}, "language"),
        ({"reached": {"population": {"nobody": 2}}}, "population"),
        ({"people": None, "reached": {"sector": {"health": 2}}}, "people"),
        ({"to_on": scene.DAY - timedelta(days=1)}, "to_on"),
        ({"title": {}}, "title"),
        ({"kind": "party"}, "kind"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(sqlite, wrong, field):
    with pytest.raises(Refusal) as refusal:
        scene.engagement(cast.alice(), **wrong)
    assert refusal.value.field == field and not Engagement.select().exists()


def test_nobody_is_counted_before_the_day(sqlite):
    alice, later = cast.alice(), clock.today() + timedelta(days=9)
    with pytest.raises(Refusal):
        scene.engagement(alice, on=later)
    assert scene.engagement(alice, on=later, people=None).is_planned


def test_changing_an_entry_puts_its_counts_anew(house):
    alice = cast.alice()
    found = scene.engagement(alice, reached={"language": {"ar": 40, "fr": 9}})
    given = {"kind": "event", "title": scene.TITLE, "from_on": scene.DAY, "people": 30}
    more = {"partners": [], "other_partners": []}
    operations.change_engagement(found, **given, **more, reached={"language": {"ar": 30}}, by=alice)
    assert counted(Engagement.get()) == {("language", "ar"): 30}


def test_what_was_heard_becomes_one_finding_that_rests_on_the_engagement(house):
    alice = cast.alice()
    heard = scene.heard(alice)
    finding = operations.find_from(heard, by=alice)
    assert finding.statement == {"ar": scene.SAID, **scene.MEANT}
    assert (finding.basis, finding.source, finding.found_on) == (
        "outside", "Renting in Cedarmouth", scene.DAY,
    )  # fmt: skip
    with pytest.raises(Refusal):
        operations.find_from(heard, by=alice)
    with pytest.raises(Refusal):
        operations.take_back_heard(heard, by=alice)
    with pytest.raises(Refusal):
        operations.remove_engagement(heard.engagement, by=alice)
    assert Finding.select().count() == 1


def test_an_entry_without_findings_is_taken_out_with_all_its_counts(house):
    alice = cast.alice()
    found = scene.engagement(alice, reached={"language": {"ar": 40}})
    scene.heard(alice, found)
    operations.remove_engagement(found, by=alice)
    assert not Engagement.select().exists() and not Reached.select().exists()
