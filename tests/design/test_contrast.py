"""Every colour a text or an edge is drawn in can be told from what lies behind it."""

import re
from pathlib import Path

import pytest

GROUND = (Path(__file__).parents[2] / "static/css/ground.css").read_text()
THEMES = ("light", "dark")

TEXT_ON = {
    "paper": ("ink", "ink-soft", "accent", "accent-strong", "warm", "error"),
    "surface": ("ink", "ink-soft", "accent", "accent-strong", "warm", "error"),
    "sunken": ("ink", "ink-soft", "accent"),
    "accent": ("on-accent",),
    "accent-strong": ("on-accent",),
    "accent-wash": ("ink", "accent", "accent-strong", "warm"),
    "warm-wash": ("ink", "warm"),
    "info-wash": ("ink", "info"),
    "success-wash": ("ink", "success"),
    "warning-wash": ("ink", "warning"),
    "error-wash": ("ink", "error"),
    "error": ("paper",),
    "band": ("on-band",),
}
EDGE_ON = {
    "paper": ("line-strong", "focus", "accent", "warm", "amber", "info", "error"),
    "surface": ("line-strong", "focus", "accent", "error"),
    "sunken": ("line-strong", "focus", "accent"),
    "accent-wash": ("focus", "accent"),
    "band": ("focus-on-band", "band-line"),
}


def _pairs(table):
    return [(theme, front, back) for theme in THEMES for back in table for front in table[back]]


def _tokens(theme):
    both = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", GROUND)
    return {name: colours[THEMES.index(theme)] for name, *colours in both}


def _luminance(colour):
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(theme, front, back):
    tokens = _tokens(theme)
    lights = sorted((_luminance(tokens[front]), _luminance(tokens[back])))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize(("theme", "front", "back"), _pairs(TEXT_ON))
def test_text_stands_out_from_its_ground(theme, front, back):
    assert _contrast(theme, front, back) >= 4.5


@pytest.mark.parametrize(("theme", "front", "back"), _pairs(EDGE_ON))
def test_edges_marks_and_focus_rings_can_be_seen(theme, front, back):
    assert _contrast(theme, front, back) >= 3


def test_every_colour_is_among_the_tested_pairs():
    tested = {name for table in (TEXT_ON, EDGE_ON) for back in table for name in table[back]}
    tested |= {*TEXT_ON, *EDGE_ON}
    assert set(_tokens("light")) - tested == {"line"}, "only the decorative line is exempt"


def test_browsers_without_light_dark_get_the_same_light_colours():
    plain = GROUND.split("@supports")[0]
    alone = dict(re.findall(r"--([\w-]+): (#\w{6});", plain))
    assert alone == _tokens("light")
