"""People's own words: rendered safely, compared kindly."""

import unicodedata
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from lipnet.core.markup import trusted

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "a", "h2", "h3", "h4",
    "table", "thead", "tbody", "tr", "th", "td", "hr",
}  # fmt: skip
_ONE_LETTER = str.maketrans(
    {"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه", "ٱ": "ا", "ـ": None,
     "ø": "o", "ł": "l", "đ": "d", "ð": "d", "œ": "oe", "æ": "ae", "ı": "i", "þ": "th"}
)  # fmt: skip
_PARTED = {"'": "", "’": "", "ʼ": "", "`": "", "\u200c": "", "\u200d": ""}
_INLINE_TAGS = {"strong", "em", "b", "i", "u", "br", "span"}


def markdown(source: str) -> Markup:
    """Markdown to safe HTML: no raw HTML, no images, links opened plainly."""
    html = _markdown.render(source or "")
    return trusted(
        nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel="noopener noreferrer")
    )


def inline(source: str) -> Markup:
    """A label with at most bold, italic and line breaks; any other markup is dropped."""
    html = _markdown.renderInline(source or "") if "<" not in (source or "") else source
    cleaned = nh3.clean(html, tags=_INLINE_TAGS, attributes={}, link_rel=None)
    return trusted(cleaned.replace("\n", "<br>"))


def is_web_address(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.hostname) and " " not in link


def folded(text: str) -> str:
    """A key by which names sort and are found: no case, no accents."""
    decomposed = unicodedata.normalize("NFKD", (text or "").casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip()


def searched(text: str) -> str:
    """The words of a text as they are looked for: folded, letters that people type in several ways
    made one (Arabic and Persian yeh, kaf, teh marbuta; ø, ł, œ), marks and stretching left out."""
    kept = folded(text).translate(_ONE_LETTER)
    parted = "".join(c if c.isalnum() else _PARTED.get(c, " ") for c in kept)
    return " ".join(parted.split())


def is_found(wanted: str, text: str) -> bool:
    """Whether every word of `wanted` stands in `text`, in any order and as part of a word."""
    there = f"{searched(text)} {searched(text.replace('-', ''))}"
    return all(word in there for word in searched(wanted).split())


def slug(text: str, longest: int = 40) -> str:
    """A short address from a title: letters a-z, digits and hyphens; may be empty."""
    kept = [c if c.isascii() and c.isalnum() else "-" for c in folded(text)]
    return "-".join(part for part in "".join(kept).split("-") if part)[:longest].strip("-")


def digits_in(text: str) -> str:
    """The decimal digits of any script in what was typed, as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())
