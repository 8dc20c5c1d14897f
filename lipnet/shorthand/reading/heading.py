"""The head of minutes: whose meeting, and on which day."""

import re
from datetime import date

from lipnet.shorthand.reading.dates import Dates
from lipnet.shorthand.reading.headlines import NUMBER
from lipnet.shorthand.reading.lexicon import ADOPTING, Lexicon
from lipnet.shorthand.reading.masking import folded, gist, masked
from lipnet.shorthand.reading.segments import Unit

HEAD = 40  # units in which the date of the meeting stands, if it stands anywhere
EARLIEST = 1970  # what is older is a law or a founding
BODY_LENGTH = 120
EDGES = " ,;:.-\u2013\u2014|()[]#*"
CLOCK = re.compile(
    r"\b[0-9]{1,2}(?:(?:[:.][0-9]{2})? ?[ap]\.?m\b\.?|:[0-9]{2}\b| ?h(?: ?[0-9]{2})?\b| uhr\b)"
    r"(?: ?[+-][0-9]{4})?",
    re.IGNORECASE,
)
HOLE = re.compile(r"(?: *[,;|\u2013\u2014](?= *[,;|\u2013\u2014]))+")  # where something was cut out
LEAD = re.compile(r"(?:held on|held|of|on|from|for|du|de|le|tenue le|del|el|vom|am|van|op) *$")
MAIL = re.compile(r"^\s*\[[^\]\n]{1,40}\]\s*")


def date_of(
    units: list[Unit], matter: dict[str, str], filename: str, dates: Dates, words: Lexicon
) -> str:
    """The day of the meeting, as an ISO date: by the title, the first lines, the file's name."""
    described = [folded(masked(matter.get(key, ""))) for key in ("title", "description", "summary")]
    told = sorted(units[:HEAD], key=lambda unit: -_promises_date(unit, words))
    places = [
        *(unit.plain for unit in told if _promises_date(unit, words) > 0),
        *described,
        *(unit.plain for unit in told),
        folded(matter.get("date", "")),
        folded(filename),
    ]
    for place in places:
        for found in dates.whole(place[:400]):
            if found.on.year >= EARLIEST:
                return found.on.isoformat()
    return ""


def _promises_date(unit: Unit, words: Lexicon) -> int:
    """How likely a date here is the meeting's: a title's is, that of minutes adopted is not."""
    if ADOPTING.search(unit.plain) or words.moved.search(unit.plain) or NUMBER.match(unit.said):
        return -1
    label = unit.plain.partition(":")[0].strip()
    named = bool(words.minutes_of.search(unit.plain[:120])) or label in ("date", "datum", "fecha")
    timed = bool(words.weekdays.search(unit.plain[:200]) or CLOCK.search(unit.plain[:200]))
    return 2 * named + timed + (unit.kind == "heading")


def body_of(units: list[Unit], matter: dict[str, str], dates: Dates, words: Lexicon) -> str:
    """The title without its date and without "Minutes of": what is left names the body."""
    named = [unit for unit in units[:6] if unit.kind == "heading"]
    headings = [unit.said for unit in named if not NUMBER.match(unit.said)]
    told = [unit.said for unit in units[:3] if unit.kind == "text" and ":" not in unit.said]
    matters = [matter.get("description", ""), matter.get("title", "")]
    for title in [*headings[:1], *matters, *told, *headings[1:]]:
        if len(title) <= BODY_LENGTH and (body := _without_date(title, dates, words)):
            return body
    return ""


def _without_date(title: str, dates: Dates, words: Lexicon) -> str:
    plain = folded(title)
    cuts = [
        (_with_lead(plain, found.start), found.end)
        for found in dates.find(plain, date(2000, 6, 15))
    ]
    cuts += [match.span() for match in words.minutes_of.finditer(plain)]
    cuts += [match.span() for match in CLOCK.finditer(plain)]
    cuts += [match.span() for match in words.weekdays.finditer(plain)]
    if mail := MAIL.match(title):
        cuts.append(mail.span())
    for start, end in cuts:
        title = title[:start] + " " * (end - start) + title[end:]
    body = HOLE.sub("", gist(title)).strip(EDGES)
    return body if sum(letter.isalpha() for letter in body) > 2 else ""


def _with_lead(plain: str, at: int) -> int:
    """A date goes with the small word before it: "of 12 May", "du 12 mai"."""
    lead = LEAD.search(plain[:at])
    return lead.start() if lead else at
