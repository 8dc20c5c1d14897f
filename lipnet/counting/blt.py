"""Ballot files in the form BLT, which counting programs have in common.

    4 2            four candidates, two seats
    -3             candidate 3 withdrew
    12 1 2 4 0     twelve ballots ranking 1, then 2, then 4; "-" is a rank left out
    0              the ballots end
    "Amina"        a name for each candidate, then the title
    # reserved "youth": at least 1, at most 2 of 1 4

Source: the format of B. L. Meek and I. D. Hill, as OpenSTV and OpaVote write it. Equal ranks
("1=2") have no meaning in the rules here, so such a file is refused rather than read otherwise.
Names without quotation marks are read too, one on each line; a name may hold quotation marks if it
has its line to itself. Reserved places are our own: other programs take the line for a remark, and
count without them.
"""

import re
from collections import Counter

from lipnet.counting.ballots import Contest, Ranking
from lipnet.counting.reserved import Group, Reserved

LARGEST = 20_000_000  # letters
MOST_CANDIDATES = 1_000
WRONG_CODES = (
    "too_large", "not_text", "begins", "number", "candidate", "twice", "equal_ranks", "weight",
    "unfinished", "names", "reserved",
)  # fmt: skip
MOST_DIGITS = 15  # of a number
LINE_ENDS = re.compile(r"\r\n|\r|\n")
BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # inside a name
QUOTED = re.compile(r'"([^"]*)"')
SEVERAL_QUOTED = re.compile(r'(?:"[^"]*"\s*)+(?:#.*)?')
RESERVED = re.compile(
    r'# reserved "([^"]+)":(?: at least (\d{1,4}),?)?(?: at most (\d{1,4}))? of ([\d ]+)', re.ASCII
)


class BadBallots(ValueError):
    """The file cannot be read: a code, and the line (from 1) where it went wrong.

    Codes: too_large · not_text · begins (no "candidates seats") · number · candidate · twice ·
    equal_ranks · weight · unfinished (the ballots never end) · names (fewer than candidates) ·
    reserved (whose places these are, or how many, is not understood).
    """

    def __init__(self, code: str, line: int = 0):
        super().__init__(f"{code} (line {line})")
        self.code, self.line = code, line


def read_blt(data: bytes) -> Contest:
    """Raises BadBallots."""
    if len(data) > LARGEST:
        raise BadBallots("too_large")
    lines = [(at, line.strip()) for at, line in enumerate(LINE_ENDS.split(_text(data)), 1)]
    remarks = [(at, line) for at, line in lines if line.startswith("# reserved ")]
    lines = [(at, line) for at, line in lines if line and not line.startswith("#")]
    candidates, seats = _first(lines)
    withdrawn, ballots, rest = _ballots(lines[1:], candidates)
    *names, title = _names(rest, candidates)
    reserved = _reserved(remarks, candidates)
    return Contest(tuple(names), seats, ballots, title, withdrawn, reserved)


def write_blt(contest: Contest) -> str:
    """Ballots in the order of their ranking, so that the file tells no order of casting."""
    lines = [f"{len(contest.candidates)} {contest.seats}"]
    lines += [f"-{number}" for number in sorted(contest.withdrawn)]
    for ranking, cast in sorted(contest.ballots.items()):
        lines.append(" ".join(map(str, (cast, *ranking, 0))))
    names = (*contest.candidates, contest.title)
    quoted = [BREAKS.sub(" ", each.replace('"', "'")) for each in names]
    places = (_place(*each) for each in contest.reserved.groups.items())
    return "\n".join([*lines, "0", *(f'"{each}"' for each in quoted), *places]) + "\n"


def _place(name: str, group: Group) -> str:
    bounds = [f"at least {group.minimum}"] if group.minimum else []
    bounds += [] if group.maximum is None else [f"at most {group.maximum}"]
    members = " ".join(map(str, sorted(group.members)))
    return f'# reserved "{name}": {", ".join(bounds)} of {members}'


