"""Which themes a finding stands under."""

from collections.abc import Iterable

from lipnet.evidence.models import Finding, FindingTheme, Theme


def put_under(finding: Finding, themes: Iterable[Theme]) -> None:
    """Let `finding` stand under exactly these themes."""
    wanted = {theme.id for theme in themes}
    there = {row.theme_id for row in finding.sorted}
    FindingTheme.delete().where(
        FindingTheme.finding == finding, FindingTheme.theme.not_in(list(wanted))
    ).execute()
    for theme in sorted(wanted - there):
        FindingTheme.create(finding=finding, theme=theme)
