"""A filter built by a plain form: a group of choices at a time, joined to what is there."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lipnet import tally
from lipnet.core.i18n import lazy, worded
from lipnet.surveys.frozen import shape_of
from lipnet.surveys.models import SurveyVersion
from lipnet.tally import EVERYONE, BadWho, Who

FIELD = "pick-"  # a checkbox of the form: pick-<question>=<code>
WRONG = {
    "too_long": lazy("The filter is too long."),
    "too_deep": lazy("There are too many brackets within brackets."),
    "question": lazy("“%(about)s” is no question with options to choose from."),
    "value": lazy("“%(about)s” has no such answer."),
    "syntax": lazy("The filter cannot be read from “%(here)s” on."),
    "unfinished": lazy("The filter ends too early."),
}


class Filter(NamedTuple):
    """What an address asks for: the text as it came, what it means, and what is wrong with it."""

    text: str
    who: Who
    error: str = ""


def filter_of(version: SurveyVersion, text: str) -> Filter:
    """`text` as a filter; what was typed stays as it is where it cannot be read."""
    try:
        who = tally.parse_who(text, shape_of(version))
    except BadWho as no:
        return Filter(text, EVERYONE, _wrong(no, text))
    return Filter(tally.who_text(who), who)


def picked(fields: Mapping[str, Iterable[str]], names: Iterable[str]) -> list[Who]:
    """One part for each question of which something was ticked."""
    found = {name: frozenset(fields.get(FIELD + name, ())) for name in names}
    return [tally.Is(name, codes) for name, codes in found.items() if codes]


def joined(before: Who, parts: list[Who], *, within: str, negated: bool, how: str) -> Who:
    """`before` and a new group: the parts joined by `within` ("all" or "any"), perhaps turned
    round, then joined to what was there by `how` ("and" or "or")."""
    if not parts:
        return before
    new = parts[0] if len(parts) == 1 else _together(within == "all", tuple(parts))
    new = tally.Not(new) if negated else new
    if before == EVERYONE:
        return new
    return _flat(how == "and", before, new)


def _together(all_of: bool, parts: tuple[Who, ...]) -> Who:
    return tally.Both(parts) if all_of else tally.Either(parts)


def _flat(all_of: bool, before: Who, new: Who) -> Who:
    """Without brackets that change nothing."""
    kind = tally.Both if all_of else tally.Either
    first = before.parts if isinstance(before, kind) else (before,)
    last = new.parts if isinstance(new, kind) else (new,)
    return kind((*first, *last))


def _wrong(no: BadWho, text: str) -> str:
    if no.code == "syntax" and not text[no.place :].strip():
        return str(WRONG["unfinished"])
    here = text[no.place : no.place + 20]
    return worded(WRONG[no.code], about=no.about, here=here)
