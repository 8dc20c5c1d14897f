"""What looks like a person's name, and whom a written name means.

A name is one to four words with a capital ("Amina Okafor", "El Presidente"), with small words
between ("Jean de la Croix"), initials ("K.", "JJ Brucker"), a handle ("@bea"), or any word that the
attendance list holds ("yj").
"""

import re
from collections.abc import Iterable

from lipnet.shorthand.reading.lexicon import Lexicon
from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.words.vocabulary import words as listed

TOKEN = re.compile(r"@?[^\W\d_](?:[\w'\u00b7-]*\w)?\.?(?:-[A-Z]\.)?")
PARTICLES = listed("de del la las los le du des da di dos van von der den ten ter el al ben bin y")
GAP = re.compile(r" {1,3}")
BETWEEN = re.compile(r" *(?:, *(?:& *|\+ *)?|; *|& *|\+ *|/ *)")
BRACKETS = re.compile(r"[(\[][^()\[\]]{0,120}[)\]]")
MOST_WORDS = 4
HANDLE = re.compile(r"@?[a-z][a-z0-9_.-]{1,19}")
NUMBERED = re.compile(r"[A-Za-z]{3,16}[0-9]{1,4}")  # "Bea42"
SHORTEST_NICKNAME = 3
LONGEST_NICKNAME = 40


class People:
    """The people of one text, by any short form of their names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = [name for name in dict.fromkeys(names) if name]
        self._forms: set[str] = set()
        self._firsts: set[str] = set()
        self._begun: set[str] = set()  # "ame" and "amel" of Amelia
        self._initials: set[tuple[str, str]] = set()  # "R. Gomes"
        for name in self.names:
            words = [w for w in re.split(r"[\s.]+", folded(name)) if w]
            if words:
                self._forms |= {folded(name), words[0], words[-1]}
                if len(words) > 1:
                    self._forms.add("".join(word[0] for word in words))
                    self._forms.add("".join(p[0] for w in words for p in w.split("-") if p))
                self._firsts |= {words[0], "".join(words)}
                self._begun |= {
                    begun for each in (words[0], "".join(words)) for begun in _begun(each)
                }
                self._initials.add((words[0][0], words[-1]))

    def __bool__(self) -> bool:
        return bool(self.names)

    def has(self, written: str) -> bool:
        """Whether this word, or this name, is one of them: in full, short, or by initials."""
        plain = folded(written).strip(" .@")
        if not plain:
            return False
        if plain in self._forms or plain.replace(".", "").replace(" ", "") in self._forms:
            return True
        parts = [part for part in re.split(r"[\s.]+", plain) if part]
        if len(parts) > 1 and (parts[0][0], parts[-1]) in self._initials:
            return True
        first = plain.split()[0]
        if first in self._forms and len(first) > 1:
            return True
        return first in self._begun or not self._firsts.isdisjoint(_begun(first))

    def names_part(self, word: str) -> bool:
        """Whether this word is a part of somebody's name."""
        plain = folded(word).strip(" .@")
        return any(plain in folded(name).split() for name in self.names)


def _begun(word: str) -> Iterable[str]:
    """Its beginnings that may be nicknames; asked of every word of a text."""
    last = min(len(word), LONGEST_NICKNAME)
    return (word[:end] for end in range(SHORTEST_NICKNAME, last + 1))


def names_at(said: str, at: int, words: Lexicon, people: People) -> tuple[list[str], int]:
    """The names that begin at this place ("Ana Ruiz, JJ and @bea"), and where they end."""
    names: list[str] = []
    end = at
    while True:
        name, after = name_at(said, at, words, people)
        if not name:
            return names, end
        names.append(name)
        end = after
        joined = _joined(said, after, words)
        if joined is None:
            return names, end
        at = joined


