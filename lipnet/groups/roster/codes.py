"""What a cell says by a word of ours: a sector, a role, a kind of group, yes or no."""

from lipnet.core import i18n
from lipnet.core.forms import content_languages
from lipnet.core.i18n import lazy
from lipnet.core.text import folded
from lipnet.groups.models import KIND_NAMES, SEAT_ROLE_NAMES
from lipnet.people.models import SECTOR_NAMES

YES_OR_NO = {"yes": lazy("Yes"), "no": lazy("No")}
NO_ORGANISATION = lazy("No organisation: for themselves")
OTHER_ROLES = {"presidence": "chair", "president": "chair", "presidente": "chair",
               "copresidence": "co_chair", "cochair": "co_chair",
               "vicepresidence": "vice_chair", "vicechair": "vice_chair",
               "presidencesortante": "past_chair", "pastchair": "past_chair",
               "secretariat": "secretary", "secretaire": "secretary"}  # fmt: skip
OTHER_ANSWERS = {"yes": "yes", "y": "yes", "x": "yes", "1": "yes", "true": "yes", "oui": "yes",
                 "o": "yes", "vrai": "yes", "no": "no", "n": "no", "0": "no", "false": "no",
                 "non": "no", "faux": "no"}  # fmt: skip


class Codes:
    """Looks a word up once for all rows that say the same."""

    def __init__(self):
        self.known: dict[tuple, str | None] = {}

    def sector(self, text: str) -> str | None:
        return self._code(text, SECTOR_NAMES)

    def role(self, text: str) -> str | None:
        return self._code(text, SEAT_ROLE_NAMES) or OTHER_ROLES.get(_bare(text))

    def kind(self, text: str) -> str | None:
        return self._code(text, KIND_NAMES)

    def answer(self, text: str) -> bool | None:
        """True for yes, False for no, None for anything else."""
        code = self._code(text, YES_OR_NO) or OTHER_ANSWERS.get(_bare(text))
        return {"yes": True, "no": False}.get(code or "")

    def is_nobody(self, text: str) -> bool:
        """Whether it says that somebody sits for no organisation."""
        return self._code(text, {"nobody": NO_ORGANISATION}) is not None

    def _code(self, text: str, names: dict) -> str | None:
        """The code that is written here, by itself or by its name in any of our languages."""
        if (text, *names) not in self.known:
            called = {code: {folded(code), *_called(name)} for code, name in names.items()}
            wanted = (code for code, known in called.items() if folded(text) in known)
            self.known[text, *names] = next(wanted, None)
        return self.known[text, *names]


def _bare(text: str) -> str:
    return folded(text).replace("-", "").replace(" ", "")


def _called(name) -> set[str]:
    """A name in the language spoken, in those of the partnership's content and of the program."""
    called = {folded(str(name))}
    for tag in {*content_languages(), *i18n.whole_catalogues()}:
        with i18n.speaking(tag):
            called.add(folded(str(name)))
    return called
