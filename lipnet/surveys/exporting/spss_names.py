"""Names that SPSS takes: a letter first, at most 64 bytes, no word of its own, each once."""

from collections.abc import Iterable

LONGEST = 64  # bytes
RESERVED = frozenset(
    ("ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH")
)
ALSO = "_."


def spss_names(names: Iterable[str]) -> list[str]:
    taken: set[str] = set()
    found = []
    for each in names:
        name = _unlike(_valid(each), taken)
        taken.add(name.casefold())
        found.append(name)
    return found


def _valid(name: str) -> str:
    kept = "".join(each if each.isalnum() or each in ALSO else "_" for each in name)
    if not kept[:1].isalpha():
        kept = f"v{kept}"
    if kept.upper() in RESERVED:
        kept = f"v_{kept}"
    return _short(kept, LONGEST)


def _unlike(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{_short(name, LONGEST - len(str(number)) - 1)}_{number}"
    return found


def _short(name: str, most: int) -> str:
    """No name ends in a full stop, which would end the command."""
    return name.encode()[:most].decode(errors="ignore").rstrip("._") or "v"
