"""How a count went, in the reader's words: stage by stage, with the figures beside them."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.counting import Contest, Lot, Outcome, Stage
from lipnet.nominations.ballots import outcomes
from lipnet.nominations.ballots.lots import LotDrawer, for_recount, recounting
from lipnet.nominations.ballots.models import Ballot, BallotCount
from lipnet.nominations.ballots.places import GROUP_NAMES, places_of
from lipnet.nominations.ballots.rankings import SLATE_WORDS
from lipnet.nominations.ballots.transfers import Picture, drawn


@dataclass(frozen=True)
class Line:
    """A candidate through all stages: her votes as written."""

    name: str
    votes: list[str]
    is_elected: bool


@dataclass(frozen=True)
class Kept:
    """A reserved place after the count: what was said, who is elected of its group."""

    says: str
    elected: list[str]
    is_kept: bool


@dataclass(frozen=True)
class Awaited:
    """A lot to be drawn by hand: by whom, among whom (by number)."""

    drawer: str
    among: dict[int, str]


@dataclass(frozen=True)
class Told:
    """drawer: who drew the lots, "" where the seed did; for_recount: what decides lots alike;
    command: the whole line to type."""

    count: BallotCount
    elected: list[str]
    quota: int
    sentences: list[str]
    lines: list[Line]
    not_passed_on: list[str]
    lots: list[str]
    picture: Picture | None
    places: list[Kept]
    blank: int
    drawer: str
    for_recount: str
    command: str


def told(count: BallotCount) -> Told:
    contest, outcome = outcomes.outcome_of(count)
    names = names_of(count.ballot)
    drawer = LotDrawer.of(count.ballot)
    return Told(
        count=count,
        elected=[names[number] for number in outcome.elected],
        quota=outcome.quota,
        sentences=[sentence_of(names, outcome, stage) for stage in outcome.stages],
        lines=_lines(contest, outcome, names),
        not_passed_on=_not_passed_on(outcome),
        lots=[lot_of(names, lot) for lot in outcome.lots],
        picture=drawn(outcome, names) if len(outcome.stages) > 1 else None,
        places=_places(contest, outcome, count.ballot, names),
        blank=count.turnout - sum(contest.valid().values()),
        drawer=drawer.name if drawer else "",
        for_recount=for_recount(count.ballot, count.seed),
        command=recounting(count.ballot, count.seed),
    )


def awaited(count: BallotCount) -> Awaited | None:
    """The lot that is to be drawn before the outcome can be told."""
    lot = outcomes.awaited_lot(count)
    if lot is None:
        return None
    names = names_of(count.ballot)
    drawer = LotDrawer.of(count.ballot)
    return Awaited(drawer.name if drawer else "", {number: names[number] for number in lot.among})


def sentence_of(names: dict[int, str], outcome: Outcome, stage: Stage) -> str:
    """What happened at a stage, and why."""
    said = [*_tied(names, stage), *_moved(names, outcome, stage), *_elected(names, stage)]
    return " ".join(said)


def lot_of(names: dict[int, str], lot: Lot) -> str:
    return _(
        "Stage %(stage)s: a tie among %(names)s was decided by lot. Drawn: %(drawn)s.",
        stage=lot.stage,
        names=i18n.join_list([names[number] for number in lot.among]),
        drawn=names[lot.drawn],
    )


def names_of(ballot: Ballot) -> dict[int, str]:
    """What can be voted for, by number, in the reader's words."""
    if ballot.rule == "slate":
        return dict(enumerate(map(str, SLATE_WORDS), 1))
    return dict(enumerate(ballot.options, 1))


def _lines(contest: Contest, outcome: Outcome, names: dict[int, str]) -> list[Line]:
    return [
        Line(
            names[number],
            [_votes(stage.votes[number], outcome) for stage in outcome.stages],
            number in outcome.elected,
        )
        for number in contest.standing
    ]


def _places(
    contest: Contest, outcome: Outcome, ballot: Ballot, names: dict[int, str]
) -> list[Kept]:
    groups = contest.reserved.groups
    found = []
    for place in places_of(ballot):
        if group := groups.get(place.kind):
            elected = [number for number in outcome.elected if number in group.members]
            kept = group.minimum <= len(elected) <= group.most(contest.seats)
            found.append(Kept(place.says, [names[number] for number in elected], kept))
    return found


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


