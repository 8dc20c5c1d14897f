"""What languages are called, in the words of who reads."""

from lipnet import languages
from lipnet.core import i18n


def called(tag: str) -> str:
    """A known language as it stands within a sentence of the language being spoken: "French",
    "français", "الفرنسية"; its own name where that has no word for it."""
    known, reads = languages.get(tag), i18n.language().tag
    ours = {"en": known.english, "fr": known.french}.get(reads)
    return ours or i18n.locale().languages.get(known.tag.replace("-", "_")) or known.endonym
