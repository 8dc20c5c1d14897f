"""Count a ballot file (BLT) anew by the Scottish rules, with nothing but Python 3.9 or later.

    python3 recount.py ballots.blt [SEED]

SEED is published with the outcome, its SHA-256 before the ballot opened; it decides ties that no
earlier stage decides. Where somebody drew lots by hand, it says who was drawn, one lot after the
other, by number of the candidate: "drawn 3 1". Printed are the SHA-256 of the file, the quota, the
votes at the end of each stage, and who is elected.

Source: The Scottish Local Government Elections Order 2011 (SSI 2011/399), Schedule 1, rules 46-52.
Votes are counted in units of 1/100000, without rounding but where the rules cut off five decimals.

Places may be reserved, by lines at the end of the file: # reserved "youth": at least 1 of 2 4
Who is needed for a place is not excluded; for whom no place is left is excluded first.
"""

import hashlib
import re
import sys

ONE = 100000
PLACE = re.compile(r'# reserved ".+":(?: at least (\d+),?)?(?: at most (\d+))? of ([\d ]+)')


def read(text):
    """-> (names, seats, withdrawn, [(times, [candidate, ...]), ...], [(least, most, {...}), ...]):
    the last are the reserved places."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    places = [PLACE.fullmatch(line) for line in lines if line.startswith("# reserved ")]
    lines = [line for line in lines if not line.startswith("#")]
    candidates, seats = map(int, lines[0].split())
    withdrawn, ballots = set(), []
    end = lines.index("0")
    for line in lines[1:end]:
        numbers = [int(each) for each in line.split()]
        if numbers[0] < 0:
            withdrawn |= {-each for each in numbers}
        else:
            ballots.append((numbers[0], numbers[1:-1]))
    names = re.findall(r'"([^"]*)"', "\n".join(lines[end + 1 :]))
    reserved = [
        (int(place[1] or 0), int(place[2] or seats), set(map(int, place[3].split())))
        for place in places
    ]
    return names[:candidates], seats, withdrawn, ballots, reserved


def count(candidates, seats, withdrawn, ballots, seed, reserved=()):
    """-> (quota, elected, [{candidate: units}, ...], [(stage, tied, drawn), ...])"""
    continuing = {n for n in range(1, candidates + 1) if n not in withdrawn}
    votes = dict.fromkeys(sorted(continuing), 0)
    piles = {n: [] for n in votes}
    stages, elected, surpluses, lots = [], [], set(), []
    papers = [(times, [n for n in ranking if n in continuing]) for times, ranking in ballots]
    papers = [(times, ranking) for times, ranking in papers if ranking]
    quota = sum(times for times, _ in papers) // (seats + 1) + 1
    groups = [(least, most, members & continuing) for least, most, members in reserved]
    groups = [(min(least, len(members)), most, members) for least, most, members in groups]

    def can_be_met(chosen, left):
        """Whether those left can fill the other places, each group within its bounds."""
        least, most = 0, len(left - set().union(*(members for _, _, members in groups)))
        for fewest, greatest, members in groups:
            has = len(members & chosen)
            low, high = max(0, fewest - has), min(len(members & left), greatest - has)
            if low > high:
                return False
            least, most = least + low, most + high
        return least <= seats - len(chosen) <= most

    def verdict():
        """-> ({who is needed}, {for whom no place is left})"""
        chosen = set(elected)
        if not can_be_met(chosen, continuing):
            return set(), set()
        out = {n for n in continuing if not can_be_met(chosen | {n}, continuing - {n})}
        return {n for n in continuing if not can_be_met(chosen, continuing - {n})} - out, out

    def lay(times, ranking, value):
        for at, n in enumerate(ranking):
            if n in continuing:
                piles[n].append((times, ranking[at + 1 :], value))
                votes[n] += times * value
                return

    def end_stage():
        reached = [n for n in continuing if votes[n] >= quota * ONE]
        for n in sorted(reached, key=lambda n: (-votes[n], n)):
            if n in verdict()[1]:
                continue
            continuing.remove(n)
            elected.append(n)
            if votes[n] > quota * ONE:
                surpluses.add(n)
        stages.append(dict(votes))

    def one_of(among, extreme):
        tied = set(among)
        for known in [votes] + stages[::-1]:
            sought = extreme(known[n] for n in tied)
            tied = {n for n in tied if known[n] == sought}
            if len(tied) == 1:
                return tied.pop()
        number = len(lots) + 1

        def ticket(n):
            return hashlib.sha256(f"{seed}|{number}|{n}".encode()).hexdigest()

        by_hand = seed.split()[1:] if seed.startswith("drawn ") else []
        drawn = int(by_hand[number - 1]) if by_hand else min(sorted(tied), key=ticket)
        lots.append((len(stages) + 1, sorted(tied), drawn))
        return drawn

    for times, ranking in sorted(papers, key=lambda paper: paper[1]):
        lay(times, ranking, ONE)
    end_stage()
    while len(elected) < seats and len(continuing) > seats - len(elected):
        needed, out = verdict()
        if surpluses and not out:
            who = one_of(surpluses, max)
            surpluses.remove(who)
            total = votes[who]
            pile, piles[who], votes[who] = piles[who], [], quota * ONE
            for times, ranking, value in pile:
                lay(times, ranking, (total - quota * ONE) * value // total)
        else:
            who = one_of(out or continuing - needed or continuing, min)
            continuing.remove(who)
            pile, piles[who], votes[who] = piles[who], [], 0
            for times, ranking, value in pile:
                lay(times, ranking, value)
        end_stage()
    elected += sorted(continuing, key=lambda n: (-votes[n], n))[: seats - len(elected)]
    return quota, elected, stages, lots


def written(units):
    return f"{units // ONE}.{units % ONE:05}"


def main():
    with open(sys.argv[1], "rb") as file:
        content = file.read()
    names, seats, withdrawn, ballots, reserved = read(content.decode("utf-8"))
    seed = sys.argv[2] if len(sys.argv) > 2 else ""
    quota, elected, stages, lots = count(len(names), seats, withdrawn, ballots, seed, reserved)
    print("SHA-256 of the file:", hashlib.sha256(content).hexdigest())
    print("SHA-256 of the seed:", hashlib.sha256(seed.encode()).hexdigest())
    print("Quota:", quota)
    for least, most, members in reserved:
        among = ", ".join(names[n - 1] for n in sorted(members))
        print(f"Reserved: at least {least}, at most {most} of {among}")
    for number, votes in enumerate(stages, 1):
        print(f"\nStage {number}")
        for n, units in votes.items():
            print(f"{written(units):>16}  {names[n - 1]}")
    for stage, tied, drawn in lots:
        among = ", ".join(names[n - 1] for n in tied)
        print(f"\nStage {stage}: by lot among {among}: {names[drawn - 1]}")
    print("\nElected:", ", ".join(names[n - 1] for n in elected) or "nobody")


if __name__ == "__main__":
    main()
