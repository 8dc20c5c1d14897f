"""The hour of a meeting is read as one says it."""

import pytest

from lipnet.core.i18n import speaking
from lipnet.meetings.words import time_of_day


@pytest.mark.parametrize(
    ("tag", "written", "read"),
    [
        ("en", "17:00", "5:00\u202fpm"),
        ("en", "09:05", "9:05\u202fam"),
        ("fr", "17:00", "17\xa0h"),
        ("fr", "09:05", "9\xa0h\xa005"),
        ("ar", "17:00", "5:00 م"),
    ],
)
def test_an_hour_is_read_as_the_language_says_it(tag, written, read):
    with speaking(tag):
        assert time_of_day(written) == read
