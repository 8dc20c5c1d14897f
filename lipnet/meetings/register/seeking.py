"""Finding in the register: by words, body, year, result and theme."""

from dataclasses import dataclass

from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.core.thread import Ref
from lipnet.evidence.models import Theme
from lipnet.groups.models import Body
from lipnet.meetings.models import RESULTS
from lipnet.meetings.register.entries import DECIDED, Entry, every_entry, themes_of_entries
from lipnet.meetings.words import RESULT_WORDS, WITHOUT_MOTION

PER_PAGE = 25


@dataclass(frozen=True)
class Sought:
    """What somebody asks the register for; whatever is empty asks for nothing."""

    words: str = ""
    body: int | None = None
    year: int | None = None
    result: str = ""
    theme: int | None = None

    @property
    def is_everything(self) -> bool:
        return self == Sought()

    def asked(self) -> dict[str, str]:
        """The same as the end of an address."""
        said = {"q": self.words, "body": self.body, "year": self.year,
                "result": self.result, "theme": self.theme}  # fmt: skip
        return {name: str(value) for name, value in said.items() if value}


class Register:
    """The whole register read once, what `sought` asks for among it, and what can be asked for.

    What stands under the items `hidden` from the reader is not in it.
    """

    def __init__(self, sought: Sought, hidden: frozenset[int] = frozenset()):
        self.sought = sought
        self.everything = [one for one in every_entry() if one.item_id not in hidden]
        self.bodies = {body.id: body for body in Body.select()}
        self.themes = Theme.every()
        self._of_themes = themes_of_entries()
        parts = folded(sought.words).split()
        self.found = [one for one in self.everything if self._fits(one) and _holds(one, parts)]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.found) // PER_PAGE))

    def page(self, number: int) -> list[Entry]:
        return self.found[(number - 1) * PER_PAGE : number * PER_PAGE]

    def choices(self) -> dict[str, list[tuple[object, str]]]:
        """What there is to choose from: only what would find something, the chosen one too."""
        bodies = {entry.body_id for entry in self.everything}
        results = {entry.result for entry in self.everything}
        themed = set().union(*(self._themes(entry) for entry in self.everything))
        return {
            "body": sorted(((key, plain(self.bodies[key].name)) for key in bodies), key=_by_words),
            "year": [(year, str(year)) for year in self.years()],
            "result": [(key, str(words)) for key, words in _RESULTS.items() if key in results],
            "theme": [(one.id, plain(one.title)) for one in self.themes if one.id in themed],
        }

    def years(self) -> list[int]:
        return sorted({entry.on.year for entry in self.everything}, reverse=True)

    def _fits(self, entry: Entry) -> bool:
        wanted = self.sought
        return (
            wanted.body in (None, entry.body_id)
            and wanted.year in (None, entry.on.year)
            and wanted.result in ("", entry.result)
            and (wanted.theme is None or wanted.theme in self._themes(entry))
        )

    def _themes(self, entry: Entry) -> set[int]:
        of_item = self._of_themes.get(Ref("agenda_item", str(entry.item_id)), set())
        return self._of_themes.get(entry.ref, set()) | of_item


_RESULTS = {DECIDED: WITHOUT_MOTION, **{key: RESULT_WORDS[key] for key in RESULTS}}


def _holds(entry: Entry, parts: list[str]) -> bool:
    """Whether every word stands in it: in any language, or as its number, mover or seconder."""
    if not parts:
        return True
    words = folded(" ".join([*entry.text.values(), entry.number, entry.mover, entry.seconder]))
    return all(part in words for part in parts)


def _by_words(choice: tuple[object, str]) -> str:
    return folded(choice[1])
