"""The same file as pixels, drawn by resvg with letters that are our own."""

import re
from pathlib import Path

import resvg_py

LETTERS = Path(__file__).resolve().parents[3] / "static/fonts/drawn"
FACE = "Noto Sans"
SHARP = 2.0  # pixels for each unit of the drawing, on screens of today
MOST_PIXELS = 4_000_000  # about half a second, in which nobody else is served
SIZE = re.compile(r'width="(\d+)" height="(\d+)"')
OURS = re.compile(
    "[\u0000-\u052f\u0600-\u06ff\u0750-\u077f\u0a00-\u0a7f\u0b80-\u0bff\u1200-\u139f"
    "\u1c80-\u1c8f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u215f\u2d80-\u2ddf"
    "\ufb50-\ufdff\ufe70-\ufefc]*"
)


def png_of(svg: str) -> bytes:
    """PNG of a file that svg_of() drew. Letters we have no font for (Chinese, for one) are those
    of the system; where it has none either, they stay empty."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=_zoom(svg),
            skip_system_fonts=OURS.fullmatch(svg) is not None,
            font_files=sorted(map(str, LETTERS.glob("*.ttf"))),
            font_family=FACE,
            sans_serif_family=FACE,
        )
    )


def _zoom(svg: str) -> float:
    """Long lists are drawn less sharp rather than without end."""
    width, height = map(int, SIZE.search(svg).groups())
    return min(SHARP, (MOST_PIXELS / (width * height)) ** 0.5)
