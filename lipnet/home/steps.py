"""The five steps as a live checklist: each asks its own package whether it is done."""

from dataclasses import dataclass
from typing import Any

from lipnet.core import web
from lipnet.home.guide import GUIDES, Guide

FIVE = ("council", "terms", "strategy", "plan", "report")
BESIDE = ("groups", "coordinator", "holder")


@dataclass(frozen=True)
class Standing:
    """Where one step stands: done, now (the first one not done), or later."""

    guide: Guide
    state: str
    endpoint: str | None

    @property
    def key(self) -> str:
        return self.guide.key

    @property
    def title(self) -> Any:
        return self.guide.title


def five_steps() -> list[Standing]:
    """The five steps in order; the first that is not done is the one to do now."""
    return _standings(FIVE)


def beside_them() -> list[Standing]:
    """What goes along with the five steps, in no order."""
    return [
        Standing(s.guide, "done" if s.state == "done" else "now", s.endpoint)
        for s in _standings(BESIDE)
    ]


def is_seated() -> bool:
    """A partnership whose council sits sees what waits rather than where to start."""
    return five_steps()[0].state == "done" and five_steps()[1].state == "done"


def _standings(keys: tuple[str, ...]) -> list[Standing]:
    known = {step.key: step for step in web.steps()}
    standings, waiting = [], False
    for key in keys:
        step = known.get(key)
        done = step is not None and step.done()
        state = "done" if done else ("later" if waiting else "now")
        waiting = waiting or not done
        standings.append(Standing(GUIDES[key], state, step.endpoint if step else None))
    return standings
