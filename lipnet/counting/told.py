"""A stage in plain English, for the command line; pages say the same in the reader's language."""

from lipnet.counting.ballots import Contest
from lipnet.counting.outcome import Lot, Outcome, Stage, decimal


def told_stage(contest: Contest, outcome: Outcome, stage: Stage) -> str:
    told = [*_tied(contest, stage), _moved(contest, outcome, stage)]
    return " ".join([*told, *_needed(outcome, stage), *_decided(contest, stage)])


def told_lot(contest: Contest, lot: Lot) -> str:
    names = _names(contest, lot.among)
    return f"Stage {lot.stage}: a lot was drawn among {names}: {contest.name(lot.drawn)}."


def _tied(contest: Contest, stage: Stage) -> list[str]:
    if not stage.tied:
        return []
    few = stage.what == "exclusion"
    tie = "Equally few votes" if few else "Equally large surpluses"
    who, most = contest.name(stage.who[0]), "fewest" if few else "most"
    decided = f"{who} had the {most} at stage {stage.since}" if stage.since else "a lot decided"
    return [f"{tie}: {_names(contest, stage.tied)}; {decided}."]


def _moved(contest: Contest, outcome: Outcome, stage: Stage) -> str:
    match stage.what:
        case "first" if not stage.quota:
            return f"First preferences; the quota is {outcome.quota}."
        case "first":
            return "First preferences."
        case "surplus":
            passed = sum(stage.moved.values())
            who = contest.name(stage.who[0])
            return f"{decimal(passed, outcome.places)} votes of {who} above the quota pass on."
        case "exclusion":
            return _excluded(contest, stage)
        case "round":
            return "What the elected do not need has passed on."
    return "All votes are added up."


def _excluded(contest: Contest, stage: Stage) -> str:
    who = contest.name(stage.who[0])
    groups = ", ".join(stage.groups) or "others"
    passed = "The votes pass on." if stage.moved else "No votes pass on."
    if stage.reason == "full":
        return f"{who} is excluded: {groups} has all places it may have. {passed}"
    if stage.reason == "needed":
        return f"{who} is excluded: all places left are reserved for {groups}. {passed}"
    if stage.reason == "guarded":
        return (
            f"{who} is excluded: those with fewer votes are needed for the places reserved for "
            f"{groups}. {passed}"
        )
    if stage.tied:
        return f"{who} is excluded. {passed}"
    return f"{who} has the fewest votes and is excluded. {passed}"


def _needed(outcome: Outcome, stage: Stage) -> list[str]:
    return [f"The quota is {decimal(stage.quota, outcome.places)}."] if stage.quota else []


def _decided(contest: Contest, stage: Stage) -> list[str]:
    reached = stage.elected[: len(stage.elected) - len(stage.filling)]
    told = [f"Elected: {_names(contest, reached)}."] if reached else []
    if stage.filling:
        told.append(f"As many are left as places; elected: {_names(contest, stage.filling)}.")
    return told


def _names(contest: Contest, numbers: tuple[int, ...]) -> str:
    return ", ".join(contest.name(number) for number in numbers)
