"""A stage in plain English, for the command line; pages say the same in the reader's language."""

from lipnet.counting.ballots import Contest
from lipnet.counting.outcome import Lot, Outcome, Stage, decimal


def told_stage(contest: Contest, outcome: Outcome, stage: Stage) -> str:
    return " ".join([_moved(contest, outcome, stage), *_decided(contest, outcome, stage)])


def told_lot(contest: Contest, lot: Lot) -> str:
    names = _names(contest, lot.among)
    return f"A lot was drawn among {names}: {contest.name(lot.drawn)}."


def _moved(contest: Contest, outcome: Outcome, stage: Stage) -> str:
    match stage.what:
        case "first":
            return f"First preferences; the quota is {outcome.quota}."
        case "surplus":
            passed = sum(stage.moved.values())
            who = contest.name(stage.who[0])
            return f"{decimal(passed, outcome.places)} votes of {who} above the quota pass on."
        case "exclusion":
            return _excluded(contest, stage)
        case "round":
            return "What the elected do not need has passed on."
        case "filling":
            return "As many are left as there are places."
    return "All votes are added up."


def _excluded(contest: Contest, stage: Stage) -> str:
    who = contest.name(stage.who[0])
    groups = ", ".join(stage.groups) or "others"
    if stage.reason == "full":
        return f"{who} is excluded: {groups} has all places it may have. The votes pass on."
    if stage.reason == "needed":
        return f"{who} is excluded: all places left are reserved for {groups}. The votes pass on."
    if stage.reason == "guarded":
        return (
            f"{who} is excluded: those with fewer votes are needed for the places reserved for "
            f"{groups}. The votes pass on."
        )
    return f"{who} has the fewest votes and is excluded; the votes pass on."


def _decided(contest: Contest, outcome: Outcome, stage: Stage) -> list[str]:
    if not stage.elected:
        return []
    return [f"Elected: {_names(contest, stage.elected)}."]


def _names(contest: Contest, numbers: tuple[int, ...]) -> str:
    return ", ".join(contest.name(number) for number in numbers)
