"""What the levels of a strategy are called: one function for every page that names one."""

from typing import NamedTuple

from lipnet.core.multilingual import plain
from lipnet.plans.strategies.models import LEVEL_NAMES, LevelName


class Level(NamedTuple):
    """The word, and whether it is the partnership's own: then no sentence of ours declines it."""

    word: str
    is_own: bool

    def __str__(self) -> str:
        return self.word


def level_called(level: str) -> str:
    """The partnership's word for "pillar" or "priority", or the usual one."""
    return levels_called()[level].word


def levels_called() -> dict[str, Level]:
    own = {row.level: plain(row.name) for row in LevelName.select()}
    return {
        level: Level(own.get(level) or str(usual), bool(own.get(level)))
        for level, usual in LEVEL_NAMES.items()
    }
