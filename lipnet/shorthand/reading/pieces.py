"""A line of a list of people cut into pieces: one person each, with what stood in brackets."""

import re

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.masking import folded
from lipnet.shorthand.reading.names import BRACKETS, chunks_of, looks_like_name

GAP = re.compile(r" {3,}")
BETWEEN = re.compile(r" +[-\u2013\u2014/] +|(?<=\w)/(?=\w)")
FEWEST_BETWEEN = 3
# "MD", "RSW", "P.Eng", "YMCA": what a person is or whom she stands for, never her name.
LETTERS = re.compile(r"[A-Z]{2,6}|[A-Z][A-Za-z]{0,3}\.[A-Za-z.]{1,5}")
SURNAME_FIRST = re.compile(
    r" *(?P<last>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?), *(?P<first>[^\W\d_][\w'-]*)"
    r"(?P<more> *\([^()]{0,60}\))? *\.? *"
)
SEMICOLON = re.compile(r";(?![^()]{0,120}\))")
FULL = re.compile(r"[^\W\d_a-z][\w'-]+ [^\W\d_a-z][\w'-]+")
Pieces = list[tuple[str, str]]


def pieces_of(said: str, words: Lexicon) -> Pieces:
    """(what may be a name, what stood in brackets), in order."""
    said = said.replace("|", ",")
    if set_apart := _surnames_first(said) or _one_a_part(said, words):
        return set_apart
    pieces = chunks_of(_with_commas(_at_gaps(_apart(said, words)), words), words)
    if not pieces or not is_full_name(pieces[0][0], words):
        return pieces
    return pieces[:1] + [p for p in pieces[1:] if not _tells_what_she_is(p[0], words)]


def is_full_name(piece: str, words: Lexicon) -> bool:
    return len(piece.split()) > 1 and looks_like_name(piece, words, handles=False)


def is_person(piece: str, words: Lexicon) -> bool:
    """A full name that is no body's, and tells nobody's post."""
    plain = folded(piece).strip(" .")
    kinds = (words.posts, words.roles, words.officers)
    return (
        is_full_name(piece, words)
        and not is_body(piece, words)
        and not any(kind.fullmatch(plain) for kind in kinds)
    )


def is_body(piece: str, words: Lexicon) -> bool:
    """ "Riverton Library", "Board": whose name is no person's."""
    plain = folded(piece).strip(" .")
    ends = (plain.rsplit(" ", maxsplit=1)[-1], plain.partition(" ")[0])
    return any(words.organisations.fullmatch(end) for end in ends)


def _surnames_first(said: str) -> Pieces:
    """ "Okafor, Amina; Whitfield, Ben"; nothing where a single part is written otherwise."""
    parts = [part for part in said.split(";") if part.strip()]
    found = [SURNAME_FIRST.fullmatch(part) for part in parts]
    if len(parts) < 2 or not all(m and m["first"][0].isupper() for m in found):
        return []
    return [
        (f"{m['first']} {m['last'].strip()}", (m["more"] or "").strip(" ()")) for m in found if m
    ]


def _one_a_part(said: str, words: Lexicon) -> Pieces:
    """ "Ana Ruiz, Library; Ben Roy, City": one a part, whatever stands behind a comma."""
    parts = [part for part in SEMICOLON.split(said) if part.strip()]
    if len(parts) < 2 or "," not in BRACKETS.sub(" ", said):
        return []
    found = [chunks_of(part, words) for part in parts]
    if not all(pieces and is_full_name(pieces[0][0], words) for pieces in found):
        return []
    return [
        piece
        for pieces in found
        for at, piece in enumerate(pieces)
        if not at or is_person(piece[0], words)
    ]


def _apart(said: str, words: Lexicon) -> str:
    """ "Mr. A. Roy Ms. B. Lim" and "Ana Ruiz Ben Roy Carla Nunez", run together, with commas."""
    plain = folded(said)
    titles = [each.start() for each in words.titles.finditer(plain)]
    if "," not in said and len(titles) > 1 and not said[: titles[0]].strip():
        pieces = [said[a:b] for a, b in zip(titles, [*titles[1:], len(said)], strict=True)]
        return ", ".join(pieces) if all(len(p.split()) > 1 for p in pieces) else said
    tokens = said.split()
    pairs = [" ".join(tokens[at : at + 2]) for at in range(0, len(tokens), 2)]
    run_together = len(pairs) >= FEWEST_BETWEEN and not len(tokens) % 2
    if run_together and all(FULL.fullmatch(p) and is_person(p, words) for p in pairs):
        return ", ".join(pairs)
    return said


def _at_gaps(said: str) -> str:
    """Columns made with spaces; a gap within a name ("Ana **Ruiz**") is none."""
    return ", ".join(", ".join(_columns(part)) for part in said.split(","))


def _columns(part: str) -> list[str]:
    columns: list[str] = []
    for column in GAP.split(part.strip()):
        if columns and len(columns[-1].split()) == 1 and not columns[-1].endswith(";"):
            columns[-1] += " " + column
        else:
            columns.append(column)
    return columns


def _with_commas(said: str, words: Lexicon) -> str:
    """ "Ana Ruiz - Ben Roy - Carla Nunez": dashes and strokes between people are commas."""
    parts = [part for part in BETWEEN.split(said) if part.strip()]
    bare = [BRACKETS.sub(" ", part).strip(" ,") for part in parts]
    people = all(
        is_full_name(each, words)
        and not is_body(each, words)
        and not words.roles.search(folded(each))
        and not words.officers.search(folded(each))
        for each in bare
    )
    return ", ".join(parts) if people and len(parts) >= FEWEST_BETWEEN else said


def _tells_what_she_is(piece: str, words: Lexicon) -> bool:
    told = words.posts.fullmatch(folded(piece).strip(" ."))
    return bool(told or LETTERS.fullmatch(piece.strip(" "))) or is_body(piece, words)
