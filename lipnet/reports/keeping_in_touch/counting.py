"""How many get the letter in which language, as the coordinator may know it."""

from collections import Counter

from lipnet import languages
from lipnet.reports.keeping_in_touch import sealing
from lipnet.reports.keeping_in_touch.models import KeptAddress


def counted(least: int) -> tuple[int, list[tuple[languages.Language, int]], bool]:
    """(all, [(language, how many)], whether languages of fewer than `least` are left out).

    The total is told only where the rest it leaves is of `least` people or none.
    """
    tags = Counter(sealing.opened(row.sealed)[1] for row in KeptAddress.standing())
    shown = [(languages.get(tag), count) for tag, count in tags.items() if count >= least]
    rest = tags.total() - sum(count for _, count in shown)
    shown.sort(key=lambda row: (-row[1], languages.sort_key(row[0].endonym)))
    if 0 < rest < least and shown:
        rest += shown.pop()[1]  # else the total would tell it
    return tags.total(), shown, rest > 0
