"""Everything the demo has made so far, by short names."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lipnet.core import clock
from lipnet.demo.dates import Days, at_time


@dataclass
class Scene:
    """The days it plays on, and its records: `people["noor"]`, `findings["homes"]` ..."""

    days: Days
    made_at: datetime
    organisations: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)
    bodies: dict[str, Any] = field(default_factory=dict)
    seats: dict[str, Any] = field(default_factory=dict)
    surveys: dict[str, Any] = field(default_factory=dict)
    themes: dict[str, Any] = field(default_factory=dict)
    findings: dict[str, Any] = field(default_factory=dict)
    meetings: dict[str, Any] = field(default_factory=dict)
    decisions: dict[str, Any] = field(default_factory=dict)
    items: dict[str, Any] = field(default_factory=dict)
    motions: dict[str, Any] = field(default_factory=dict)
    priorities: dict[str, Any] = field(default_factory=dict)
    plans: dict[str, Any] = field(default_factory=dict)
    actions: dict[str, Any] = field(default_factory=dict)
    outcomes: dict[str, Any] = field(default_factory=dict)
    indicators: dict[str, Any] = field(default_factory=dict)
    strategy: Any = None
    terms: Any = None
    departing: Any = None
    acclaimed: list[Any] = field(default_factory=list)
    to_adopt: Any = None
    report: Any = None
    calls: dict[str, Any] = field(default_factory=dict)

    @property
    def noor(self):
        """The coordinator, who writes most things down."""
        return self.people["noor"]

    def on(self, day, hour: int = 10):
        """Inside the block it is that day; never later than the moment the demo is made."""
        return clock.at(min(at_time(day, hour), self.made_at))

    def reason(self, name: str):
        """The decision, the action item or, where there is neither, the finding of that name."""
        return self.decisions.get(name) or self.items.get(name) or self.findings[name]

    def chair_of(self, body):
        """Who chairs a working group; None for every other body."""
        chairs = {"homes": "delphine", "work": "renata", "belonging": "josephine"}
        keys = [key for key, row in self.bodies.items() if body is not None and row == body]
        return self.people.get(chairs.get(keys[0], "")) if keys else None
