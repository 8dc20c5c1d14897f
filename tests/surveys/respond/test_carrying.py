"""The carried field: only we can read it, it fits one survey, and it does not last."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys import carrying

KEY = bytes(range(32))


def carried():
    return carrying.begin(7).with_answers({"wish": "صف مسائي", "months": 3, "ways": ["bus"]})


def test_what_was_sealed_comes_back_whole():
    kept = carried().with_submission().found_sound(frozenset({0, 2}))
    assert carrying.unseal(carrying.seal(kept, 1, KEY), 1, KEY) == kept


def test_other_answers_are_not_known_to_be_right():
    kept = carried().found_sound(frozenset({0, 2}))
    assert kept.with_answers({}).sound == frozenset()
    assert "sound" not in carrying.content_of(kept), "what is saved for later is checked again"


def test_nothing_of_an_answer_can_be_read_in_it():
    assert "bus" not in carrying.seal(carried(), 1, KEY)
    assert carrying.seal(carried(), 1, KEY) != carrying.seal(carried(), 1, KEY)


def test_a_changed_or_foreign_field_is_not_read():
    sealed = carrying.seal(carried(), 1, KEY)
    middle = len(sealed) // 2
    changed = sealed[:middle] + ("A" if sealed[middle] != "A" else "B") + sealed[middle + 1 :]
    for text, survey in (
        (changed, 1),
        (sealed, 2),
        (sealed.replace("7.", "8.", 1), 1),
        ("", 1),
        ("7.", 1),
        ("7.é", 1),
    ):
        with pytest.raises(carrying.Unreadable):
            carrying.unseal(text, survey, KEY)
    with pytest.raises(carrying.Unreadable):
        carrying.unseal(sealed, 1, bytes(32))


def test_it_lasts_twelve_hours_from_the_last_page():
    sealed = carrying.seal(carried(), 1, KEY)
    with clock.at(clock.now() + timedelta(hours=11, minutes=59)):
        assert carrying.unseal(sealed, 1, KEY).answers["months"] == 3
    with clock.at(clock.now() + timedelta(hours=12, minutes=1)), pytest.raises(carrying.Expired):
        carrying.unseal(sealed, 1, KEY)


def test_a_submission_is_named_once_and_by_chance():
    named = carried().with_submission()
    assert named.with_submission() == named
    assert len(named.submission) == 32
    assert named.submission != carried().with_submission().submission
