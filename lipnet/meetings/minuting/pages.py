"""Every revision of minutes, as it was, and what changed from one to another."""

from flask import render_template

from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, meeting_to_see
from lipnet.meetings.manage import bp
from lipnet.meetings.minuting.apart import documents_compared
from lipnet.meetings.minuting.models import MinutesRevision
from lipnet.meetings.minuting.reading import as_read_by, minutes_for
from lipnet.meetings.minuting.revisions import document_at, revisions_of
from lipnet.meetings.minuting.words import OCCASION_WORDS, revision_words
from lipnet.meetings.models import Meeting


@bp.route("/<int:meeting_id>/minutes/changes")
@requires(Can.SEE_MEETINGS)
def minutes_changes(meeting_id: int):
    """?since=1&to=2 compares two revisions; without them, the latest with the one before. While
    the minutes are a draft, the latest is what they say now."""
    found = meeting_to_see(meeting_id)
    shown = {row.number: row for row in revisions_of(found)}
    draft = len(shown) + 1 if shown and found.minutes_state == "draft" else None
    last = draft or len(shown)
    later = min(max(number_asked("to") or last, 1), last)
    earlier = min(max(number_asked("since") or later - 1, 1), last)
    return render_template(
        "meetings/minuting/changes.html",
        meeting=found,
        revisions=list(shown.values()),
        choices=_choices(shown, draft),
        earlier=earlier,
        later=later,
        changes=_changes(found, shown.get(earlier), shown.get(later)) if earlier != later else [],
        OCCASION_WORDS=OCCASION_WORDS,
    )


@bp.route("/<int:meeting_id>/minutes/revisions/<int:revision>")
@requires(Can.SEE_MEETINGS)
def minutes_revision(meeting_id: int, revision: int):
    found = meeting_to_see(meeting_id)
    row = next((one for one in revisions_of(found) if one.number == revision), None)
    if row is None:
        raise NotFound
    return render_template(
        "meetings/minuting/revision.html",
        meeting=found,
        revision=row,
        document=as_read_by(me(), found, document_at(row)),
        state="draft",
        OCCASION_WORDS=OCCASION_WORDS,
    )


def _choices(shown: dict[int, MinutesRevision], draft: int | None) -> list[tuple[int, str]]:
    found = [(number, revision_words(row)) for number, row in shown.items()]
    return [*found, (draft, _("As they are now"))] if draft else found


def _changes(meeting: Meeting, *rows: MinutesRevision | None):
    """None stands for what the minutes say now."""
    return documents_compared(
        *(
            as_read_by(me(), meeting, document_at(row)) if row else minutes_for(me(), meeting)
            for row in rows
        )
    )
