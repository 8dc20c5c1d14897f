"""Rules that add up once: approval, block plurality, a yes/no/abstain slate, acclamation.

RONR is Robert's Rules of Order Newly Revised, 12th edition, 2020, by section and paragraph.
"""

from lipnet.counting.ballots import Contest
from lipnet.counting.lots import Draw
from lipnet.counting.outcome import ONE, Lot, Outcome, Stage

YES, NO, ABSTAIN = 1, 2, 3  # the candidates of a slate's contest


def approval(contest: Contest, draw: Draw) -> Outcome:
    """Each ballot supports everybody it names, in whatever order; the most supported win.

    Source: S. J. Brams, P. C. Fishburn, "Approval Voting", American Political Science Review 72(3),
    1978, pages 831-847. The article fills one place; several are filled from the top of the same
    list.
    """
    support = dict.fromkeys(contest.standing, 0)
    for ranking, cast in contest.valid().items():
        for number in ranking:
            support[number] += cast
    return _most(contest, "approval", support, draw)


def plurality(contest: Contest, draw: Draw) -> Outcome:
    """Each ballot gives one vote to each of the first `seats` it names: as many crosses as seats.

    Source: RONR 45 and 46 (several offices of one kind filled by one ballot), decided by plurality
    as RONR 44:11 allows where a rule says so.
    """
    votes = dict.fromkeys(contest.standing, 0)
    for ranking, cast in contest.valid().items():
        for number in ranking[: contest.seats]:
            votes[number] += cast
    return _most(contest, "plurality", votes, draw)


def slate(contest: Contest, draw: Draw) -> Outcome:
    """Candidates are Yes, No and Abstain, and each ballot names one; elected is Yes or nobody.

    Source: RONR 44:1 (more votes for than against; blanks and abstentions are not counted).

    Raises ValueError where these are not the candidates.
    """
    if contest.standing != [YES, NO, ABSTAIN]:
        raise ValueError("the candidates of a slate's contest are Yes, No and Abstain")
    votes = dict.fromkeys(contest.standing, 0)
    for ranking, cast in contest.valid().items():
        votes[ranking[0]] += cast
    carried = (YES,) if votes[YES] > votes[NO] else ()
    return _told(contest, "slate", votes, carried, ())


def acclamation(contest: Contest, draw: Draw) -> Outcome:
    """Everybody who stands is elected, where there are no more of them than seats.

    Source: RONR 46:40 (unanimous consent, called acclamation).

    Raises ValueError where there are more.
    """
    if len(contest.standing) > contest.seats:
        raise ValueError("more stand than there are seats")
    votes = dict.fromkeys(contest.standing, 0)
    return _told(contest, "acclamation", votes, tuple(contest.standing), ())


def _most(contest: Contest, rule: str, votes: dict[int, int], draw: Draw) -> Outcome:
    """Those with most votes; who just fits among equals is drawn, one after the other."""
    order = sorted(votes, key=lambda number: (-votes[number], number))
    if len(order) <= contest.seats:
        return _told(contest, rule, votes, tuple(order), ())
    last = order[contest.seats - 1]
    sure = [number for number in order if votes[number] > votes[last]]
    tied = [number for number in order if votes[number] == votes[last]]
    lots: list[Lot] = []
    while len(tied) > contest.seats - len(sure) > 0:
        drawn = draw(tied, len(lots) + 1)
        lots.append(Lot(1, tuple(tied), drawn))
        sure.append(drawn)
        tied.remove(drawn)
    sure += tied[: contest.seats - len(sure)]
    return _told(contest, rule, votes, tuple(sure), tuple(lots))


def _told(
    contest: Contest,
    rule: str,
    votes: dict[int, int],
    elected: tuple[int, ...],
    lots: tuple[Lot, ...],
) -> Outcome:
    units = {number: cast * ONE for number, cast in votes.items()}
    stage = Stage(1, "count", units, elected=elected)
    valid = sum(contest.valid().values())
    return Outcome(rule, 0, valid, elected, (stage,), lots)
