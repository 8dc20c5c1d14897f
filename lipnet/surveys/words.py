"""What the engine noticed, in the coordinator's language."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from lipnet import languages
from lipnet.core.i18n import gettext, language, lazy, worded
from lipnet.questionnaire.xlsform import Finding
from lipnet.surveys.finding_words import FINDING_WORDS
from lipnet.surveys.limesurvey_words import LSS_WORDS
from lipnet.surveys.rule_words import RULE_WORDS, UNREADABLE_WORDS

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
    "notice": (lazy("For your information"), lazy("Nothing needs to be done about these.")),
}
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


class Severe(NamedTuple):
    """The findings of one severity, under its heading."""

    severity: str
    heading: Any
    lede: Any
    findings: list[Worded]


def told_finding(finding: Finding) -> Worded:
    wrong, instead = _words_of(finding)
    places = _places(finding.particulars)
    return Worded(place_of(finding), worded(wrong, **places), worded(instead, **places))


def by_severity(findings) -> list[Severe]:
    """The findings under their headings, the severest first; a heading without any is left out."""
    groups = []
    for severity, (heading, lede) in SEVERITIES.items():
        found = [told_finding(each) for each in findings if each.severity == severity]
        if found:
            groups.append(Severe(severity, heading, lede, found))
    return groups


def place_of(finding: Finding) -> str:
    """sheet!cell, as a spreadsheet would write it; "" where it is about the whole workbook."""
    return f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet


def language_name(tag: str) -> str:
    """A language's name in the language being spoken, where we know it; else its own name."""
    try:
        found = languages.get(tag)
    except KeyError:
        return str(UNNAMED)
    return {"en": found.english, "fr": found.french}.get(language().tag, found.endonym)


def _words_of(finding: Finding):
    if finding.code == "unreadable":
        return UNREADABLE_WORDS[finding.particulars["reason"]]
    return WORDS[finding.code]


def _places(particulars: Mapping[str, Any]) -> dict[str, Any]:
    places = dict(particulars)
    if "tag" in places:
        places["language"] = language_name(places.pop("tag"))
    return places


def mode_name(mode: str) -> str:
    return str(MODES[mode]) if mode in MODES else gettext("In another way")
