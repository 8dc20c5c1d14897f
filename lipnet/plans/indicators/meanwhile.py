"""What was typed on a line, laid beside what the page had shown and what holds by now. Pure.

What was left as it was shown stays as it is now; what was typed holds unless somebody else changed
it, too. "Nothing to report" is about the whole answer: it takes no figure of somebody else away.
"""

import json
from typing import Any

from lipnet.core.refusals import Refusal
from lipnet.plans.indicators.figures import kept

ASIDE = frozenset({"note", "finding"})  # beside the answer, whatever that is
Fields = dict[str, Any]


def settled(shown: Fields, typed: Fields, now: Fields) -> tuple[Fields, list[str]]:
    """What is to stand in each field, and the fields that both changed: these stand as typed."""
    mine = [name for name in now if not _same(name, typed[name], shown[name])]
    theirs = [name for name in now if not _same(name, now[name], shown[name])]
    stands = {name: _one(name, shown[name], typed[name], now[name]) for name in now}
    both = [name for name in mine if _is_torn(name, shown[name], typed[name], now[name])]
    answered, answers = ([name for name in each if name not in ASIDE] for each in (mine, theirs))
    if answered and answers and ("is_nil" in mine) != ("is_nil" in theirs):
        stands |= {name: typed[name] for name in now if name not in ASIDE}
        first = "is_nil" if "is_nil" in mine else answered[0]
        both = [first, *(name for name in both if name in ASIDE)]
    return stands, both


def carried(fields: Fields) -> str:
    """For the page, so that it can tell what it had shown."""
    return json.dumps(fields, ensure_ascii=False)


def as_shown(raw: str | None, now: Fields) -> Fields:
    """What the page says it had shown; what it does not say rightly, it shows as it is now."""
    try:
        said = json.loads(raw or "{}")
    except (ValueError, RecursionError):
        said = {}
    said = said if isinstance(said, dict) else {}
    return {name: said[name] if _fits(said.get(name), now[name]) else now[name] for name in now}


def _fits(said, now) -> bool:
    texts = said.values() if isinstance(said, dict) else ()
    return type(said) is type(now) and all(isinstance(text, str) for text in texts)


def _one(name: str, shown, typed, now):
    """Texts language by language."""
    if isinstance(now, dict):
        found = {tag: _one(name, *told) for tag, *told in _by_language(shown, typed, now)}
        return {tag: text for tag, text in found.items() if text}
    return now if _same(name, typed, shown) else typed


def _is_torn(name: str, shown, typed, now) -> bool:
    if isinstance(now, dict):
        return any(_is_torn(name, *told) for _, *told in _by_language(shown, typed, now))
    return not (_same(name, typed, shown) or _same(name, now, shown) or _same(name, typed, now))


def _by_language(*texts: dict):
    tags = dict.fromkeys(tag for each in texts for tag in each)
    return [(tag, *(each.get(tag, "") for each in texts)) for tag in tags]


def _same(name: str, one, other) -> bool:
    return _compared(name, one) == _compared(name, other)


def _compared(name: str, value):
    """However a figure is written and a text breaks its lines."""
    if isinstance(value, dict):
        return {tag: _compared(name, text) for tag, text in value.items() if text}
    if isinstance(value, bool):
        return value
    text = "\n".join((value or "").strip().splitlines())
    return _figure(text) if name == "value" or name.startswith("group_") else text


def _figure(text: str) -> str:
    try:
        return kept(text, "value")
    except Refusal:
        return text
