"""Who is meant by a name at this sitting, and what is doubtful about it."""

from collections.abc import Callable, Set

from lipnet.shorthand.lines import Line
from lipnet.shorthand.records import Member, Sitting, Who
from lipnet.shorthand.roster import Match, match

Find = Callable[..., None]  # (line, code, column, candidates, **particulars)


class Naming:
    """Knows who is there by now; each name is looked up once."""

    def __init__(self, sitting: Sitting, find: Find):
        self.sitting, self.find = sitting, find
        self.present = None if sitting.present is None else set(sitting.present)
        self.met: dict[str, Match] = {}

    def came_in(self, who: Who) -> None:
        if self.present is not None:
            self.present.add(who.key)

    def mover(self, line: Line, written: str, column: int) -> Who | None:
        """Somebody who is there, before anybody else of that name."""
        if not written:
            return None
        if self.present is None:
            return self.who(line, written, column)
        if member := match(written, self._among(self.present)).member:
            return Who(written, member.key, member.name)
        who = self.who(line, written, column)
        if who.key:
            self.find(line, "not_present", column, name=who.name)
        return who

    def who(self, line: Line, written: str, column: int, may_be_unknown: bool = False) -> Who:
        met = self._meant(written)
        if met.member:
            return Who(written, met.member.key, met.member.name)
        names = tuple(member.name for member in met.candidates)
        if met.several:
            self.find(line, "ambiguous_name", column, names, name=written)
        elif written and not may_be_unknown:
            self.find(line, "unknown_name", column, names, name=written)
        return Who(written)

    def _meant(self, written: str) -> Match:
        """Whoever is near before all others."""
        if written not in self.met:
            near = match(written, self._among(self.sitting.near))
            found = near.member or near.several
            self.met[written] = near if found else match(written, self.sitting.people)
        return self.met[written]

    def _among(self, keys: Set[str]) -> tuple[Member, ...]:
        return tuple(member for member in self.sitting.people if member.key in keys)
