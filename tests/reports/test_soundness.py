"""A published report whose totals were tampered with is found."""

from lipnet.reports import operations
from lipnet.reports.soundness import faults
from tests import cast
from tests.plans import scene


def test_a_broken_total_is_found(house):
    alice = cast.alice()
    report = operations.compile_report(scene.adopted_plan(alice), by=alice)
    publication = operations.publish_report(report, by=alice)
    assert list(faults(house)) == []
    publication.frozen["totals"]["actions"] = 7
    publication.save()
    assert [(fault.code, fault.where) for fault in faults(house)] == [
        ("broken_total", f"report {report.plan.fiscal_year}")
    ]


def test_a_report_reworded_behind_our_back_is_found(house):
    alice = cast.alice()
    report = operations.compile_report(scene.adopted_plan(alice), by=alice)
    publication = operations.publish_report(report, by=alice)
    publication.frozen["title"] = {"en": "Another report"}
    publication.save()
    assert [fault.code for fault in faults(house)] == ["altered_report"]
