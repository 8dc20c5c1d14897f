"""Themes: the partnership's own words under which findings are gathered."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.evidence.models import Finding, FindingTheme, Theme
from lipnet.evidence.saying import said
from lipnet.evidence.under import put_under

ADDED = declare("evidence.theme_added", lazy("%(who)s added a theme for findings."))
RENAMED = declare("evidence.theme_renamed", lazy("%(who)s renamed a theme for findings."))
MERGED = declare(
    "evidence.theme_merged", lazy("%(who)s merged one theme for findings into another.")
)
RETIRED = declare("evidence.theme_retired", lazy("%(who)s retired a theme for findings."))
BROUGHT_BACK = declare(
    "evidence.theme_brought_back", lazy("%(who)s brought back a theme for findings.")
)
SORTED = declare("evidence.finding_sorted", lazy("%(who)s chose the themes of a finding."))


@operation
def add_theme(title: dict, *, by) -> Theme:
    """A new theme; refused if there is one of that name in either language."""
    theme = Theme.create(title=_named(title))
    record(ADDED, theme, by=by, title=theme.title)
    return theme


@operation
def rename_theme(theme: Theme, title: dict, *, by) -> Theme:
    before, theme.title = theme.title, _named(title, besides=theme)
    theme.save(only=["title"])
    record(RENAMED, theme, by=by, before=before, title=theme.title)
    return theme


@operation
def merge_theme(theme: Theme, *, into: Theme, by) -> Theme:
    """Let every finding of `theme` stand under `into`; `theme` is gone. Returns `into`."""
    if theme == into:
        raise Refusal(lazy("Choose another theme."), field="into")
    if into.is_retired:
        raise Refusal(lazy("That theme is retired; bring it back first."), field="into")
    there = FindingTheme.select(FindingTheme.finding).where(FindingTheme.theme == into)
    moved = FindingTheme.theme == theme, FindingTheme.finding.not_in(there)
    FindingTheme.update(theme=into).where(*moved).execute()
    record(MERGED, into, by=by, merged=theme.title)
    theme.delete_instance(recursive=False)
    return into


@operation
def retire_theme(theme: Theme, *, by) -> Theme:
    """It stays with the findings that have it and is offered for no other."""
    if theme.is_retired:
        raise Refusal(lazy("This theme is retired already."))
    theme.retired_on = clock.today()
    theme.save(only=["retired_on"])
    record(RETIRED, theme, by=by)
    return theme


@operation
def bring_back_theme(theme: Theme, *, by) -> Theme:
    if not theme.is_retired:
        raise Refusal(lazy("This theme is in use."))
    theme.retired_on = None
    theme.save(only=["retired_on"])
    record(BROUGHT_BACK, theme, by=by)
    return theme


@operation
def sort_finding(finding: Finding, themes, *, by) -> Finding:
    """Let a finding stand under exactly these themes; a retired one stays only where it was."""
    had = set(finding.themes)
    if any(theme.is_retired and theme not in had for theme in themes):
        raise Refusal(lazy("That theme is retired; bring it back first."), field="themes")
    put_under(finding, themes)
    record(SORTED, finding, by=by, themes=sorted(theme.id for theme in themes))
    return finding


def _named(title: dict, besides: Theme | None = None) -> dict[str, str]:
    title = said(title, lazy("Give the theme a name."), "title")
    taken = {
        (tag, folded(name))
        for other in Theme.select()
        if other != besides
        for tag, name in other.title.items()
    }
    if any((tag, folded(name)) in taken for tag, name in title.items()):
        raise Refusal(lazy("There is a theme of that name already."), field="title")
    return title
