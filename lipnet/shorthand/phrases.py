"""What stands inside a line: two names, an owner and a day, an hour and a name."""

import re
from datetime import date, time

from lipnet.shorthand.dates import NoSuchDay, day_of

SEPARATORS = tuple(map(re.compile, ("/", ";", ",", r"(?<!\s)\s+(?:and|et|&)\s+")))
DUE = re.compile(
    r"(?:^|[\s,(]+)(?:due|by|before|until|pour|avant|d['’]ici|échéance)[\s,(]+(.*\w.*)$",
    re.IGNORECASE,
)
OWNER_FIRST = re.compile(r"@([\w.'’-]*\w)[\s,:–-]*")
AT = re.compile(r"(\d{1,2})(?::(\d{1,2})|\s?[hH](?:\s?(\d{1,2}))?)(?!\w)[\s,:–-]*(.*)")
CLOCK = r"\d{1,2}(?::\d{1,2}|\s?[hH](?:\s?\d{1,2})?)"
AT_END = re.compile(rf"(.*?)[\s,(]+(?:at|à|a)\s+({CLOCK})[\s).]*", re.IGNORECASE)
DASH = re.compile(r"(?<!\s)\s+[–—-]+\s+")
LONGEST_HEAD = 400  # characters: nobody's name and day take more
BECAUSE_THAT = frozenset({"", "of", "que"})
OF_INTEREST = frozenset({"", "of interest", "d'interet", "d'interets"})


def two_names(written: str) -> tuple[str, str]:
    """Mover and seconder; "" for who is not named."""
    for separator in SEPARATORS:
        if separator.search(written):
            first, second = separator.split(written, maxsplit=1)
            return first.strip(), second.strip()
    return written.strip(), ""


def owner_and_due(head: str) -> tuple[str, str]:
    """(owner, day) of what stands before the colon of an action, each as written."""
    found = DUE.search(head) if len(head) <= LONGEST_HEAD else None
    owner = head[: found.start()] if found else head
    return owner.lstrip(" ,(@").rstrip(" ,("), found[1].strip(" ,()") if found else ""


def owner_in(body: str) -> tuple[str, str]:
    """(owner, what is left) of a text that begins with @name."""
    found = OWNER_FIRST.match(body)
    return (found[1], body[found.end() :]) if found else ("", body)


def day(written: str, on: date) -> date | None:
    """The day that is written, None if it is none or cannot be."""
    try:
        return day_of(written, on) if written else None
    except NoSuchDay:
        return None


def hour_and_name(written: str) -> tuple[time | None, str] | None:
    """(hour, name); the hour is None if no clock shows it. None if there is no hour at all."""
    found = AT.fullmatch(written)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    possible = hour < 24 and minute < 60
    return (time(hour, minute) if possible else None), found[4].strip()


def hour(written: str) -> time | None:
    """None if there is none, or no clock shows it."""
    found = hour_and_name(written)
    return found[0] if found else None


def hour_at_end(written: str) -> tuple[str, str]:
    """(what stands before, the hour as written, "" if none) of a line that ends `at 18:42`."""
    found = AT_END.fullmatch(written)
    return (found[1], found[2]) if found else (written, "")


def name_and_text(written: str) -> tuple[str, str]:
    """Name – text: who declares, and what."""
    first, *rest = DASH.split(written, maxsplit=1)
    return first.strip(), rest[0].strip() if rest else ""
