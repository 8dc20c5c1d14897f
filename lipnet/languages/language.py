"""What is known about one language."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]

RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Rohg", "Syrc"})


@dataclass(frozen=True)
class Language:
    """One language of the registry.

    tag            BCP 47, as written in HTML lang: "zh-Hans"
    endonym        its name in itself, in its own script: "العربية"
    english        its name in English
    french         its name in French, lower case as French writes it
    script         ISO 15924: "Arab"
    babel_locale   locale for dates and numbers; another language where CLDR lacks this one
    catalogue      folder below translations/: "zh_Hans"
    plural_forms   the gettext Plural-Forms header
    digits         the ten digits this language writes by default, zero first
    line_height    "tall" where the script needs a line height of 2 (Nastaliq)
    """

    tag: str
    endonym: str
    english: str
    french: str
    script: str
    plural_forms: str
    babel_locale: str
    catalogue: str
    digits: str = "0123456789"
    line_height: Literal["normal", "tall"] = "normal"

    @property
    def direction(self) -> Direction:
        return "rtl" if self.script in RIGHT_TO_LEFT_SCRIPTS else "ltr"

    @property
    def nplurals(self) -> int:
        """How many forms a plural message has in this language's catalogue."""
        return int(self.plural_forms.removeprefix("nplurals=").partition(";")[0])
