"""The whole trail of one record, narrowed to one way or one kind."""

from dataclasses import dataclass

from lipnet.trail.walking import Stop

WAYS = ("both", "back", "ahead")


@dataclass(frozen=True)
class Narrowed:
    """What is shown, and how many there are of each kind the chosen way before the kind is."""

    way: str
    only: str
    behind: list[Stop]
    ahead: list[Stop]
    kinds: list[tuple[str, str, int]]


def narrowed(behind: list[Stop], ahead: list[Stop], way: str, only: str) -> Narrowed:
    way = way if way in WAYS else "both"
    behind, ahead = (behind if way != "ahead" else []), (ahead if way != "back" else [])
    kinds: dict[str, tuple[str, int]] = {}
    for stop in (*behind, *ahead):
        label, count = kinds.get(stop.ref.kind, (str(stop.kind), 0))
        kinds[stop.ref.kind] = (label, count + 1)
    only = only if only in kinds else ""
    return Narrowed(
        way,
        only,
        [stop for stop in behind if only in ("", stop.ref.kind)],
        [stop for stop in ahead if only in ("", stop.ref.kind)],
        [(name, label, count) for name, (label, count) in kinds.items()],
    )
