"""Count a ballot file (BLT) anew, with nothing but Python 3.9 or later.

    python3 recount.py ballots.blt [SEED [RULE]]

RULE is scottish (if you say nothing), meek, approval, plurality or slate. SEED is published with
the outcome, its SHA-256 before the ballot opened; it decides ties that no earlier stage decides.
Where somebody drew lots by hand, it says who was drawn, one lot after the other, by number of the
candidate: "drawn 3 1". Printed are the SHA-256 of the file, the quota, the votes at the end of each
stage, and who is elected.

Sources:
scottish   The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules
           45-52. Votes are counted in units of 1/100000, cut off where the rules cut them off.
meek       The Reference Meek Rule of the Proportional Representation Foundation (prfound.org),
           after Algorithm 123 (The Computer Journal 30(3), 1987). In units of 1/1000000000.
approval   Everybody named on a ballot gets one vote; those with most are elected.
plurality  The same, but only as many of a ballot count as there are seats.
slate      1 is yes, 2 no, 3 an abstention: carried by more yes than no.

Places may be reserved, by lines at the end of the file: # reserved "youth": at least 1 of 2 4
Who is needed for a place is not excluded; for whom no place is left is excluded first.
"""

import hashlib
import re
import sys

PLACE = re.compile(r'# reserved ".+":(?: at least (\d+),?)?(?: at most (\d+))? of ([\d ]+)')
RULES = ("scottish", "meek", "approval", "plurality", "slate")
FINEST = {"scottish": 5, "meek": 9}  # decimals of a vote


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


def count(candidates, seats, withdrawn, ballots, seed, reserved=(), rule="scottish"):
    """-> (quota, elected, [{candidate: units}, ...], [(stage, tied, drawn), ...])"""
    standing = [n for n in range(1, candidates + 1) if n not in withdrawn]
    papers = [(times, [n for n in ranking if n in standing]) for times, ranking in ballots]
    papers = sorted(((t, ranking) for t, ranking in papers if ranking), key=lambda p: p[1])
    if rule == "scottish":
        return scottish(standing, seats, papers, seed, Places(reserved, standing, seats))
    if rule == "meek":
        return meek(standing, seats, papers, seed)
    return adding_up(standing, seats, papers, seed, rule)


class Places:
    """The reserved places, eased before the count where those who stand cannot keep them."""

    def __init__(self, reserved, standing, seats):
        here = set(standing)
        self.seats = seats
        self.groups = [(least, most, members & here) for least, most, members in reserved]
        self.groups = [(min(least, len(who)), most, who) for least, most, who in self.groups]
        filled = min(seats, len(here))
        for _ in range(filled):
            if self.can_be_met(set(), here, filled):
                break
            self.groups = [
                (least, most if most == seats else most + 1, who)
                for least, most, who in self.groups
            ]

    def can_be_met(self, chosen, left, seats=None):
        """Whether those left can fill the other places, each group within its bounds."""
        least, most = 0, len(left - set().union(*(who for _, _, who in self.groups)))
        for fewest, greatest, who in self.groups:
            has = len(who & chosen)
            low, high = max(0, fewest - has), min(len(who & left), greatest - has)
            if low > high:
                return False
            least, most = least + low, most + high
        return least <= (seats or self.seats) - len(chosen) <= most

    def verdict(self, elected, continuing):
        """-> ({who is needed}, {for whom no place is left})"""
        chosen = set(elected)
        if not self.groups or not self.can_be_met(chosen, continuing):
            return set(), set()
        out = {n for n in continuing if not self.can_be_met(chosen | {n}, continuing - {n})}
        needed = {n for n in continuing if not self.can_be_met(chosen, continuing - {n})}
        return needed - out, out

    def have_room(self, tied, elected, continuing):
        chosen = set(elected)
        if not self.can_be_met(chosen, continuing):
            return True
        return self.can_be_met(chosen | tied, continuing - tied)


def lot(seed, tied, stage, lots):
    number = len(lots) + 1

    def ticket(n):
        return hashlib.sha256(f"{seed}|{number}|{n}".encode()).hexdigest()

    said = seed.split()
    if said[:1] == ["drawn"]:
        by_hand = [int(each) for each in said[1:]]
        if number > len(by_hand) or by_hand[number - 1] not in tied:
            sys.exit(f"Lot {number} is among {sorted(tied)}: who was drawn?")
        drawn = by_hand[number - 1]
    else:
        drawn = min(sorted(tied), key=ticket)
    lots.append((stage, sorted(tied), drawn))
    return drawn


