"""What a new plan opens with, and what an action takes along from plan to plan."""

from collections.abc import Callable

_openings: list[Callable] = []
_companions: list[Callable] = []


def opens_with(verb: Callable) -> None:
    """Register verb(plan, by=), an operation that every new plan begins with."""
    if verb not in _openings:
        _openings.append(verb)


def open_with_all(plan, by) -> None:
    """Part of the operation that starts a plan."""
    for verb in _openings:
        verb(plan, by=by)


def goes_along(bring: Callable) -> None:
    """Register bring(earlier, later): what an action takes with it into another year's plan."""
    if bring not in _companions:
        _companions.append(bring)


def bring_all_along(earlier, later) -> None:
    """Part of the operation that puts the later one into its plan."""
    for bring in _companions:
        bring(earlier, later)
