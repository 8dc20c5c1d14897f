"""What a reading of minutes proposes; nothing of it is true until a person says so."""

from dataclasses import dataclass, field

STATUSES = ("present", "regrets", "absent", "guest", "staff", "represented")
RESULTS = ("carried", "consensus", "defeated", "tabled", "withdrawn")
KINDS = ("motion", "resolution", "decision", "approval")


@dataclass(frozen=True)
class Attendee:
    """Somebody the minutes name as there or not there; stands_for is whose alternate she was."""

    name: str
    status: str
    stands_for: str = ""


@dataclass(frozen=True)
class Action:
    """A task. due is an ISO date, or the words of the minutes ("next meeting"), or ""."""

    start: int
    end: int
    text: str
    owners: tuple[str, ...] = ()
    due: str = ""
    done: bool = False


@dataclass(frozen=True)
class Decision:
    """A motion or decision; outcome is one of RESULTS, or "" where the minutes do not tell."""

    start: int
    end: int
    text: str
    kind: str
    mover: str = ""
    seconder: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Proposals:
    """Everything found in one text; start and end are places in it, counted in characters."""

    language: str
    date: str = ""
    body: str = ""
    attendees: tuple[Attendee, ...] = field(default=())
    actions: tuple[Action, ...] = field(default=())
    decisions: tuple[Decision, ...] = field(default=())