def scottish(standing, seats, papers, seed, places):
    one = 10**5
    continuing = set(standing)
    votes = dict.fromkeys(standing, 0)
    piles = {n: [] for n in votes}
    stages, elected, surpluses, lots = [], [], set(), []
    quota = sum(times for times, _ in papers) // (seats + 1) + 1

    def lay(times, ranking, value):
        for at, n in enumerate(ranking):
            if n in continuing:
                piles[n].append((times, ranking[at + 1 :], value))
                votes[n] += times * value
                return

    def end_stage():
        while True:
            out = places.verdict(elected, continuing)[1]
            reached = [n for n in continuing if votes[n] >= quota * one and n not in out]
            if not reached:
                break
            tied = {n for n in reached if votes[n] == max(votes[n] for n in reached)}
            room = len(tied) == 1 or places.have_room(tied, elected, continuing)
            n = min(tied) if room else one_of(tied, max)
            continuing.remove(n)
            elected.append(n)
            if votes[n] > quota * one:
                surpluses.add(n)
        stages.append(dict(votes))

    def one_of(among, extreme):
        tied = set(among)
        for known in [votes] + stages[::-1]:
            sought = extreme(known[n] for n in tied)
            tied = {n for n in tied if known[n] == sought}
            if len(tied) == 1:
                return tied.pop()
        return lot(seed, tied, len(stages) + 1, lots)

    for times, ranking in papers:
        lay(times, ranking, one)
    end_stage()
    while len(elected) < seats and len(continuing) > seats - len(elected):
        needed, out = places.verdict(elected, continuing)
        if surpluses and not out:
            who = one_of(surpluses, max)
            surpluses.remove(who)
            total = votes[who]
            pile, piles[who], votes[who] = piles[who], [], quota * one
            for times, ranking, value in pile:
                lay(times, ranking, (total - quota * one) * value // total)
        else:
            who = one_of(out or continuing - needed or continuing, min)
            continuing.remove(who)
            pile, piles[who], votes[who] = piles[who], [], 0
            for times, ranking, value in pile:
                lay(times, ranking, value)
        end_stage()
    elected += sorted(continuing, key=lambda n: (-votes[n], n))[: seats - len(elected)]
    return quota, elected, stages, lots


def meek(standing, seats, papers, seed):
    unit, omega = 10**9, 10**3
    hopeful, keep = set(standing), dict.fromkeys(standing, unit)
    elected, stages, lots = [], [], []

    def up(one, other):
        return -(-one // other)

    def distributed():
        votes = dict.fromkeys(standing, 0)
        for times, ranking in papers:
            weight = unit
            for n in ranking:
                share = up(weight * keep[n], unit)
                votes[n] += share * times
                weight -= share
        return votes, sum(votes.values()) // (seats + 1) + 1

    def lowest(votes, surplus):
        tied, slack = set(hopeful), surplus
        for known in [votes] + stages[::-1]:
            fewest = min(known[n] for n in tied)
            tied, slack = {n for n in tied if known[n] <= fewest + slack}, omega
            if len(tied) == 1:
                return tied.pop()
        return lot(seed, tied, len(stages) + 1, lots)

    votes, quota = distributed()
    stages.append(votes)
    while len(elected) < seats < len(elected) + len(hopeful):
        before, adjusted = None, False
        while True:
            votes, quota = distributed()
            newly = sorted((n for n in hopeful if votes[n] >= quota), key=lambda n: (-votes[n], n))
            elected += newly
            hopeful -= set(newly)
            surplus = max(0, sum(votes[n] - quota for n in elected))
            if newly or surplus < omega or (before is not None and surplus >= before):
                break
            before, adjusted = surplus, True
            for n in elected:
                keep[n] = up(up(keep[n] * quota, unit) * unit, votes[n])
        if adjusted:
            stages.append(votes)
        if not newly:
            out = lowest(votes, surplus)
            hopeful.remove(out)
            keep[out] = 0
            votes, quota = distributed()
            stages.append(votes)
    elected += sorted(hopeful, key=lambda n: (-votes[n], n))[: seats - len(elected)]
    return 0, elected, stages, lots


def adding_up(standing, seats, papers, seed, rule):
    votes, lots = dict.fromkeys(standing, 0), []
    for times, ranking in papers:
        for n in ranking[:seats] if rule == "plurality" else ranking:
            votes[n] += times
    if rule == "slate":
        return 0, [1] if votes[1] > votes[2] else [], [votes], lots
    elected = sorted(votes, key=lambda n: (-votes[n], n))
    if len(elected) > seats:
        last = votes[elected[seats - 1]]
        tied = {n for n in votes if votes[n] == last}
        elected = [n for n in elected if votes[n] > last]
        while len(tied) > seats - len(elected) > 0:
            elected.append(lot(seed, tied, 1, lots))
            tied.remove(elected[-1])
        elected += sorted(tied)[: seats - len(elected)]
    return 0, elected, [votes], lots


def written(units, decimals):
    return f"{units // 10**decimals}.{units % 10**decimals:0{decimals}}" if decimals else str(units)


def main():
    if not 2 <= len(sys.argv) <= 4 or sys.argv[3:] and sys.argv[3] not in RULES:
        sys.exit("python3 recount.py ballots.blt [SEED [" + " | ".join(RULES) + "]]")
    with open(sys.argv[1], "rb") as file:
        content = file.read()
    names, seats, withdrawn, ballots, reserved = read(content.decode("utf-8"))
    seed = sys.argv[2] if len(sys.argv) > 2 else ""
    rule = sys.argv[3] if len(sys.argv) > 3 else "scottish"
    print("SHA-256 of the file:", hashlib.sha256(content).hexdigest())
    print("SHA-256 of the seed:", hashlib.sha256(seed.encode()).hexdigest())
    print("Rule:", rule)
    if not any(set(ranking) - withdrawn for _, ranking in ballots):
        print("\nNo ballot names anybody who stands.\n\nElected: nobody")
        return
    told = count(len(names), seats, withdrawn, ballots, seed, reserved, rule)
    tell(names, reserved, FINEST.get(rule, 0), *told)


def tell(names, reserved, decimals, quota, elected, stages, lots):
    if quota:
        print("Quota:", quota)
    for least, most, members in reserved:
        among = ", ".join(names[n - 1] for n in sorted(members))
        print(f"Reserved: at least {least}, at most {most} of {among}")
    for number, votes in enumerate(stages, 1):
        print(f"\nStage {number}")
        for n, units in votes.items():
            print(f"{written(units, decimals):>16}  {names[n - 1]}")
    for stage, tied, drawn in lots:
        among = ", ".join(names[n - 1] for n in tied)
        print(f"\nStage {stage}: by lot among {among}: {names[drawn - 1]}")
    print("\nElected:", ", ".join(names[n - 1] for n in elected) or "nobody")


if __name__ == "__main__":
    main()