def _text(data: bytes) -> str:
    """Spreadsheets write UTF-16, older programs Latin-1."""
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = "\0" if utf_16 else data.decode("latin-1")
    if "\0" in text:
        raise BadBallots("not_text")
    return text


def _first(lines: list[tuple[int, str]]) -> tuple[int, int]:
    numbers = lines[0][1].split("#")[0].split() if lines else []
    if len(numbers) != 2 or not all(_is_number(each) for each in numbers):
        raise BadBallots("begins", lines[0][0] if lines else 1)
    candidates, seats = map(int, numbers)
    if not 0 < candidates <= MOST_CANDIDATES or seats < 1:
        raise BadBallots("begins", lines[0][0])
    return candidates, seats


def _ballots(
    lines: list[tuple[int, str]], candidates: int
) -> tuple[frozenset[int], Counter[Ranking], list[str]]:
    withdrawn: set[int] = set()
    ballots: Counter[Ranking] = Counter()
    for at, (line, text) in enumerate(lines):
        pieces = re.sub(r"^\([^)]*\)", "", text.split("#")[0]).split()
        if pieces == ["0"]:
            return frozenset(withdrawn), ballots, [each for _, each in lines[at + 1 :]]
        if len(pieces) >= 1 and all(re.fullmatch(r"-\d+", each) for each in pieces):
            withdrawn |= {_candidate(each[1:], candidates, line) for each in pieces}
            continue
        if text.startswith('"'):
            raise BadBallots("unfinished", line)
        cast, ranking = _ballot(pieces, candidates, line)
        ballots[ranking] += cast
    raise BadBallots("unfinished", lines[-1][0] if lines else 1)


def _ballot(pieces: list[str], candidates: int, line: int) -> tuple[int, Ranking]:
    if any("=" in each for each in pieces):
        raise BadBallots("equal_ranks", line)
    if not pieces or not _is_number(pieces[0]):
        raise BadBallots("number", line)
    if int(pieces[0]) < 1:
        raise BadBallots("weight", line)
    if pieces[-1] != "0":
        raise BadBallots("unfinished", line)
    ranking = tuple(_candidate(each, candidates, line) for each in pieces[1:-1] if each != "-")
    if len(set(ranking)) < len(ranking):
        raise BadBallots("twice", line)
    return int(pieces[0]), ranking


def _candidate(text: str, candidates: int, line: int) -> int:
    if not _is_number(text):
        raise BadBallots("number", line)
    if not 1 <= int(text) <= candidates:
        raise BadBallots("candidate", line)
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS


def _names(lines: list[str], candidates: int) -> list[str]:
    """A name for each candidate, and the title ("" where there is none)."""
    found = [name.strip() for line in lines for name in _named(line)]
    if len(found) < candidates:
        raise BadBallots("names")
    return [*found[:candidates], (found[candidates:] or [""])[0]]


def _named(line: str) -> list[str]:
    if SEVERAL_QUOTED.fullmatch(line):
        return QUOTED.findall(line)
    if len(line) > 1 and line.startswith('"') and line.endswith('"'):
        return [line[1:-1].replace('\\"', '"')]
    return [line]


def _reserved(lines: list[tuple[int, str]], candidates: int) -> Reserved:
    groups: dict[str, Group] = {}
    taken: set[int] = set()
    for at, line in lines:
        found = RESERVED.fullmatch(line)
        if not found or found[1] in groups or not (found[2] or found[3]):
            raise BadBallots("reserved", at)
        members = frozenset(_candidate(each, candidates, at) for each in found[4].split())
        if not members or members & taken:
            raise BadBallots("reserved", at)
        taken |= members
        most = None if found[3] is None else int(found[3])
        if most is not None and most < int(found[2] or 0):
            raise BadBallots("reserved", at)
        groups[found[1]] = Group(members, int(found[2] or 0), most)
    return Reserved(groups)
