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
Pieces = list[tuple[str, str]]


def pieces_of(said: str, words: Lexicon) -> Pieces:
    """(what may be a name, what stood in brackets), in order."""
    said = said.replace("|", ",")
    turned = _surnames_first(said)
    if turned:
        return turned
    pieces = chunks_of(_with_commas(_at_gaps(said, words), words), words)
    if not pieces or not is_full_name(pieces[0][0], words):
        return pieces
    return pieces[:1] + [p for p in pieces[1:] if not _tells_what_she_is(p[0], words)]


def is_full_name(piece: str, words: Lexicon) -> bool:
    return len(piece.split()) > 1 and looks_like_name(piece, words, handles=False)


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


def _at_gaps(said: str, words: Lexicon) -> str:
    """Columns made with spaces; a gap within a name ("Ana **Ruiz**") is none."""
    columns: list[str] = []
    for part in GAP.split(said.strip()):
        if columns and len(columns[-1].split()) == 1 and not columns[-1].endswith((",", ";")):
            columns[-1] += " " + part
        else:
            columns.append(part)
    return ", ".join(columns)


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
    return bool(LETTERS.fullmatch(piece.strip(" "))) or (
        len(piece.split()) > 1 and is_body(piece, words)
    )
