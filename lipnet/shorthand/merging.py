"""Two texts put together, lines marked as kept, names put right: lines in, lines out."""

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from lipnet.shorthand.lines import HEADING, MARK, lines_of


def together(theirs: str, mine: str) -> str:
    """A text that holds every line of both, each list in its order.

    What both have stands once, marked as kept if either is. Where they differ, theirs come before
    mine, each under the heading it was written under.
    """
    a, b = theirs.split("\n"), mine.split("\n")
    matcher = SequenceMatcher(None, _unmarked(a), _unmarked(b), autojunk=False)
    put: list[str] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            put += [max(pair, key=_is_marked) for pair in zip(a[a1:a2], b[b1:b2], strict=True)]
        else:
            put += _side_by_side(a[a1:a2], b[b1:b2])
    return "\n".join(put)


def marked(text: str, numbers: Collection[int]) -> str:
    """The text with the lines of these numbers marked as kept."""
    return "\n".join(
        _marked(line) if number in numbers and not _is_marked(line) else line
        for number, line in enumerate(text.split("\n"), start=1)
    )


def respelled(text: str, number: int, written: str, name: str) -> str:
    """The text with `written` put right to `name` on one line; as it is, if that has changed."""
    lines = text.split("\n")
    if 1 <= number <= len(lines) and written:
        before, found, after = _parted(lines[number - 1], written)
        if found:
            lines[number - 1] = before + name + after
    return "\n".join(lines)


def _parted(line: str, written: str) -> tuple[str, str, str]:
    """At the last place where it stands as words of its own, or else at the last."""
    alone = list(re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", line))
    if not alone:
        return line.rpartition(written)
    return line[: alone[-1].start()], written, line[alone[-1].end() :]


def _side_by_side(theirs: Sequence[str], mine: Sequence[str]) -> list[str]:
    a, b = _first_heading(theirs), _first_heading(mine)
    return [*theirs[:a], *mine[:b], *theirs[a:], *mine[b:]]


def _first_heading(lines: Sequence[str]) -> int:
    for place, line in enumerate(lines):
        if HEADING.fullmatch(lines_of(line)[0].text):
            return place
    return len(lines)


def _unmarked(lines: Sequence[str]) -> list[str]:
    return [
        line.lstrip(f"{MARK} ").rstrip() if _is_marked(line) else line.rstrip() for line in lines
    ]


def _marked(line: str) -> str:
    """The mark stands after the spaces by which a line goes on with the one above."""
    said = line.lstrip()
    return f"{line[: len(line) - len(said)]}{MARK} {said}"


def _is_marked(line: str) -> bool:
    return line.lstrip().startswith(MARK)
