"""What is owed as a calendar that any calendar program reads, and as rows for a spreadsheet."""

from collections.abc import Iterator
from datetime import date, timedelta

from lipnet.core import clock, ical
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.groups.agreements.models import Agreement, Obligation
from lipnet.groups.agreements.words import STATE_NAMES

DAY = timedelta(days=1)


def rows_of(agreement: Agreement) -> Iterator[list[str]]:
    """A line of headings, then one for each obligation, by day."""
    yield [
        _("What is owed"), _("For the period to"), _("Due on"), _("State"), _("Sent on"),
        _("Proofs"), _("Note"),
    ]  # fmt: skip
    for row in agreement.owed():
        days = [_iso(row.period_ends_on), _iso(row.due_on)]
        proofs = ", ".join(proof.name for proof in row.proofs)
        state = [str(STATE_NAMES[row.state]), _iso(row.sent_on)]
        yield [plain(row.what), *days, *state, proofs, row.note]


def calendar_of(agreement: Agreement, address: str) -> str:
    """What is still owed, each on its day, with a reminder as early as the letter's."""
    address = address.rstrip("/")
    owed = [row for row in agreement.owed() if row.is_open]
    return ical.calendar(
        (line for row in owed for line in _event(row, address)), about="obligations"
    )


def _event(row: Obligation, address: str) -> list[str]:
    page = f"{address}/agreements/{row.agreement_id}/obligations/{row.id}"
    what = ical.escaped(plain(row.what))
    return [
        "BEGIN:VEVENT",
        f"UID:obligation-{row.id}@{address.partition('//')[2] or 'lipnet'}",
        f"DTSTAMP:{ical.moment(clock.now())}",
        f"DTSTART;VALUE=DATE:{row.due_on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{row.due_on + DAY:%Y%m%d}",
        f"SUMMARY:{what}",
        f"URL:{page}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{what}",
        f"TRIGGER:-P{row.remind_days}D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
