"""The scene of a busy year, on one day of it."""

from datetime import date

import pytest

from lipnet.core import clock


@pytest.fixture
def day():
    with clock.at(date(2026, 9, 15)):
        yield
