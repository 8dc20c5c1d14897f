"""What is written on a ballot, checked against the rule, and as it is kept: "3 1 2"."""

from collections.abc import Mapping

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.counting import Ranking
from lipnet.nominations.ballots.models import Ballot

SLATE_WORDS = (lazy("Yes"), lazy("No"), lazy("Abstain"))
TWICE = lazy("Two candidates have the same rank. Give each rank only once.")
ONE_ANSWER = lazy("Choose yes, no or abstain.")
NOT_THIS = lazy("This is not a vote of this ballot. Please vote again on the form.")


def ranked(ballot: Ballot, given: Mapping[int, str]) -> Ranking:
    """{candidate: rank as chosen} -> the ranking. Raises Refusal with what to mend."""
    by_rank: dict[int, int] = {}
    for number, text in given.items():
        if not text:
            continue
        rank = int(text) if _is_number(text) else 0
        if not 1 <= rank <= len(ballot.options):
            raise Refusal(NOT_THIS)
        if rank in by_rank:
            raise Refusal(TWICE)
        by_rank[rank] = number
    for rank in range(1, len(by_rank) + 1):
        if rank not in by_rank:
            raise Refusal(lazy("Rank %(rank)s is missing: use the ranks in a row, from 1 on.",
                               rank=rank))  # fmt: skip
    return checked(ballot, tuple(by_rank[rank] for rank in sorted(by_rank)))


def checked(ballot: Ballot, ranking: Ranking, *, on_paper: bool = False) -> Ranking:
    """`ranking` if the rule of the ballot allows it; blank is allowed, but for a slate: whoever is
    on the form can abstain. A paper can be blank in any case, and it has to be counted."""
    if len(set(ranking)) < len(ranking):
        raise Refusal(NOT_THIS)
    if not set(ranking) <= set(range(1, len(ballot.options) + 1)):
        raise Refusal(NOT_THIS)
    if ballot.rule == "plurality" and len(ranking) > ballot.seats:
        raise Refusal(
            lazy("You ticked more candidates than there are seats (%(seats)s).", seats=ballot.seats)
        )
    may_be_blank = on_paper and not ranking
    if ballot.rule == "slate" and len(ranking) != 1 and not may_be_blank:
        raise Refusal(ONE_ANSWER)
    return ranking if ballot.is_ranked else tuple(sorted(ranking))


def written(ranking: Ranking) -> str:
    return " ".join(map(str, ranking))


def read(text: str) -> Ranking:
    """Raises Refusal where `text` is no ranking."""
    words = text.split()
    if not all(_is_number(word) for word in words):
        raise Refusal(NOT_THIS)
    return tuple(map(int, words))


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) < 5
