"""How a count went, in the reader's words: stage by stage, with the figures beside them."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.counting import Contest, Lot, Outcome, Stage
from lipnet.nominations.ballots import outcomes
from lipnet.nominations.ballots.models import Ballot, BallotCount


@dataclass(frozen=True)
class Line:
    """A candidate through all stages: votes as written, and what to draw of each stage (all of
    it in percent of the picture's width): where it begins, what she had, what came."""

    name: str
    votes: list[str]
    drawn: list[tuple[float, float, float]]
    is_elected: bool


@dataclass(frozen=True)
class Told:
    count: BallotCount
    elected: list[str]
    quota: int
    sentences: list[str]
    lines: list[Line]
    not_passed_on: list[str]
    lots: list[str]
    has_transfers: bool
    blank: int


def told(count: BallotCount) -> Told:
    contest, outcome = outcomes.outcome_of(count)
    names = names_of(count.ballot)
    return Told(
        count=count,
        elected=[names[number] for number in outcome.elected],
        quota=outcome.quota,
        sentences=[_sentence(names, outcome, stage) for stage in outcome.stages],
        lines=_lines(contest, outcome, names),
        not_passed_on=_not_passed_on(outcome),
        lots=[_lot(names, lot) for lot in outcome.lots],
        has_transfers=len(outcome.stages) > 1,
        blank=count.turnout - sum(contest.valid().values()),
    )


def names_of(ballot: Ballot) -> dict[int, str]:
    """What can be voted for, by number, in the reader's words."""
    if ballot.rule == "slate":
        words = (_("Yes"), _("No"), _("Abstain"))
        return dict(enumerate(words, 1))
    return dict(enumerate(ballot.options, 1))


def _lines(contest: Contest, outcome: Outcome, names: dict[int, str]) -> list[Line]:
    most = max((v for stage in outcome.stages for v in stage.votes.values()), default=0) or 1
    slot = 100 / max(1, len(outcome.stages))
    return [
        Line(
            names[number],
            [_votes(stage.votes[number], outcome) for stage in outcome.stages],
            [_bar(stage, at, number, slot, most) for at, stage in enumerate(outcome.stages)],
            number in outcome.elected,
        )
        for number in contest.standing
    ]


def _bar(stage: Stage, at: int, number: int, slot: float, most: int) -> tuple[float, float, float]:
    whole = slot * 0.92 / most
    came = stage.moved.get(number, 0)
    had = stage.votes[number] - came
    return round(at * slot, 2), round(had * whole, 2), round(came * whole, 2)


def _not_passed_on(outcome: Outcome) -> list[str]:
    """Votes out of the count by each stage: papers that name nobody left, and what was cut off."""
    gone = [stage.exhausted + stage.lost for stage in outcome.stages]
    return [_votes(each, outcome) for each in gone] if any(gone) else []


def _votes(units: int, outcome: Outcome) -> str:
    """All decimals, as the recount prints them, without the zeros at the end."""
    exact = Decimal(units).scaleb(-outcome.places)
    shown = int(exact) if exact == int(exact) else exact.normalize()
    locale = i18n.locale()
    return format_decimal(shown, locale=locale, numbering_system="latn", decimal_quantization=False)


def _sentence(names: dict[int, str], outcome: Outcome, stage: Stage) -> str:
    said = [_moved(names, outcome, stage)]
    if stage.elected:
        listed = i18n.join_list([names[number] for number in stage.elected])
        said.append(_("Elected: %(names)s.", names=listed))
    return " ".join(said)


def _moved(names: dict[int, str], outcome: Outcome, stage: Stage) -> str:
    if stage.what == "first":
        quota = i18n.format_number(outcome.quota)
        return _("First choices are counted. Whoever has %(quota)s votes is elected.", quota=quota)
    if stage.what == "surplus":
        return _(
            "%(name)s has more votes than needed; %(votes)s of them pass on to the next choices.",
            name=names[stage.who[0]],
            votes=_votes(sum(stage.moved.values()), outcome),
        )
    if stage.what == "exclusion":
        return _excluded(names[stage.who[0]], stage.reason)
    if stage.what == "round":
        return _("What the elected do not need passes on to the next choices.")
    if stage.what == "filling":
        return _("As many candidates are left as there are places.")
    return _("All votes are added up.")


def _excluded(name: str, reason: str) -> str:
    if reason == "doomed":
        return _("%(name)s goes out, since the places left are reserved; those votes pass on.",
                 name=name)  # fmt: skip
    if reason == "guarded":
        return _("%(name)s goes out, since those with fewer votes hold reserved places; those "
                 "votes pass on.", name=name)  # fmt: skip
    return _("%(name)s has the fewest votes and goes out; those votes pass on.", name=name)


def _lot(names: dict[int, str], lot: Lot) -> str:
    return _(
        "Stage %(stage)s: a tie among %(names)s was decided by lot. Drawn: %(drawn)s.",
        stage=lot.stage,
        names=i18n.join_list([names[number] for number in lot.among]),
        drawn=names[lot.drawn],
    )