def _tied(names: dict[int, str], stage: Stage) -> list[str]:
    """With whom somebody was level, and what decided that she was the one."""
    if not stage.tied:
        return []
    few = stage.what == "exclusion"
    level = i18n.join_list([names[number] for number in stage.tied])
    said = (
        _("Equally few votes: %(names)s.", names=level)
        if few
        else _("Equally many votes above what is needed: %(names)s.", names=level)
    )
    return [said, _decided(names[stage.who[0]], stage.since, few)]


def _decided(name: str, since: int, few: bool) -> str:
    if not since:
        return _("A lot decided.")
    if few:
        return _("At stage %(stage)s, %(name)s had the fewest of them.", stage=since, name=name)
    return _("At stage %(stage)s, %(name)s had the most of them.", stage=since, name=name)


def _elected(names: dict[int, str], stage: Stage) -> list[str]:
    """Who reached what is needed; and who is elected because there are no others left."""
    reached = stage.elected[: len(stage.elected) - len(stage.filling)]
    said = [_named(names, reached)] if reached else []
    if stage.filling:
        said.append(_("As many candidates are left as there are places."))
        said.append(_named(names, stage.filling))
    return said


def _named(names: dict[int, str], elected: tuple[int, ...]) -> str:
    return _("Elected: %(names)s.", names=i18n.join_list([names[number] for number in elected]))


def _moved(names: dict[int, str], outcome: Outcome, stage: Stage) -> list[str]:
    quota = _votes(stage.quota, outcome) if stage.quota else i18n.format_number(outcome.quota)
    before = outcome.stages[stage.number - 2].quota
    if stage.what == "first":
        return [
            _("First choices are counted. Whoever has %(quota)s votes is elected.", quota=quota)
        ]
    if stage.what == "count":
        return [_("All votes are added up.")]
    falls = (
        [_("Now %(quota)s votes are needed to be elected.", quota=quota)]
        if stage.quota != before
        else []
    )
    if stage.what == "round":
        return [_("What the elected do not need passes on to the next choices."), *falls]
    if stage.what == "surplus":
        return [_surplus(names[stage.who[0]], outcome, stage)]
    return [_excluded(names[stage.who[0]], outcome, stage), *falls]


def _surplus(name: str, outcome: Outcome, stage: Stage) -> str:
    if not stage.moved:
        return _(
            "%(name)s has more votes than needed, but those ballots name nobody who is left, so "
            "nothing passes on.",
            name=name,
        )
    return _(
        "%(name)s has more votes than needed; %(votes)s of them pass on to the next choices.",
        name=name,
        votes=_votes(sum(stage.moved.values()), outcome),
    )


def _excluded(name: str, outcome: Outcome, stage: Stage) -> str:
    if stage.reason:
        return _excluded_for_others(name, stage)
    if not outcome.stages[stage.number - 2].votes[stage.who[0]]:
        return _("%(name)s has no votes and goes out.", name=name)
    if stage.tied and stage.moved:
        return _("%(name)s goes out; those votes pass on.", name=name)
    if stage.tied:
        return _("%(name)s goes out; those ballots name nobody who is left.", name=name)
    if stage.moved:
        return _("%(name)s has the fewest votes and goes out; those votes pass on.", name=name)
    return _(
        "%(name)s has the fewest votes and goes out; those ballots name nobody who is left.",
        name=name,
    )


def _excluded_for_others(name: str, stage: Stage) -> str:
    groups = i18n.join_list([GROUP_NAMES.get(kind, kind) for kind in stage.groups])
    if stage.reason == "full":
        return _(
            "%(name)s goes out, since this group has all the seats it may have: %(groups)s. Those "
            "votes pass on.",
            name=name,
            groups=groups,
        )
    if stage.reason == "needed":
        return _(
            "%(name)s goes out, since all seats left are reserved for others: %(groups)s. Those "
            "votes pass on.",
            name=name,
            groups=groups,
        )
    return _guarded(name, groups)


def _guarded(name: str, groups: str) -> str:
    if not groups:
        return _(
            "%(name)s goes out: others have fewer votes, but without them the reserved places "
            "could not be kept. Those votes pass on.",
            name=name,
        )
    return _(
        "%(name)s goes out: others have fewer votes, but they are needed for reserved places: "
        "%(groups)s. Those votes pass on.",
        name=name,
        groups=groups,
    )
