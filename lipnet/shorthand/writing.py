"""From records to the lines one would type for them; reading those gives the same records."""

from collections.abc import Iterable
from datetime import date, time

from lipnet.shorthand.lexicon import EN, FR, WRITTEN
from lipnet.shorthand.lines import MARK
from lipnet.shorthand.phrases import DASH
from lipnet.shorthand.records import (
    Action,
    Because,
    Decision,
    Declared,
    Heading,
    Motion,
    Movement,
    Note,
    Record,
)

MONTHS = {
    EN: ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
    FR: ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
         "octobre", "novembre", "décembre"),
}  # fmt: skip


def write(records: Iterable[Record], language: str = EN) -> str:
    """The records as lines; `language` is that of the sitting in which they will be read."""
    return "\n".join(line for record in records for line in lines_for(record, language))


def lines_for(record: Record, language: str = EN) -> list[str]:
    marked = f"{MARK} " if record.kept else ""
    return [
        line if line.startswith("  ") else marked + line
        for line in _lines(record, language)
    ]  # fmt: skip


def _lines(record: Record, spoken: str) -> list[str]:
    if isinstance(record, Heading):
        return [f"# {'' if record.number is None else record.number} {record.title}".strip()]
    if isinstance(record, Motion):
        return _motion(record)
    if isinstance(record, Decision):
        return _told("decision", record.language, "", record.text)
    if isinstance(record, Action):
        return _told("action", record.language, _head(record), record.text)
    if isinstance(record, Movement):
        word = WRITTEN[record.way][record.language]
        return [f"{word} {_hour(record.at, record.language)} {record.who.written}".strip()]
    if isinstance(record, Declared):
        return _declared(record)
    if isinstance(record, Because):
        cited = ", ".join(one.written for one in record.sources)
        return _told("because", record.language, "", cited)
    assert isinstance(record, Note)
    return _note(record, spoken)


def _note(note: Note, spoken: str) -> list[str]:
    if note.language in (FR, spoken):
        return _with_word("NOTE", note.language, note.text)
    return _told("note", note.language, "", note.text)


def _motion(motion: Motion) -> list[str]:
    at = _hour(motion.at, motion.language) if motion.at else ""
    if motion.language not in (EN, FR):
        return _with_word(f"CONSENSUS {at}".strip(), motion.language, motion.text)
    lines = _told("motion", motion.language, at, motion.text)
    if motion.mover or motion.seconder:
        names = [who.written if who else "" for who in (motion.mover, motion.seconder)]
        lines += _told("movers", motion.language, "", " / ".join(names).strip())
    if motion.result:
        counts = (motion.in_favour, motion.against, motion.abstained)
        tally = "-".join(str(count) for count in counts if count is not None)
        lines.append(f"{WRITTEN[motion.result][motion.language]} {tally}".strip())
    return lines


def _head(action: Action) -> str:
    said = [f"@{action.owner.written}"] if action.owner else []
    if action.due:
        said.append(f"{WRITTEN['due'][action.language]} {_day(action.due, action.language)}")
    elif action.due_written:
        said.append(f"{'pour' if action.language == FR else 'due'} {action.due_written}")
    return " ".join(said)


def _declared(declared: Declared) -> list[str]:
    name = declared.who.written
    if DASH.search(name):
        return _told("conflict", declared.language, name, declared.text)
    first, *rest = declared.text.split("\n")
    said = f"{name} – {first}" if first else name
    return _told("conflict", declared.language, "", "\n".join([said, *rest]))


def _told(kind: str, language: str, head: str, text: str) -> list[str]:
    return _with_word(f"{WRITTEN[kind][language]} {head}".strip(), language, text)


def _with_word(opening: str, language: str, text: str) -> list[str]:
    first, *rest = text.split("\n")
    colon = " :" if language == FR else ":"
    return [f"{opening}{colon} {first}".strip(), *(f"  {line}" for line in rest)]


def _day(day: date, language: str) -> str:
    number = "1er" if language == FR and day.day == 1 else day.day
    return f"{number} {MONTHS[language][day.month - 1]} {day.year}"


def _hour(at: time, language: str) -> str:
    return f"{at.hour} h {at:%M}" if language == FR else f"{at:%H:%M}"
