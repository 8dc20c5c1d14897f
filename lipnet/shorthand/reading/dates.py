"""Dates as people write them in minutes, and what they mean on the day of the meeting."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from lipnet.shorthand.reading.lexicon import Lexicon

ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/._](?P<m>\d{1,2})[-/._](?P<d>\d{1,2})(?!\d)")
NUMBERS = re.compile(
    r"(?<![\d.,/-])(?P<a>\d{1,2})(?P<by>[-/.])(?P<b>\d{1,2})"
    r"(?:(?P=by)(?P<y>(?:20|19)\d\d|\d\d)|(?<=\d/\d)|(?<=\d/\d\d)|\.)(?![\d%/])"
)
YEAR = r"(?:[ ,]*(?:de |del |d')?(?P<y>(?:19|20)\d\d)(?!\d))?"
ORDINAL = r"(?:st|nd|rd|th|er|eme|re|\.)?"
FIRST_OF_MONTH_FIRST = frozenset({"en"})
LONG_AGO = 45  # days before the meeting: a day and month this far back mean next year


@dataclass(frozen=True)
class Found:
    """A date and where it stands in the folded text it was found in."""

    start: int
    end: int
    on: date
    has_year: bool


class Dates:
    """Finds dates in one or more languages."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        months = "|".join(sorted(words.words.months, key=len, reverse=True))
        self._named = (
            re.compile(
                rf"(?<!\w)(?P<d>\d{{1,2}}){ORDINAL}(?: day)?(?: de| of)? +"
                rf"(?P<m>{months})\.?(?!\w){YEAR}"
            ),
            re.compile(
                rf"(?<!\w)(?P<m>{months})\.? +(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]){YEAR}"
            ),
        )
        self._month_end = re.compile(
            rf"(?:{words.month_ends.pattern}) +(?P<m>{months})\.?(?!\w){YEAR}"
        )
        self._month = re.compile(rf"(?<!\w)(?P<m>{months})\.?(?: (?:de |del )?(?P<y>20\d\d))(?!\d)")
        days = "|".join(sorted(words.words.weekdays, key=len, reverse=True))
        self._weekday = re.compile(rf"(?<!\w)(?P<w>{days})\.?(?!\w)")

    def find(self, plain: str, meeting: date | None = None) -> list[Found]:
        """Every date of this folded text, in order; a day without a year is near the meeting."""
        found: list[Found] = []
        for pattern in (ISO, *self._named, NUMBERS):
            for match in pattern.finditer(plain):
                on = self._date(match, meeting)
                if on and not any(f.start < match.end() and match.start() < f.end for f in found):
                    has_year = bool(match.groupdict().get("y"))
                    found.append(Found(match.start(), match.end(), on, has_year))
        return sorted(found, key=lambda each: each.start)

    def whole(self, plain: str) -> list[Found]:
        """Dates that name their year."""
        return [each for each in self.find(plain) if each.has_year]

    def _date(self, match: re.Match[str], meeting: date | None) -> date | None:
        parts = match.groupdict()
        if "a" in parts:
            return self._from_numbers(parts, meeting)
        month = parts["m"]
        number = int(month) if month.isdigit() else self.words.words.months[month]
        return _near(parts.get("y"), number, int(parts["d"]), meeting)

    def _from_numbers(self, parts: dict[str, str], meeting: date | None) -> date | None:
        """06/03/2024 is the sixth of March, in English the third of June unless that is no date."""
        first, second, year = int(parts["a"]), int(parts["b"]), parts["y"]
        if year and len(year) == 2:
            year = "20" + year
        if not year and meeting is None:
            return None
        day, month = first, second
        if self.words.words.tag in FIRST_OF_MONTH_FIRST and second > 12 >= first:
            day, month = second, first
        return _near(year, month, day, meeting)

    # Due dates

    def due(self, plain: str, meeting: date | None) -> tuple[str, int, int] | None:
        """By when, as an ISO date ("" for one no calendar knows), and where that is told."""
        for found in self.find(plain, meeting):
            begin = self._before(plain, found.start)
            if begin is not None:
                return found.on.isoformat(), begin, found.end
        return (
            self._month_end_due(plain, meeting)
            or self._relative_due(plain, meeting)
            or self._weekday_due(plain, meeting)
        )

    def _month_end_due(self, plain: str, meeting: date | None) -> tuple[str, int, int] | None:
        """ "by the end of April", "fin avril": its last day."""
        match = self._month_end.search(plain)
        if match is None or meeting is None:
            return None
        begin = self._before(plain, match.start())
        first = _near(match["y"], self.words.words.months[match["m"]], 1, meeting.replace(day=1))
        on = _month_end(first) if first else None
        begin = match.start() if begin is None else begin
        return (on.isoformat(), begin, match.end()) if on else None

    def _before(self, plain: str, at: int) -> int | None:
        """Where "by", "d'ici le" begins before this place; or it stands first, or in brackets."""
        left = plain[:at].rstrip(" (")
        if day := re.search(rf"(?:{self._weekday.pattern}),? ?$", left):
            left = left[: day.start()].rstrip()
        if (
            not left
            or left.endswith((":", "(", "[", "-", "\u2013", "\u2014"))
            or plain[at - 1] == "("
        ):
            return len(left)
        window = left[-24:]
        for match in self.words.before_due.finditer(window):
            if match.end() == len(window):
                return len(left) - len(window) + match.start()
        return None

    def _relative_due(self, plain: str, meeting: date | None) -> tuple[str, int, int] | None:
        for pattern, code in self.words.relative:
            if match := pattern.search(plain):
                begin = self._before(plain, match.start())
                on = _relative(code, meeting)
                begin = match.start() if begin is None else begin
                return on.isoformat() if on else "", begin, match.end()
        return None

    def _weekday_due(self, plain: str, meeting: date | None) -> tuple[str, int, int] | None:
        for match in self._weekday.finditer(plain):
            begin = self._before(plain, match.start())
            if begin is None or meeting is None:
                continue
            ahead = (self.words.words.weekdays[match.group("w")] - meeting.weekday()) % 7 or 7
            return (meeting + timedelta(days=ahead)).isoformat(), begin, match.end()
        return None


def _near(year: str | None, month: int, day: int, meeting: date | None) -> date | None:
    """The date; without a year the one that comes soonest after, or just before, the meeting."""
    try:
        if year:
            return date(int(year), month, day)
        if meeting is None:
            return date(2000, month, day)
        on = date(meeting.year, month, day)
        past = (meeting - on).days > LONG_AGO
        return on.replace(year=on.year + 1) if past else on
    except ValueError:
        return None


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _relative(code: str, meeting: date | None) -> date | None:
    """What "tomorrow" is; None for "the next meeting" and for what has no date."""
    if meeting is None:
        return None
    friday = meeting + timedelta(days=(4 - meeting.weekday()) % 7)
    return {
        "today": meeting,
        "tomorrow": meeting + timedelta(days=1),
        "this week": friday,
        "next week end": friday + timedelta(days=7),
        "this month": _month_end(meeting),
        "this year": date(meeting.year, 12, 31),
    }.get(code)
