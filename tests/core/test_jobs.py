"""The clock's jobs run in one process at a time."""

from datetime import timedelta

from lipnet.core import clock, jobs


def test_of_two_processes_one_holds_the_lease(database):
    assert jobs.take_lease("first")
    assert not jobs.take_lease("second")
    assert jobs.take_lease("first")


def test_the_lease_of_a_process_that_died_passes_on(database):
    with clock.at(clock.now() - timedelta(minutes=2)):
        assert jobs.take_lease("dead")
    assert jobs.take_lease("alive")
    assert not jobs.take_lease("dead")
