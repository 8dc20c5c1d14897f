"""What is tried too often has to wait."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from lipnet.core import clock, rates
from lipnet.core.db import db
from lipnet.core.rates import Attempts, TooMany


def test_beyond_the_limit_there_is_a_wait(database):
    for _ in range(3):
        rates.count("k", 3)
    with pytest.raises(TooMany):
        rates.count("k", 3)
    rates.count("another", 3)


def test_a_quarter_of_an_hour_later_it_may_be_tried_again(database):
    with clock.at(clock.now() - timedelta(minutes=16)):
        rates.count("k", 1)
    rates.count("k", 1)


def test_attempts_at_the_same_time_are_all_counted(database):
    def attempt(_):
        with db.connection_context():
            rates.count("k", 1000)

    with clock.at(clock.now()), ThreadPoolExecutor(8) as pool:
        list(pool.map(attempt, range(40)))
    assert sum(row.count for row in Attempts.select()) == 40


def test_a_success_forgets_the_attempts(database):
    rates.count("k", 1)
    rates.forget("k")
    rates.count("k", 1)


def test_old_attempts_are_forgotten(database):
    with clock.at(clock.now() - timedelta(days=2)):
        rates.count("k", 1)
    assert rates.forget_old() == 1
