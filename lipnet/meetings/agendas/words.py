"""The words for what an agenda holds as numbers and codes."""

from datetime import date

from lipnet.core.i18n import format_day, gettext, lazy

KIND_WORDS = {
    "plain": lazy("An item like any other"),
    "land": lazy("Land acknowledgement: its words are shown"),
    "conflicts": lazy("Conflicts of interest: those declared are shown"),
    "consent": lazy("Consent agenda: items adopted together are shown"),
    "arising": lazy("Still open from before: what comes back is shown here"),
    "closing": lazy("At the end: new items are put before it"),
}
AGES = {
    1: lazy("Comes from %(day)s, when the meeting did not take place."),
    2: lazy("Second meeting, open since %(day)s."),
    3: lazy("Third meeting, open since %(day)s."),
    4: lazy("Fourth meeting, open since %(day)s."),
    5: lazy("Fifth meeting, open since %(day)s."),
}


def age_words(nth: int, since: date | str) -> str:
    """How long something has been open, as a sentence; a day may be as a document holds it."""
    day = format_day(date.fromisoformat(since) if isinstance(since, str) else since)
    if nth in AGES:
        return AGES[nth].fill(day=day)
    return gettext("%(n)s meetings, open since %(day)s.", n=nth, day=day)
