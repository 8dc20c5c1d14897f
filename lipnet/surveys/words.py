"""What the engine noticed, in the coordinator's language."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from lipnet.core.i18n import gettext, lazy, worded
from lipnet.core.tongues import called
from lipnet.questionnaire.xlsform import Finding
from lipnet.surveys.finding_words import FINDING_WORDS
from lipnet.surveys.limesurvey_words import LSS_WORDS
from lipnet.surveys.rule_words import RULE_WORDS, UNREADABLE_WORDS
from lipnet.surveys.written_words import WRITTEN_WORDS

WORDS = {**FINDING_WORDS, **RULE_WORDS, **LSS_WORDS}
SEVERITIES = {
    "error": (
        lazy("Left out"),
        lazy("These parts could not be used. The rest of the questionnaire works without them."),
    ),
    "warning": (
        lazy("Please look"),
        lazy("These parts were taken, perhaps not as they were meant."),
    ),
    "repair": (
        lazy("Changed for you"),
        lazy("These parts were repaired on the way in. Your workbook itself was not touched."),
    ),
    "notice": (lazy("For your information"), lazy("Nothing needs to be done about these.")),
}
REPAIRS = frozenset(
    {"header_misspelt", "languages_merged", "default_language_unknown", "choice_code_spaces"}
    | {"name_missing", "name_invalid", "name_twice", "or_other_added", "matrix_heading_note"}
    | {"rule_quotes_straightened", "group_not_closed", "group_end_mismatch"}
)
MOST_OF_A_KIND = 40
MODES = {
    "web": lazy("On the web"),
    "kiosk": lazy("At a shared tablet"),
    "paper": lazy("On paper"),
    "interviewer": lazy("With an interviewer"),
}
UNNAMED = lazy("a language without a name")


class Worded(NamedTuple):
    """A finding as a person reads it: where, what is wrong, what to do instead."""

    place: str
    wrong: str
    instead: str


class Line(NamedTuple):
    """One sentence, and every place of which it is true."""

    places: tuple[str, ...]
    wrong: str


class Alike(NamedTuple):
    """Findings of one kind with one remedy: a few lines, and in `rest` the places of the others."""

    code: str
    lines: tuple[Line, ...]
    rest: tuple[str, ...]
    instead: str

    @property
    def places(self) -> tuple[str, ...]:
        return _once((*(place for line in self.lines for place in line.places), *self.rest))

    @property
    def count(self) -> int:
        return sum(max(len(line.places), 1) for line in self.lines) + len(self.rest)

    @property
    def wrong(self) -> str:
        return self.lines[0].wrong


class Severe(NamedTuple):
    """The findings of one severity under its heading, those of one kind next to each other.

    `severity` is a Severity, or "repair": what was changed on the way in.
    """

    severity: str
    heading: Any
    lede: Any
    findings: list[Alike]

    @property
    def count(self) -> int:
        """Of findings, each at its place."""
        return sum(each.count for each in self.findings)


def told_finding(finding: Finding) -> Worded:
    wrong, instead = _words_of(finding)
    places = _places(finding.particulars)
    return Worded(place_of(finding), worded(wrong, **places), worded(instead, **places))


def by_severity(findings) -> list[Severe]:
    """The findings under their headings, the severest first; a heading without any is left out."""
    groups = []
    for severity, (heading, lede) in SEVERITIES.items():
        found = [each for each in findings if severity_of(each) == severity]
        if found:
            groups.append(Severe(severity, heading, lede, _alike(found)))
    return groups


def severity_of(finding: Finding) -> str:
    """Its severity; "repair" where something was changed and nothing is lost."""
    if finding.severity != "error" and finding.code in REPAIRS:
        return "repair"
    return finding.severity


def _alike(findings: list[Finding]) -> list[Alike]:
    """All that say the same are one line, all lines with one remedy one entry, by code."""
    by_code: dict[str, dict[str, dict[str, list[str]]]] = {}
    for finding in findings:
        told = told_finding(finding)
        lines = by_code.setdefault(finding.code, {}).setdefault(told.instead, {})
        lines.setdefault(told.wrong, []).append(told.place)
    return [each for code, entries in by_code.items() for each in _entries(code, entries)]


def _entries(code: str, by_remedy: dict[str, dict[str, list[str]]]) -> Iterator[Alike]:
    """Thousands of sentences of one kind help nobody: beyond some, only their places are told."""
    for instead, said in islice(by_remedy.items(), MOST_OF_A_KIND):
        lines = [Line(_once(places), wrong) for wrong, places in said.items()]
        rest = (place for line in lines[MOST_OF_A_KIND:] for place in line.places)
        yield Alike(code, tuple(lines[:MOST_OF_A_KIND]), _once(rest), instead)
    others = list(islice(by_remedy.items(), MOST_OF_A_KIND, None))
    if others:
        instead, said = others[0]
        wrong, places = next(iter(said.items()))
        rest = (place for _, said in others for found in said.values() for place in found)
        first = Line(_once(places), wrong)
        yield Alike(code, (first,), tuple(islice(_once(rest), len(first.places), None)), instead)


def _once(places: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, places)))


def place_of(finding: Finding) -> str:
    """sheet!cell, as a spreadsheet would write it; "" where it is about the whole workbook."""
    return f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet


def language_name(tag: str) -> str:
    """A language's name in the language being spoken, where that has one; else its own name."""
    try:
        return called(tag)
    except KeyError:
        return str(UNNAMED)


def _words_of(finding: Finding):
    if finding.code == "unreadable":
        return UNREADABLE_WORDS[finding.particulars["reason"]]
    if finding.code in WRITTEN_WORDS and not finding.cell:
        return WRITTEN_WORDS[finding.code]
    return WORDS[finding.code]


def _places(particulars: Mapping[str, Any]) -> dict[str, Any]:
    places = dict(particulars)
    if "tag" in places:
        places["language"] = language_name(places.pop("tag"))
    return places


COMPLETED = {
    "all": lazy("All that was asked"),
    "most": lazy("Three quarters or more"),
    "half": lazy("Half or more"),
    "few": lazy("Less than half"),
}


def completion_name(share: str) -> str:
    """How much of what they were asked people answered."""
    return str(COMPLETED[share])


def mode_name(mode: str) -> str:
    return str(MODES[mode]) if mode in MODES else gettext("In another way")
