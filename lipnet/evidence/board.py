"""The evidence board: every finding that stands, found, and arranged in one of several ways."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lipnet.core.forms import content_languages
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import missing
from lipnet.core.text import folded
from lipnet.core.web import Arrangement, Group, arrangements_of
from lipnet.evidence.citing import Citations, Cited, counted
from lipnet.evidence.models import Finding, FindingTheme, Theme

OUTSIDE = lazy("Outside sources")
NO_THEME = lazy("Under no theme yet")
BY_NEWEST, UNUSED = "newest", "unused"


@dataclass(frozen=True)
class Entry:
    """One finding on the board."""

    finding: Finding
    themes: list[Theme]
    cited: list[Cited]
    is_used: bool
    lacks: list[str]

    @property
    def counts(self) -> list[tuple[str, int]]:
        return counted(self.cited)


class Board:
    """The findings `person` may see; `sought` words must all stand in one, in any language."""

    def __init__(self, person, sought: str = ""):
        self.person = person
        self.citations = Citations(person)
        self.themes = _themes()
        self.everything = Finding.newest_first()
        self.findings = [one for one in self.everything if _holds(self._words(one), sought)]

    def arranged(self, by: str) -> list[Group]:
        """The groups of one arrangement; empty groups are left out unless it says otherwise."""
        way = next((way for way in arrangements() if way.key == by), None)
        return way.groups(self.findings, self.person) if way else []

    def unused(self) -> list[Finding]:
        return [one for one in self.findings if not self.citations.refs_of(one)]

    def entry(self, finding: Finding) -> Entry:
        return Entry(
            finding,
            self.themes.get(finding.id, []),
            self.citations.of(finding),
            bool(self.citations.refs_of(finding)),
            missing(finding.statement, content_languages()),
        )

    def _words(self, finding: Finding) -> str:
        themes = [
            text for theme in self.themes.get(finding.id, []) for text in theme.title.values()
        ]
        survey = finding.survey.title.values() if finding.survey else ()
        return " ".join([*finding.statement.values(), finding.source, *themes, *survey])


def arrangements() -> list[Arrangement]:
    """The ways the board can be arranged: our own, and those of floors above."""
    own = [
        Arrangement("theme", lazy("By theme"), by_theme),
        Arrangement("source", lazy("By source"), by_source),
    ]
    return [own[0], *arrangements_of("finding"), own[1]]


def by_theme(findings: list[Finding], person) -> list[Group]:
    """A finding of several themes stands under each."""
    themes = _themes()
    groups = [
        Group(theme.title, [one for one in findings if theme in themes.get(one.id, ())])
        for theme in Theme.every()
    ]
    return _filled([*groups, Group(NO_THEME, [one for one in findings if one.id not in themes])])


def by_source(findings: list[Finding], person) -> list[Group]:
    """Surveys in the order of their newest finding; what others found comes last."""
    titles: dict[int, Any] = {one.survey_id: one.survey.title for one in findings if one.survey}
    groups = [
        Group(title, [one for one in findings if one.survey_id == number])
        for number, title in titles.items()
    ]
    return _filled([*groups, Group(OUTSIDE, [one for one in findings if one.is_from_outside])])


def _filled(groups: Iterable[Group]) -> list[Group]:
    return [group for group in groups if group.records]


def _themes() -> dict[int, list[Theme]]:
    """The themes of every finding that has one, by name."""
    names = {theme.id: theme for theme in Theme.every()}
    found: dict[int, set[int]] = {}
    for row in FindingTheme.select():
        found.setdefault(row.finding_id, set()).add(row.theme_id)
    return {number: [names[t] for t in names if t in themes] for number, themes in found.items()}


def _holds(words: str, sought: str) -> bool:
    folded_words = folded(words)
    return all(part in folded_words for part in folded(sought).split())
