"""The languages of a survey: what LimeSurvey calls them, and the tag each was taken for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lipnet import languages as registry
from lipnet.questionnaire.limesurvey.notebook import Notebook

# LimeSurvey's own names; what follows them in a tag ("-informal", "-easy") is a way of speaking.
OWN = {"swh": "sw", "cns": "zh-Hans", "zh-Hant-HK": "zh-Hant", "zh-Hant-TW": "zh-Hant"}
MANNER = re.compile(r"-(?:informal|easy|formal)\b", re.IGNORECASE)
PLACE = ("languages", "")


class Tongues:
    """Maps each language as written to a tag. `guesses` is for the person who corrects them."""

    def __init__(
        self, written: tuple[str, ...], corrections: Mapping[str, str], notebook: Notebook
    ) -> None:
        self.guesses: dict[str, str | None] = {}
        self.tags: dict[str, str] = {}
        for each in written:
            self.add(each, corrections.get(each) or guessed(each), notebook)

    def add(self, written: str, tag: str | None, notebook: Notebook) -> None:
        self.guesses[written] = tag
        if tag is None:
            unknown = sum(each is None for each in self.guesses.values())
            tag = f"und-x-{unknown}"
            notebook.warning(PLACE, "language_unknown", header=written, tag=tag)
        same = [other for other, found in self.tags.items() if found == tag]
        if same:
            both = ", ".join([*same, written])
            notebook.warning(PLACE, "lss_languages_merged", headers=both, tag=tag)
        self.tags[written] = tag

    @property
    def base(self) -> str:
        return next(iter(self.tags.values()))

    def in_use(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.tags.values()))

    def tagged(self, spoken: Mapping[str, str]) -> dict[str, str]:
        """tag -> text, in the order of the survey; the first of two merged languages is kept."""
        found: dict[str, str] = {}
        for written, tag in self.tags.items():
            text = spoken.get(written) or (spoken.get("") if tag == self.base else "")
            if text and text.strip():
                found.setdefault(tag, text)
        return found


def guessed(written: str) -> str | None:
    plain = MANNER.sub("", written)
    found = registry.find(OWN.get(plain, plain))
    return found.tag if found else registry.guess(plain)
