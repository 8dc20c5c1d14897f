"""A language is called in the words of who reads."""

import pytest

from lipnet.core import i18n
from lipnet.core.tongues import called


@pytest.mark.parametrize(
    ("reads", "tag", "name"),
    [
        ("en", "fr", "French"),
        ("fr", "fr", "français"),
        ("ar", "fr", "الفرنسية"),
        ("so", "ar", "Carabi"),
        ("ar", "pdt", "Plautdietsch"),
    ],
)
def test_a_language_is_called_as_the_reader_calls_it_else_as_it_calls_itself(reads, tag, name):
    with i18n.speaking(reads):
        assert called(tag) == name
