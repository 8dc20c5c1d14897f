"""Texts of content held in several languages: {"en": "...", "fr": "..."}."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.markup import trusted


class Told(NamedTuple):
    """A text as told to a reader: in which language, and whether it was the one asked for."""

    text: str
    tag: str
    asked_for: bool

    @property
    def direction(self) -> str:
        return languages.get(self.tag).direction if self.tag else "auto"


def tell(texts: Mapping[str, str] | None, tag: str | None = None, then: Sequence[str] = ()) -> Told:
    """The text in `tag` (by default the one being spoken), else in `then`, then any."""
    wanted = tag or i18n.language().tag
    if texts and (text := texts.get(wanted)):
        return Told(text, wanted, True)
    texts = {t: text for t, text in (texts or {}).items() if text}
    for candidate in (wanted, *then, "en", "fr", *texts):
        if candidate in texts:
            return Told(texts[candidate], candidate, candidate == wanted)
    return Told("", wanted, True)


def plain(texts, tag: str | None = None) -> str:
    """The bare text (titles, letters, attribute values); a plain string passes through."""
    return tell(texts, tag).text if isinstance(texts, Mapping) else str(texts or "")


def told(texts) -> Markup:
    """The text marked with its own language and direction where it is not the page's."""
    if not isinstance(texts, Mapping):
        bare = escape(texts or "")
        return trusted(f"<bdi>{bare}</bdi>") if texts else bare
    said = tell(texts)
    if said.asked_for:
        return escape(said.text)
    spoken, text = f'lang="{escape(said.tag)}" dir="{said.direction}"', escape(said.text)
    return trusted(f"<span {spoken}>{text}</span>")


def missing(texts: Mapping[str, str] | None, tags: Sequence[str]) -> list[str]:
    """Which of `tags` have no text yet."""
    return [tag for tag in tags if not (texts or {}).get(tag, "").strip()]
