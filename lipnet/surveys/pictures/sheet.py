"""A sheet on which a file's picture is drawn, from the reading start and downwards."""

import re
import unicodedata
from dataclasses import dataclass, field

from markupsafe import escape

from lipnet.surveys.pictures.wrapping import wrapped

INK, SOFT, ACCENT, WARM = "#1e2b2c", "#51605f", "#0d5a57", "#974617"
LINE, SUNKEN, PAPER = "#7b7f77", "#f1ebdf", "#ffffff"
FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
LEADING = 1.45
NEVER_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TO_THE_START, TO_THE_END = "\u2068", "\u2069"  # first strong isolate, and its end
RIGHT_TO_LEFT = "\u2067"
HATCHING = (
    '<defs><pattern id="hatching" width="8" height="8" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><rect width="8" height="8" fill="{SUNKEN}"/>'
    f'<path d="M4 0V8" stroke="{LINE}" stroke-width="2"/></pattern></defs>'
)
TONES = {
    **{f"low-{level}": (WARM, opacity) for level, opacity in ((1, 0.15), (2, 0.4), (3, 1))},
    **{f"high-{level}": (ACCENT, opacity) for level, opacity in ((1, 0.15), (2, 0.4), (3, 1))},
    **{f"place-{at}": (ACCENT, shade) for at, shade in ((1, 1), (2, 0.4), (3, 0.15), (4, 0))},
    "fill": (ACCENT, 1),
    "open": (ACCENT, 0.4),
}


@dataclass
class Sheet:
    """Drawn so that every program shows it alike: places are given from the left, text is
    isolated, and nothing depends on a style sheet or on the direction of the document."""

    direction: str
    width: float
    y: float = 0
    drawn: list[str] = field(default_factory=list)

    def say(self, text: str, x: float, y: float, size: float, *, at="start", fill=INK, bold=False):
        """One line of text whose baseline is `y`; `at`: start, middle or end of it is at x."""
        if self.direction == "rtl":
            x, at = self.width - x, {"start": "end", "end": "start"}.get(at, at)
        weight = ' font-weight="600"' if bold else ""
        self.drawn.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{at}" '
            f'fill="{fill}"{weight}>{self._isolated(text)}</text>'
        )

    def tell(self, text: str, x: float, width: float, size: float, **how) -> float:
        """Lines of text from the present height on; how high they are."""
        lines = wrapped(text, width, size)
        for number, line in enumerate(lines):
            self.say(line, x, self.y + size * (1.1 + number * LEADING), size, **how)
        return len(lines) * size * LEADING

    def block(self, x: float, y: float, width: float, height: float, tone: str) -> None:
        """A piece of a picture: filled, with an edge of its full tone."""
        left = self.width - x - width if self.direction == "rtl" else x
        place = f'x="{left:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
        self.drawn.append(f"<rect {place} {_look(tone)}/>")

    def line(self, x: float, y: float, x2: float, y2: float, stroke: str = INK) -> None:
        if self.direction == "rtl":
            x, x2 = self.width - x, self.width - x2
        self.drawn.append(
            f'<line x1="{x:.2f}" y1="{y:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" stroke="{stroke}" '
            'stroke-width="2"/>'
        )

    def zigzag(self, x: float, y: float) -> None:
        """The mark of a break."""
        left = self.width - x - 48 if self.direction == "rtl" else x
        steps = " ".join(f"{left + at * 6:.1f} {y + (6, 0)[at % 2]:.1f}" for at in range(9))
        self.drawn.append(f'<path d="M{steps}" fill="none" stroke="{WARM}" stroke-width="2"/>')

    def finished(self, title: str, about: str, language: str) -> str:
        """The whole file."""
        size = f'width="{self.width:g}" height="{self.y:.0f}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {self.width:g} {self.y:.0f}" role="img" xml:lang="{language}" '
            f'lang="{language}" font-family="{FACE}">'
            f"<title>{clean(title)}</title><desc>{clean(about)}</desc>{HATCHING}"
            f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(self.drawn)}</svg>\n'
        )

    def _isolated(self, text: str) -> str:
        """A text with right-to-left letters keeps its order in any program."""
        if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
            return clean(text)
        begin = RIGHT_TO_LEFT if self.direction == "rtl" else TO_THE_START
        return f"{begin}{clean(text)}{TO_THE_END}"


def clean(text: str) -> str:
    """Safe inside XML; the narrow no-break space is in few fonts."""
    return str(escape(NEVER_IN_XML.sub("", text).replace("\u202f", "\u00a0")))


def _look(tone: str) -> str:
    if tone == "hidden":
        return f'fill="url(#hatching)" stroke="{LINE}"'
    if tone == "mid":
        return f'fill="{SUNKEN}" stroke="{LINE}"'
    colour, opacity = TONES[tone]
    return f'fill="{colour}" fill-opacity="{opacity:g}" stroke="{colour}"'
