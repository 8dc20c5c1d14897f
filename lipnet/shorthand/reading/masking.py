"""A text made ready for patterns, letter for letter: every place stays where it was.

Marks of Markdown, reStructuredText and HTML, addresses and struck words become spaces, and curly
apostrophes straight ones. Nothing is inserted and nothing taken out, so a place found here is the
same place in the file that somebody wrote.
"""

import re
import unicodedata

SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200b": " ",
        "\t": " ",
        "\r": " ",
        "\f": "\n",
        "\v": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u2010": "-",
        "\u2011": "-",
    }
)
# Everything here is bounded: a hostile text costs no more than a long one.
WHOLE = (
    re.compile(r"^[ ]*\[[^\]\n]{1,200}\]:[ ]+\S.*$", re.MULTILINE),  # [name]: address
    re.compile(r"^[ ]*\.\. .*$", re.MULTILINE),  # .. note::
    re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)"),  # a picture
    re.compile(r"~~[^~\n]{1,300}~~"),  # struck
    re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>"),
    re.compile(r"\[(?:TOC|toc|_TOC_)\]"),
)
LINK = re.compile(r"\[([^\[\]\n]{2,300})\](?:\([^()\n]{0,600}\)|\[[^\[\]\n]{1,100}\])")
WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
SMALL = (
    re.compile(r"<?(?:https?://|www\.)[^\s<>)]{1,2000}>?(?:`__?)?"),
    re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{2,40}:(?![\w:])"),  # :tada:
    re.compile(r"(?<=[^\s*])\*{1,3}|\*{1,3}(?=[^\s*])"),
    re.compile(r"(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"),
    re.compile(r"`+"),
)


def masked(text: str) -> str:
    """The text with its marks as spaces: as long as before, every line where it was."""
    text = _comments(text.translate(SAME_LENGTH))
    for pattern in WHOLE:
        text = pattern.sub(_spaces, text)
    text = LINK.sub(_link, WIKI.sub(_wiki, text))
    for pattern in SMALL:
        text = pattern.sub(_spaces, text)
    return text


def folded(text: str) -> str:
    """In small letters without accents, as long as before."""
    return text.translate(BASES)


def gist(text: str) -> str:
    """The words of a masked text in one line, for people to read."""
    return " ".join(text.split())


class _Bases(dict[int, str]):
    """The small letter without its accent for each letter that was met."""

    def __missing__(self, code: int) -> str:
        self[code] = _base(chr(code))
        return self[code]


BASES = _Bases()


def _base(letter: str) -> str:
    small = letter.lower()
    first = unicodedata.normalize("NFKD", small if len(small) == 1 else letter)[0]
    return first if unicodedata.category(first)[0] == "L" else letter


def _comments(text: str) -> str:
    """Without <!-- comments -->; one that never ends is left alone."""
    pieces, at = [], 0
    while (begin := text.find("<!--", at)) >= 0:
        end = text.find("-->", begin)
        if end < 0:
            break
        pieces += [text[at:begin], _blank(text[begin : end + 3])]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _spaces(match: re.Match[str]) -> str:
    return _blank(match.group())


def _link(match: re.Match[str]) -> str:
    shown = match.group(1)
    return f" {shown} {_blank(match.group()[len(shown) + 2 :])}"


def _wiki(match: re.Match[str]) -> str:
    """ "[[User:Ana|Ana]]" shows its last words."""
    return f"{_blank(match.group()[: match.start(1) - match.start()])}{match.group(1)}  "


def _blank(text: str) -> str:
    return "".join("\n" if letter == "\n" else " " for letter in text)
