"""Count every contest below a folder and compare: python tools/corpus_ballots.py PATH

PATH/scot2017/*.blt by the Scottish rule, each beside PATH/scot2017_official/*.json (winners, quota,
number of stages, every total of every stage, who is elected or excluded at which).
PATH/node-tsc/*.json: for and against as a slate; ratings by Condorcet's rule. Ends with 1 only if a
count made the program fail.
"""

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from lipnet.counting import ONE, Contest, Outcome, counted, read_blt, scottish, seeded, simple
from lipnet.counting.condorcet import winners

COMPARED = ("winners", "quota", "stages", "totals", "elected at", "excluded at")
HALF_A_CENT = 0.005 + 1e-9  # some official tables are rounded to two decimals


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    path = parser.parse_args().path
    try:
        wards(path)
        committee(path / "node-tsc")
    except Exception:
        traceback.print_exc()
        return 1
    return 0


def wards(path: Path) -> None:
    found: Counter[str] = Counter()
    begun = time.perf_counter()
    for file in sorted((path / "scot2017").glob("*.blt")):
        contest = read_blt(file.read_bytes())
        outcome = scottish.count(contest, seeded(file.stem))
        official = json.loads((path / "scot2017_official" / f"{file.stem}.json").read_text("utf-8"))
        for what, same in compared(outcome, official).items():
            found[what] += same
            if not same:
                print(f"  {file.stem}: other {what}")
        found["wards"] += 1
        found["lots"] += len(outcome.lots)
    told = ", ".join(f"{what} {found[what]}" for what in COMPARED)
    seconds = time.perf_counter() - begun
    print(f"{found['wards']} wards in {seconds:.2f} s: as official {told}; lots {found['lots']}")


def compared(outcome: Outcome, official: dict) -> dict[str, bool]:
    totals = [
        abs(outcome.stages[int(stage) - 1].votes[int(number)] / ONE - votes) <= HALF_A_CENT
        for stage, table in official["stage_totals"].items()
        if int(stage) <= len(outcome.stages)
        for number, votes in table.items()
    ]
    return {
        "winners": sorted(outcome.elected) == sorted(official["winners"]),
        "quota": outcome.quota == official["quota"],
        "stages": len(outcome.stages) == official["stages"],
        "totals": all(totals),
        "elected at": _elected_at(outcome) == official["elected_at_stage"],
        "excluded at": _excluded_at(outcome) == official["excluded_at_stage"],
    }


def _elected_at(outcome: Outcome) -> dict[str, int]:
    return {str(who): stage.number for stage in outcome.stages for who in stage.elected}


def _excluded_at(outcome: Outcome) -> dict[str, int]:
    """The official tables name the stage at whose end it was due; her votes pass on at the next."""
    return {str(who): stage.number - 1 for stage in outcome.stages for who in stage.excluded}


def committee(folder: Path) -> None:
    for file in sorted(folder.glob("*.json")):
        vote = json.loads(file.read_text("utf-8"))
        kind, ours, theirs = slate(vote) if is_slate(vote) else rated(vote)
        same = "as stated" if ours == theirs else f"stated: {theirs}"
        print(f"  {file.stem}: {len(vote['votes'])} votes, {kind}: {', '.join(ours)} ({same})")


def is_slate(vote: dict) -> bool:
    return all(isinstance(each, int) for each in vote["votes"].values())


def slate(vote: dict) -> tuple[str, list[str], list[str]]:
    """1 is for, -1 against, 0 an abstention."""
    choices = {1: (simple.YES,), -1: (simple.NO,), 0: (simple.ABSTAIN,)}
    ballots = counted(choices[each] for each in vote["votes"].values())
    outcome = simple.slate(Contest(("Yes", "No", "Abstain"), 1, ballots), seeded(""))
    return "slate", ["Yes" if outcome.elected else "No"], [vote["outcome"]]


def rated(vote: dict) -> tuple[str, list[str], list[str]]:
    """The higher a number, the more the option is wanted; equal numbers are equal ranks."""
    options = sorted({option for each in vote["votes"].values() for option in each})
    numbers = range(1, len(options) + 1)
    ratings = [
        {number: each[option] for number, option in enumerate(options, 1) if option in each}
        for each in vote["votes"].values()
    ]
    found = [options[number - 1] for number in winners(ratings, numbers)]
    return "Condorcet", sorted(found), sorted(vote["outcome"]["winner(s)"])


if __name__ == "__main__":
    sys.exit(main())
