"""A thread of many steps stays short enough to read."""

import pytest
from flask import render_template_string

STEP = {
    "kind": "Decision",
    "title": {"en": "It was so decided"},
    "on": None,
    "url": "/d",
    "sentence": "",
}
DRAW = "{% from 'components/records.html' import trail %}{{ trail([], here, ahead) }}"


@pytest.mark.parametrize(("steps", "gathered"), [(8, 0), (9, 1)])
def test_more_than_eight_steps_gather_by_kind(app, steps, gathered):
    with app.test_request_context():
        drawn = render_template_string(DRAW, here=STEP, ahead=[STEP] * steps)
    assert drawn.count("<details") == gathered
    assert drawn.count('href="/d"') == steps
