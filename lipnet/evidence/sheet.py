"""The board as one CSV file, safe to open in a spreadsheet."""

from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list
from lipnet.core.multilingual import plain
from lipnet.evidence.board import Board, Entry
from lipnet.evidence.kinds import kind_of
from lipnet.sheets.separated import separated


def as_csv(board: Board) -> str:
    """A line for each finding that stands, its statement in a column for each language."""
    tags = content_languages()
    statements = [_("Statement (%(language)s)", language=tag) for tag in tags]
    heads = [
        _("No."), *statements, _("Kind"), _("Source"), _("Where in it"), _("Address"),
        _("Question"), _("By"), _("Version"), _("Answers"), _("Date"), _("Who"), _("Themes"),
        _("Cited by"),
    ]  # fmt: skip
    return separated([heads, *(_line(board.entry(one), tags) for one in board.findings)])


def _line(entry: Entry, tags: tuple[str, ...]) -> list[str]:
    finding = entry.finding
    return [
        str(finding.id),
        *(finding.statement.get(tag, "") for tag in tags),
        str(kind_of(finding)),
        finding.source or plain(finding.survey.title),
        finding.place,
        finding.link,
        finding.question,
        finding.across,
        str(finding.version.number) if finding.version else "",
        "" if finding.n is None else str(finding.n),
        finding.found_on.isoformat(),
        finding.pinned_by.name if finding.pinned_by else "",
        join_list(plain(theme.title) for theme in entry.themes),
        join_list(f"{one.kind}: {plain(one.title)}" for one in entry.cited),
    ]