def name_at(said: str, at: int, words: Lexicon, people: People) -> tuple[str, int]:
    """One name at this place, or "" ."""
    while at < len(said) and said[at] == " ":
        at += 1
    begin, end, count = at, at, 0
    while count < MOST_WORDS:
        token = TOKEN.match(said, at)
        if not token:
            break
        word = token.group()
        if word.endswith(".") and len(word.strip(".")) > 2:
            word = word[:-1]
        if not _is_part(word, said, at, words, people, count):
            break
        if count and _is_noun(word, said[begin:end], words, people):
            break
        at += len(word)
        if not _is_particle(word):
            end = at
        count += 1
        gap = GAP.match(said, at)
        if not gap:
            break
        at = gap.end()
    return said[begin:end].strip(), end


def _is_part(word: str, said: str, at: int, words: Lexicon, people: People, count: int) -> bool:
    plain = folded(word).strip(".@")
    if word.startswith("@"):
        return count == 0
    if {plain, plain.split("-")[-1]} & words.not_names and not people.has(word):
        return False
    if count and _is_particle(word):
        following = GAP.match(said, at + len(word))
        return bool(following and said[following.end() : following.end() + 1].isupper())
    return word[0].isupper() or (count == 0 and people.has(word) and word.islower())


def _is_noun(word: str, before: str, words: Lexicon, people: People) -> bool:
    """In German nouns are large too: in "bringt Anna Kuchen mit" she is Anna."""
    if words.words.tag != "de" or not people.has(before):
        return False
    return len(word.strip(".")) > 1 and not people.names_part(word)


def _is_particle(word: str) -> bool:
    return word in PARTICLES


def _joined(said: str, at: int, words: Lexicon) -> int | None:
    """Where the next name of a list would begin."""
    between = BETWEEN.match(said, at)
    after = between.end() if between and between.end() > at else at
    plain = folded(said[after : after + 12])
    lead = len(plain) - len(plain.lstrip())
    joiner = words.and_.match(plain, lead)
    if joiner:
        return after + joiner.end()
    return after if between and between.end() > at else None


def looks_like_name(text: str, words: Lexicon, *, handles: bool = True) -> bool:
    """Whether a short piece of a list of people is a name and nothing else."""
    text = gist(text).strip(" .")
    tokens = text.split()
    if any(letter in text for letter in ":?!/=<>|") or folded(text) in words.not_names:
        return False
    if handles and (HANDLE.fullmatch(text) or NUMBERED.fullmatch(text)):
        return True
    if not 1 <= len(tokens) <= 5 or any(letter.isdigit() for letter in text):
        return False
    if folded(tokens[0]) in words.not_names and len(tokens) > 2:
        return False
    return all(token[0].isupper() or token in PARTICLES for token in tokens) and (
        tokens[0][0].isalpha()
    )


def chunks_of(text: str, words: Lexicon) -> list[tuple[str, str]]:
    """A list of people cut at commas and "and": (what may be a name, what stood in brackets)."""
    pieces: list[tuple[str, str]] = []
    for piece in _split(text, words):
        inside = BRACKETS.search(piece)
        bare = BRACKETS.sub(" ", piece)
        pieces.append((gist(bare), gist(inside.group()[1:-1]) if inside else ""))
    return [piece for piece in pieces if piece[0].strip(" .")]


def _split(text: str, words: Lexicon) -> list[str]:
    """At commas, semicolons and "and", but not inside brackets."""
    depth, begin, pieces = 0, 0, []
    for at, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter in ",;&+\n" and not depth:
            pieces.append(text[begin:at])
            begin = at + 1
    pieces.append(text[begin:])
    return [part for piece in pieces for part in _split_and(piece, words)]


def _split_and(piece: str, words: Lexicon) -> list[str]:
    plain, parts, begin = folded(piece), [], 0
    for joiner in words.and_.finditer(plain):
        if plain[joiner.start() - 1 : joiner.start()] == " " and plain[joiner.end() :][:1] == " ":
            parts.append(piece[begin : joiner.start()])
            begin = joiner.end()
    return [*parts, piece[begin:]]
